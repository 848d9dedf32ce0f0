import type { ChainState } from '../../cadence/due.ts';
import type { Facts, HoldReason, Label, Move, NoticeKind, QuoteEvent } from '../../events/quote-events.ts';
import type { LocalDate } from '../../kernel/local-date.ts';

export type QuoteEventOf<T extends QuoteEvent['type']> = Extract<QuoteEvent, { type: T }>;

/** One mailing of a draft's approval request. Any of them settles the draft. */
export interface Mailing {
  readonly mailing: number;
  readonly kind: 'first' | 'again' | 'admin' | 'cover';
  readonly tokenHash: string;
  readonly recipientRef: string;
  readonly pageHash: string;
  /** UTC instants, ISO. */
  readonly mailedAt: string;
  readonly expiresAt: string;
  /** The local date whose one mail carries it; null: it has a letter of its own. */
  readonly dayMail: LocalDate | null;
}

export interface Claim {
  readonly id: string;
  readonly at: string;
  readonly day: LocalDate;
}

export interface Draft {
  readonly id: string;
  /** The chain it was offered in: what becomes of it deals with a step of that chain only. */
  readonly chain: number;
  readonly move: Move;
  readonly stepIndex: number;
  readonly stepDay: number | null;
  readonly checked: LocalDate;
  readonly plannedAt: string;
  readonly owner: string;
  readonly tier: string;
  readonly daysSinceSent: number;
  readonly daysToExpiry: number | null;
  readonly status: 'planned' | 'written' | 'mailed' | 'approved' | 'claimed' | 'unknown';
  readonly textHash: string | null;
  /** Version of the event that holds the text to be sent. */
  readonly textVersion: number | null;
  readonly factsHash: string;
  readonly mailings: readonly Mailing[];
  readonly approvedAt: string | null;
  /** Set when approved: not before this instant do the gates open. */
  readonly sendAfter: string | null;
  /** The first deferral of this approval; deferred over 7 days it is void. */
  readonly deferredSince: string | null;
  readonly claim: Claim | null;
}

/** How a draft ended: shown to whoever opens its link later. */
export interface ClosedDraft {
  readonly id: string;
  readonly how: 'sent' | 'skipped' | 'voided' | 'lapsed' | 'refused' | 'given-up' | 'answered';
  readonly reason: string | null;
  readonly at: string;
  readonly chain: number;
  readonly move: Move;
  readonly stepIndex: number;
  readonly stepDay: number | null;
  readonly mailings: readonly Mailing[];
  readonly textVersion: number | null;
}

export interface Reply {
  readonly id: string;
  readonly day: LocalDate;
  readonly at: string;
  readonly label: Label | null;
  readonly labelledBy: 'model' | 'words' | 'headers' | 'failure' | 'person' | null;
  readonly deferUntil: LocalDate | null;
  readonly resumeOffer: LocalDate | null;
  readonly taken: boolean;
  /** Who took it, and when; null while nobody has. */
  readonly takenBy: { readonly user: string; readonly at: string } | null;
  readonly pickUpAfter: LocalDate | null;
  readonly dismissed: boolean;
  /** A resumption or a new chain came after it: it rests the chain no longer. */
  readonly lifted: boolean;
  readonly bodyKey: string;
  readonly fromContact: boolean;
  readonly authenticated: boolean;
  readonly leaving: boolean;
}

export interface Notice {
  readonly notice: NoticeKind;
  readonly about: string;
  readonly tokenHash: string | null;
  readonly recipientRef: string;
  readonly mailing: number;
  readonly at: string;
  readonly expiresAt: string;
  /** The local date whose one mail carries it; null: it has a letter of its own. */
  readonly dayMail: LocalDate | null;
}

/** A decision of a person that is to be written into the row. */
export interface Unwritten {
  readonly field: 'status';
  readonly value: string;
  /** What the cell held when the person decided: as long as it still does, the row says nothing against them. */
  readonly was: string;
  /** Version of the event that decided it. */
  readonly since: number;
  readonly failures: number;
  /** UTC instant, ISO, of the newest failure and what it was; null while there is none. */
  readonly failed: { readonly at: string; readonly problem: string } | null;
}

export interface SentNudge {
  readonly stepIndex: number;
  readonly move: Move;
  readonly day: LocalDate;
  readonly draftId: string;
  readonly messageId: string;
  readonly textVersion: number | null;
}

/** A quote, folded from its log: the chain and all that rests it. */
export interface QuoteState extends ChainState {
  readonly version: number;
  readonly facts: Facts | null;
  /** Version of the event with the newest personal facts (customer, contact, link). */
  readonly factsVersion: number;
  readonly closed: 'won' | 'lost' | 'withdrawn' | null;
  readonly closedBy: 'row' | 'closed-sheet' | 'rep' | null;
  readonly holds: readonly HoldReason[];
  /** What brought a hold about, where it was a message: its id. */
  readonly holdCauses: Readonly<Partial<Record<HoldReason, string>>>;
  /** The day on which a rep's hold ends by itself. */
  readonly holdUntil: LocalDate | null;
  readonly expiredOn: LocalDate | null;
  /** The newest reply that rests the chain for good, or `elsewhere`. */
  readonly answered: string | null;
  /** A rep said that the customer answered by another road. */
  readonly answeredElsewhere: boolean;
  /** From when on a rep let the chain go on. */
  readonly resumedFrom: LocalDate | null;
  readonly replies: readonly Reply[];
  readonly chain: number;
  readonly draft: Draft | null;
  readonly offers: number;
  readonly lastOffered: LocalDate | null;
  /** Whose turn that took: the row may name another contact since. */
  readonly lastOfferedTo: string | null;
  /** Lapses per offered step of this chain, keyed as `offered`. */
  readonly lapses: Readonly<Record<string, number>>;
  readonly capTold: boolean;
  readonly nudges: readonly SentNudge[];
  readonly closedDrafts: readonly ClosedDraft[];
  readonly notices: readonly Notice[];
  /** Letters to reps and the admin that left, by their name. */
  readonly lettersSent: readonly string[];
  /** The newest version of the sheet that an event followed; 0: none, or only events from before readings had versions. */
  readonly sheetVersion: number;
  /** What the row's status cell held when the log last learned of it: read there, or written there. */
  readonly statusCell: string;
  /** What people decided here and the sheet does not hold yet. */
  readonly unwritten: Unwritten | null;
  /** Cells that people filled in here and that no sync has brought back yet, by field: the value or its reference. */
  readonly cellsWritten: Readonly<Record<string, string>>;
  /** The version of the sheet that surely holds what was last written into the status cell; 0: nothing was. */
  readonly statusWritten: number;
  /** The mail it went out with, where a proposal brought it. `messageId` has no brackets. */
  readonly original: {
    readonly proposalId: string;
    readonly messageId: string | null;
    readonly pdfKey: string | null;
  } | null;
  /** The stream of the number that the quote has now, where a person said that it was retyped. */
  readonly renumberedTo: string | null;
  readonly lastTs: string;
}

export const initialQuote: QuoteState = {
  version: 0,
  facts: null,
  factsVersion: 0,
  closed: null,
  closedBy: null,
  holds: [],
  holdCauses: {},
  holdUntil: null,
  expired: false,
  expiredOn: null,
  answered: null,
  answeredElsewhere: false,
  resumedFrom: null,
  unlabelled: 0,
  replies: [],
  deferUntil: null,
  chain: 0,
  chainBase: 0,
  used: 0,
  offered: {},
  lapses: {},
  offers: 0,
  lastOffered: null,
  lastOfferedTo: null,
  lastHandledStepDay: -1,
  lastCallHandled: false,
  sentInChain: 0,
  lastNudge: null,
  everSent: false,
  draft: null,
  capTold: false,
  nudges: [],
  closedDrafts: [],
  notices: [],
  lettersSent: [],
  sheetVersion: 0,
  statusCell: 'open',
  unwritten: null,
  cellsWritten: {},
  statusWritten: 0,
  original: null,
  renumberedTo: null,
  lastTs: '',
};

/** How a step is keyed in `offered` and `lapses`. */
export const stepKey = (stepDay: number | null): string => (stepDay === null ? 'last' : String(stepDay));
