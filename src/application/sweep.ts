import { isSettledMail, mailAggregate } from '../aggregates/mail.ts';
import { isQuoteStream, mailStream, quoteStream } from '../events/stream-name.ts';
import { addDays } from '../kernel/local-date.ts';
import { atThisInstant, type Business, readBusiness } from './business.ts';
import { carryOn } from './carry-on.ts';
import { carryOnProposal } from './carry-on-proposal.ts';
import { expectAgain } from './expected-rows.ts';
import { flooded } from './flood.ts';
import { takeOver } from './give-new-number.ts';
import { inParallel } from './in-parallel.ts';
import { INBOUND, mailIdOf } from './inbound.ts';
import { load } from './load.ts';
import { tellOfFlood } from './proposal-lists.ts';
import { loadProposal } from './proposals.ts';
import { finishReports } from './reports/finish-reports.ts';
import { routeStored, takeMail } from './take-mail.ts';
import type { World } from './world.ts';

/** Nothing stays unfinished for longer: drafts lapse after seven days, approvals after seven more, reminders within days. */
const LOOK_BACK_DAYS = 21;
const AT_ONCE = 8;
const MAIL = '~mail/';
const PROPOSAL = '~proposal/';

export interface Swept {
  readonly streams: number;
  readonly tasks: number;
  readonly failed: readonly string[];
}

/**
 * Every quarter of an hour: whatever a crash, a lost schedule or a mail service that was down left half done is found
 * and done. Looks at the streams that changed within three weeks, by the day index, and at the messages that came within
 * three weeks and never reached the log; one that fails does not keep the others waiting.
 */
export const sweep = async (world: World): Promise<Swept> => {
  const changed = await changedStreams(world);
  const streams = [...changed];
  let tasks = 0;
  const failed: string[] = [];
  const trying = async (stream: string, finish: () => Promise<number>): Promise<void> => {
    try {
      tasks += await finish();
    } catch (error) {
      failed.push(stream);
      world.log('error', 'SweepFailed', { error: error instanceof Error ? error.name : 'unknown' });
    }
  };
  const flood = floodOf(world);
  const business = await readBusiness(world);
  await inParallel(streams, AT_ONCE, stream =>
    trying(stream, async () =>
      isQuoteStream(stream)
        ? await finishQuote(world, stream, atThisInstant(business, world.clock))
        : stream.startsWith(PROPOSAL)
          ? finishProposal(world, stream.slice(PROPOSAL.length), flood)
          : finishMail(world, stream),
    ),
  );
  for (const key of await unrecorded(world, changed)) {
    await trying(mailStream(mailIdOf(key)), async () => {
      await takeMail(world, key);
      return 1;
    });
  }
  await trying('~period', () => finishReports(world));
  await trying('flood', () => tellOfFlood(world, [...flood.waiting]));
  return { streams: streams.length, tasks, failed };
};

/** What came in a flood is told as a list. Looked for only when a reported quote is still to be mailed. */
interface Flood {
  readonly has: (id: string) => Promise<boolean>;
  readonly waiting: Set<string>;
}

const floodOf = ({ store, clock }: World): Flood => {
  let found: Promise<ReadonlySet<string>> | undefined;
  return {
    has: async id => {
      found ??= flooded(store, clock.now());
      return (await found).has(id);
    },
    waiting: new Set(),
  };
};

const changedStreams = async ({ store, clock }: World): Promise<ReadonlySet<string>> => {
  const today = clock.now().toISOString().slice(0, 10);
  const streams = new Set<string>();
  for (let back = 0; back <= LOOK_BACK_DAYS; back++) {
    let cursor: string | undefined;
    do {
      const page = await store.byDay(addDays(today, -back), cursor === undefined ? {} : { cursor });
      for (const { quote_id } of page.items)
        if (isQuoteStream(quote_id) || quote_id.startsWith(MAIL) || quote_id.startsWith(PROPOSAL))
          streams.add(quote_id);
      cursor = page.next ?? undefined;
    } while (cursor !== undefined);
  }
  return streams;
};

/** Stored is taken, but the process may have died, or the notification got lost, before the log heard of it. */
const unrecorded = async (
  { objects, clock }: Pick<World, 'objects' | 'clock'>,
  recorded: ReadonlySet<string>,
): Promise<readonly string[]> => {
  const since = addDays(clock.now().toISOString().slice(0, 10), -LOOK_BACK_DAYS);
  const stored = await objects.list('raw-mime', INBOUND);
  return stored
    .filter(({ key, modified }) => modified.slice(0, 10) > since && !recorded.has(mailStream(mailIdOf(key))))
    .map(({ key }) => key);
};

/** Whatever the quote asks for; first of all, the chain of its earlier number, where that was left half done. */
const finishQuote = async (world: World, stream: string, business: Business): Promise<number> => {
  const taken = await takeOver(world, stream, { system: 'sweep' });
  return (taken ? 1 : 0) + (await carryOn(world, stream, business)).length;
};

/** A message that was recorded and then not routed, or not in the half of its quote. Gives how many things it did. */
const finishMail = async (world: World, stream: string): Promise<number> => {
  const { state } = await load(world, stream, mailAggregate);
  const unasked = state.unmatched !== null && !state.asked && state.assigned === null && !state.dismissed;
  if (state.key === null || (isSettledMail(state) && !unasked)) return 0;
  await routeStored(world, stream.slice(MAIL.length), state.key);
  return 1;
};

/** A proposal that was made and not mailed, or approved and not written, or whose row nobody looks out for. */
const finishProposal = async (world: World, id: string, flood: Flood): Promise<number> => {
  const { made, mailings, status } = (await loadProposal(world, id)).state;
  if (status === 'open' && made?.lane === 'webhook' && mailings.length === 0 && (await flood.has(id))) {
    flood.waiting.add(id);
    return 0;
  }
  const tasks = await carryOnProposal(world, id);
  const { written, fields, changes } = (await loadProposal(world, id)).state;
  const number = changes ?? fields?.number;
  if (written && number) await expectAgain(world, { proposal: id, key: quoteStream(number), at: written.at });
  return tasks.length;
};
