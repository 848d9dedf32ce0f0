import * as E from 'fp-ts/lib/Either.js';
import { newEvent } from '../../events/event-type.ts';
import {
  type Facts,
  HoldEnded,
  type HoldReason,
  OriginalKept,
  type PersonalFacts,
  QuoteClosed,
  type QuoteEvent,
  QuoteHeld,
  QuoteListed,
  QuoteReopened,
  QuoteRevised,
} from '../../events/quote-events.ts';
import type { LocalDate } from '../../kernel/local-date.ts';
import { type Decision, emit, noChange } from '../decider.ts';
import { voidDraft } from './draft.ts';
import type { QuoteState } from './state.ts';

/** What the sheet says of one quote at one sync. */
export type Listing =
  | {
      readonly kind: 'row';
      readonly facts: Facts;
      readonly personal: PersonalFacts;
      readonly status: 'open' | 'hold' | 'won' | 'lost' | 'withdrawn';
      readonly statusAsWritten: string | null;
    }
  | { readonly kind: 'refused'; readonly note: string }
  | { readonly kind: 'closed-sheet'; readonly outcome: 'won' | 'lost' | 'withdrawn'; readonly day: LocalDate | null }
  | { readonly kind: 'vanished' };

/** Which reading of the sheet speaks. */
export interface SheetReading {
  /** Hash of what was read, for the record. */
  readonly sheet: string;
  /** The sheet's own version, asked for before its values: readings are ordered by it, never by a clock. */
  readonly version: number;
}

/**
 * The next event that brings a quote in line with the sheet, or null when it is. A sync asks again until it is:
 * one action, one event. A reading that is older than one this quote followed says nothing. Where a person's word here
 * (won, hold) has not reached the row yet, what the row said before does not undo it.
 */
export const applyListing = (state: QuoteState, listing: Listing, reading: SheetReading): Decision<QuoteEvent> => {
  if (reading.version < state.sheetVersion) return noChange;
  const { version } = reading;
  switch (listing.kind) {
    case 'row':
      return followRow(state, listing, reading);
    case 'refused':
      return state.facts === null ? noChange : hold(state, 'refused-row', listing.note, version);
    case 'closed-sheet': {
      if (state.facts === null || state.closed !== null) return noChange;
      const { outcome, day } = listing;
      const closed = { outcome, source: 'closed-sheet', day, note: null, sheetVersion: version } as const;
      return emit(newEvent(QuoteClosed, closed, null));
    }
    case 'vanished':
      return state.facts === null || state.closed !== null ? noChange : hold(state, 'vanished', null, version);
  }
};

/**
 * Does the log say something else of a quote than this reading, for whatever reason? Then the next sync looks again,
 * though the sheet be unchanged.
 */
export const differsFromSheet = (state: QuoteState, listing: Listing, { sheet }: SheetReading): boolean => {
  const undecided = { ...state, sheetVersion: 0, unwritten: null, statusWritten: 0 };
  const next = applyListing(undecided, listing, { sheet, version: 1 });
  return E.isRight(next) && next.right !== null;
};

/**
 * Does the row's status cell, as a reading of this version has it, say anything that counts? Not while it holds what a
 * person here decided otherwise about, and not in a reading that may be from before their decision was written there.
 */
export const cellSpeaks = (
  { unwritten, statusWritten }: Pick<QuoteState, 'unwritten' | 'statusWritten'>,
  status: RowStatus,
  version: number,
): boolean => (unwritten === null || status !== unwritten.was) && (statusWritten === 0 || version > statusWritten);

export type RowStatus = Extract<Listing, { kind: 'row' }>['status'];

const hold = (
  state: QuoteState,
  reason: HoldReason,
  note: string | null,
  sheetVersion: number,
): Decision<QuoteEvent> =>
  state.holds.includes(reason)
    ? noChange
    : emit(newEvent(QuoteHeld, { reason, note, cause: null, until: null, sheetVersion }, null));

const endHold = (state: QuoteState, reason: HoldReason, sheetVersion: number): QuoteEvent | null =>
  state.holds.includes(reason) ? newEvent(HoldEnded, { reason, automatic: false, sheetVersion }, null) : null;

const followRow = (
  state: QuoteState,
  row: Extract<Listing, { kind: 'row' }>,
  reading: SheetReading,
): Decision<QuoteEvent> => {
  const { facts, personal } = row;
  const from = { sheet: reading.sheet, sheetVersion: reading.version };
  if (state.facts === null) return emit(newEvent(QuoteListed, { facts, ...from }, personal));
  const changed = changedFields(state.facts, facts);
  if (changed.length > 0) return emit(newEvent(QuoteRevised, { facts, changed, ...from }, personal));
  if (state.draft && state.draft.factsHash !== facts.factsHash && isOpenDraft(state.draft.status)) {
    return voidDraft(state, { draftId: state.draft.id, reason: 'the row was revised', opens: true });
  }
  // Its chain went on under another number: whether this row is that quote again, a person says first.
  const isBack = state.renumberedTo === null ? endHold(state, 'vanished', reading.version) : null;
  const back = isBack ?? endHold(state, 'refused-row', reading.version);
  return back ? emit(back) : followStatus(state, row, reading.version);
};

const isOpenDraft = (status: string): boolean => status !== 'claimed' && status !== 'unknown';

const followStatus = (
  state: QuoteState,
  { status, statusAsWritten }: Extract<Listing, { kind: 'row' }>,
  version: number,
): Decision<QuoteEvent> => {
  if (!cellSpeaks(state, status, version)) return noChange;
  const reopened = (): Decision<QuoteEvent> =>
    emit(newEvent(QuoteReopened, { source: 'row', sheetVersion: version }, null));
  switch (status) {
    case 'won':
    case 'lost':
    case 'withdrawn': {
      if (state.closed === status) return noChange;
      const closed = { outcome: status, source: 'row', day: null, note: null, sheetVersion: version } as const;
      return emit(newEvent(QuoteClosed, closed, null));
    }
    case 'hold': {
      // Held first: cut off in between, the chain rests all the same.
      const isHeld = state.holds.includes('rep') || state.holds.includes('status');
      if (!isHeld) return hold(state, 'status', statusAsWritten, version);
      return state.closed === null ? noChange : reopened();
    }
    case 'open': {
      if (state.closed !== null) return reopened();
      const ended = endHold(state, 'status', version) ?? endHold(state, 'rep', version);
      return ended ? emit(ended) : noChange;
    }
  }
};

const COMPARED = [
  'contactRef',
  'minor',
  'currency',
  'sent',
  'expires',
  'owner',
  'team',
  'override',
  'number',
  'factsHash',
] as const;

/** Which facts a revision changes; `customer or link` when only the personal ones differ. */
export const changedFields = (before: Facts, after: Facts): string[] => {
  const changed = COMPARED.filter(
    field => field !== 'factsHash' && JSON.stringify(before[field]) !== JSON.stringify(after[field]),
  );
  if (changed.length > 0) return changed;
  return before.factsHash === after.factsHash ? [] : ['customer or link'];
};

/** What a proposal brought of the mail that the quote went out with. A later one, of a revision, takes its place. */
export const recordOriginalMail = (
  state: QuoteState,
  kept: NonNullable<QuoteState['original']>,
): Decision<QuoteEvent> => {
  const nothing = kept.messageId === null && kept.pdfKey === null;
  return !state.facts || nothing || state.original?.proposalId === kept.proposalId
    ? noChange
    : emit(newEvent(OriginalKept, kept, null));
};
