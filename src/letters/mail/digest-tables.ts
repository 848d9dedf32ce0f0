import { formatMoney } from '../../kernel/money.ts';
import type { Digest, DigestMessage, DigestQuote } from '../views/digest.ts';
import { type RowFault, rowFaultTable } from '../views/sheet-fault.ts';
import type { Cell, Table } from '../views/table.ts';
import { counted } from '../words/counted.ts';
import { shortDate } from '../words/when.ts';

/** The digest's lists in the order of what they ask for: decisions first, the whole list of open quotes last. */
export const digestTables = (digest: Digest): readonly Table[] => {
  const owners = digest.scope === 'all';
  const list = (caption: string, quotes: readonly DigestQuote[], more?: string): Table =>
    quoteTable(caption, quotes, owners, more);
  const hidden = digest.openCount - digest.open.length;
  return [
    list('Replies nobody has taken', digest.untaken),
    list('Drafts nobody decided', digest.undecided),
    list('Did these arrive?', digest.unknownSends),
    list('Addresses that bounced', digest.bounced),
    list('Expiring within 7 days', digest.expiring),
    list('Expired', digest.expired),
    list('Lost or keep?', digest.lostOrKeep),
    list('Nudged this week', digest.nudged),
    list('No owner we know', digest.fallback),
    faultTable(digest.refusedRows),
    messageTable('Mail nobody could place', digest.unmatched),
    messageTable('Quarantined mail', digest.quarantined),
    list(
      hidden > 0 ? 'Open quotes, the most valuable' : 'Open quotes',
      digest.open,
      hidden > 0 ? `And ${counted(hidden, 'more', 'more')}.` : undefined,
    ),
  ].filter(({ rows }) => rows.length > 0);
};

const quoteTable = (caption: string, quotes: readonly DigestQuote[], owners: boolean, more?: string): Table => ({
  caption,
  columns: [{ name: 'Quote' }, { name: 'Amount', end: true }],
  rows: quotes.map(({ quoteId, customer, amount, owner, words, url }): readonly Cell[] => [
    { text: `${quoteId}, ${customer}`, under: words, ...(url === null ? {} : { link: url }) },
    { text: formatMoney(amount), ...(owners ? { under: owner } : {}) },
  ]),
  empty: '',
  ...(more === undefined ? {} : { more }),
});

const faultTable = (faults: readonly RowFault[]): Table => ({ ...rowFaultTable(faults), empty: '' });

const messageTable = (caption: string, messages: readonly DigestMessage[]): Table => ({
  caption,
  columns: [{ name: 'From' }, { name: 'About' }],
  rows: messages.map(({ from, subject, day, words, url }) => [
    { text: from, under: shortDate(day) },
    { text: subject === '' ? '(no subject)' : subject, under: words, ...(url === null ? {} : { link: url }) },
  ]),
  empty: '',
});
