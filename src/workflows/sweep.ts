import * as E from 'fp-ts/lib/Either.js';
import { isSettledMail, mailAggregate } from '../aggregates/mail.ts';
import { pendingProposalTasks } from '../aggregates/proposal.ts';
import type { QuoteState } from '../aggregates/quote/state.ts';
import { byItself } from '../event-store/by-itself.ts';
import { type Loaded, load } from '../event-store/load.ts';
import type { StreamFault } from '../events/stream-fault.ts';
import { isQuoteStream, mailStream, quoteStream } from '../events/stream-id.ts';
import { inParallel } from '../kernel/in-parallel.ts';
import { addDays } from '../kernel/local-date.ts';
import { expectAgain } from '../projections/row-faults.ts';
import { atInstant, atThisInstant, type BusinessContext, loadBusinessContext } from './business-context.ts';
import { changedStreams, MAIL, type Newest, PROPOSAL } from './changed-streams.ts';
import { checkedDay } from './daily-check/day-record.ts';
import type { Dependencies } from './dependencies.ts';
import { lazy } from './lazy.ts';
import { flooded } from './proposals/handle-quote-webhook.ts';
import { loadProposal } from './proposals/proposals.ts';
import { INBOUND, mailIdOf } from './replies/inbound.ts';
import { finishReports } from './reports/finish-reports.ts';
import { carriedOn, tasksOf } from './run-pending-tasks.ts';
import { mergeRenumberedQuote } from './sheet-sync/merge-renumbered-quote.ts';
import { MAX_REST_MS, readRested, type SweepCheckpoint, saveCheckpoint } from './sweep-checkpoint.ts';

const mailTaking = lazy(() => import('./replies/ingest-mail.ts'));
const proposalLists = lazy(() => import('./proposals/proposal-lists.ts'));
const faultTelling = lazy(() => import('./notifications/report-faults.ts'));
const watching = lazy(() => import('./audit/watch-log.ts'));
const proposals = lazy(() => import('./proposals/run-proposal-tasks.ts'));

/** Nothing stays unfinished for longer: drafts lapse after seven days, approvals after seven more, reminders within days. */
const LOOK_BACK_DAYS = 21;
const AT_ONCE = 8;
/** Later than any instant: it rests until it changes. */
const FOR_EVER = '9999';

export interface Swept {
  readonly streams: number;
  readonly tasks: number;
  readonly failed: readonly string[];
  /** Streams that cannot be read or written: each rests, the admin is told of it once. */
  readonly faults: readonly StreamFault[];
}

/**
 * Every quarter of an hour: whatever a crash, a lost schedule or a mail service that was down left half done is found
 * and done. Looks at the streams that changed within three weeks, by the day index, but for those that the last sweep
 * found at rest, and at the messages that came within three weeks and never reached the log; one that fails does not keep
 * the others waiting.
 */
export const sweep = async (deps: Dependencies): Promise<Swept> => {
  const today = deps.clock.now().toISOString().slice(0, 10);
  const business = await loadBusinessContext(deps);
  const rested = await readRested(deps, business, today);
  const { changed, contacts } = await changedStreams(deps, rested === null ? LOOK_BACK_DAYS : 1);
  const known = new Map(
    Object.entries(rested ?? {}).filter(([, { changed }]) => changed >= addDays(today, -LOOK_BACK_DAYS)),
  );
  const streams = [...new Set([...changed.keys(), ...known.keys(), ...(await faultyAtCheck(deps, business))])].filter(
    stream => !restsStill(known.get(stream), changed.get(stream), contacts, deps.clock.now()),
  );
  for (const stream of streams) if (!changed.has(stream)) changed.set(stream, known.get(stream) ?? NEVER);
  let tasks = 0;
  const failed: string[] = [];
  const faults: StreamFault[] = [];
  const trying = async (stream: string, finish: () => Promise<Finished>): Promise<void> => {
    known.delete(stream);
    const newest = changed.get(stream);
    // Whatever comes of this look: the next sweep, which reads one day of the index, must find the stream.
    if (newest) known.set(stream, { ...LOOK_AGAIN, changed: newest.changed });
    try {
      const finished = await byItself(finish);
      // What is wrong has its own alarm: it is looked at again when the stream changes, another release runs, or time is up.
      if (E.isLeft(finished)) faults.push(finished.left);
      const { did, rests } = E.isRight(finished)
        ? finished.right
        : restOfFault(finished.left, newest, deps.clock.now());
      tasks += did;
      if (rests !== null) known.set(stream, { changed: newest?.changed ?? today, ...rests });
    } catch (error) {
      failed.push(stream);
      deps.log('error', 'SweepFailed', { error: error instanceof Error ? error.name : 'unknown' });
    }
  };
  const flood = floodOf(deps);
  await inParallel(streams, AT_ONCE, stream =>
    trying(stream, async () =>
      isQuoteStream(stream)
        ? await finishQuote(deps, stream, atThisInstant(business, deps.clock))
        : stream.startsWith(PROPOSAL)
          ? finishProposal(deps, stream.slice(PROPOSAL.length), flood)
          : finishMail(deps, stream),
    ),
  );
  for (const key of await unrecorded(deps, mail => changed.has(mail) || known.has(mail))) {
    await trying(mailStream(mailIdOf(key)), async () => {
      await (await mailTaking()).ingestMail(deps, key);
      return { did: 1, rests: null };
    });
  }
  await trying('~period', async () => ({ did: await finishReports(deps), rests: null }));
  await trying('flood', async () => ({ did: await told(deps, [...flood.waiting]), rests: null }));
  await trying('faults', async () => ({ did: await toldOfFaults(deps, faults), rests: null }));
  await trying('~integrity', async () => {
    await (await watching()).watchLog(deps, faults);
    return { did: 0, rests: null };
  });
  await saveCheckpoint(deps, business, today, known);
  return { streams: streams.length, tasks, failed, faults };
};

const toldOfFaults = async (deps: Dependencies, faults: readonly StreamFault[]): Promise<number> => {
  await (await faultTelling()).tellOfFaults(
    deps,
    faults.filter(({ kind }) => kind !== 'chain'),
  );
  return 0;
};

/** What was changed behind the log's back goes on with the admin's answer, which stands in another stream. */
const restOfFault = ({ kind }: StreamFault, newest: Newest | undefined, now: Date): Finished => ({
  did: 0,
  rests:
    kind === 'chain'
      ? null
      : {
          version: newest?.version ?? 0,
          until: new Date(now.getTime() + MAX_REST_MS).toISOString(),
          contact: null,
        },
});

/** Quotes that the day's check named as unreadable, however long ago they changed. */
const faultyAtCheck = async (deps: Dependencies, { today }: BusinessContext): Promise<readonly string[]> => {
  const checked = await byItself(() => checkedDay(deps, today));
  return E.isLeft(checked) ? [] : (checked.right?.faults ?? []).map(({ quote }) => quote);
};

/** What was done about a stream, and until when it needs no other look; null: it does. */
interface Finished {
  readonly did: number;
  readonly rests: Omit<SweepCheckpoint, 'changed'> | null;
}

/** Kept to be found again, without a rest. */
const LOOK_AGAIN = { version: 0, until: '', contact: null } as const;
const NEVER: Newest = { version: 0, changed: '' };

const restsStill = (
  rest: SweepCheckpoint | undefined,
  newest: Newest | undefined,
  contacts: ReadonlySet<string>,
  now: Date,
): boolean =>
  rest !== undefined &&
  (newest === undefined || newest.version === rest.version) &&
  rest.until > now.toISOString() &&
  (rest.contact === null || !contacts.has(rest.contact));

/** What came in a flood is told as a list. Looked for only when a reported quote is still to be mailed. */
interface Flood {
  readonly has: (id: string) => Promise<boolean>;
  readonly waiting: Set<string>;
}

const told = async (deps: Dependencies, waiting: readonly string[]): Promise<number> =>
  waiting.length === 0 ? 0 : (await proposalLists()).tellOfFlood(deps, waiting);

const floodOf = ({ store, clock }: Dependencies): Flood => {
  let found: Promise<ReadonlySet<string>> | undefined;
  return {
    has: async id => {
      found ??= flooded(store, clock.now());
      return (await found).has(id);
    },
    waiting: new Set(),
  };
};

/** Stored is taken, but the process may have died, or the notification got lost, before the log heard of it. */
const unrecorded = async (
  { objects, clock }: Pick<Dependencies, 'objects' | 'clock'>,
  isRecorded: (stream: string) => boolean,
): Promise<readonly string[]> => {
  const since = addDays(clock.now().toISOString().slice(0, 10), -LOOK_BACK_DAYS);
  const stored = await objects.list('raw-mime', INBOUND);
  return stored
    .filter(({ key, modified }) => modified.slice(0, 10) > since && !isRecorded(mailStream(mailIdOf(key))))
    .map(({ key }) => key);
};

/** Whatever the quote asks for; first of all, the chain of its earlier number, where that was left half done. */
const finishQuote = async (deps: Dependencies, stream: string, business: BusinessContext): Promise<Finished> => {
  const taken = await mergeRenumberedQuote(deps, stream, { system: 'sweep' });
  const { done, rests } = await carriedOn(deps, stream, business);
  return { did: (taken ? 1 : 0) + done.length, rests: rests && (await restOfQuote(deps, business, rests)) };
};

/** What asks for something as time passes goes on asking: what asks for nothing at the end asked for nothing before. */
const restOfQuote = async (
  deps: Dependencies,
  business: BusinessContext,
  loaded: Loaded<QuoteState>,
): Promise<Finished['rests']> => {
  const { state, version } = loaded;
  // Its other half stands in the stream of another number.
  if (state.holdCauses.renumbering !== undefined) return null;
  const until = new Date(business.now.getTime() + MAX_REST_MS);
  // What waits for a day's mail does not rest: whether that went out stands in another stream too.
  const tasks = await tasksOf(deps, atInstant(business, until), loaded, noDayMail);
  if (tasks.length > 0) return null;
  return { version, until: until.toISOString(), contact: state.facts?.contactRef ?? null };
};

const noDayMail = async (): Promise<ReadonlySet<string>> => new Set();

/** A message that was recorded and then not routed, or not in the half of its quote. */
const finishMail = async (deps: Dependencies, stream: string): Promise<Finished> => {
  const { state, version } = await load(deps, stream, mailAggregate);
  const unasked = state.unmatched !== null && !state.asked && state.assigned === null && !state.dismissed;
  if (state.key === null || (isSettledMail(state) && !unasked))
    return { did: 0, rests: { version, until: FOR_EVER, contact: null } };
  await (await mailTaking()).routeStored(deps, stream.slice(MAIL.length), state.key);
  return { did: 1, rests: null };
};

/** A proposal that was made and not mailed, or approved and not written, or whose row nobody looks out for. */
const finishProposal = async (deps: Dependencies, id: string, flood: Flood): Promise<Finished> => {
  const { made, mailings, status } = (await loadProposal(deps, id)).state;
  if (status === 'open' && made?.lane === 'webhook' && mailings.length === 0 && (await flood.has(id))) {
    flood.waiting.add(id);
    return { did: 0, rests: null };
  }
  const tasks = await (await proposals()).carryOnProposal(deps, id);
  const { state, version } = await loadProposal(deps, id);
  const number = state.changes ?? state.fields?.number;
  if (state.written && number)
    await expectAgain(deps, { proposal: id, key: quoteStream(number), at: state.written.at });
  const until = new Date(deps.clock.now().getTime() + MAX_REST_MS);
  const asks = pendingProposalTasks(state, until).length > 0;
  return { did: tasks.length, rests: asks ? null : { version, until: until.toISOString(), contact: null } };
};
