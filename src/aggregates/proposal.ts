import { type NewEventOf, newEvent, type RecordedEventOf } from '../events/event-type.ts';
import {
  ProposalApproved,
  ProposalDiscarded,
  ProposalLetterSent,
  ProposalMade,
  ProposalMailed,
  ProposalReopened,
  ProposalRowWritten,
  ProposalWriteDoubtful,
  type proposalEventTypes,
  proposalEventTypes as types,
} from '../events/proposal-events.ts';
import { formatMoney } from '../kernel/money.ts';
import { type Decision, defineAggregate, emit, noChange, refuse } from './decider.ts';

// Events: a row that a mail or a quoting tool suggests, until it stands in the sheet or was thrown away.
type ProposalEventType = (typeof proposalEventTypes)[number];
type HappenedOfEach<T> = T extends ProposalEventType ? NewEventOf<T> : never;
type PastOfEach<T> = T extends ProposalEventType ? RecordedEventOf<T> : never;
export type ProposalEvent = HappenedOfEach<ProposalEventType>;
export type RecordedProposalEvent = PastOfEach<ProposalEventType>;
type Data<T extends ProposalEventType> = NewEventOf<T>['data'];
type Sealed<T extends ProposalEventType> = NewEventOf<T>['sealed'];
export type Fields = Data<typeof ProposalMade>['fields'];

// Fold.
export interface ProposalMailing {
  readonly mailing: number;
  /** `row`: shall it enter the sheet? `doubt`: does it stand there? */
  readonly asks: 'row' | 'doubt';
  readonly tokenHash: string;
  readonly recipientRef: string;
  /** UTC instant, ISO. */
  readonly expiresAt: string;
  /** The letter left. */
  readonly left: boolean;
}

export type ProposalStatus = 'none' | 'open' | 'approved' | 'doubtful' | 'written' | 'discarded';

export interface ProposalState {
  readonly version: number;
  readonly status: ProposalStatus;
  readonly made: (Data<typeof ProposalMade> & { readonly at: string }) | null;
  /** As proposed, from an approval on as approved. */
  readonly fields: Fields | null;
  /** Version of the event that holds what is personal about these fields. */
  readonly fieldsVersion: number;
  /** The number in the sheet whose row the approval changes; null: a new row. */
  readonly changes: string | null;
  /** Why it is open once more, or what is in doubt. */
  readonly because: string | null;
  readonly approvedAt: string | null;
  /** Its row in the sheet, and when it was put or found there; `already`: the number was there before we wrote. */
  readonly written: { readonly row: number; readonly at: string; readonly already: boolean } | null;
  readonly mailings: readonly ProposalMailing[];
  /** What nobody was asked yet. */
  readonly unasked: ProposalMailing['asks'] | null;
}

export const initialProposal: ProposalState = {
  version: 0,
  status: 'none',
  made: null,
  fields: null,
  fieldsVersion: 0,
  changes: null,
  because: null,
  approvedAt: null,
  written: null,
  mailings: [],
  unasked: null,
};

const apply = (state: ProposalState, event: RecordedProposalEvent): ProposalState => {
  switch (event.type) {
    case 'ProposalMade': {
      const made = { ...event.data, at: event.ts };
      return { ...state, status: 'open', made, fields: made.fields, fieldsVersion: event.version, unasked: 'row' };
    }
    case 'ProposalMailed': {
      const { mailing, tokenHash, recipientRef, expiresAt } = event.data;
      const asks = state.unasked ?? (state.status === 'doubtful' ? 'doubt' : 'row');
      const added = { mailing, asks, tokenHash, recipientRef, expiresAt, left: false };
      return { ...state, mailings: [...state.mailings, added], unasked: null };
    }
    case 'ProposalLetterSent': {
      const left = (one: ProposalMailing): boolean => one.mailing === event.data.mailing || one.left;
      return { ...state, mailings: state.mailings.map(one => ({ ...one, left: left(one) })) };
    }
    case 'ProposalApproved': {
      const { fields, changes = null } = event.data;
      const approved = { fields, changes, fieldsVersion: event.version, approvedAt: event.ts };
      return { ...state, status: 'approved', ...approved, because: null, unasked: null };
    }
    case 'ProposalDiscarded':
      return { ...state, status: 'discarded', unasked: null };
    case 'ProposalRowWritten':
      return { ...state, status: 'written', written: { ...event.data, at: event.ts }, because: null };
    case 'ProposalWriteDoubtful':
      return { ...state, status: 'doubtful', because: event.data.why, unasked: 'doubt' };
    case 'ProposalReopened':
      return { ...state, status: 'open', because: event.data.why, written: null, unasked: 'row' };
  }
};

export const evolveProposal = (state: ProposalState, event: RecordedProposalEvent): ProposalState => ({
  ...apply(state, event),
  version: event.version,
});

/** For an auditor's eye: number, amount and standing, nothing personal. */
const displayProposal = ({ fields, status, changes, written, mailings, unasked, because }: ProposalState): string => {
  if (!fields) return 'not proposed';
  const { number, minor, currency, sent } = fields;
  const amount = minor !== null && currency !== null ? formatMoney({ minor, currency }) : null;
  const named = [number ?? 'no number', amount, sent === null ? null : `sent ${sent}`].filter(Boolean).join(', ');
  const asked = unasked !== null ? 'not mailed' : `mailed ${mailings.length}×`;
  const words: Readonly<Record<ProposalStatus, string>> = {
    none: '',
    open: because === null ? `proposed, ${asked}` : `open again: ${because}; ${asked}`,
    approved: changes === null ? 'approved as a new row' : `approved as a change of ${changes}`,
    doubtful: `in doubt: ${because ?? ''}`,
    written: `in the sheet, row ${written?.row ?? ''}`,
    discarded: 'discarded',
  };
  return `${named}: ${words[status]}`;
};

export const proposalAggregate = defineAggregate(types, {
  initial: initialProposal,
  evolve: evolveProposal,
  summarize: displayProposal,
});

// Decisions.
type Decided = Decision<ProposalEvent>;

const decided = (status: 'discarded' | 'approved' | 'written' | 'doubtful'): Decided =>
  refuse('Decided', status === 'discarded' ? 'this proposal was discarded' : 'this proposal was already approved');

export const makeProposal = (
  state: ProposalState,
  data: Data<typeof ProposalMade>,
  sealed: Sealed<typeof ProposalMade>,
): Decided => (state.made ? noChange : emit(newEvent(ProposalMade, data, sealed)));

/** Announced with its token before the letter leaves; a mailing's number serves once. */
export const mailProposal = (
  state: ProposalState,
  data: Data<typeof ProposalMailed>,
  sealed: Sealed<typeof ProposalMailed>,
): Decided =>
  state.unasked === null || data.mailing !== state.mailings.length + 1
    ? noChange
    : emit(newEvent(ProposalMailed, data, sealed));

export const recordProposalLetter = (state: ProposalState, data: Data<typeof ProposalLetterSent>): Decided => {
  const mailing = state.mailings.find(one => one.mailing === data.mailing);
  return !mailing || mailing.left ? noChange : emit(newEvent(ProposalLetterSent, data, null));
};

/** Only an open proposal is approved, and only with all that a row needs. */
export const approveProposal = (
  state: ProposalState,
  { fields, changes }: { readonly fields: Fields; readonly changes: string | null },
  sealed: Sealed<typeof ProposalApproved>,
): Decided => {
  switch (state.status) {
    case 'none':
      return refuse('NoProposal', 'there is no such proposal');
    case 'discarded':
    case 'doubtful':
      return decided(state.status);
    case 'approved':
    case 'written':
      return noChange;
    case 'open': {
      const { number, minor, currency, sent } = fields;
      const whole = number && minor !== null && currency && sent && sealed.customer && sealed.contact;
      if (!whole) return refuse('Incomplete', 'number, customer, contact, amount and date sent are needed');
      return emit(newEvent(ProposalApproved, { fields, changes }, sealed));
    }
  }
};

/** A person looked: the row in doubt is not in the sheet, and is to be written once more as it was approved. */
export const writeAgain = (state: ProposalState, sealed: Sealed<typeof ProposalApproved>): Decided => {
  if (state.status === 'approved' || state.status === 'written') return noChange;
  if (state.status !== 'doubtful' || !state.fields) return refuse('NotInDoubt', 'this row is not in doubt');
  const { fields, changes } = state;
  return emit(newEvent(ProposalApproved, { fields, changes }, sealed));
};

export const discardProposal = (state: ProposalState): Decided => {
  switch (state.status) {
    case 'none':
      return refuse('NoProposal', 'there is no such proposal');
    case 'discarded':
      return noChange;
    case 'open':
      return emit(newEvent(ProposalDiscarded, {}, null));
    case 'approved':
    case 'written':
    case 'doubtful':
      return decided(state.status);
  }
};

export const recordRow = (state: ProposalState, data: Data<typeof ProposalRowWritten>): Decided => {
  if (state.status === 'written') return noChange;
  return state.status === 'approved' || state.status === 'doubtful'
    ? emit(newEvent(ProposalRowWritten, data, null))
    : refuse('NotApproved', 'only an approved row is written');
};

export const doubtWrite = (state: ProposalState, why: string): Decided =>
  state.status === 'approved' ? emit(newEvent(ProposalWriteDoubtful, { why }, null)) : noChange;

/** Its row could not be written for sure, or is gone from the sheet: a person decides once more. */
export const reopenProposal = (state: ProposalState, why: string): Decided =>
  state.status === 'approved' || state.status === 'written'
    ? emit(newEvent(ProposalReopened, { why }, null))
    : noChange;

/** What is to be done about a proposal next. */
export type ProposalTask =
  | { readonly kind: 'mail'; readonly asks: ProposalMailing['asks']; readonly mailing: number }
  /** Announced, and its letter never left. */
  | { readonly kind: 'resend'; readonly mailing: number }
  | { readonly kind: 'write' };

/** Whoever approved is writing the row; only what stays unwritten this long is another's to finish. */
export const WRITE_GRACE_MS = 2 * 60_000;

export const pendingProposalTasks = (state: ProposalState, now: Date): readonly ProposalTask[] => {
  const { status, unasked, mailings, approvedAt } = state;
  const waits = status === 'open' || status === 'doubtful';
  const newest = mailings.at(-1);
  if (waits && unasked !== null) return [{ kind: 'mail', asks: unasked, mailing: mailings.length + 1 }];
  if (waits && newest && !newest.left) return [{ kind: 'resend', mailing: newest.mailing }];
  const stale = approvedAt !== null && now.getTime() - Date.parse(approvedAt) >= WRITE_GRACE_MS;
  return status === 'approved' && stale ? [{ kind: 'write' }] : [];
};
