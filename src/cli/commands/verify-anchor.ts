import * as E from 'fp-ts/lib/Either.js';
import { dayStream } from '../../application/day-record.ts';
import { pastEvents } from '../../application/past-events.ts';
import type { EventStore } from '../../ports/event-store.ts';

/** A root that was kept outside the log, and the instant it was taken as of. */
export interface Anchor {
  readonly day: string;
  readonly root: string;
  /** UTC instant, ISO. */
  readonly until: string;
}

/** What the closing event of a day says about its root. Left: the day has none, or another root: a finding in itself. */
export const readAnchor = async (
  store: Pick<EventStore, 'read'>,
  day: string,
  root: string,
): Promise<E.Either<string, Anchor>> => {
  const { known } = pastEvents(await store.read(dayStream(day)));
  for (const { type, data } of known) {
    if (type !== 'DayChecked') continue;
    if (data.root !== root.trim().toLowerCase())
      return E.left(`the closing event of ${day} holds another root: ${data.root}`);
    return E.right({ day, root: data.root, until: data.until });
  }
  return E.left(`the log holds no closing event of ${day}`);
};
