/** A contact's key is gone: what was sealed under it can never be read again. */
export type KeyState = { readonly key: Uint8Array } | 'destroyed' | 'absent';

/** `qf-keys`: one 256-bit key per contact reference, outside every backup. */
export interface KeyStore {
  /** The key of `ref`, made by `fresh` on first use (one conditional put; the first writer's key stands). */
  readonly obtain: (ref: string, fresh: () => Uint8Array) => Promise<Exclude<KeyState, 'absent'>>;
  readonly get: (ref: string) => Promise<KeyState>;
  /** Erases the person. The row stays, without the key, so that the erasure is itself on record. */
  readonly destroy: (ref: string, at: string) => Promise<void>;
}
