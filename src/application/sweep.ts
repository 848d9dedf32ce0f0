import { isSettledMail, mailAggregate } from '../aggregates/mail.ts';
import { isQuoteStream } from '../events/stream-name.ts';
import { addDays } from '../kernel/local-date.ts';
import { carryOn } from './carry-on.ts';
import { inParallel } from './in-parallel.ts';
import { load } from './load.ts';
import { routeStored } from './take-mail.ts';
import type { World } from './world.ts';

/** Nothing stays unfinished for longer: drafts lapse after seven days, approvals after seven more, reminders within days. */
const LOOK_BACK_DAYS = 21;
const AT_ONCE = 8;
const MAIL = '~mail/';

export interface Swept {
  readonly streams: number;
  readonly tasks: number;
  readonly failed: readonly string[];
}

/**
 * Every quarter of an hour: whatever a crash, a lost schedule or a mail service that was down left half done is found
 * and done. Looks at the streams that changed within three weeks, by the day index; one that fails does not keep the
 * others waiting.
 */
export const sweep = async (world: World): Promise<Swept> => {
  const streams = [...(await changedStreams(world))];
  let tasks = 0;
  const failed: string[] = [];
  await inParallel(streams, AT_ONCE, async stream => {
    try {
      if (isQuoteStream(stream)) tasks += (await carryOn(world, stream)).length;
      else if (await finishMail(world, stream)) tasks++;
    } catch (error) {
      failed.push(stream);
      world.log('error', 'SweepFailed', { error: error instanceof Error ? error.name : 'unknown' });
    }
  });
  return { streams: streams.length, tasks, failed };
};

const changedStreams = async ({ store, clock }: World): Promise<ReadonlySet<string>> => {
  const today = clock.now().toISOString().slice(0, 10);
  const streams = new Set<string>();
  for (let back = 0; back <= LOOK_BACK_DAYS; back++) {
    let cursor: string | undefined;
    do {
      const page = await store.byDay(addDays(today, -back), cursor === undefined ? {} : { cursor });
      for (const { quote_id } of page.items)
        if (isQuoteStream(quote_id) || quote_id.startsWith(MAIL)) streams.add(quote_id);
      cursor = page.next ?? undefined;
    } while (cursor !== undefined);
  }
  return streams;
};

/** A message that was recorded and then not routed, or not in the half of its quote. */
const finishMail = async (world: World, stream: string): Promise<boolean> => {
  const { state } = await load(world, stream, mailAggregate);
  const unasked = state.unmatched !== null && !state.asked && state.assigned === null && !state.dismissed;
  if (state.key === null || (isSettledMail(state) && !unasked)) return false;
  await routeStored(world, stream.slice(MAIL.length), state.key);
  return true;
};
