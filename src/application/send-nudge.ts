import * as E from 'fp-ts/lib/Either.js';
import { standingOf, takeDay } from '../aggregates/contact/contact.ts';
import { refuse } from '../aggregates/decision.ts';
import { faultKey } from '../aggregates/integrity.ts';
import { voidDraft } from '../aggregates/quote/draft.ts';
import {
  claimSend,
  deferredTooLong,
  deferSend,
  type Gate,
  gate,
  recordRefused,
  recordSent,
  returnClaim,
} from '../aggregates/quote/send.ts';
import type { Draft, QuoteState } from '../aggregates/quote/state.ts';
import { mayLeaveAt, nextAllowedMinute, wallClock } from '../cadence/next-allowed-minute.ts';
import { ownerOf } from '../cadence/owner.ts';
import type { StoredEvent } from '../events/envelope.ts';
import { aboutDraft, newestAbout } from '../events/flow.ts';
import { quoteStream } from '../events/stream-name.ts';
import type { SendResult } from '../ports/mailer.ts';
import { type Business, readBusiness } from './business.ts';
import { factsOfRow } from './facts-of-row.ts';
import { type Integrity, isStopped, readIntegrity, recordFaults, storedFault } from './integrity.ts';
import { keepClaim, keepOutcome, plannedIn, wasForgotten } from './kept-claims.ts';
import type { Loaded } from './load.ts';
import { type Claimed, nudgeOf } from './nudge-out.ts';
import { decideContact, decideQuote, draftTextAt, loadContact, loadQuote, personalFacts } from './quotes.ts';
import { systemFault } from './system-log.ts';
import { keyFaults, keysOnce } from './verify-faults.ts';
import type { World } from './world.ts';

const SENDER = { system: 'sender' } as const;
const HAND_OVER_MS = 30_000;
/** A throttled hand-over is tried again after this long. */
const THROTTLE_PAUSE_MS = 5 * 60_000;
const MOST_ROUNDS = 20;

export type SendOutcome = 'sent' | 'deferred' | 'voided' | 'refused' | 'throttled' | 'unknown' | 'nothing-to-send';

/**
 * Sends an approved draft, if every gate is open at this moment. The order is what makes it at most once: gates on
 * consistent reads → the contact's day → claim at the version the gates read → hand over once → record. Whatever
 * lands in between makes the claim lose its race, and the gates are asked again.
 */
export const sendApproved = async (world: World, quoteId: string): Promise<SendOutcome> => {
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const business = await readBusiness(world);
    const loaded = await loadQuote(world, quoteId);
    const { draft } = loaded.state;
    if (draft?.status !== 'approved' || draft.sendAfter === null) return 'nothing-to-send';
    if (business.now.toISOString() < draft.sendAfter) return 'nothing-to-send';
    const answer = await askGates(world, business, quoteId, loaded, draft);
    if (answer.kind !== 'open') return putOff(world, business, quoteId, loaded, draft, answer);
    const claimed = await claim(world, business, quoteId, loaded, draft);
    if (claimed !== 'again') return claimed === null ? 'nothing-to-send' : handOver(world, business, quoteId, claimed);
  }
  world.log('error', 'SendContended');
  return 'nothing-to-send';
};

const askGates = async (
  world: World,
  business: Business,
  quoteId: string,
  loaded: Loaded<QuoteState>,
  draft: Draft,
): Promise<Gate> => {
  const { state } = loaded;
  const { policy, mirror, now, today } = business;
  const contactRef = state.facts?.contactRef ?? '';
  const integrity = await readIntegrity(world);
  const [contact, broken, paused, forgotten, refKey] = await Promise.all([
    loadContact(world, contactRef),
    sealsBroken(world, integrity, quoteStream(quoteId), loaded.stored),
    isPaused(world),
    wasForgotten(world, quoteId, loaded),
    world.secrets.refKey(),
  ]);
  if (forgotten) world.log('error', 'LogRestored', { stream: quoteStream(quoteId) });
  const row = mirror.rows.get(quoteStream(quoteId));
  return gate(state, {
    now,
    policy,
    contact: standingOf(contact.state),
    dayTakenBy: contact.state.days[today] ?? null,
    quoteId: quoteStream(quoteId),
    rowFactsHash: row ? factsOfRow(row, refKey).facts.factsHash : null,
    rowStatus: row?.status ?? 'open',
    sheetVersion: mirror.sheetVersion,
    rowOwner: row ? ownerOf(row, policy).owner : draft.owner,
    mirrorAgeMs: now.getTime() - mirror.readAt.getTime(),
    paused,
    forgotten,
    logChanged: broken || isStopped(integrity, quoteStream(quoteId), contactRef),
  });
};

/** The pause switch, or a log of the settings that cannot be read: then nobody knows what is in force. */
const isPaused = async (world: World): Promise<boolean> =>
  (await world.configSource.paused()) || (await systemFault(world)) !== null;

/** True where a key is gone or another one: what was approved could not be read when it is handed over. */
const sealsBroken = async (
  world: World,
  { state }: Integrity,
  stream: string,
  events: readonly StoredEvent[],
): Promise<boolean> => {
  const found = await keyFaults(keysOnce(world.keys), { stream, events }, async () => true);
  const open = found.filter(fault => !state.faults[faultKey(fault)]?.answered);
  await recordFaults(world, SENDER.system, open.map(storedFault));
  return open.length > 0;
};

const putOff = async (
  world: World,
  { now }: Business,
  quoteId: string,
  loaded: Loaded<QuoteState>,
  draft: Draft,
  answer: Exclude<Gate, { kind: 'open' }>,
): Promise<SendOutcome> => {
  const over = answer.kind === 'defer' && deferredTooLong(loaded.state, answer.until, now);
  if (answer.kind === 'void' || over) {
    const reason = over ? `deferred for over seven days: ${answer.reason}` : answer.reason;
    await decideQuote(world, quoteId, {
      actor: SENDER,
      loaded,
      decide: state => voidDraft(state, { draftId: draft.id, reason, opens: true }),
    });
    return 'voided';
  }
  const { until, reason } = answer;
  await decideQuote(world, quoteId, {
    actor: SENDER,
    loaded,
    decide: state => deferSend(state, { draftId: draft.id, until, reason }),
  });
  await wakeAt(world, quoteId, draft, until);
  return 'deferred';
};

/** The sweep heals a lost one-off, so this may fail without harm. */
export const wakeAt = async (
  world: Pick<World, 'oneOffs' | 'log'>,
  quoteId: string,
  draft: Pick<Draft, 'id' | 'move'>,
  at: Date,
): Promise<void> => {
  try {
    await world.oneOffs.at(`send/${quoteStream(quoteId)}/${draft.id}`, at, {
      quoteId: quoteStream(quoteId),
      draftId: draft.id,
      move: draft.move,
      eventId: '',
    });
  } catch (error) {
    world.log('warn', 'OneOffFailed', { error: error instanceof Error ? error.name : 'unknown' });
  }
};

/** Day, then claim. `again`: something happened since the gates looked; null: nothing is left to send. */
const claim = async (
  world: World,
  { today }: Business,
  quoteId: string,
  loaded: Loaded<QuoteState>,
  draft: Draft,
): Promise<Claimed | 'again' | null> => {
  const key = quoteStream(quoteId);
  const day = await decideContact(world, loaded.state.facts?.contactRef ?? '', {
    actor: SENDER,
    cause: newestAbout(loaded.stored, [aboutDraft(draft.id)]),
    decide: state => takeDay(state, { date: today, quoteId: key, draftId: draft.id }),
  });
  if (E.isLeft(day)) return 'again';
  const claimId = `${draft.id}.${Buffer.from(world.random(6)).toString('hex')}`;
  const seen = loaded.version;
  const result = await decideQuote(world, quoteId, {
    actor: SENDER,
    loaded,
    cause: day.right.events[0],
    decide: state =>
      state.version === seen
        ? claimSend(state, { draftId: draft.id, claim: claimId, day: today })
        : refuse('Moved', 'the quote changed since the gates looked'),
  });
  if (E.isLeft(result)) return result.left.refusal === 'Moved' ? 'again' : null;
  return { loaded: result.right, draft, claim: claimId };
};

const handOver = async (world: World, business: Business, quoteId: string, claimed: Claimed): Promise<SendOutcome> => {
  const { loaded, draft, claim: claimId } = claimed;
  const planned = plannedIn(loaded.stored, draft.id);
  if (!planned) throw new Error('a claimed send was planned');
  await keepClaim(world, {
    quote: quoteStream(quoteId),
    claim: claimId,
    at: business.now.toISOString(),
    day: business.today,
    planned,
  });
  const [text, personal] = await Promise.all([
    draftTextAt(world, loaded.stored, draft.textVersion),
    personalFacts(world, loaded),
  ]);
  const readable = text !== null && text !== 'erased' && personal !== null && personal !== 'erased';
  if (!readable)
    return record(world, business, quoteId, claimed, { kind: 'refused', reason: 'the contact was erased' });
  const mail = await nudgeOf(world, business, quoteId, claimed, { text, personal });
  const late = await lastLook(world, business, loaded);
  const result: SendResult =
    late === null ? await world.mailer.send(mail, { timeoutMs: HAND_OVER_MS }) : { kind: 'throttled', reason: late };
  const outcome = await record(world, business, quoteId, claimed, result);
  await keepOutcome(world, quoteId, claimId, result);
  return outcome;
};

/**
 * Between the gates and this line a laptop may have slept or a process stood still, and the contact's stream may have
 * learnt of a stop after the day was taken. Why the claim is given back instead of handed over; null when all is well.
 */
const lastLook = async (
  world: World,
  { now: looked, today, policy }: Business,
  { state }: Loaded<QuoteState>,
): Promise<string | null> => {
  const contact = await loadContact(world, state.facts?.contactRef ?? '');
  if (standingOf(contact.state) !== 'fine') return 'the contact was closed meanwhile';
  // The clock is read last: what is read before it may take time.
  const now = world.clock.now();
  const stoodStill = now.getTime() - looked.getTime() > HAND_OVER_MS;
  const otherDay = wallClock(now, policy.timezone).date !== today;
  return stoodStill || otherDay || !mayLeaveAt(now, policy) ? 'the moment has passed' : null;
};

const record = async (
  world: World,
  { policy, today }: Business,
  quoteId: string,
  { loaded, draft, claim: claimId }: Claimed,
  result: SendResult,
): Promise<SendOutcome> => {
  const { stepIndex, move } = draft;
  const recipientRef = loaded.state.facts?.contactRef ?? '';
  const flow = newestAbout(loaded.stored, [aboutDraft(draft.id)])?.correlation_id ?? '';
  const act = (decide: Parameters<typeof decideQuote>[2]['decide']) =>
    decideQuote(world, quoteId, { actor: SENDER, decide });
  switch (result.kind) {
    case 'sent':
      await act(state =>
        recordSent(state, {
          draftId: draft.id,
          claim: claimId,
          stepIndex,
          move,
          day: today,
          recipientRef,
          messageId: result.messageId,
          via: 'email',
          how: 'send',
        }),
      );
      return 'sent';
    case 'refused':
      await act(state => recordRefused(state, { draftId: draft.id, claim: claimId, reason: result.reason }));
      return 'refused';
    case 'throttled': {
      world.log('warn', 'HandOverPutOff', { outcome: result.kind, reason: result.reason, flow });
      const now = world.clock.now();
      const until = nextAllowedMinute(new Date(now.getTime() + THROTTLE_PAUSE_MS), policy) ?? now;
      await act(state =>
        returnClaim(state, { draftId: draft.id, claim: claimId, reason: result.reason, until: until.toISOString() }),
      );
      await wakeAt(world, quoteId, draft, until);
      return 'throttled';
    }
    case 'unknown':
      // Left claimed: after ten minutes the sweep calls it unknown, unless a delivery event says that it arrived.
      world.log('warn', 'HandOverUnknown', { reason: result.reason, flow });
      return 'unknown';
  }
};
