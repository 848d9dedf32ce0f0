import { ProposalMade } from '../events/other-events.ts';
import { streamSubject } from '../events/stream-name.ts';
import { addDays } from '../kernel/local-date.ts';
import type { EventStore } from '../ports/event-store.ts';

/** More reports of quoting tools than this within an hour come as one list. */
export const MOST_AN_HOUR = 60;
const HOUR_MS = 3_600_000;

interface Reported {
  readonly id: string;
  /** UTC instant, ISO. */
  readonly at: string;
}

type Store = Pick<EventStore, 'byDay'>;

/** True when more than sixty were reported within the hour up to `now`, this one included. Stops counting there. */
export const isFlood = async (store: Store, now: Date): Promise<boolean> => {
  const since = new Date(now.getTime() - HOUR_MS).toISOString();
  let count = 0;
  for await (const { at } of reported(store, now)) {
    if (at <= since) return false;
    count += 1;
    if (count > MOST_AN_HOUR) return true;
  }
  return false;
};

/** Those of the last two days that came as the sixty-first or later within their hour. */
export const flooded = async (store: Store, now: Date): Promise<ReadonlySet<string>> => {
  const all: Reported[] = [];
  for await (const one of reported(store, now)) all.push(one);
  all.reverse();
  return new Set(
    all.flatMap(({ id, at }, place) => {
      const before = all[place - MOST_AN_HOUR];
      return before && Date.parse(at) - Date.parse(before.at) < HOUR_MS ? [id] : [];
    }),
  );
};

/** What tools reported today and the day before, newest first. */
async function* reported(store: Store, now: Date): AsyncGenerator<Reported> {
  const today = now.toISOString().slice(0, 10);
  for (const day of [today, addDays(today, -1)]) {
    let cursor: string | undefined;
    do {
      const page = await store.byDay(day, { newestFirst: true, ...(cursor === undefined ? {} : { cursor }) });
      for (const { action, data, quote_id, ts } of page.items)
        if (action === ProposalMade.name && ProposalMade.data.is(data) && data.lane === 'webhook')
          yield { id: streamSubject(quote_id), at: ts };
      cursor = page.next ?? undefined;
    } while (cursor !== undefined);
  }
}
