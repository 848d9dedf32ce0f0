import * as E from 'fp-ts/lib/Either.js';
import { editDistance } from '../kernel/edit-distance.ts';
import { currencyMark } from './amounts/currency-marks.ts';
import { type Cell, cellText } from './cell.ts';
import type { SheetRefusal } from './row.ts';

/** A header cell: its place from 0, how it is written, and what it says without and with the note at its end. */
export interface Header {
  readonly at: number;
  readonly written: string;
  readonly key: string;
  /** The key without the note: `amount` of `Amount (SGD)`. */
  readonly plainKey: string;
  /** What stands in brackets at the end, or a currency: `SGD` of `Amount (SGD)` and of `Amount in SGD`. */
  readonly note: string;
}

const BRACKETS = /^([^([]*)[([]([^()[\]]*)[)\]]\W*$/;
const LAST_WORD = /^((?:.*\s)?(?:amount|total|price|value|sum)\s+(?:in\s+)?)(\S+?)[\s:*]*$/i;

export const headerOf = (cell: Cell, at: number): Header => {
  const written = cellText(cell).replace(/\s+/g, ' ').slice(0, 120);
  const key = joined(headerWords(written));
  const brackets = BRACKETS.exec(written);
  const lastWord = LAST_WORD.exec(written);
  const noted = brackets ?? (lastWord && currencyMark(lastWord[2] ?? '') ? lastWord : null);
  const plainKey = noted ? joined(headerWords((noted[1] ?? '').replace(/ in ?$/i, ''))) : key;
  return { at, written, key, plainKey, note: (noted?.[2] ?? '').trim() };
};

const FILLERS: ReadonlySet<string> = new Set(['the', 'of', 'a', 'an', 'for', 's']);

/** A header's words: lower-case, without accents and punctuation; `#` and № are `no`, a camel-case seam parts words. */
export const headerWords = (header: string): readonly string[] =>
  header
    .slice(0, MAX_CHARS)
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .replace(/#/g, ' no ')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(word => word !== '' && !FILLERS.has(word));

const MAX_CHARS = 120;

/** Words run together: what two headers are compared by. */
export const joined = (words: readonly string[]): string => words.join('');

/** Columns of the sheet of quotes, in the order our own copy has them. */
export const COLUMNS = [
  'quote_id',
  'customer',
  'contact',
  'amount',
  'currency',
  'sent',
  'expires',
  'owner',
  'team',
  'pdf_link',
  'override',
  'status',
] as const;

export type Column = (typeof COLUMNS)[number];

/** How a column may be headed: by its own names, or, when no header bears one of those, by vaguer ones. */
export interface Heading<C extends string> {
  readonly column: C;
  readonly required: boolean;
  /** As a message and our own copy of the sheet call it. */
  readonly title: string;
  readonly names: readonly string[];
  readonly vague: readonly string[];
}

const heading = <C extends string>(
  column: C,
  title: string,
  required: boolean,
  names: string,
  vague = '',
): Heading<C> => ({ column, title, required, names: list(names), vague: list(vague) });

const list = (words: string): readonly string[] => (words === '' ? [] : words.split(', '));

/**
 * Headers are compared by their words run together, without `of`, `the` and their kind, and names of two words in either
 * order: `Sent date`, `DATE_SENT` and `date sent:` are one. A name stands in one list only. What might as well head
 * something else (a cost, a due date, a state of the union) is vague or left out: a wrong column is worse than none.
 */
export const QUOTE_HEADINGS: readonly Heading<Column>[] = [
  heading(
    'quote_id',
    'quote number',
    true,
    'quote number, quote no, quote nr, quote num, quote id, quote ref, quote reference, quote code, quotation number, quotation no, quotation nr, quotation num, quotation id, quotation ref, quotation reference, offer number, offer no, offer id, estimate number, estimate no, estimate id, proposal number, proposal no, proposal id',
    'quote, quotation, ref, reference, our ref, our reference, ref no, ref number, reference no, reference number, number, no, id',
  ),
  heading(
    'customer',
    'customer',
    true,
    'customer, customer name, client, client name, company, company name, customer company, client company, customer company name, customers, clients',
    'organisation, organization, account, account name, business, business name, name, prospect',
  ),
  heading(
    'contact',
    'contact email',
    true,
    'contact email, contact email address, contact mail, email, email address, mail, mail address, customer email, customer email address, client email, client email address, contact person email, recipient email, customer contact email, client contact email',
    'contact, contact address, recipient, customer contact, client contact',
  ),
  heading(
    'amount',
    'amount',
    true,
    'amount, quote amount, quoted amount, quotation amount, total, total amount, quote total, quotation total, grand total, total price, total value, value, quote value, quotation value, price, quote price, quoted price, offer amount',
    'sum, net amount, net total, net value, gross amount, deal value',
  ),
  heading('currency', 'currency', false, 'currency, currency code, ccy, curr, cur, quote currency, amount currency'),
  heading(
    'sent',
    'date sent',
    true,
    'date sent, sent, sent on, sent at, sent date, date quote sent, quote sent, quote sent on, quote date sent, quote sent date, date issued, issued, issued on, issue date, quote issued, quote date, quoted on, date quoted, quotation date, sending date, offer date',
    'date, day sent',
  ),
  heading(
    'expires',
    'date expires',
    false,
    'date expires, expires, expires on, expires at, expiry, expiry date, expiration, expiration date, expire date, expire, expire on, quote expires, quote expires on, quote expiry, quote expiry date, quote expiration date, valid until, valid till, valid til, valid to, valid thru, valid through, validity date, good until, good till, open until',
    'validity',
  ),
  heading(
    'owner',
    'owner',
    false,
    'owner, quote owner, owner email, owner name, owner email address, rep, sales rep, rep name, rep email, sales rep email, sales representative, representative, salesperson, salesman, seller, account manager, account owner, assigned to, assignee, handled by, person responsible, sales owner',
    'responsible, agent',
  ),
  heading(
    'team',
    'team',
    false,
    'team, team name, sales team, department, dept, department name, quote team, division, business unit',
    'group',
  ),
  heading(
    'pdf_link',
    'PDF link',
    false,
    'pdf link, pdf, pdf url, link to pdf, quote link, quote pdf, quote url, quote pdf link, quotation link, quotation pdf, document link',
    'link, url, document url, file link, web link',
  ),
  heading(
    'override',
    'cadence override',
    false,
    'cadence override, cadence, override, custom cadence, quote cadence, follow up days, follow up cadence, follow up override, follow ups, follow up schedule, nudge days, nudge cadence, nudge override, chase days, reminder days',
    'follow up, nudges, reminders',
  ),
  heading('status', 'status', false, 'status, quote status, quotation status', 'state, quote state, outcome, result'),
];

export type ClosedColumn = 'quote_id' | 'outcome' | 'date';

/** The tab of quotes that ended. */
export const CLOSED_HEADINGS: readonly Heading<ClosedColumn>[] = [
  ...QUOTE_HEADINGS.flatMap(({ column, ...rest }) => (column === 'quote_id' ? [{ ...rest, column }] : [])),
  heading('outcome', 'outcome', true, 'outcome, result, quote outcome, final outcome', 'status, final status, state'),
  heading(
    'date',
    'date',
    false,
    'date closed, closed, closed on, closed date, closing date, date ended, ended, ended on, end date, outcome date, date outcome, decided on, decision date',
    'date',
  ),
];

/** Of the headers there are, the one most like one of the names, by slips per letter; undefined where there is none. */
export const nearestHeader = (names: readonly string[], headers: readonly Header[]): Header | undefined => {
  let nearest: { readonly header: Header; readonly unlikeness: number } | undefined;
  for (const header of headers) {
    for (const name of names) {
      const longest = Math.max(name.length, header.plainKey.length);
      const unlikeness = editDistance(name, header.plainKey, longest) / longest;
      if (!nearest || unlikeness < nearest.unlikeness) nearest = { header, unlikeness };
    }
  }
  return nearest?.header;
};

export interface Matched<C extends string> {
  /** Where each column stands, from 0; an optional one may be missing. */
  readonly places: Readonly<Partial<Record<C, number>>>;
  readonly notes: Readonly<Partial<Record<C, string>>>;
}

const MAX_COLUMNS = 1000;

/**
 * Finds the columns by their headers, without regard to case, order or punctuation. Left: the first column that two headers
 * bear, or the first required one that none does, with the nearest header there is. Other headers are let be.
 */
export const matchHeaders = <C extends string>(
  cells: readonly Cell[],
  headings: readonly Heading<C>[],
): E.Either<SheetRefusal, Matched<C>> => {
  const headers = cells
    .slice(0, MAX_COLUMNS)
    .map(headerOf)
    .filter(({ key }) => key !== '');
  const places: Partial<Record<C, number>> = {};
  const notes: Partial<Record<C, string>> = {};
  const lacking: Heading<C>[] = [];
  for (const heading of headings) {
    const [first, second] = bearersOf(headers, heading);
    if (first && second) return E.left(twice(heading, first, second));
    if (!first && heading.required) lacking.push(heading);
    if (first) {
      places[heading.column] = first.at;
      notes[heading.column] = first.note;
    }
  }
  const taken = new Set<unknown>(Object.values(places));
  const [missing] = lacking;
  if (!missing) return E.right({ places, notes });
  return E.left(without(missing, lacking.slice(1), headers, taken));
};

const bearersOf = (headers: readonly Header[], { names, vague }: Heading<string>): readonly Header[] => {
  const own = bearing(headers, keysOf(names));
  return own.length > 0 ? own : bearing(headers, keysOf(vague));
};

const bearing = (headers: readonly Header[], keys: ReadonlySet<string>): readonly Header[] =>
  headers.filter(({ key, plainKey }) => keys.has(key) || keys.has(plainKey));

const keys = new WeakMap<readonly string[], ReadonlySet<string>>();

const keysOf = (names: readonly string[]): ReadonlySet<string> => {
  const known = keys.get(names);
  if (known) return known;
  const made = new Set(
    names.flatMap(name => {
      const words = headerWords(name);
      return words.length === 2 ? [joined(words), joined(words.toReversed())] : [joined(words)];
    }),
  );
  keys.set(names, made);
  return made;
};

const twice = ({ column, title }: Heading<string>, first: Header, second: Header): SheetRefusal => ({
  column,
  error: `two headers stand for the ${title}: ${shown(first)} and ${shown(second)}; rename one of them`,
});

const without = (
  { column, title, names, vague }: Heading<string>,
  others: readonly Heading<string>[],
  headers: readonly Header[],
  taken: ReadonlySet<unknown>,
): SheetRefusal => {
  const free = headers.filter(({ at }) => !taken.has(at));
  const nearest = nearestHeader([...keysOf(names), ...keysOf(vague)], free.length > 0 ? free : headers);
  const hint = nearest ? `the nearest is ${shown(nearest)}; rename it or add the column` : 'the first row is empty';
  const also = others.length > 0 ? `; also missing: ${others.map(other => other.title).join(', ')}` : '';
  return { column, error: `no header stands for the ${title}; ${hint}${also}` };
};

const shown = ({ written, at }: Header): string => `"${written}" (column ${columnLetters(at)})`;

/** A, B … Z, AA: as spreadsheets number columns. */
const columnLetters = (at: number): string => {
  const letter = String.fromCharCode(65 + (at % 26));
  return at < 26 ? letter : `${columnLetters(Math.floor(at / 26) - 1)}${letter}`;
};
