import type { Fact } from './facts.ts';

/** A field of a proposed row. */
export type ProposalField =
  | 'quote_id'
  | 'customer'
  | 'contact'
  | 'amount'
  | 'currency'
  | 'sent'
  | 'expires'
  | 'owner'
  | 'pdf_link';

export const proposalLabels: Readonly<Record<ProposalField, string>> = {
  quote_id: 'Quote number',
  customer: 'Customer',
  contact: 'Contact’s e-mail',
  amount: 'Amount',
  currency: 'Currency',
  sent: 'Date sent',
  expires: 'Date it expires',
  owner: 'Owner',
  pdf_link: 'Link to the PDF',
};

export interface ProposedValue {
  readonly field: ProposalField;
  /** As the form edits it: dates YYYY-MM-DD, amounts plain (`12840.00`). Empty where nothing was found. */
  readonly value: string;
  /** As people read it: `Tue 3 March 2026`. */
  readonly shown: string;
  /** The words it was read from; null where nothing was found, or where it comes from elsewhere. */
  readonly source: string | null;
  /** The same in the stretches that stand together in the original, where they are several. */
  readonly marks?: readonly string[];
  /** What the sheet holds now, as people read it; null when the row is new. */
  readonly old: string | null;
  /** Left empty because it was not found, or two readings were possible. */
  readonly missing: boolean;
  /**
   * Why it was left empty although something was found (`either EUR 1,200.00 or EUR 1,428.00`), or what speaks against the
   * value (`what is printed says 2026-03-02`).
   */
  readonly doubt?: string;
  /** What is wrong with a value that was typed on the page. */
  readonly problem?: string;
}

/** A row that a mail or a quoting tool suggests. */
export interface ProposalView {
  readonly proposalId: string;
  readonly values: readonly ProposedValue[];
  /** `hand`: a PDF that somebody handed in. */
  readonly lane: 'mail' | 'webhook' | 'hand';
  /** Who or what it came from: `priya@…`, `QuoteDesk`. */
  readonly from: string;
  /** UTC instant, ISO. */
  readonly at: string;
  readonly zone: string;
  /** The number in the sheet that this would change; null: a new row. */
  readonly changes: string | null;
  /** It comes with the number it changes plus a revision suffix. */
  readonly revisionOf: string | null;
  /** PDFs that could not be read, each with the reason, in a sentence. */
  readonly unread?: readonly string[];
}

export const isChanged = ({ old, shown }: ProposedValue): boolean => old !== null && old !== shown;

/** The proposal as facts: what a row would hold, old values beside new ones. */
export const proposalFacts = ({ values, changes }: ProposalView): readonly Fact[] =>
  values
    .filter(value => value.missing || value.shown !== '' || (value.old ?? '') !== '')
    .map(value => ({ label: proposalLabels[value.field], value: valueWords(value, changes !== null) }));

const valueWords = (value: ProposedValue, change: boolean): string => {
  const now = value.missing ? 'not found' : value.shown;
  if (!change || !isChanged(value)) return now;
  return `${value.old === '' ? '(empty)' : (value.old ?? '')} → ${now}`;
};
