import * as E from 'fp-ts/lib/Either.js';
import { standingOf } from '../aggregates/contact/contact.ts';
import { lapseDraft, voidDraft } from '../aggregates/quote/draft.ts';
import { endHoldOnItsDay, failWriteBack, pickUpDue, resumeChain, writeBack } from '../aggregates/quote/reply.ts';
import { callUnknown } from '../aggregates/quote/send.ts';
import type { QuoteState } from '../aggregates/quote/state.ts';
import { type Task, todo } from '../aggregates/quote/todo.ts';
import { standInFor } from '../cadence/owner.ts';
import { quoteStream } from '../events/stream-name.ts';
import { referenceOf } from '../kernel/references.ts';
import { atThisInstant, type Business, readBusiness } from './business.ts';
import { awaitingDayMail } from './day-mail.ts';
import type { Loaded } from './load.ts';
import { loadedLater } from './loaded-later.ts';
import { ownershipOf } from './ownership-of.ts';
import { decideQuote, loadContact, loadQuote } from './quotes.ts';
import type { World } from './world.ts';

const drafting = loadedLater(() => import('./write-draft.ts'));
const draftMailing = loadedLater(() => import('./mail-draft.ts'));
const sending = loadedLater(() => import('./send-nudge.ts'));
const labelling = loadedLater(() => import('./label-reply.ts'));
const notices = loadedLater(() => import('./notify.ts'));

const SWEEP = { system: 'sweep' } as const;
/** More steps than any quote can ask for in a row; past them something asks for ever, and the sweep comes again. */
const MOST_STEPS = 25;

/**
 * Brings a quote to rest: whatever it still asks for is done, one task after another, each on a fresh look at the
 * quote. Called by whoever changed something, and by the sweep for what a crash left behind; so every path ends in the
 * same code. What is in force is read once: a send reads it again for its gates.
 */
export const carryOn = async (world: World, quoteId: string, given?: Business): Promise<readonly Task[]> =>
  (await carriedOn(world, quoteId, given)).done;

/** What was done, and the quote as it was found when nothing more was left. */
export interface CarriedOn {
  readonly done: readonly Task[];
  readonly rests: Loaded<QuoteState> | null;
}

export const carriedOn = async (world: World, quoteId: string, given?: Business): Promise<CarriedOn> => {
  const done: Task[] = [];
  const seen = new Set<string>();
  const read = given ?? (await readBusiness(world));
  for (let step = 0; step < MOST_STEPS; step++) {
    const business = step === 0 ? read : atThisInstant(read, world.clock);
    const loaded = await loadQuote(world, quoteId);
    const tasks = await tasksOf(world, business, loaded);
    if (tasks.length === 0) return { done, rests: loaded };
    const task = tasks.find(one => !seen.has(JSON.stringify(one)));
    if (!task) break;
    seen.add(JSON.stringify(task));
    await perform(world, business, quoteId, loaded, task);
    done.push(task);
  }
  return { done, rests: null };
};

/** Everything a quote asks for by what is in force at the business's instant; or would ask for, were no day's mail to come. */
export const tasksOf = async (
  world: World,
  business: Business,
  { state }: Loaded<QuoteState>,
  awaiting: typeof awaitingDayMail = awaitingDayMail,
): Promise<readonly Task[]> => {
  const { policy, now, today } = business;
  if (!state.facts) return [];
  const [contact, refKey] = await Promise.all([loadContact(world, state.facts.contactRef), world.secrets.refKey()]);
  const standIn = standInFor(state.draft?.owner ?? policy.admin.toLowerCase(), policy, today);
  const standInRef = referenceOf(refKey, standIn);
  const adminRef = referenceOf(refKey, policy.admin);
  const { owner } = ownershipOf(state, business);
  const ownerRef = referenceOf(refKey, standInFor(owner, policy, today));
  return todo(state, {
    now,
    policy,
    contact: standingOf(contact.state),
    standInRef,
    adminRef,
    owner,
    ownerRef,
    awaitingDayMail: await awaiting(world, business, state, [standInRef, adminRef, ownerRef]),
  });
};

/** What a task takes is loaded with the first of its kind: a function that only looks starts without reading mail. */
const perform = async (
  world: World,
  business: Business,
  quoteId: string,
  loaded: Loaded<QuoteState>,
  task: Task,
): Promise<void> => {
  const { draft } = loaded.state;
  const act = (decide: Parameters<typeof decideQuote>[2]['decide']) =>
    decideQuote(world, quoteId, { actor: SWEEP, loaded, decide });
  switch (task.kind) {
    case 'void-draft':
      await act(state => voidDraft(state, { draftId: draft?.id ?? '', reason: task.reason, opens: true }));
      return;
    case 'lapse-draft':
      await act(state => lapseDraft(state, { now: business.now }));
      return;
    case 'write-draft':
      if (draft) await (await drafting()).writePlannedDraft(world, business, quoteId, loaded, draft);
      return;
    case 'mail-draft':
      await (await draftMailing()).mailWaitingDraft(world, business, quoteId, loaded, task);
      return;
    case 'send':
      await (await sending()).sendApproved(world, quoteId);
      return;
    case 'call-unknown':
      // An alarm hangs on this line, and whoever held the claim may have died without one.
      world.log('warn', 'HandOverUnknown', { reason: 'nobody told within ten minutes' });
      await act(state => callUnknown(state, { now: business.now }));
      return;
    case 'label-reply':
      await (await labelling()).labelReceived(world, business, quoteId, task.replyId);
      return;
    case 'notify':
      await (await notices()).notify(world, business, quoteId, loaded, task);
      return;
    case 'resend':
      if (task.letter.startsWith('draft/'))
        await (await draftMailing()).remailDraft(world, business, quoteId, loaded, task.letter);
      else await (await notices()).renotify(world, business, quoteId, loaded, task.letter);
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
      await writeBackNow(world, business, quoteId, loaded);
  }
};

/**
 * What a person decided here goes into the sheet. A failure is recorded: the decision stands, the owner is told which
 * cell to change, and it is tried again, after ever longer pauses. Why it failed, or null.
 */
export const writeBackNow = async (
  world: World,
  { mirror }: Pick<Business, 'mirror'>,
  quoteId: string,
  { state }: Pick<Loaded<QuoteState>, 'state'>,
): Promise<string | null> => {
  if (!state.unwritten) return null;
  const { field, value } = state.unwritten;
  const outcome = await world.sheetWriter.write(quoteStream(quoteId), field, value).catch((error: unknown) => {
    world.log('warn', 'CellWriteFailed', { error: error instanceof Error ? error.name : 'unknown' });
    return { problem: 'writing ended without an answer' };
  });
  await decideQuote(world, quoteId, {
    actor: SWEEP,
    decide: now =>
      'version' in outcome
        ? writeBack(now, { value, sheetVersion: outcome.version + mirror.ahead })
        : failWriteBack(now, { value, problem: outcome.problem }),
  });
  return outcome.problem;
};

/** An approval waits two minutes, then the gates: the one-off wakes the sender then. */
export const wakeForSend = async (world: World, quoteId: string): Promise<void> => {
  const { state } = await loadQuote(world, quoteId);
  if (state.draft?.status === 'approved' && state.draft.sendAfter)
    await (await sending()).wakeAt(world, quoteId, state.draft, new Date(state.draft.sendAfter));
};
