import * as E from 'fp-ts/lib/Either.js';
import * as t from 'io-ts';
import { addDays, type LocalDate } from '../kernel/local-date.ts';
import type { BusinessContext } from './business-context.ts';
import type { Dependencies } from './dependencies.ts';

/**
 * What the sweep found with nothing left to do, so that the next one, a quarter of an hour on, need not read it again: a
 * stream rests until it changes, its contact is closed or opened, or its time is over. A hint only: without it, or with one
 * that is old or was made by other rules, everything of the last weeks is looked at.
 */
const Rested = t.type({
  /** UTC day of the sweep that wrote it. */
  day: t.string,
  /** Rules, config and code that it was found by. */
  versions: t.string,
  streams: t.record(
    t.string,
    t.type({
      version: t.number,
      /** UTC day of the newest event. */
      changed: t.string,
      /** UTC instant, ISO. */
      until: t.string,
      contact: t.union([t.string, t.null]),
    }),
  ),
});
type RestedList = t.TypeOf<typeof Rested>;
export type SweepCheckpoint = RestedList['streams'][string];

/** Beside the mails, where old versions are kept for a day: it is written a hundred times a day. */
const KEY = 'swept.json';
/** What asks for something only as time passes waits no longer than this for a look. */
export const MAX_REST_MS = 6 * 3_600_000;

const versionsOf = ({ versions: { rules, config, code } }: BusinessContext): string => `${rules}/${config}/${code}`;

export const readRested = async (
  { objects }: Pick<Dependencies, 'objects'>,
  business: BusinessContext,
  today: LocalDate,
): Promise<RestedList['streams'] | null> => {
  const stored = await objects.get('raw-mime', KEY);
  const decoded = stored === null ? null : decode(stored.body);
  const valid = decoded !== null && decoded.versions === versionsOf(business) && decoded.day >= addDays(today, -1);
  return valid && decoded.day <= today ? decoded.streams : null;
};

export const saveCheckpoint = async (
  { objects }: Pick<Dependencies, 'objects'>,
  business: BusinessContext,
  today: LocalDate,
  streams: ReadonlyMap<string, SweepCheckpoint>,
): Promise<void> => {
  const list: RestedList = { day: today, versions: versionsOf(business), streams: Object.fromEntries(streams) };
  await objects.put('raw-mime', KEY, new TextEncoder().encode(JSON.stringify(list)), 'application/json');
};

const decode = (body: Uint8Array): RestedList | null => {
  try {
    const decoded = Rested.decode(JSON.parse(new TextDecoder().decode(body)));
    return E.isRight(decoded) ? decoded.right : null;
  } catch {
    return null;
  }
};
