import { decodeAll } from '../../event-store/decode-all.ts';
import { addDays, isLocalDate, type LocalDate } from '../../kernel/local-date.ts';
import type { EventStore } from '../../ports/event-store.ts';
import type { ObjectStore } from '../../ports/object-store.ts';
import { dayStream, ROOTS, rootKey } from '../daily-check/day-record.ts';

/** A root over all heads that was taken when a day was closed, and the instant it was taken as of. */
export interface Anchor {
  readonly day: LocalDate;
  readonly root: string;
  /** UTC instant, ISO. */
  readonly until: string;
}

export interface Anchored {
  /** Null where nothing says what the root was taken as of. */
  readonly anchor: Anchor | null;
  /** What is wrong with the day's closing event. */
  readonly findings: readonly string[];
}

export interface AnchorDeps {
  readonly store: Pick<EventStore, 'read'>;
  readonly objects: Pick<ObjectStore, 'get' | 'list'>;
}

/** A root as somebody kept it elsewhere, held against what the log and the place beside it say of that day. */
export const givenAnchor = async (deps: AnchorDeps, day: LocalDate, root: string): Promise<Anchored> => {
  const [closing, kept] = await Promise.all([closingOf(deps, day), keptRoot(deps, day)]);
  // Where the closing event cannot be believed, what was kept beside the log still tells the instant.
  const until = (closing?.root === root ? closing : kept?.root === root ? kept : closing)?.until;
  return { anchor: until === undefined ? null : { day, root, until }, findings: against(day, root, closing) };
};

const against = (day: LocalDate, root: string, closing: Kept | null): readonly string[] => {
  if (closing === null) return [`the log holds no closing event of ${day}`];
  return closing.root === root ? [] : [`the closing event of ${day} holds another root: ${closing.root}`];
};

const DAYS_BACK = 14;

/** The newest day that was closed, from beside the log, else from its last two weeks; without one, nothing. */
export const newestAnchor = async (deps: AnchorDeps, now: Date): Promise<Anchored> => {
  const days = (await deps.objects.list('raw-mime', ROOTS)).map(({ key }) => key.slice(ROOTS.length, -'.json'.length));
  const newest = days.filter(isLocalDate).sort().at(-1);
  const kept = newest === undefined ? null : await keptRoot(deps, newest);
  if (newest !== undefined && kept !== null) return givenAnchor(deps, newest, kept.root);
  const today = now.toISOString().slice(0, 10);
  for (let back = 0; back < DAYS_BACK; back++) {
    const day = addDays(today, -back);
    const closing = await closingOf(deps, day);
    if (closing !== null) return { anchor: { day, ...closing }, findings: [] };
  }
  return { anchor: null, findings: [] };
};

export type Kept = Pick<Anchor, 'root' | 'until'>;

export const closingOf = async ({ store }: Pick<AnchorDeps, 'store'>, day: LocalDate): Promise<Kept | null> => {
  const { known } = decodeAll(await store.read(dayStream(day)));
  for (const { type, data } of known) if (type === 'DayChecked') return { root: data.root, until: data.until };
  return null;
};

export const keptRoot = async ({ objects }: Pick<AnchorDeps, 'objects'>, day: LocalDate): Promise<Kept | null> => {
  const stored = await objects.get('raw-mime', rootKey(day));
  if (stored === null) return null;
  try {
    const kept: Kept = JSON.parse(new TextDecoder().decode(stored.body));
    return kept;
  } catch {
    return null;
  }
};
