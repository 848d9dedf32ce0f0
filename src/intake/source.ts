import type { LocalDate } from '../kernel/local-date.ts';
import type { FoundData } from './embedded/led-by-data.ts';
import type { Piece } from './layout/line.ts';
import type { Link } from './layout/lines-of-html.ts';

/** A mailbox: the name may be empty. */
export interface Mailbox {
  readonly name: string;
  readonly address: string;
}

/** The mail the quote went out with: the outer one, or the one forwarded inside it. */
export interface Envelope {
  readonly from: readonly Mailbox[];
  readonly to: readonly Mailbox[];
  readonly cc: readonly Mailbox[];
  /** The day it was sent on its sender's calendar, and the words that say so; null when unreadable. */
  readonly sent: { readonly day: LocalDate; readonly words: string } | null;
}

/** Everything a sent quote is read from. */
export interface QuoteSource {
  /** Subject, body, then PDFs. */
  readonly pieces: readonly Piece[];
  /** Null for a PDF alone. */
  readonly envelope: Envelope | null;
  readonly links: readonly Link[];
  /** What the PDFs say in data beside what they print. */
  readonly data: readonly FoundData[];
  /** Names of the PDFs. */
  readonly fileNames: readonly string[];
}
