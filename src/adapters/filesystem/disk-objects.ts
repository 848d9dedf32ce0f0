import { createHash } from 'node:crypto';
import { statSync } from 'node:fs';
import { type FileHandle, link, mkdir, open, readdir, readFile, rename, rm, stat, utimes } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import type { Bucket, ObjectStore, StoredObject } from '../../ports/object-store.ts';
import type { Clock } from '../../ports/world.ts';

const MAX_KEY = 512;

const hasCode = (error: unknown, code: string): boolean =>
  error instanceof Error && 'code' in error && error.code === code;

/** A key as a path below its bucket: each part percent-encoded, so that no key leaves the folder or clashes by case of dots. */
const pathOf = (root: string, bucket: Bucket, key: string): string => {
  if (key === '' || Buffer.byteLength(key) > MAX_KEY) throw new RangeError(`an object key has 1 to ${MAX_KEY} bytes`);
  const parts = key.split('/').map(part => encodeURIComponent(part).replace(/^\.+/, dots => '%2E'.repeat(dots.length)));
  if (parts.some(part => part === '')) throw new RangeError('an object key has no empty part');
  return join(root, bucket, ...parts);
};

/**
 * The buckets as folders. A put writes a file beside, flushes it and renames it over: a reader sees old or new, and a
 * crash leaves one of them. `modified` is the file's time by the given clock, so that a moved clock is believed.
 */
export const diskObjects = (root: string, clock: Clock): ObjectStore => {
  let counter = 0;
  // One process a folder: what is compared and replaced must only not be overtaken by its own other tasks.
  const turns = new Map<string, Promise<unknown>>();
  const inTurn = <T>(path: string, work: () => Promise<T>): Promise<T> => {
    const turn = (turns.get(path) ?? Promise.resolve()).then(work);
    const settled = turn.catch(() => {});
    turns.set(path, settled);
    void settled.then(() => turns.get(path) === settled && turns.delete(path));
    return turn;
  };
  const known = rememberedFiles();
  const write = async (path: string, body: Uint8Array): Promise<string> => {
    const beside = `${path}.${process.pid}.${counter++}.part`;
    const file = await create(beside);
    try {
      const now = clock.now();
      await file.writeFile(body);
      await file.utimes(now, now);
      await file.sync();
    } catch (error) {
      await rm(beside, { force: true });
      throw error;
    } finally {
      await file.close();
    }
    return beside;
  };
  const replace = async (path: string, body: Uint8Array): Promise<string> => {
    await rename(await write(path, body), path);
    known.forget(path);
    return versionOf(body);
  };
  return {
    get: async (bucket, key) => {
      const path = pathOf(root, bucket, key);
      try {
        return IN_FORCE.has(bucket) ? await known.read(path) : await readObject(path);
      } catch (error) {
        if (hasCode(error, 'ENOENT')) return null;
        throw error;
      }
    },
    put: async (bucket, key, body) => {
      const path = pathOf(root, bucket, key);
      return inTurn(path, () => replace(path, body));
    },
    putOver: async (bucket, key, body, over) => {
      const path = pathOf(root, bucket, key);
      return inTurn(path, async () => {
        if ((await versionAt(path)) !== over) return false;
        await replace(path, body);
        return true;
      });
    },
    putOnce: async (bucket, key, body) => {
      const path = pathOf(root, bucket, key);
      const beside = await write(path, body);
      try {
        await link(beside, path);
        return true;
      } catch (error) {
        if (hasCode(error, 'EEXIST')) return false;
        throw error;
      } finally {
        await rm(beside, { force: true });
      }
    },
    list: async (bucket, prefix) => {
      const base = join(root, bucket);
      // Only the folder that the prefix names is walked: the mailbox beside it may be long.
      const folder = prefix.slice(0, prefix.lastIndexOf('/'));
      const walked = folder === '' ? base : pathOf(root, bucket, folder);
      const entries = await readdir(walked, { recursive: true, withFileTypes: true }).catch((error: unknown) => {
        if (hasCode(error, 'ENOENT')) return [];
        throw error;
      });
      const files = entries.filter(entry => entry.isFile() && !entry.name.endsWith('.part'));
      const all = await Promise.all(
        files.map(async entry => {
          const path = join(entry.parentPath, entry.name);
          const info = await stat(path);
          const key = relative(base, path).split(sep).map(decodeURIComponent).join('/');
          return { key, bytes: info.size, modified: info.mtime.toISOString() };
        }),
      );
      return all.filter(({ key }) => key.startsWith(prefix)).sort((a, b) => (a.key < b.key ? -1 : 1));
    },
    touch: async (bucket, key) => {
      const now = clock.now();
      const path = pathOf(root, bucket, key);
      await utimes(path, now, now);
      known.forget(path);
    },
  };
};

/** The folder is there but for the first time. */
const create = async (path: string): Promise<FileHandle> => {
  try {
    return await open(path, 'w', 0o600);
  } catch (error) {
    if (!hasCode(error, 'ENOENT')) throw error;
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    return open(path, 'w', 0o600);
  }
};

/** What is in force lies here, a handful of files, and every step of every quote asks for it. */
const IN_FORCE: ReadonlySet<Bucket> = new Set<Bucket>(['quotes-source', 'rules-source']);
const MAX_REMEMBERED = 8;
const MAX_BYTES = 16 * 1024 * 1024;

/**
 * Files as they were last read, given again while they are the same by inode, size and times. Nobody writes into a file
 * here, it is replaced by another: that one has another inode, and what this process replaces is forgotten at once.
 */
const rememberedFiles = () => {
  const files = new Map<string, { readonly stamp: string; readonly object: StoredObject }>();
  return {
    read: async (path: string): Promise<StoredObject> => {
      // Asked for by every step: some microseconds here, tenfold by way of the thread pool.
      const { ino, size, mtimeNs, ctimeNs } = statSync(path, { bigint: true });
      const stamp = `${ino}/${size}/${mtimeNs}/${ctimeNs}`;
      const before = files.get(path);
      if (before?.stamp === stamp) return before.object;
      const object = await readObject(path);
      files.delete(path);
      if (files.size < MAX_REMEMBERED && size <= MAX_BYTES) files.set(path, { stamp, object });
      return object;
    },
    forget: (path: string): void => void files.delete(path),
  };
};

const readObject = async (path: string): Promise<StoredObject> => {
  const [body, info] = await Promise.all([readFile(path), stat(path)]);
  return { body, version: versionOf(body), modified: info.mtime.toISOString() };
};

/** Null: nothing is there. */
const versionAt = async (path: string): Promise<string | null> => {
  try {
    return versionOf(await readFile(path));
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return null;
    throw error;
  }
};

const versionOf = (body: Uint8Array): string => createHash('sha256').update(body).digest('hex').slice(0, 16);
