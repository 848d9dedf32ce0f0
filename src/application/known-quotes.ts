import type { World } from './world.ts';

/** What the last sync did about each quote it ever saw: the quote's key and a hash of what the sheet said of it. */
const APPLIED_KEY = 'applied.json';

type Objects = Pick<World, 'objects'>;

export const readApplied = async ({ objects }: Objects): Promise<ReadonlyMap<string, string> | null> => {
  const stored = await objects.get('quotes-source', APPLIED_KEY);
  if (!stored) return null;
  const applied: Readonly<Record<string, string>> = JSON.parse(new TextDecoder().decode(stored.body));
  return new Map(Object.entries(applied));
};

export const putApplied = async ({ objects }: Objects, hashes: ReadonlyMap<string, string>): Promise<void> => {
  const body = new TextEncoder().encode(JSON.stringify(Object.fromEntries(hashes)));
  await objects.put('quotes-source', APPLIED_KEY, body, 'application/json');
};

/** For a sync under way: what is open still stands as the last one left it, so that the next one finds it changed. */
export const appliedSoFar = (
  hashes: ReadonlyMap<string, string>,
  applied: ReadonlyMap<string, string> | null,
  open: ReadonlySet<string>,
): ReadonlyMap<string, string> => {
  const kept = new Map(hashes);
  for (const key of open) {
    const before = applied?.get(key);
    if (before === undefined) kept.delete(key);
    else kept.set(key, before);
  }
  return kept;
};

/** Streams of all quotes that a sheet ever listed, ended ones too. */
export const knownQuotes = async (deps: Objects): Promise<readonly string[]> => [
  ...((await readApplied(deps))?.keys() ?? []),
];
