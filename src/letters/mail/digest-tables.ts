import { formatMoney } from '../../kernel/money.ts';
import type { Digest, DigestMessage, DigestQuote } from '../views/digest.ts';
import { type RowFault, rowFaultTable } from '../views/sheet-fault.ts';
import type { Cell, Table } from '../views/table.ts';
import { counted } from '../words/counted.ts';
import { shortDate } from '../words/when.ts';

/** Mail programs cut off what is longer than 100 KB, and nobody reads so far: the attached CSV has every open quote. */
const MOST_OPEN = 25;
const MOST_ROWS = 8;

/** The digest's lists in the order of what they ask for: decisions first, the whole list of open quotes last. */
export const digestTables = (digest: Digest): readonly Table[] => {
  const owners = digest.scope === 'all';
  const list = (caption: string, quotes: readonly DigestQuote[]): Table =>
    quoteTable(caption, quotes.slice(0, MOST_ROWS), owners, quotes.length);
  const { open, openCount } = digest;
  return [
    list('Replies nobody has taken', digest.untaken),
    list('Drafts nobody decided', digest.undecided),
    list('Did these arrive?', digest.unknownSends),
    list('Addresses that bounced', digest.bounced),
    list('Contacts to whom nothing is sent', digest.closedContacts),
    list('Expiring within 7 days', digest.expiring),
    list('Expired', digest.expired),
    list('Lost or keep?', digest.lostOrKeep),
    list('Nudged this week', digest.nudged),
    list('No owner we know', digest.fallback),
    faultTable(digest.refusedRows),
    messageTable('Mail nobody could place', digest.unmatched),
    messageTable('Quarantined mail', digest.quarantined),
    quoteTable(
      openCount > MOST_OPEN ? 'Open quotes, the most valuable' : 'Open quotes',
      open.slice(0, MOST_OPEN),
      owners,
      openCount,
    ),
  ].filter(({ rows }) => rows.length > 0);
};

/** How many are left out, for the table's foot. */
const more = (all: number, shown: number): Pick<Table, 'more'> =>
  all > shown ? { more: `And ${counted(all - shown, 'more', 'more')}.` } : {};

const quoteTable = (caption: string, quotes: readonly DigestQuote[], owners: boolean, all: number): Table => ({
  caption,
  columns: [{ name: 'Quote' }, { name: 'Amount', end: true }],
  rows: quotes.map(({ quoteId, customer, amount, owner, words, url }): readonly Cell[] => [
    { text: `${quoteId}, ${customer}`, under: words, ...(url === null ? {} : { link: url }) },
    { text: formatMoney(amount), ...(owners ? { under: owner } : {}) },
  ]),
  empty: '',
  ...more(all, quotes.length),
});

const faultTable = (faults: readonly RowFault[]): Table => {
  const shown = faults.slice(0, MOST_ROWS);
  return { ...rowFaultTable(shown), empty: '', ...more(faults.length, shown.length) };
};

const messageTable = (caption: string, messages: readonly DigestMessage[]): Table => {
  const shown = messages.slice(0, MOST_ROWS);
  return {
    caption,
    columns: [{ name: 'From' }, { name: 'About' }],
    rows: shown.map(({ from, subject, day, words, url }) => [
      { text: from, under: shortDate(day) },
      { text: subject === '' ? '(no subject)' : subject, under: words, ...(url === null ? {} : { link: url }) },
    ]),
    empty: '',
    ...more(messages.length, shown.length),
  };
};
