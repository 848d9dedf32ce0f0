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
