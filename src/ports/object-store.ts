/** The four buckets, by purpose. */
export type Bucket = 'quotes-source' | 'rules-source' | 'raw-mime' | 'source-pdfs';

export interface StoredObject {
  readonly body: Uint8Array;
  /** Version id or content hash: changes when the content does. */
  readonly version: string;
  /** UTC instant of the last put. */
  readonly modified: string;
}

/** S3 on AWS, a folder on a laptop. Keys are `/`-separated, at most 512 bytes. */
export interface ObjectStore {
  readonly get: (bucket: Bucket, key: string) => Promise<StoredObject | null>;
  /** Replaces the object. Atomic: a reader sees the old or the new content. Gives the new version. */
  readonly put: (bucket: Bucket, key: string, body: Uint8Array, contentType?: string) => Promise<string>;
  /**
   * Replaces the object only while it is still the version that was read; null: while there is none. False when another
   * stands there.
   */
  readonly putOver: (
    bucket: Bucket,
    key: string,
    body: Uint8Array,
    over: string | null,
    contentType?: string,
  ) => Promise<boolean>;
  /** Puts only if no object has the key; false when one has. */
  readonly putOnce: (bucket: Bucket, key: string, body: Uint8Array, contentType?: string) => Promise<boolean>;
  readonly list: (
    bucket: Bucket,
    prefix: string,
  ) => Promise<readonly { readonly key: string; readonly bytes: number; readonly modified: string }[]>;
  /** Touches `modified` of an unchanged object: "looked at, still so". */
  readonly touch: (bucket: Bucket, key: string) => Promise<void>;
}
