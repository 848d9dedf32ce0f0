import { type ContactStanding, whyStopped } from '../../cadence/due.ts';
import type { Policy } from '../../cadence/policy.ts';
import { wallClock } from '../../cadence/sending-hours.ts';
import { isWorkingDay, MORNING_MINUTE, workingDaysBetween } from '../../cadence/working-day.ts';
import type { NoticeKind } from '../../events/quote-events.ts';
import type { LocalDate } from '../../kernel/local-date.ts';
import { DRAFT_LIFE_MS } from './draft.ts';
import { holdIsOver } from './hold.ts';
import { pickUpDue } from './reply.ts';
import { CLAIM_LIFE_MS, wasSent } from './send.ts';
import type { Draft, QuoteState, Reply, Unwritten } from './state.ts';

/** One thing that a quote still asks for. Done by the handler that caused it, else by the sweep. */
export type PendingTask =
  | { readonly kind: 'void-draft'; readonly reason: string }
  | { readonly kind: 'lapse-draft' }
  | { readonly kind: 'write-draft' }
  | { readonly kind: 'mail-draft'; readonly mailing: number; readonly as: 'first' | 'again' | 'admin' | 'cover' }
  | { readonly kind: 'send' }
  | { readonly kind: 'call-unknown' }
  | { readonly kind: 'label-reply'; readonly replyId: string }
  | { readonly kind: 'notify'; readonly notice: NoticeKind; readonly about: string; readonly to: 'owner' | 'admin' }
  | { readonly kind: 'resend'; readonly letter: string }
  | { readonly kind: 'resume'; readonly from: LocalDate }
  | { readonly kind: 'end-hold' }
  | { readonly kind: 'write-back' };

export type NotifyTask = Extract<PendingTask, { kind: 'notify' }>;

export interface TaskContext {
  readonly now: Date;
  readonly policy: Pick<Policy, 'timezone' | 'skipWeekends' | 'holidays'>;
  readonly contact: ContactStanding;
  /** Who stands in for the draft's owner today, and the admin, as references. */
  readonly standInRef: string;
  readonly adminRef: string;
  /** The address of the quote's owner by the row and the rules of now. */
  readonly owner: string;
  /** Who stands in for the quote's owner today: the row may name another than the draft was planned for. */
  readonly ownerRef: string;
  /** Who is still to get a day's one mail, which carries what waits for them: nothing of it has a letter before that. */
  readonly awaitingDayMail: ReadonlySet<string>;
}

/** A letter whose sending was never recorded is made and sent again after this long. */
const LETTER_PATIENCE_MS = 5 * 60_000;

/** Everything a quote asks for at this instant, in the order in which it is done. Empty when all is as it should be. */
export const pendingTasks = (state: QuoteState, facts: TaskContext): readonly PendingTask[] => {
  const { date: today, minute } = wallClock(facts.now, facts.policy.timezone);
  const morning = minute >= MORNING_MINUTE && isWorkingDay(today, facts.policy);
  return [
    ...replyTasks(state, facts, today, morning),
    ...draftTasks(state, facts, today, morning),
    ...noticeTasks(state, facts),
    ...letterTasks(state, facts),
    ...(pickUpDue(state, today) && state.unlabelled === 0 ? [{ kind: 'resume', from: today } as const] : []),
    ...(holdIsOver(state, today) ? [{ kind: 'end-hold' } as const] : []),
    ...(mayWriteNow(state, facts) ? [{ kind: 'write-back' } as const] : []),
  ];
};

const WRITE_PAUSE_MS = 15 * 60_000;
const MAX_WRITE_PAUSE_MS = 86_400_000;
/** Over a week: by then the owner has changed the cell, or means it to stay as it is. */
const MAX_WRITES = 14;

/** At once, and after a failure when its pause is over: each is twice as long as the last, a day at most. */
const mayWriteNow = ({ unwritten }: QuoteState, facts: TaskContext): boolean => {
  if (unwritten === null) return false;
  if (unwritten.failed === null) return true;
  if (unwritten.failures >= MAX_WRITES) return false;
  const pause = Math.min(WRITE_PAUSE_MS * 2 ** (unwritten.failures - 1), MAX_WRITE_PAUSE_MS);
  return ageMs(unwritten.failed.at, facts) >= pause;
};

/** Which decision could not be written: another one of the same quote is another question. */
export const unwrittenDecision = ({ value, since }: Unwritten): string => `${value}-${since}`;

const dayOf = (ts: string, { policy }: TaskContext): LocalDate => wallClock(new Date(ts), policy.timezone).date;
const ageMs = (ts: string, { now }: TaskContext): number => now.getTime() - Date.parse(ts);

const draftTasks = (
  state: QuoteState,
  facts: TaskContext,
  today: LocalDate,
  morning: boolean,
): readonly PendingTask[] => {
  const { draft } = state;
  if (!draft) return [];
  switch (draft.status) {
    case 'planned':
    case 'written':
    case 'mailed': {
      const reason = whyNoLonger(state, draft, facts, today);
      if (reason) return [{ kind: 'void-draft', reason }];
      if (draft.status === 'planned') return [{ kind: 'write-draft' }];
      return waitingTasks(state, draft, facts, today, morning);
    }
    case 'approved': {
      const reason = whyNoLonger(state, draft, facts, today);
      if (reason) return [{ kind: 'void-draft', reason }];
      return draft.sendAfter !== null && facts.now.toISOString() >= draft.sendAfter ? [{ kind: 'send' }] : [];
    }
    case 'claimed':
      return draft.claim && ageMs(draft.claim.at, facts) >= CLAIM_LIFE_MS ? [{ kind: 'call-unknown' }] : [];
    case 'unknown':
      return [];
  }
};

/** A draft that can never leave is not kept open in a rep's inbox. A row to be mended only holds it. */
const whyNoLonger = (
  state: QuoteState,
  draft: Draft,
  { contact, owner }: TaskContext,
  today: LocalDate,
): string | null => {
  if (state.facts && state.facts.factsHash !== draft.factsHash) return 'the row was revised';
  if (draft.owner !== owner) return 'the quote has another owner now';
  if (wasSent(state, draft)) return 'this step was sent after all';
  const reason = whyStopped(state, contact, today);
  switch (reason) {
    case null:
    case 'not-listed':
    case 'reply-unread':
    case 'sent-later':
      return state.facts?.expires && today > state.facts.expires ? 'expired' : null;
    case 'held':
      return state.holds.every(hold => hold === 'refused-row') ? null : 'held';
    default:
      return reason;
  }
};

/**
 * Mailed once, again on the next working day; to the admin too after three, or a working day before expiry. All this by
 * the day's one mail, where the person is still to get it: what arises after it has a letter of its own.
 */
const waitingTasks = (
  state: QuoteState,
  draft: Draft,
  facts: TaskContext,
  today: LocalDate,
  morning: boolean,
): readonly PendingTask[] =>
  mailingTasks(state, draft, facts, today, morning).filter(
    task =>
      task.kind !== 'mail-draft' || !facts.awaitingDayMail.has(task.as === 'admin' ? facts.adminRef : facts.standInRef),
  );

const mailingTasks = (
  state: QuoteState,
  draft: Draft,
  facts: TaskContext,
  today: LocalDate,
  morning: boolean,
): readonly PendingTask[] => {
  const [first] = draft.mailings;
  if (!first) return [{ kind: 'mail-draft', mailing: 1, as: 'first' }];
  if (ageMs(first.mailedAt, facts) >= DRAFT_LIFE_MS) return [{ kind: 'lapse-draft' }];
  const mailing = draft.mailings.length + 1;
  const has = (ref: string): boolean => draft.mailings.some(({ recipientRef }) => recipientRef === ref);
  if (!has(facts.standInRef)) return [{ kind: 'mail-draft', mailing, as: 'cover' }];
  if (!morning) return [];
  if (goesToAdmin(state, facts.policy, today) && !has(facts.adminRef))
    return [{ kind: 'mail-draft', mailing, as: 'admin' }];
  const repeated = draft.mailings.some(
    ({ kind, recipientRef, mailedAt }) =>
      kind === 'again' || (recipientRef === facts.standInRef && dayOf(mailedAt, facts) === today),
  );
  const waited = workingDaysBetween(dayOf(first.mailedAt, facts), today, facts.policy);
  return waited >= 1 && !repeated ? [{ kind: 'mail-draft', mailing, as: 'again' }] : [];
};

/** Undecided for three working days, or since the working day before when there is but one left to the expiry. */
export const goesToAdmin = (
  { draft, facts }: Pick<QuoteState, 'draft' | 'facts'>,
  policy: TaskContext['policy'],
  today: LocalDate,
): boolean => {
  const first = draft?.mailings[0];
  if (!first) return false;
  const waited = workingDaysBetween(wallClock(new Date(first.mailedAt), policy.timezone).date, today, policy);
  const expires = facts?.expires ?? null;
  return waited >= 3 || (waited >= 1 && expires !== null && workingDaysBetween(today, expires, policy) <= 1);
};

const told = (state: QuoteState, notice: NoticeKind, about: string): boolean =>
  state.notices.some(known => known.notice === notice && known.about === about);

const notify = (
  state: QuoteState,
  notice: NoticeKind,
  about: string,
  to: 'owner' | 'admin' = 'owner',
): readonly NotifyTask[] => (told(state, notice, about) ? [] : [{ kind: 'notify', notice, about, to }]);

/** A chain that ended without an answer, by its expiry or its last nudge: told to the owner once. */
export const endingsDue = (state: QuoteState): readonly NotifyTask[] => [
  ...(state.expired && state.expiredOn !== null && state.closed === null
    ? notify(state, 'expired', state.expiredOn)
    : []),
  ...(state.capTold ? notify(state, 'cap', `chain-${state.chain}`) : []),
];

const noticeTasks = (
  state: QuoteState,
  { contact, awaitingDayMail, ownerRef }: TaskContext,
): readonly PendingTask[] => {
  const tasks: PendingTask[] = awaitingDayMail.has(ownerRef) ? [] : [...endingsDue(state)];
  if (state.draft?.status === 'unknown') tasks.push(...notify(state, 'unknown-send', state.draft.id));
  for (const { id, how } of state.closedDrafts) if (how === 'refused') tasks.push(...notify(state, 'refused', id));
  if (state.unwritten?.failed) tasks.push(...notify(state, 'row-write', unwrittenDecision(state.unwritten)));
  const repMail = state.holdCauses['rep-mail'];
  if (state.holds.includes('rep-mail') && repMail !== undefined) tasks.push(...notify(state, 'rep-mail', repMail));
  const open = state.facts !== null && state.closed === null;
  if (contact === 'bounced' && open && !state.expired)
    tasks.push(...notify(state, 'bad-address', state.facts.contactRef));
  return tasks;
};

const replyTasks = (
  state: QuoteState,
  facts: TaskContext,
  today: LocalDate,
  morning: boolean,
): readonly PendingTask[] =>
  state.replies
    .filter(({ dismissed }) => !dismissed)
    .flatMap((reply): readonly PendingTask[] => {
      if (reply.label === null) return [{ kind: 'label-reply', replyId: reply.id }];
      if (isSilent(state, reply)) return [];
      if (!told(state, 'reply', reply.id)) return notify(state, 'reply', reply.id);
      return morning && state.answered === reply.id ? reminders(state, facts, today) : [];
    });

/** By the day's one mail, where the person is still to get it. */
const reminders = (state: QuoteState, facts: TaskContext, today: LocalDate): readonly PendingTask[] =>
  remindersDue(state, facts.policy, today).filter(
    ({ to }) => !facts.awaitingDayMail.has(to === 'admin' ? facts.adminRef : facts.ownerRef),
  );

/** Headers that prove a machine need nobody's eye, unless the customer is away past the expiry. */
const isSilent = ({ facts }: QuoteState, { label, labelledBy, deferUntil }: Reply): boolean => {
  if (label !== 'out-of-office' || labelledBy !== 'headers') return false;
  const expires = facts?.expires ?? null;
  return expires === null || deferUntil === null || deferUntil <= expires;
};

/** A reply that nobody took, of those that were passed on: again after one working day, to the admin after two. */
export const remindersDue = (
  state: QuoteState,
  policy: TaskContext['policy'],
  today: LocalDate,
): readonly NotifyTask[] => {
  const reply = state.replies.find(({ id }) => id === state.answered);
  if (!reply || reply.taken || reply.dismissed || state.closed !== null) return [];
  if (reply.label === null || reply.label === 'out-of-office' || !told(state, 'reply', reply.id)) return [];
  const waited = workingDaysBetween(wallClock(new Date(reply.at), policy.timezone).date, today, policy);
  return [
    ...(waited >= 1 ? notify(state, 'reply-again', reply.id) : []),
    ...(waited >= 2 ? notify(state, 'reply-admin', reply.id, 'admin') : []),
  ];
};

export const draftLetter = (draftId: string, mailing: number): string => `draft/${draftId}/${mailing}`;
export const noticeLetter = (notice: string, about: string, mailing: number): string =>
  `notice/${notice}/${about}/${mailing}`;

/** Letters that were announced in the log and never recorded as sent: a crash in between, or the mail service was down. A day's mail is made again by its own run. */
const letterTasks = (state: QuoteState, facts: TaskContext): readonly PendingTask[] => {
  const waiting = state.draft?.status === 'mailed' ? state.draft : null;
  const drafts = (waiting?.mailings ?? [])
    .filter(({ dayMail }) => dayMail === null)
    .map(({ mailing, mailedAt }) => ({ letter: draftLetter(waiting?.id ?? '', mailing), at: mailedAt }));
  const notices = state.notices
    .filter(({ dayMail, notice, about }) => dayMail === null && isWanted(state, notice, about))
    .map(({ notice, about, mailing, at }) => ({ letter: noticeLetter(notice, about, mailing), at }));
  return [...drafts, ...notices]
    .filter(({ letter, at }) => !state.lettersSent.includes(letter) && ageMs(at, facts) >= LETTER_PATIENCE_MS)
    .map(({ letter }) => ({ kind: 'resend', letter }));
};

/** A cell that was written after all needs nobody's hand: there is no such letter any more. */
const isWanted = ({ unwritten }: QuoteState, notice: NoticeKind, about: string): boolean =>
  notice !== 'row-write' || (unwritten !== null && unwrittenDecision(unwritten) === about);
