import { happened } from '../../events/define-event.ts';
import {
  type Facts,
  HoldEnded,
  type HoldReason,
  type PersonalFacts,
  QuoteClosed,
  type QuoteEvent,
  QuoteHeld,
  QuoteListed,
  QuoteReopened,
  QuoteRevised,
} from '../../events/quote-events.ts';
import type { LocalDate } from '../../kernel/local-date.ts';
import { accept, alreadySo, type Decision } from '../decision.ts';
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

/** Which version of the sheet speaks, and the UTC instant at which it was read. */
export interface SheetReading {
  readonly sheet: string;
  readonly readAt: string;
}

/**
 * The next event that brings a quote in line with the sheet, or null when it is. A sync asks again until it is:
 * one action, one event. Where a person's word here (won, hold) has not reached the row yet, the row's older status
 * does not undo it.
 */
export const followSheet = (
  state: QuoteState,
  listing: Listing,
  { sheet, readAt }: SheetReading,
): Decision<QuoteEvent> => {
  switch (listing.kind) {
    case 'row':
      return followRow(state, listing, { sheet, readAt });
    case 'refused':
      return state.facts === null ? alreadySo : hold(state, 'refused-row', listing.note);
    case 'closed-sheet':
      if (state.facts === null || state.closed !== null) return alreadySo;
      return accept(
        happened(QuoteClosed, { outcome: listing.outcome, source: 'closed-sheet', day: listing.day, note: null }, null),
      );
    case 'vanished':
      return state.facts === null || state.closed !== null ? alreadySo : hold(state, 'vanished', null);
  }
};

const hold = (state: QuoteState, reason: HoldReason, note: string | null): Decision<QuoteEvent> =>
  state.holds.includes(reason)
    ? alreadySo
    : accept(happened(QuoteHeld, { reason, note, cause: null, until: null }, null));

const endHold = (state: QuoteState, reason: HoldReason): QuoteEvent | null =>
  state.holds.includes(reason) ? happened(HoldEnded, { reason, automatic: false }, null) : null;

const followRow = (
  state: QuoteState,
  row: Extract<Listing, { kind: 'row' }>,
  reading: SheetReading,
): Decision<QuoteEvent> => {
  if (state.facts === null)
    return accept(happened(QuoteListed, { facts: row.facts, sheet: reading.sheet }, row.personal));
  const changed = changedFields(state.facts, row.facts);
  if (changed.length > 0)
    return accept(happened(QuoteRevised, { facts: row.facts, changed, sheet: reading.sheet }, row.personal));
  if (state.draft && state.draft.factsHash !== row.facts.factsHash && isOpenDraft(state.draft.status)) {
    return voidDraft(state, { draftId: state.draft.id, reason: 'the row was revised', opens: true });
  }
  // Its chain went on under another number: whether this row is that quote again, a person says first.
  const isBack = state.renumberedTo === null ? endHold(state, 'vanished') : null;
  const back = isBack ?? endHold(state, 'refused-row');
  return back ? accept(back) : followStatus(state, row, reading.readAt);
};

const isOpenDraft = (status: string): boolean => status !== 'claimed' && status !== 'unknown';

const followStatus = (
  state: QuoteState,
  { status, statusAsWritten }: Extract<Listing, { kind: 'row' }>,
  readAt: string,
): Decision<QuoteEvent> => {
  const olderThanOurs = state.writtenBackAt !== null && readAt <= state.writtenBackAt;
  if (state.unwritten !== null || olderThanOurs) return alreadySo;
  switch (status) {
    case 'won':
    case 'lost':
    case 'withdrawn':
      return state.closed === status
        ? alreadySo
        : accept(happened(QuoteClosed, { outcome: status, source: 'row', day: null, note: null }, null));
    case 'hold':
      return state.holds.includes('rep') ? alreadySo : hold(state, 'status', statusAsWritten);
    case 'open': {
      if (state.closed !== null) return accept(happened(QuoteReopened, { source: 'row' }, null));
      const ended = endHold(state, 'status') ?? endHold(state, 'rep');
      return ended ? accept(ended) : alreadySo;
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
