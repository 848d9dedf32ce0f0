import type { LocalDate } from '../../kernel/local-date.ts';
import type { Money } from '../../kernel/money.ts';
import type { ChartView } from '../views/chart-view.ts';
import type { Person } from '../views/person.ts';
import type { RowFault } from '../views/sheet-fault.ts';
import { sums } from '../views/today-view.ts';
import { counted } from '../words/counted.ts';
import { dayAndMonth, plainDate } from '../words/when.ts';
import type { Block } from './block.ts';
import { digestTables } from './digest-tables.ts';
import { type WrittenMail, writeMail } from './write-mail.ts';

/** A quote in one of the digest's lists. `words`: what this list says of it, e.g. `expires in 3 days`. */
export interface DigestQuote {
  readonly quoteId: string;
  readonly customer: string;
  readonly amount: Money;
  readonly owner: string;
  readonly words: string;
  /** The quote's page for this reader; null where there is none. */
  readonly url: string | null;
}

/** A mail that no quote could be found for, or that was quarantined. */
export interface DigestMessage {
  readonly from: string;
  readonly subject: string;
  readonly day: LocalDate;
  readonly words: string;
  readonly url: string | null;
}

export interface Digest {
  readonly reader: Person;
  /** `all`: the admin's, of every quote; `own`: an owner's. */
  readonly scope: 'own' | 'all';
  /** The Monday it goes out, and the week before. */
  readonly date: LocalDate;
  readonly from: LocalDate;
  readonly to: LocalDate;
  /** What is open, one sum for each currency. */
  readonly inPlay: readonly Money[];
  /** The most valuable first; perhaps not all of them. */
  readonly open: readonly DigestQuote[];
  readonly openCount: number;
  readonly nudged: readonly DigestQuote[];
  readonly expiring: readonly DigestQuote[];
  readonly expired: readonly DigestQuote[];
  /** Drafts nobody decided, lapsed ones named. */
  readonly undecided: readonly DigestQuote[];
  readonly untaken: readonly DigestQuote[];
  readonly bounced: readonly DigestQuote[];
  readonly unknownSends: readonly DigestQuote[];
  /** Without expiry, and the last step is 30 days past: lost or keep? */
  readonly lostOrKeep: readonly DigestQuote[];
  /** Quotes that fell through to the admin. */
  readonly fallback: readonly DigestQuote[];
  readonly refusedRows: readonly RowFault[];
  readonly unmatched: readonly DigestMessage[];
  readonly quarantined: readonly DigestMessage[];
  readonly chart: ChartView | null;
  /** The page of this reader's quotes. */
  readonly url: string | null;
  /** Name of the attached CSV with every open quote; null when none is attached. */
  readonly csv: string | null;
  /** Root over the heads of all streams at the end of a day, against later tampering. */
  readonly root: { readonly hex: string; readonly day: LocalDate; readonly streams: number } | null;
}

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
const weekWords = ({ nudged, untaken, undecided, expired, openCount }: Digest, week: string): string => {
  const happened = [
    nudged.length > 0 && `${counted(nudged.length, 'quote')} nudged`,
    untaken.length > 0 && `${counted(untaken.length, 'reply', 'replies')} nobody has taken`,
    undecided.length > 0 && `${counted(undecided.length, 'draft')} nobody decided`,
    expired.length > 0 && `${expired.length} expired`,
  ].filter(part => part !== false);
  if (happened.length > 0) return `${week}: ${happened.join(', ')}.`;
  return openCount === 0
    ? `${week}: a quiet week, and no quote is open.`
    : `${week}: a quiet week. Nothing was sent and nothing waits for you.`;
};

const csvNote = ({ csv, openCount }: Digest): readonly Block[] =>
  csv === null ? [] : [{ kind: 'words', text: `All ${counted(openCount, 'open quote')} are attached as ${csv}.` }];

const rootNote = ({ root }: Digest): readonly Block[] =>
  root === null
    ? []
    : [
        {
          kind: 'words',
          text: `For the record: after ${plainDate(root.day)} the log had ${counted(root.streams, 'stream')} with the root ${root.hex}. Keep this mail, and any later change of that day's log can be shown.`,
        },
      ];
