import { addDays, type LocalDate } from '../../src/kernel/local-date.ts';

/**
 * The business that is assumed. A quote is good for 30 days, has the standard cadence (3 and 7 days, last call 3 days
 * before expiry), and so many are sent each day that the number of open ones stays.
 */
export const ASSUMED = {
  goodForDays: 30,
  quotesEachRep: 50,
  /** Of the nudges, how many bring an answer, and how many an automatic one. */
  answered: 0.1,
  automatic: 0.03,
  /** Of the quotes, how many come in by a blind copy of the mail that they were sent with. */
  byMail: 0.25,
  /** Rows older than this rest at the first reading: the sheet begins with younger ones and is filled up day by day. */
  beginsWithDays: 14,
} as const;

export const DOMAIN = 'cost.example';
export const repAddress = (at: number): string => `rep${at}@${DOMAIN}`;
export const repsOf = (quotes: number): number => Math.max(2, Math.round(quotes / ASSUMED.quotesEachRep));

const HEADINGS =
  'Quote number,Customer,Contact email,Amount,Currency,Date sent,Date expires,Owner,Team,PDF link,Cadence override,Status';
const NAMES = ['Tidewater', 'Kallang', 'Bluegate', 'Orchard', 'Sentosa', 'Bedok', 'Novena', 'Simei'];
const TRADES = ['Rowing Club', 'Clinic', 'Hotel', 'Primary School', 'Print Works', 'Brewing Company'];

export interface AssumedQuote {
  readonly number: string;
  readonly contact: string;
  readonly sent: LocalDate;
  readonly expires: LocalDate;
  readonly owner: string;
  readonly line: string;
}

/** The `at`th quote of the business, sent on a day. Each contact has one. */
export const assumedQuote = (at: number, sent: LocalDate, reps: number): AssumedQuote => {
  const number = `CQ-${String(100_000 + at)}`;
  const customer = `${NAMES[at % NAMES.length]} ${TRADES[at % TRADES.length]} ${at}`;
  const contact = `purchasing@customer${at}.example`;
  const expires = addDays(sent, ASSUMED.goodForDays);
  const owner = repAddress(at % reps);
  const amount = `${600 + ((at * 379) % 19_000)}.00`;
  const link = `https://files.${DOMAIN}/quotes/${number}.pdf`;
  const line = [number, customer, contact, amount, 'SGD', sent, expires, owner, '', link, '', 'open'].join(',');
  return { number, contact, sent, expires, owner, line };
};

export const sheetOf = (lines: readonly string[]): string => `${[HEADINGS, ...lines].join('\n')}\n`;
export const closedSheetOf = (lines: readonly string[]): string =>
  `${['Quote number,Outcome,Date', ...lines].join('\n')}\n`;

export const configOf = (reps: number): string =>
  JSON.stringify({
    timezone: 'Asia/Singapore',
    currency: 'SGD',
    admin: `owner@${DOMAIN}`,
    quiet_hours: ['18:00', '08:00'],
    company_domains: [DOMAIN],
    known_reps: Array.from({ length: reps }, (_, at) => repAddress(at)),
    stakeholders: [`owner@${DOMAIN}`],
  });

export const RULES = `Standard quotes: nudge at 3 days and 7 days after sending, then a last call 3 days before the quote expires.
Never more than three nudges for one quote, and leave at least two days between them.
`;
