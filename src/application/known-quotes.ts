import type { World } from './world.ts';

/** What the last sync did about each quote it ever saw: the quote's key and a hash of what the sheet said of it. */
const APPLIED_KEY = 'applied.json';

type Objects = Pick<World, 'objects'>;

export interface Applied {
  /** Which reading of the sheet this is about. */
  readonly sheetVersion: number;
  /** Empty: nobody knows whether the log says what the sheet said. */
  readonly hashes: ReadonlyMap<string, string>;
}

interface Stored {
  readonly sheetVersion: number;
  readonly rows: Readonly<Record<string, string>>;
}

const isStored = (value: Partial<Stored>): value is Stored => typeof value.rows === 'object';

/** One from before readings were ordered is the oldest, and vouches for nothing: an older reading may have undone it. */
const readStored = (body: Uint8Array): Applied => {
  const value: Partial<Stored> = JSON.parse(new TextDecoder().decode(body));
  return isStored(value)
    ? { sheetVersion: value.sheetVersion, hashes: new Map(Object.entries(value.rows)) }
    : { sheetVersion: 0, hashes: new Map(Object.keys(value).map(key => [key, ''])) };
};

export const readApplied = async ({ objects }: Objects): Promise<Applied | null> => {
  const stored = await objects.get('quotes-source', APPLIED_KEY);
  return stored && readStored(stored.body);
};

/** Put over an older one only: what a newer sync did stands. */
export const putApplied = async (
  { objects }: Objects,
  hashes: ReadonlyMap<string, string>,
  sheetVersion = 0,
): Promise<void> => {
  const body = new TextEncoder().encode(JSON.stringify({ sheetVersion, rows: Object.fromEntries(hashes) }));
  for (;;) {
    const stored = await objects.get('quotes-source', APPLIED_KEY);
    if (stored && readStored(stored.body).sheetVersion > sheetVersion) return;
    if (await objects.putOver('quotes-source', APPLIED_KEY, body, stored?.version ?? null, 'application/json')) return;
  }
};

/** For a sync under way: what is open still stands as the last one left it, so that the next one finds it changed. */
export const appliedSoFar = (
  hashes: ReadonlyMap<string, string>,
  applied: Applied | null,
  open: ReadonlySet<string>,
): ReadonlyMap<string, string> => {
  const kept = new Map(hashes);
  for (const key of open) {
    const before = applied?.hashes.get(key);
    if (before === undefined) kept.delete(key);
    else kept.set(key, before);
  }
  return kept;
};

/** Streams of all quotes that a sheet ever listed, ended ones too. */
export const knownQuotes = async (deps: Objects): Promise<readonly string[]> => [
  ...((await readApplied(deps))?.hashes.keys() ?? []),
];
