import { rmSync } from 'node:fs';
import { HeadObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { s3Client, s3Objects } from '../../src/adapters/aws/s3-objects.ts';
import { diskObjects } from '../../src/adapters/filesystem/disk-objects.ts';
import { inParallel } from '../../src/kernel/in-parallel.ts';
import type { ObjectStore } from '../../src/ports/object-store.ts';
import { temporaryFolder } from '../support/engines.ts';
import { memoryObjects } from '../support/in-memory-ports.ts';
import { localAws, newBucket, place } from '../support/local-aws.ts';

interface Opened {
  readonly objects: ObjectStore;
  readonly close: () => void;
}

const onDisk = async (): Promise<Opened> => {
  const folder = temporaryFolder();
  const objects = diskObjects(folder, { now: () => new Date() });
  return { objects, close: () => rmSync(folder, { recursive: true, force: true }) };
};

const inS3 = async (): Promise<Opened> => {
  const client = s3Client(place());
  const buckets = { 'raw-mime': await newBucket(client), 'quotes-source': await newBucket(client) };
  return { objects: s3Objects(client, { buckets }), close: () => client.destroy() };
};

const inMemory = async (): Promise<Opened> => ({
  objects: memoryObjects({ now: () => new Date() }),
  close: () => {},
});

const stores = [
  { name: 'disk', open: onDisk, there: true },
  { name: 'memory', open: inMemory, there: true },
  { name: 'S3', open: inS3, there: localAws !== null },
];

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const text = (body: Uint8Array | undefined): string => new TextDecoder().decode(body);

for (const { name, open, there } of stores) {
  describe.skipIf(!there)(`objects on ${name}`, () => {
    let opened: Opened;
    let objects: ObjectStore;
    beforeEach(async () => {
      opened = await open();
      objects = opened.objects;
    });
    afterEach(() => opened.close());

    it('has nothing under a key before the first put', async () => {
      expect(await objects.get('raw-mime', 'nothing')).toBeNull();
    });

    it('gives back what was put, with the version that the put gave and a time', async () => {
      const version = await objects.put('raw-mime', 'a/b.txt', bytes('one'), 'text/plain');
      const stored = await objects.get('raw-mime', 'a/b.txt');
      expect(text(stored?.body)).toBe('one');
      expect(stored?.version).toBe(version);
      expect(Math.abs(Date.parse(stored?.modified ?? '') - Date.now())).toBeLessThan(60_000);
    });

    it('changes the version with the content and only with it', async () => {
      const first = await objects.put('raw-mime', 'a', bytes('one'));
      const same = await objects.put('raw-mime', 'a', bytes('one'));
      const other = await objects.put('raw-mime', 'a', bytes('two'));
      expect(same).toBe(first);
      expect(other).not.toBe(first);
      expect(text((await objects.get('raw-mime', 'a'))?.body)).toBe('two');
    });

    it('keeps an empty object apart from none, and bytes that are no text as they are', async () => {
      await objects.put('raw-mime', 'empty', new Uint8Array());
      await objects.put('raw-mime', 'raw', Uint8Array.of(0, 255, 13, 10, 128));
      expect((await objects.get('raw-mime', 'empty'))?.body.length).toBe(0);
      expect([...((await objects.get('raw-mime', 'raw'))?.body ?? [])]).toEqual([0, 255, 13, 10, 128]);
    });

    it('puts once: the first stands, the second is told so', async () => {
      expect(await objects.putOnce('raw-mime', 'claims/x', bytes('first'))).toBe(true);
      expect(await objects.putOnce('raw-mime', 'claims/x', bytes('second'))).toBe(false);
      expect(text((await objects.get('raw-mime', 'claims/x'))?.body)).toBe('first');
    });

    it('lets one of many first writers win', async () => {
      const won = await Promise.all(
        Array.from({ length: 8 }, (_, writer) => objects.putOnce('raw-mime', 'race', bytes(`writer ${writer}`))),
      );
      expect(won.filter(Boolean)).toHaveLength(1);
      expect(text((await objects.get('raw-mime', 'race'))?.body)).toBe(`writer ${won.indexOf(true)}`);
    });

    it('puts over the version that was read, and over no other', async () => {
      expect(await objects.putOver('quotes-source', 'm.json', bytes('1'), 'no such version')).toBe(false);
      expect(await objects.putOver('quotes-source', 'm.json', bytes('1'), null)).toBe(true);
      expect(await objects.putOver('quotes-source', 'm.json', bytes('2'), null)).toBe(false);
      const first = (await objects.get('quotes-source', 'm.json'))?.version ?? '';
      expect(await objects.putOver('quotes-source', 'm.json', bytes('2'), first)).toBe(true);
      expect(await objects.putOver('quotes-source', 'm.json', bytes('3'), first)).toBe(false);
      expect(text((await objects.get('quotes-source', 'm.json'))?.body)).toBe('2');
    });

    it('lets one of many win that put over the same version', async () => {
      const over = await objects.put('quotes-source', 'race.json', bytes('before'));
      const won = await Promise.all(
        Array.from({ length: 8 }, (_, writer) =>
          objects.putOver('quotes-source', 'race.json', bytes(`writer ${writer}`), over),
        ),
      );
      expect(won.filter(Boolean)).toHaveLength(1);
      expect(text((await objects.get('quotes-source', 'race.json'))?.body)).toBe(`writer ${won.indexOf(true)}`);
    });

    it('lists what begins with a prefix, by key, of that bucket only', async () => {
      for (const key of ['in/b', 'in/a', 'out/c']) await objects.put('raw-mime', key, bytes(key));
      await objects.put('quotes-source', 'in/other', bytes('x'));
      const listed = await objects.list('raw-mime', 'in/');
      expect(listed.map(({ key, bytes: size }) => [key, size])).toEqual([
        ['in/a', 4],
        ['in/b', 4],
      ]);
    });

    it('takes keys with spaces, quotes and letters of any script', async () => {
      const keys = ['claims/Q%2F1/é 日本.json', 'a b+c&d=e', "it's/100%"];
      for (const key of keys) await objects.put('raw-mime', key, bytes(key));
      for (const key of keys) expect(text((await objects.get('raw-mime', key))?.body)).toBe(key);
      expect((await objects.list('raw-mime', '')).map(({ key }) => key)).toEqual(expect.arrayContaining(keys));
    });

    it('touches an object without changing it', async () => {
      const version = await objects.put('quotes-source', 'a b/manifest.json', bytes('{}'));
      await objects.touch('quotes-source', 'a b/manifest.json');
      const stored = await objects.get('quotes-source', 'a b/manifest.json');
      expect([text(stored?.body), stored?.version]).toEqual(['{}', version]);
    });

    it('refuses an empty key and one over 512 bytes', async () => {
      await expect(objects.put('raw-mime', '', bytes('x'))).rejects.toThrow(/1 to 512/);
      await expect(objects.get('raw-mime', 'é'.repeat(257))).rejects.toThrow(/1 to 512/);
    });
  });
}

describe.skipIf(localAws === null)('objects on S3 alone', () => {
  let client: S3Client;
  beforeEach(() => {
    client = s3Client(place());
  });
  afterEach(() => client.destroy());

  it('lists more than one page', async () => {
    const objects = s3Objects(client, { buckets: { 'raw-mime': await newBucket(client) } });
    const keys = Array.from({ length: 1_005 }, (_, n) => `k/${String(n).padStart(4, '0')}`);
    await inParallel(keys, 16, key => objects.put('raw-mime', key, bytes('')));
    expect((await objects.list('raw-mime', 'k/')).map(({ key }) => key)).toEqual(keys);
  });

  it('has only the buckets that the function was given', async () => {
    const objects = s3Objects(client, { buckets: {} });
    await expect(objects.get('source-pdfs', 'x')).rejects.toThrow('this function has no bucket source-pdfs');
  });

  it('locks what is put once, where the bucket has a lock', async () => {
    const Bucket = await newBucket(client, { lock: true });
    const until = new Date(Date.now() + 86_400_000);
    const objects = s3Objects(client, { buckets: { 'raw-mime': Bucket }, lockedUntil: () => until });
    expect(await objects.putOnce('raw-mime', 'claims/x', bytes('claim'))).toBe(true);
    const { ObjectLockMode } = await client.send(new HeadObjectCommand({ Bucket, Key: 'claims/x' }));
    expect(ObjectLockMode).toBe('GOVERNANCE');
  });
});
