import * as E from 'fp-ts/lib/Either.js';
import { standingOf } from '../aggregates/contact.ts';
import { lapseDraft, voidDraft } from '../aggregates/quote/draft.ts';
import { endHoldOnItsDay } from '../aggregates/quote/hold.ts';
import { type PendingTask, pendingTasks } from '../aggregates/quote/pending-tasks.ts';
import { failWriteBack, pickUpDue, resumeChain, writeBack } from '../aggregates/quote/reply.ts';
import { callUnknown, recordSent } from '../aggregates/quote/send.ts';
import type { QuoteState } from '../aggregates/quote/state.ts';
import { standInFor } from '../cadence/owner.ts';
import type { Loaded } from '../event-store/load.ts';
import { quoteStream } from '../events/stream-id.ts';
import { isLocalDate } from '../kernel/local-date.ts';
import { referenceOf } from '../kernel/references.ts';
import { atThisInstant, type BusinessContext, loadBusinessContext, ownershipOf } from './business-context.ts';
import type { Dependencies } from './dependencies.ts';
import { lazy } from './lazy.ts';
import { decideQuote, loadContact, loadQuote } from './quotes.ts';
import { awaitingDayMail } from './reports/day-mail.ts';

const drafting = lazy(() => import('./nudges/write-draft.ts'));
const draftMailing = lazy(() => import('./nudges/mail-draft.ts'));
const sending = lazy(() => import('./nudges/send-nudge.ts'));
const ledger = lazy(() => import('./nudges/send-ledger.ts'));
const labelling = lazy(() => import('./replies/label-reply.ts'));
const notices = lazy(() => import('./notifications/notify.ts'));

const SWEEP = { system: 'sweep' } as const;
/** More steps than any quote can ask for in a row; past them something asks for ever, and the sweep comes again. */
const MAX_STEPS = 25;

/**
 * Brings a quote to rest: whatever it still asks for is done, one task after another, each on a fresh look at the
 * quote. Called by whoever changed something, and by the sweep for what a crash left behind; so every path ends in the
 * same code. What is in force is read once: a send reads it again for its gates.
 */
export const runPendingTasks = async (
  deps: Dependencies,
  quoteId: string,
  given?: BusinessContext,
): Promise<readonly PendingTask[]> => (await carriedOn(deps, quoteId, given)).done;

/** What was done, and the quote as it was found when nothing more was left. */
export interface CarriedOn {
  readonly done: readonly PendingTask[];
  readonly rests: Loaded<QuoteState> | null;
}

export const carriedOn = async (deps: Dependencies, quoteId: string, given?: BusinessContext): Promise<CarriedOn> => {
  const done: PendingTask[] = [];
  const seen = new Set<string>();
  const read = given ?? (await loadBusinessContext(deps));
  for (let step = 0; step < MAX_STEPS; step++) {
    const business = step === 0 ? read : atThisInstant(read, deps.clock);
    const loaded = await loadQuote(deps, quoteId);
    const tasks = await tasksOf(deps, business, loaded);
    if (tasks.length === 0) return { done, rests: loaded };
    const task = tasks.find(one => !seen.has(JSON.stringify(one)));
    if (!task) break;
    seen.add(JSON.stringify(task));
    await perform(deps, business, quoteId, loaded, task);
    done.push(task);
  }
  return { done, rests: null };
};

/** Everything a quote asks for by what is in force at the business's instant; or would ask for, were no day's mail to come. */
export const tasksOf = async (
  deps: Dependencies,
  business: BusinessContext,
  { state }: Loaded<QuoteState>,
  awaiting: typeof awaitingDayMail = awaitingDayMail,
): Promise<readonly PendingTask[]> => {
  const { policy, now, today } = business;
  if (!state.facts) return [];
  const [contact, refKey] = await Promise.all([loadContact(deps, state.facts.contactRef), deps.secrets.refKey()]);
  const standIn = standInFor(state.draft?.owner ?? policy.admin.toLowerCase(), policy, today);
  const standInRef = referenceOf(refKey, standIn);
  const adminRef = referenceOf(refKey, policy.admin);
  const { owner } = ownershipOf(state, business);
  const ownerRef = referenceOf(refKey, standInFor(owner, policy, today));
  return pendingTasks(state, {
    now,
    policy,
    contact: standingOf(contact.state),
    standInRef,
    adminRef,
    owner,
    ownerRef,
    awaitingDayMail: await awaiting(deps, business, state, [standInRef, adminRef, ownerRef]),
  });
};

/** A delivery event that came while the stream could not be read left its outcome beside the log: it settles the send. */
const settledByLedger = async (
  deps: Dependencies,
  { today }: BusinessContext,
  quoteId: string,
  loaded: Loaded<QuoteState>,
): Promise<boolean> => {
  const { draft, facts } = loaded.state;
  if (!draft?.claim || !facts) return false;
  const { id: draftId, stepIndex, move, claim } = draft;
  const { claimOf, outcomeOf } = await ledger();
  const outcome = await outcomeOf(deps, quoteId, claim.id);
  if (outcome?.kind !== 'sent') return false;
  const day = (await claimOf(deps, quoteId, claim.id))?.day ?? '';
  const settled = await decideQuote(deps, quoteId, {
    actor: SWEEP,
    loaded,
    decide: state =>
      recordSent(state, {
        draftId,
        claim: claim.id,
        stepIndex,
        move,
        day: isLocalDate(day) ? day : today,
        recipientRef: facts.contactRef,
        messageId: outcome.messageId,
        via: 'email',
        how: 'delivery-event',
      }),
  });
  return E.isRight(settled);
};

/** What a task takes is loaded with the first of its kind: a function that only looks starts without reading mail. */
const perform = async (
  deps: Dependencies,
  business: BusinessContext,
  quoteId: string,
  loaded: Loaded<QuoteState>,
  task: PendingTask,
): Promise<void> => {
  const { draft } = loaded.state;
  const act = (decide: Parameters<typeof decideQuote>[2]['decide']) =>
    decideQuote(deps, quoteId, { actor: SWEEP, loaded, decide });
  switch (task.kind) {
    case 'void-draft':
      await act(state => voidDraft(state, { draftId: draft?.id ?? '', reason: task.reason, opens: true }));
      return;
    case 'lapse-draft':
      await act(state => lapseDraft(state, { now: business.now }));
      return;
    case 'write-draft':
      if (draft) await (await drafting()).writePlannedDraft(deps, business, quoteId, loaded, draft);
      return;
    case 'mail-draft':
      await (await draftMailing()).mailWaitingDraft(deps, business, quoteId, loaded, task);
      return;
    case 'send':
      await (await sending()).sendApproved(deps, quoteId);
      return;
    case 'call-unknown':
      if (await settledByLedger(deps, business, quoteId, loaded)) return;
      // An alarm hangs on this line, and whoever held the claim may have died without one.
      deps.log('warn', 'HandOverUnknown', { reason: 'nobody told within ten minutes' });
      await act(state => callUnknown(state, { now: business.now }));
      return;
    case 'label-reply':
      await (await labelling()).labelReceived(deps, business, quoteId, task.replyId);
      return;
    case 'notify':
      await (await notices()).notify(deps, business, quoteId, loaded, task);
      return;
    case 'resend':
      if (task.letter.startsWith('draft/'))
        await (await draftMailing()).remailDraft(deps, business, quoteId, loaded, task.letter);
      else await (await notices()).renotify(deps, business, quoteId, loaded, task.letter);
      return;
    case 'resume':
      await act(state =>
        pickUpDue(state, business.today) ? resumeChain(state, { from: task.from, automatic: true }) : E.right(null),
      );
      return;
    case 'end-hold':
      await act(state => endHoldOnItsDay(state, business.today));
      return;
    case 'write-back':
      await writeBackNow(deps, business, quoteId, loaded);
  }
};

/**
 * What a person decided here goes into the sheet. A failure is recorded: the decision stands, the owner is told which
 * cell to change, and it is tried again, after ever longer pauses. Why it failed, or null.
 */
export const writeBackNow = async (
  deps: Dependencies,
  { mirror }: Pick<BusinessContext, 'mirror'>,
  quoteId: string,
  { state }: Pick<Loaded<QuoteState>, 'state'>,
): Promise<string | null> => {
  if (!state.unwritten) return null;
  const { field, value } = state.unwritten;
  const outcome = await deps.sheetWriter.write(quoteStream(quoteId), field, value).catch((error: unknown) => {
    deps.log('warn', 'CellWriteFailed', { error: error instanceof Error ? error.name : 'unknown' });
    return { problem: 'writing ended without an answer' };
  });
  await decideQuote(deps, quoteId, {
    actor: SWEEP,
    decide: now =>
      'version' in outcome
        ? writeBack(now, { value, sheetVersion: outcome.version + mirror.ahead })
        : failWriteBack(now, { value, problem: outcome.problem }),
  });
  return outcome.problem;
};

/** An approval waits two minutes, then the gates: the one-off wakes the sender then. */
export const wakeForSend = async (deps: Dependencies, quoteId: string): Promise<void> => {
  const { state } = await loadQuote(deps, quoteId);
  if (state.draft?.status === 'approved' && state.draft.sendAfter)
    await (await sending()).wakeAt(deps, quoteId, state.draft, new Date(state.draft.sendAfter));
};
