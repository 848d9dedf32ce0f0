import type { Fields, ProposalState } from '../../aggregates/proposal.ts';
import { nameOf } from '../../cadence/owner.ts';
import { formatMoney } from '../../kernel/money.ts';
import type { ProposalView, ProposedValue } from '../../presentation/view-models/proposal-view.ts';
import { longDate } from '../../presentation/when.ts';
import { matchListedQuote } from '../../quote-intake/match-listed-quote.ts';
import type { TextPart } from '../../quote-intake/original-parts.ts';
import { type FieldName, ROW_FIELDS, type RowField, type TypedFaults } from '../../quote-intake/quote-fields.ts';
import { amountText, type Row } from '../../sheet/row.ts';
import type { BusinessContext } from '../business-context.ts';
import type { Dependencies } from '../dependencies.ts';
import type { OpenedProposal } from './proposals.ts';

type Objects = Pick<Dependencies, 'objects'>;

/** What a proposal was read from lies beside its PDFs. */
const partsKey = (id: string): string => `${id}/original.json`;

/** Keeps the texts that were read, so that each field's words can be shown where they stand without reading again. */
export const keepParts = async ({ objects }: Objects, id: string, parts: readonly TextPart[]): Promise<void> => {
  const body = new TextEncoder().encode(JSON.stringify(parts));
  await objects.putOnce('source-pdfs', partsKey(id), body, 'application/json');
};

/** Empty when they are gone. */
export const partsOf = async ({ objects }: Objects, id: string): Promise<readonly TextPart[]> => {
  const stored = await objects.get('source-pdfs', partsKey(id));
  if (!stored) return [];
  const parts: readonly TextPart[] = JSON.parse(new TextDecoder().decode(stored.body));
  return parts;
};

/** What a person typed on the page, and what is wrong with it. */
export interface TypedOnPage {
  readonly values: Readonly<Partial<Record<RowField, string>>>;
  readonly faults: TypedFaults;
}

export interface ShownProposal {
  readonly view: ProposalView;
  /** The row of the sheet that it would change; null for a new row. */
  readonly row: Row | null;
}

/** A proposal as its mail and its page show it: beside the row it would change, where the sheet has its number. */
export const shownProposal = (
  id: string,
  state: ProposalState,
  personal: OpenedProposal | 'erased',
  business: BusinessContext,
  typed: TypedOnPage | null = null,
): ShownProposal | null => {
  const { made, fields } = state;
  if (!made || !fields) return null;
  const known = personal === 'erased' ? ERASED : personal;
  const decided = state.status !== 'open';
  const number = typed?.values.quote_id ?? fields.number ?? '';
  const listed = decided || number.trim() === '' ? null : matchListedQuote(number, numbersOf(business));
  // What a person typed is meant: only the very number leads to a row then.
  const meant = listed && !(typed && listed.revision) ? listed : null;
  const row = meant === null ? null : (rowsOf(business).find(({ quoteId }) => quoteId === meant.number) ?? null);
  const context: Context = { row, known, business, typed };
  const values = ROW_FIELDS.map(field => shownField(field, fields, made.missing, context));
  return {
    row,
    view: {
      proposalId: id,
      values,
      lane: made.source.startsWith(HANDED_IN) ? 'hand' : made.lane,
      from: fromOf(made),
      at: made.at,
      zone: business.policy.timezone,
      changes: decided ? state.changes : (row?.quoteId ?? null),
      revisionOf: meant?.revision ? meant.number : null,
      unread: known.unread,
    },
  };
};

/** What the source of a PDF that somebody handed in begins with. */
export const HANDED_IN = 'pdf/';

/** Who sent it, or which tool reported it. */
const fromOf = ({ lane, source, fields }: NonNullable<ProposalState['made']>): string => {
  if (lane === 'mail') return fields.owner ?? 'a rep';
  return source === 'plain' ? 'a quoting tool' : source;
};

const rowsOf = ({ mirror }: BusinessContext): readonly Row[] => [...mirror.rows.values()];
const numbersOf = (business: BusinessContext): readonly string[] => rowsOf(business).map(({ quoteId }) => quoteId);

const ERASED: OpenedProposal = {
  customer: 'erased',
  contact: 'erased',
  link: null,
  sources: {},
  doubts: {},
  unread: [],
};

interface Context {
  readonly row: Row | null;
  readonly known: OpenedProposal;
  readonly business: BusinessContext;
  readonly typed: TypedOnPage | null;
}

/** A field of the form by the name that reading has for it. */
const READ_AS: Readonly<Record<RowField, FieldName | null>> = {
  quote_id: 'quote_id',
  customer: 'customer',
  contact: 'contact_email',
  amount: 'amount_minor',
  currency: 'currency',
  sent: 'sent_date',
  expires: 'expiry_date',
  owner: null,
  pdf_link: 'pdf',
};

interface Both {
  readonly value: string;
  readonly shown: string;
}

const EMPTY: Both = { value: '', shown: '' };

const shownField = (
  field: RowField,
  fields: Fields,
  missing: readonly string[],
  { row, known, business, typed }: Context,
): ProposedValue => {
  const old =
    row === null ? null : bothOf(field, { ...row, ...row.amount, number: row.quoteId, link: row.pdfLink }, business);
  const proposed = bothOf(field, { ...fields, ...known }, business);
  // What was not read stays as the sheet has it; a revision keeps the number it revises, and its owner.
  const stays = proposed.value === '' || field === 'quote_id' || (field === 'owner' && old?.value !== '');
  const now = old !== null && stays ? old : proposed;
  const given = typed?.values[field];
  const name = READ_AS[field];
  const source = name === null ? undefined : known.sources[name];
  const doubt = name === null ? undefined : known.doubts[name];
  const problem = typed?.faults[field];
  const shown = given === undefined || given === now.value ? now : { value: given, shown: given };
  const isMissing = shown.value === '' && name !== null && name !== 'pdf' && missing.includes(name);
  const isAsRead = shown.value !== '' && shown.value === proposed.value;
  return {
    field,
    ...shown,
    source: source === undefined ? null : source.replaceAll('\n', ' '),
    ...(source === undefined ? {} : { marks: source.split('\n') }),
    old: old?.shown ?? null,
    missing: isMissing,
    ...((isMissing || isAsRead) && doubt !== undefined ? { doubt } : {}),
    ...(problem === undefined ? {} : { problem }),
  };
};

const text = (value: string | null): Both => (value === null ? EMPTY : { value, shown: value });
const day = (value: string | null): Both => (value === null ? EMPTY : { value, shown: longDate(value) });
const person = (value: string | null, { policy }: BusinessContext): Both =>
  value === null ? EMPTY : { value, shown: value.includes('@') ? nameOf(value, policy) : value };
const money = (minor: number | null, currency: string | null): Both =>
  minor === null || currency === null
    ? EMPTY
    : { value: amountText({ minor, currency }), shown: formatMoney({ minor, currency }) };

type RowFacts = Fields & Pick<OpenedProposal, 'customer' | 'contact' | 'link'>;

const bothOf = (field: RowField, facts: RowFacts, business: BusinessContext): Both => {
  switch (field) {
    case 'quote_id':
      return text(facts.number);
    case 'customer':
      return text(facts.customer);
    case 'contact':
      return text(facts.contact);
    case 'amount':
      return money(facts.minor, facts.currency);
    case 'currency':
      return text(facts.currency);
    case 'sent':
      return day(facts.sent);
    case 'expires':
      return day(facts.expires);
    case 'owner':
      return person(facts.owner, business);
    case 'pdf_link':
      return text(facts.link);
  }
};
