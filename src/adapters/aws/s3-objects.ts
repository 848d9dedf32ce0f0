import { createHash } from 'node:crypto';
import {
  CopyObjectCommand,
  GetObjectCommand,
  ListObjectsV2Command,
  NoSuchKey,
  PutObjectCommand,
  type PutObjectCommandInput,
  S3Client,
  S3ServiceException,
} from '@aws-sdk/client-s3';
import type { Bucket, ObjectStore, StoredObject } from '../../ports/object-store.ts';
import { type AwsPlace, clientOptions } from './client-options.ts';

/** A bucket on loopback is found by path: it has no DNS name of its own. */
export const s3Client = (place: AwsPlace): S3Client =>
  new S3Client({ ...clientOptions(place), forcePathStyle: place.endpoint !== undefined });

export interface S3ObjectsOptions {
  /** Names of the buckets this function may use; asking for another is a fault of ours and throws. */
  readonly buckets: Partial<Readonly<Record<Bucket, string>>>;
  /** Keeps what is put once from being replaced or removed until then (S3 Object Lock, governance mode); null for what is not locked. */
  readonly lockedUntil?: ((bucket: Bucket, key: string) => Date | null) | undefined;
}

const MAX_KEY = 512;

/**
 * The buckets in S3. The version is the ETag, which under S3's own encryption is the content's MD5: an object put again
 * unchanged keeps it, so what was parsed from it stays parsed.
 */
export const s3Objects = (client: S3Client, options: S3ObjectsOptions): ObjectStore => {
  const { lockedUntil = () => null } = options;
  const { get } = s3Reading(client, options);
  return {
    get,
    put: async (bucket, key, body, contentType) => {
      const { ETag } = await client.send(
        new PutObjectCommand({ ...placeOf(options, bucket, key), ...content(body, contentType) }),
      );
      return versionOf(ETag);
    },
    putOnce: async (bucket, key, body, contentType) => {
      const until = lockedUntil(bucket, key);
      const lock = until === null ? {} : ({ ObjectLockMode: 'GOVERNANCE', ObjectLockRetainUntilDate: until } as const);
      const command = { ...placeOf(options, bucket, key), ...content(body, contentType), ...lock, IfNoneMatch: '*' };
      const attempts = await putNew(client, command);
      // The SDK tries again when an answer got lost on the way: what stands there may be our own first try.
      return attempts.made || (attempts.tries > 1 && (await get(bucket, key))?.version === md5(body));
    },
    putOver: async (bucket, key, body, over, contentType) => {
      const condition = over === null ? { IfNoneMatch: '*' } : { IfMatch: `"${over}"` };
      const command = { ...placeOf(options, bucket, key), ...content(body, contentType), ...condition };
      const attempts = await putNew(client, command);
      return attempts.made || (attempts.tries > 1 && (await get(bucket, key))?.version === md5(body));
    },
    list: (bucket, prefix) => list(client, nameOf(options, bucket), prefix),
    touch: async (bucket, key) => {
      const { Bucket, Key } = placeOf(options, bucket, key);
      const CopySource = `${Bucket}/${Key.split('/').map(encodeURIComponent).join('/')}`;
      // A copy onto itself must change something: the metadata is replaced by none.
      await client.send(new CopyObjectCommand({ Bucket, Key, CopySource, MetadataDirective: 'REPLACE' }));
    },
  };
};

/**
 * Reading alone, for the function that does no more. A reader needs `s3:ListBucket` too: without it S3 answers 403, not
 * 404, for a key that is absent.
 */
export const s3Reading = (client: S3Client, options: Pick<S3ObjectsOptions, 'buckets'>): Pick<ObjectStore, 'get'> => ({
  get: async (bucket, key): Promise<StoredObject | null> => {
    try {
      const { Body, ETag, LastModified } = await client.send(new GetObjectCommand(placeOf(options, bucket, key)));
      const body = (await Body?.transformToByteArray()) ?? new Uint8Array();
      return { body, version: versionOf(ETag), modified: (LastModified ?? new Date(0)).toISOString() };
    } catch (error) {
      if (error instanceof NoSuchKey) return null;
      throw error;
    }
  },
});

type Named = Pick<S3ObjectsOptions, 'buckets'>;

const placeOf = (named: Named, bucket: Bucket, Key: string): { readonly Bucket: string; readonly Key: string } => {
  if (Key === '' || Buffer.byteLength(Key) > MAX_KEY) throw new RangeError(`an object key has 1 to ${MAX_KEY} bytes`);
  return { Bucket: nameOf(named, bucket), Key };
};

const nameOf = ({ buckets }: Named, bucket: Bucket): string => {
  const name = buckets[bucket];
  if (name === undefined) throw new Error(`this function has no bucket ${bucket}`);
  return name;
};

const content = (Body: Uint8Array, ContentType: string | undefined) => ({
  Body,
  ...(ContentType === undefined ? {} : { ContentType }),
});

const versionOf = (etag: string | undefined): string => (etag ?? '').replaceAll('"', '');

const md5 = (body: Uint8Array): string => createHash('md5').update(body).digest('hex');

/** 409: two first writers at the same moment, of whom S3 has not yet chosen one. */
const MAX_CONFLICTS = 5;

const putNew = async (
  client: S3Client,
  command: PutObjectCommandInput,
): Promise<{ readonly made: boolean; readonly tries: number }> => {
  for (let conflicts = 0; ; conflicts++) {
    try {
      await client.send(new PutObjectCommand(command));
      return { made: true, tries: conflicts + 1 };
    } catch (error) {
      if (!(error instanceof S3ServiceException)) throw error;
      // An object that is to be replaced and is not there: somebody removed it.
      if (error.name === 'PreconditionFailed' || (command.IfMatch !== undefined && error.name === 'NoSuchKey'))
        return { made: false, tries: conflicts + (error.$metadata.attempts ?? 1) };
      if (error.name !== 'ConditionalRequestConflict' || conflicts >= MAX_CONFLICTS) throw error;
    }
  }
};

const list: (client: S3Client, Bucket: string, Prefix: string) => ReturnType<ObjectStore['list']> = async (
  client,
  Bucket,
  Prefix,
) => {
  const found: { key: string; bytes: number; modified: string }[] = [];
  let next: string | undefined;
  do {
    const page = await client.send(new ListObjectsV2Command({ Bucket, Prefix, ContinuationToken: next }));
    for (const { Key = '', Size = 0, LastModified = new Date(0) } of page.Contents ?? [])
      found.push({ key: Key, bytes: Size, modified: LastModified.toISOString() });
    next = page.NextContinuationToken;
  } while (next !== undefined);
  return found;
};
