import { formatMoney } from '../../kernel/money.ts';
import type { Digest, DigestMessage, DigestQuote } from '../view-models/digest.ts';
import type { Cell, Table } from '../view-models/table.ts';
import { sums } from '../view-models/today-view.ts';
import { type RowFault, rowFaultTable } from '../view-models/understood.ts';
import { dayAndMonth, plainDate, shortDate } from '../when.ts';
import { counted } from '../wording.ts';
import { type Block, type WrittenMail, writeMail } from './write-mail.ts';

/** Mail programs cut off what is longer than 100 KB, and nobody reads so far: the attached CSV has every open quote. */
const MAX_OPEN = 25;
const MAX_ROWS = 8;

/** The digest's lists in the order of what they ask for: decisions first, the whole list of open quotes last. */
export const digestTables = (digest: Digest): readonly Table[] => {
  const owners = digest.scope === 'all';
  const list = (caption: string, quotes: readonly DigestQuote[]): Table =>
    quoteTable(caption, quotes.slice(0, MAX_ROWS), owners, quotes.length);
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
      openCount > MAX_OPEN ? 'Open quotes, the most valuable' : 'Open quotes',
      open.slice(0, MAX_OPEN),
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
  const shown = faults.slice(0, MAX_ROWS);
  return { ...rowFaultTable(shown), empty: '', ...more(faults.length, shown.length) };
};

const messageTable = (caption: string, messages: readonly DigestMessage[]): Table => {
  const shown = messages.slice(0, MAX_ROWS);
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

/** Every Monday, to each owner and the admin: what is open, what happened, and what waits for a person. */
export const digestMail = (digest: Digest): WrittenMail => {
  const { openCount, inPlay, from, to, scope } = digest;
  const week = `${dayAndMonth(from)} to ${dayAndMonth(to)}`;
  const blocks: readonly Block[] = [
    {
      kind: 'lead',
      text: `${counted(openCount, 'open quote')}${inPlay.length > 0 ? `, ${sums(inPlay)} in play` : ''}`,
    },
    { kind: 'words', text: weekWords(digest, week) },
    ...(digest.url === null
      ? []
      : [{ kind: 'action', label: scope === 'own' ? 'My quotes' : 'All quotes', url: digest.url } as const]),
    ...(digest.chart === null ? [] : [{ kind: 'picture', ...digest.chart } as const]),
    ...digestTables(digest).map(table => ({ kind: 'table', table }) as const),
    ...csvNote(digest),
    ...rootNote(digest),
  ];
  return writeMail({
    subject: `Week of ${plainDate(digest.date)}: ${counted(openCount, 'open quote')}${inPlay.length > 0 ? `, ${sums(inPlay)}` : ''}`,
    blocks,
    why:
      scope === 'own'
        ? 'You get this every Monday because these quotes are yours.'
        : 'You get this every Monday because you are the admin; it lists every quote.',
  });
};

/** What the week was; an empty one in one line. */
const weekWords = (digest: Digest, week: string): string => {
  const { nudged, untaken, undecided, expired, openCount } = digest;
  const { unknownSends, bounced, expiring, fallback, lostOrKeep, refusedRows, unmatched, quarantined } = digest;
  const happened = [
    nudged.length > 0 && `${counted(nudged.length, 'quote')} nudged`,
    untaken.length > 0 && `${counted(untaken.length, 'reply', 'replies')} nobody has taken`,
    undecided.length > 0 && `${counted(undecided.length, 'draft')} nobody decided`,
    unknownSends.length > 0 && `${counted(unknownSends.length, 'nudge')} that may not have arrived`,
    bounced.length > 0 && `${counted(bounced.length, 'bounced address', 'bounced addresses')}`,
    expiring.length > 0 && `${expiring.length} expiring within 7 days`,
    expired.length > 0 && `${expired.length} expired`,
    lostOrKeep.length > 0 && `${lostOrKeep.length} to keep or give up`,
    fallback.length > 0 && `${fallback.length} with no owner we know`,
    refusedRows.length > 0 && `${counted(refusedRows.length, 'row')} to mend`,
    unmatched.length > 0 && `${counted(unmatched.length, 'mail')} nobody could place`,
    quarantined.length > 0 && `${counted(quarantined.length, 'mail')} in quarantine`,
  ].filter(part => part !== false);
  if (happened.length > 0) return `${week}: ${happened.join(', ')}.`;
  return openCount === 0
    ? `${week}: a quiet week, and no quote is open.`
    : `${week}: a quiet week. Nothing was sent and nothing waits for you.`;
};

const csvNote = ({ csv, openCount }: Digest): readonly Block[] =>
  csv === null
    ? []
    : [
        {
          kind: 'words',
          text: openCount === 1 ? `It is attached as ${csv}.` : `All ${openCount} open quotes are attached as ${csv}.`,
        },
      ];

const rootNote = ({ root }: Digest): readonly Block[] =>
  root === null
    ? []
    : [
        {
          kind: 'words',
          text: `For the record: after ${plainDate(root.day)} the log had ${counted(root.streams, 'stream')} with the root ${root.hex}. Keep this mail, and any later change of that day's log can be shown.`,
        },
      ];
