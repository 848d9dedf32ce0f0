import type { LocalDate } from '../../kernel/local-date.ts';
import type { Money } from '../../kernel/money.ts';
import type { Person } from './facts.ts';
import type { RowFault } from './understood.ts';

/** A picture inside a mail, made elsewhere. */
export interface ChartView {
  /** Letters, digits and dashes; the attachment's content id. */
  readonly cid: string;
  /** What it shows, in words that stand for it. */
  readonly alt: string;
  readonly width: number;
  readonly height: number;
}

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
  /** The admin's alone: the most valuable quote of each contact that is closed, linked to where it is opened again. */
  readonly closedContacts: readonly DigestQuote[];
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
