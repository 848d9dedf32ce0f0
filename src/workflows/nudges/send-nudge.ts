import * as E from 'fp-ts/lib/Either.js';
import { standingOf, takeDay } from '../../aggregates/contact.ts';
import { refuse } from '../../aggregates/decider.ts';
import { faultKey } from '../../aggregates/integrity.ts';
import { voidDraft } from '../../aggregates/quote/draft.ts';
import {
  claimSend,
  deferredTooLong,
  deferSend,
  type Gate,
  gate,
  recordRefused,
  recordSent,
  returnClaim,
} from '../../aggregates/quote/send.ts';
import type { Draft, QuoteState } from '../../aggregates/quote/state.ts';
import { ownerOf } from '../../cadence/owner.ts';
import { mayLeaveAt, nextAllowedMinute, wallClock } from '../../cadence/sending-hours.ts';
import type { Loaded } from '../../event-store/load.ts';
import { aboutDraft, newestAbout } from '../../events/flow.ts';
import type { StoredEvent } from '../../events/stored-event.ts';
import { quoteStream } from '../../events/stream-id.ts';
import type { SendResult } from '../../ports/mail.ts';
import { type Integrity, isStopped, readIntegrity, recordFaults, storedFault } from '../audit/integrity.ts';
import { keyFaults, keysOnce } from '../audit/verify.ts';
import { type BusinessContext, loadBusinessContext } from '../business-context.ts';
import type { Dependencies } from '../dependencies.ts';
import { systemFault } from '../installation-log.ts';
import { decideContact, decideQuote, draftTextAt, loadContact, loadQuote, personalFacts } from '../quotes.ts';
import { factsOfRow } from '../sheet-sync/facts-of-row.ts';
import { buildNudgeMail, type Claimed } from './nudge-mail.ts';
import { isMissingFromLog, plannedIn, recordClaim, recordOutcome } from './send-ledger.ts';

const SENDER = { system: 'sender' } as const;
const HAND_OVER_MS = 30_000;
/** A throttled hand-over is tried again after this long. */
const THROTTLE_PAUSE_MS = 5 * 60_000;
const MAX_ROUNDS = 20;

export type SendOutcome = 'sent' | 'deferred' | 'voided' | 'refused' | 'throttled' | 'unknown' | 'nothing-to-send';

/**
 * Sends an approved draft, if every gate is open at this moment. The order is what makes it at most once: gates on
 * consistent reads → the contact's day → claim at the version the gates read → hand over once → record. Whatever
 * lands in between makes the claim lose its race, and the gates are asked again.
 */
export const sendApproved = async (deps: Dependencies, quoteId: string): Promise<SendOutcome> => {
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const business = await loadBusinessContext(deps);
    const loaded = await loadQuote(deps, quoteId);
    const { draft } = loaded.state;
    if (draft?.status !== 'approved' || draft.sendAfter === null) return 'nothing-to-send';
    if (business.now.toISOString() < draft.sendAfter) return 'nothing-to-send';
    const answer = await askGates(deps, business, quoteId, loaded, draft);
    if (answer.kind !== 'open') return deferOrVoid(deps, business, quoteId, loaded, draft, answer);
    const claimed = await claim(deps, business, quoteId, loaded, draft);
    if (claimed !== 'again') return claimed === null ? 'nothing-to-send' : deliver(deps, business, quoteId, claimed);
  }
  deps.log('error', 'SendContended');
  return 'nothing-to-send';
};

const askGates = async (
  deps: Dependencies,
  business: BusinessContext,
  quoteId: string,
  loaded: Loaded<QuoteState>,
  draft: Draft,
): Promise<Gate> => {
  const { state } = loaded;
  const { policy, mirror, now, today } = business;
  const contactRef = state.facts?.contactRef ?? '';
  const integrity = await readIntegrity(deps);
  const [contact, broken, paused, forgotten, refKey] = await Promise.all([
    loadContact(deps, contactRef),
    sealsBroken(deps, integrity, quoteStream(quoteId), loaded.stored),
    isPaused(deps),
    isMissingFromLog(deps, quoteId, loaded),
    deps.secrets.refKey(),
  ]);
  if (forgotten) deps.log('error', 'LogRestored', { stream: quoteStream(quoteId) });
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
const isPaused = async (deps: Dependencies): Promise<boolean> =>
  (await deps.configSource.paused()) || (await systemFault(deps)) !== null;

/** True where a key is gone or another one: what was approved could not be read when it is handed over. */
const sealsBroken = async (
  deps: Dependencies,
  { state }: Integrity,
  stream: string,
  events: readonly StoredEvent[],
): Promise<boolean> => {
  const found = await keyFaults(keysOnce(deps.keys), { stream, events }, async () => true);
  const open = found.filter(fault => !state.faults[faultKey(fault)]?.answered);
  await recordFaults(deps, SENDER.system, open.map(storedFault));
  return open.length > 0;
};

const deferOrVoid = async (
  deps: Dependencies,
  { now }: BusinessContext,
  quoteId: string,
  loaded: Loaded<QuoteState>,
  draft: Draft,
  answer: Exclude<Gate, { kind: 'open' }>,
): Promise<SendOutcome> => {
  const over = answer.kind === 'defer' && deferredTooLong(loaded.state, answer.until, now);
  if (answer.kind === 'void' || over) {
    const reason = over ? `deferred for over seven days: ${answer.reason}` : answer.reason;
    await decideQuote(deps, quoteId, {
      actor: SENDER,
      loaded,
      decide: state => voidDraft(state, { draftId: draft.id, reason, opens: true }),
    });
    return 'voided';
  }
  const { until, reason } = answer;
  await decideQuote(deps, quoteId, {
    actor: SENDER,
    loaded,
    decide: state => deferSend(state, { draftId: draft.id, until, reason }),
  });
  await wakeAt(deps, quoteId, draft, until);
  return 'deferred';
};

/** The sweep heals a lost one-off, so this may fail without harm. */
export const wakeAt = async (
  deps: Pick<Dependencies, 'oneOffs' | 'log'>,
  quoteId: string,
  draft: Pick<Draft, 'id' | 'move'>,
  at: Date,
): Promise<void> => {
  try {
    await deps.oneOffs.at(`send/${quoteStream(quoteId)}/${draft.id}`, at, {
      quoteId: quoteStream(quoteId),
      draftId: draft.id,
      move: draft.move,
      eventId: '',
    });
  } catch (error) {
    deps.log('warn', 'OneOffFailed', { error: error instanceof Error ? error.name : 'unknown' });
  }
};

/** Day, then claim. `again`: something happened since the gates looked; null: nothing is left to send. */
const claim = async (
  deps: Dependencies,
  { today }: BusinessContext,
  quoteId: string,
  loaded: Loaded<QuoteState>,
  draft: Draft,
): Promise<Claimed | 'again' | null> => {
  const key = quoteStream(quoteId);
  const day = await decideContact(deps, loaded.state.facts?.contactRef ?? '', {
    actor: SENDER,
    cause: newestAbout(loaded.stored, [aboutDraft(draft.id)]),
    decide: state => takeDay(state, { date: today, quoteId: key, draftId: draft.id }),
  });
  if (E.isLeft(day)) return 'again';
  const claimId = `${draft.id}.${Buffer.from(deps.random(6)).toString('hex')}`;
  const seen = loaded.version;
  const result = await decideQuote(deps, quoteId, {
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

const deliver = async (
  deps: Dependencies,
  business: BusinessContext,
  quoteId: string,
  claimed: Claimed,
): Promise<SendOutcome> => {
  const { loaded, draft, claim: claimId } = claimed;
  const planned = plannedIn(loaded.stored, draft.id);
  if (!planned) throw new Error('a claimed send was planned');
  await recordClaim(deps, {
    quote: quoteStream(quoteId),
    claim: claimId,
    at: business.now.toISOString(),
    day: business.today,
    planned,
  });
  const [text, personal] = await Promise.all([
    draftTextAt(deps, loaded.stored, draft.textVersion),
    personalFacts(deps, loaded),
  ]);
  const readable = text !== null && text !== 'erased' && personal !== null && personal !== 'erased';
  if (!readable) return record(deps, business, quoteId, claimed, { kind: 'refused', reason: 'the contact was erased' });
  const mail = await buildNudgeMail(deps, business, quoteId, claimed, { text, personal });
  const late = await recheck(deps, business, loaded);
  const result: SendResult =
    late === null ? await deps.mailer.send(mail, { timeoutMs: HAND_OVER_MS }) : { kind: 'throttled', reason: late };
  const outcome = await record(deps, business, quoteId, claimed, result);
  await recordOutcome(deps, quoteId, claimId, result);
  return outcome;
};

/**
 * Between the gates and this line a laptop may have slept or a process stood still, and the contact's stream may have
 * learnt of a stop after the day was taken. Why the claim is given back instead of handed over; null when all is well.
 */
const recheck = async (
  deps: Dependencies,
  { now: looked, today, policy }: BusinessContext,
  { state }: Loaded<QuoteState>,
): Promise<string | null> => {
  const contact = await loadContact(deps, state.facts?.contactRef ?? '');
  if (standingOf(contact.state) !== 'fine') return 'the contact was closed meanwhile';
  // The clock is read last: what is read before it may take time.
  const now = deps.clock.now();
  const stoodStill = now.getTime() - looked.getTime() > HAND_OVER_MS;
  const otherDay = wallClock(now, policy.timezone).date !== today;
  return stoodStill || otherDay || !mayLeaveAt(now, policy) ? 'the moment has passed' : null;
};

const record = async (
  deps: Dependencies,
  { policy, today }: BusinessContext,
  quoteId: string,
  { loaded, draft, claim: claimId }: Claimed,
  result: SendResult,
): Promise<SendOutcome> => {
  const { stepIndex, move } = draft;
  const recipientRef = loaded.state.facts?.contactRef ?? '';
  const flow = newestAbout(loaded.stored, [aboutDraft(draft.id)])?.correlation_id ?? '';
  const act = (decide: Parameters<typeof decideQuote>[2]['decide']) =>
    decideQuote(deps, quoteId, { actor: SENDER, decide });
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
      deps.log('warn', 'HandOverPutOff', { outcome: result.kind, reason: result.reason, flow });
      const now = deps.clock.now();
      const until = nextAllowedMinute(new Date(now.getTime() + THROTTLE_PAUSE_MS), policy) ?? now;
      await act(state =>
        returnClaim(state, { draftId: draft.id, claim: claimId, reason: result.reason, until: until.toISOString() }),
      );
      await wakeAt(deps, quoteId, draft, until);
      return 'throttled';
    }
    case 'unknown':
      // Left claimed: after ten minutes the sweep calls it unknown, unless a delivery event says that it arrived.
      deps.log('warn', 'HandOverUnknown', { reason: result.reason, flow });
      return 'unknown';
  }
};
