import { isSettledMail, mailAggregate } from '../../src/aggregates/mail.ts';
import { load } from '../../src/event-store/load.ts';
import { mailStream } from '../../src/events/stream-id.ts';
import { sweeper } from '../../src/handlers/sweeper.ts';
import { referenceOf } from '../../src/kernel/references.ts';
import type { ReadModels } from '../../src/ports/read-models.ts';
import { verify } from '../../src/workflows/audit/verify.ts';
import { allRows, sortedRows } from '../support/memory.ts';
import type { Inbound } from './customers.ts';
import type { PromiseName } from './observer.ts';
import { isNudge } from './post.ts';
import { type PlainRow, slowRows } from './slow-projector.ts';
import type { Stage } from './stage.ts';
import type { Told } from './told.ts';

type Check = (run: Stage, told: Told) => Promise<readonly string[]>;

/** P6 Every inbound message reaches a person or a named list; none is lost. */
const noneLost: Check = async (run, told) => {
  const faults: string[] = [];
  // Delivered again it is the message that it was: one of them is to be found.
  for (const [first, [mail, ...twins]] of Map.groupBy(run.customers.taken, one => one.twinOf ?? one.id)) {
    if (!mail) continue;
    const whys = [await whereIs(mail, run, told)];
    for (const twin of twins) if (!whys.includes(null)) whys.push(await whereIs(twin, run, told));
    if (!whys.includes(null)) faults.push(`${first} (${mail.kind}): ${whys[0]}`);
  }
  return faults;
};

const whereIs = async (
  { id, word, kind, from }: Inbound,
  { sim }: Stage,
  { quotes, contacts }: Told,
): Promise<string | null> => {
  const { state } = await load(sim.outside, mailStream(id), mailAggregate);
  if (state.key === null) return 'was never recorded';
  if (!isSettledMail(state)) return 'was recorded and then left lying';
  if (state.setAside !== null) return null;
  const shownTo = sim.post.handed.some(one => one.left && !isNudge(one) && one.mail.text.includes(word));
  if (shownTo) return null;
  if (state.routed?.kind === 'bounce' || state.routed?.kind === 'complaint') {
    const noted = contacts.some(({ data }) => 'source' in data && data.source === id);
    return noted || state.routed.quoteIds.length === 0 ? null : 'is a report that no contact knows of';
  }
  const ofQuotes = (state.routed?.quoteIds ?? []).flatMap(quote => quotes.get(quote) ?? []);
  const silent = ofQuotes.some(
    event => event.type === 'ReplyLabelled' && event.data.replyId === id && event.data.label === 'out-of-office',
  );
  if (silent) return null;
  const held = ofQuotes.some(
    ({ type, data }) => type === 'QuoteHeld' && 'reason' in data && data.reason === 'rep-mail',
  );
  // A contact without an open quote who asks to hear nothing more: nobody is asked, and the contact is closed.
  const ofContact = contacts.filter(({ stream }) => stream === `~contact/${sim.refOf(from)}`);
  if (kind.endsWith('stop') && ofContact.some(({ type }) => type === 'ContactStopped')) return null;
  if (state.routed?.kind === 'quote' && (held || isProposed(id, sim))) return null;
  return 'reached nobody';
};

/** What a rep mailed became a proposal, which has its own page and mail. */
const isProposed = (id: string, { durable }: Stage['sim']): boolean =>
  durable.log.some(
    ({ action, data }) =>
      action === 'ProposalMade' && typeof data === 'object' && JSON.stringify(data).includes(`${id}`),
  );

/** P7 Every action is one row of the log; none is changed or removed. P8 The read models are a function of the log. */
const wholeLog =
  (ofRows: boolean): Check =>
  async ({ sim }) => {
    const faults: string[] = [];
    await verify(
      { ...sim.outside, settle: async () => {} },
      {
        onFault: ({ kind, stream, version, detail }) => {
          const troubled = sim.truth.unreadable.has(stream) || sim.truth.tampered.has(stream);
          if (!troubled && kind.startsWith('row ') === ofRows) faults.push(`${stream}/${version} ${kind}: ${detail}`);
        },
      },
    );
    return ofRows ? [...faults, ...(await differentRows({ sim }))] : faults;
  };

/** The rows that doubled, late and cut-off delivery made, against those of a slow reading of the log. Rows whose time is over may be gone. */
const differentRows = async ({ sim }: Pick<Stage, 'sim'>): Promise<readonly string[]> => {
  const streams = Map.groupBy(sim.durable.log, ({ quote_id }) => quote_id);
  const troubled = (stream: unknown): boolean =>
    typeof stream === 'string' && (sim.truth.unreadable.has(stream) || sim.truth.tampered.has(stream));
  const over = (row: PlainRow): boolean => typeof row.expires_at === 'number' && row.expires_at * 1000 < sim.now;
  const counts = (row: PlainRow): boolean => !over(row) && !troubled(row.quote_id);
  const wanted = sortedRows([...streams].flatMap(([stream, events]) => slowRows(stream, events)).filter(counts));
  const made = sortedRows((await storedRows(sim.outside.readModels)).filter(counts));
  const [inModel, inLog] = [new Set(made), new Set(wanted)];
  return [
    ...made.filter(row => !inLog.has(row)).map(row => `stands in a read model and not in the log: ${row}`),
    ...wanted.filter(row => !inModel.has(row)).map(row => `stands in the log and in no read model: ${row}`),
  ];
};

const storedRows = async (models: Pick<ReadModels, 'all'>): Promise<readonly PlainRow[]> => {
  const rows = [await allRows(models, 'nudges'), await allRows(models, 'reply'), await allRows(models, 'approvals')];
  return rows.flat().map(row => ({ ...row }));
};

/** Two mails with the same bytes, or the same id of the same sender, are one: one event, one letter. */
const onceEach: Check = async (run, { quotes }) => {
  const faults: string[] = [];
  const twins = Map.groupBy(
    run.customers.taken.filter(({ twinOf }) => twinOf !== null),
    ({ twinOf }) => twinOf ?? '',
  );
  for (const [first, mails] of twins) {
    const ids = new Set([first, ...mails.map(({ id }) => id)]);
    for (const [stream, events] of quotes) {
      const received = events.filter(event => event.type === 'ReplyReceived' && ids.has(event.data.replyId));
      if (received.length > 1) faults.push(`${first} counts ${received.length} times as a reply about ${stream}`);
    }
  }
  return faults;
};

/** P9 The daily check is idempotent: one offer a quote and a contact on a day, one end of the day. */
const oncePerDay: Check = async ({ sim }, { quotes }) => {
  const faults: string[] = [];
  const plans = [...quotes.values()].flat().flatMap(event => {
    // A rep may ask for a step at any time; the day of its contact is kept at the send.
    if (event.type !== 'MovePlanned' || 'user' in event.by) return [];
    const row = quotes
      .get(event.stream)
      ?.findLast(one => (one.type === 'QuoteListed' || one.type === 'QuoteRevised') && one.place < event.place);
    const contact = row?.type === 'QuoteListed' || row?.type === 'QuoteRevised' ? row.data.facts.contactRef : '';
    const { checked } = event.data;
    return [{ quote: `${event.stream} on ${checked}`, contact: `${contact} on ${checked}`, place: event.place }];
  });
  for (const by of ['quote', 'contact'] as const)
    for (const [name, offers] of Map.groupBy(plans, plan => plan[by])) {
      if (offers.length < 2) continue;
      const runs = new Set(offers.map(({ place }) => sim.truth.runOf(place)));
      const how = runs.size < offers.length ? ' by checks side by side' : '';
      faults.push(`${by} ${name} was offered ${offers.length} times${how}`);
    }
  const ends = sim.durable.log.filter(({ action }) => action === 'DayChecked');
  for (const [stream, events] of Map.groupBy(ends, ({ quote_id }) => quote_id))
    if (events.length > 1) faults.push(`${stream} ended ${events.length} times`);
  return faults;
};

const REF_KEY = new Uint8Array(32).fill(9);

/** P12 Nobody approves without the token that was mailed to them; a token is worthless once its decision is made or late. */
const onlyByToken: Check = async ({ sim }, { quotes }) => {
  const faults: string[] = [];
  const mailed = lettersOf(sim);
  for (const [stream, events] of quotes)
    for (const event of events) {
      if (!('user' in event.by)) continue;
      const ref = referenceOf(REF_KEY, event.by.user);
      const name = `${stream}: ${event.type} by ${event.by.user}`;
      const alive = mailed.filter(
        ({ recipientRef, expiresAt, place }) => recipientRef === ref && expiresAt >= event.ts && place < event.place,
      );
      if (alive.length === 0) faults.push(`${name} without a token that still decides`);
      if (!DECIDING.has(event.type) || !('draftId' in event.data)) continue;
      const { draftId } = event.data;
      // The link of the day’s mail opens all of the rep’s drafts.
      const own = alive.filter(
        letter => (letter.stream === stream && letter.draftId === draftId) || letter.stream.startsWith('~period/'),
      );
      if (own.length === 0) faults.push(`${name} without a token for ${draftId}`);
      if (event.type === 'DraftApproved' && !own.some(({ tokenHash }) => tokenHash === event.data.tokenHash))
        faults.push(`${name} with somebody else’s token`);
      const settled = events.find(
        one =>
          SETTLING.has(one.type) && 'draftId' in one.data && one.data.draftId === draftId && one.place < event.place,
      );
      if (settled) faults.push(`${name} after ${settled.type}`);
    }
  return faults;
};

interface Letter {
  readonly stream: string;
  readonly place: number;
  readonly recipientRef: string;
  readonly expiresAt: string;
  readonly tokenHash: string;
  readonly draftId: string | null;
}

/** Every token that was ever mailed: to whom, and until when it decides. */
const lettersOf = (sim: Stage['sim']): readonly Letter[] =>
  sim.durable.log.flatMap(({ quote_id, data }, place) => {
    const of: Readonly<Record<string, unknown>> = typeof data === 'object' ? { ...data } : {};
    const { recipientRef, expiresAt, tokenHash, draftId } = of;
    if (typeof recipientRef !== 'string' || typeof expiresAt !== 'string' || typeof tokenHash !== 'string') return [];
    const about = typeof draftId === 'string' ? draftId : null;
    return [{ stream: quote_id, place, recipientRef, expiresAt, tokenHash, draftId: about }];
  });

const DECIDING = new Set(['DraftApproved', 'ApprovalCancelled', 'DraftEdited', 'DraftSkipped']);
const SETTLING = new Set(['NudgeSent', 'DraftSkipped', 'DraftVoided', 'DraftLapsed', 'SendRefused', 'SendGivenUp']);

/** What can only be asked once everything has come to rest. */
export const restingPromises: Readonly<Partial<Record<PromiseName | 'whole', Check>>> = {
  P6: async (run, told) => [...(await noneLost(run, told)), ...(await onceEach(run, told))],
  P7: wholeLog(false),
  P8: wholeLog(true),
  P9: oncePerDay,
  P12: onlyByToken,
  /** Nothing is left half done: the sweep finds no work. */
  whole: async ({ sim }) => {
    // Of a stream that it cannot read the sweep tells by failing.
    if (sim.truth.unreadable.size + sim.truth.tampered.size > 0) return [];
    const before = sim.durable.log.length;
    const { tasks } = await sweeper(sim.outside)();
    const done = sim.durable.log.slice(before).map(({ event_id, action }) => `${event_id} ${action}`);
    return tasks === 0 ? [] : [`${tasks} things were left half done: ${done.join()}`];
  },
};
