import type { LocalDate } from '../kernel/local-date.ts';
import type { Message } from '../mail-reading/message.ts';
import { attributionAt } from '../mail-reading/quoted-text/attribution.ts';
import { headerBlockAt, headerName } from '../mail-reading/quoted-text/header-block.ts';
import { historyMarkerAt } from '../mail-reading/quoted-text/history-marker.ts';
import type { Line as WrittenLine } from '../mail-reading/quoted-text/line.ts';
import { localDateOf } from '../sheet/dates/instant-date.ts';
import { datesIn } from './dates-in-text.ts';
import { dataOfPdf, type FoundData } from './embedded-data.ts';
import { type Line, type Piece, textOfLine } from './layout/line.ts';
import { type Link, linesOfHtml } from './layout/lines-of-html.ts';
import { pieceOfPdf } from './layout/lines-of-pdf.ts';
import { linesOfText } from './layout/lines-of-text.ts';
import type { ReadPdf } from './pdf-pages.ts';

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

/** A mail inside a mail: its printed header and its text. */
export interface Forwarded {
  readonly envelope: Envelope;
  readonly subject: string | null;
  readonly lines: readonly Line[];
}

const ADDRESS =
  /(?:"?([^"<>;,[\]]*?)"?\s*)[<[(]?(?:mailto:)?([^\s<>;,[\]()"]+@[^\s<>;,[\]()"]+\.[^\s<>;,[\]()"]+)[>\])]?/gi;
const written = (lines: readonly Line[]): WrittenLine[] =>
  lines.map(line => ({ text: textOfLine(line), quoted: false }));

/** The first mail forwarded in a body, or null. `near`: the day the outer mail left; the inner one is no younger. */
export const forwardedIn = (lines: readonly Line[], near: string | null): Forwarded | null => {
  const texts = written(lines);
  for (let at = 0; at < texts.length; at++) {
    const length = headerBlockAt(texts, at);
    if (length === 0) continue;
    const fields = texts.slice(at, at + length).flatMap(({ text }) => headerName(text) ?? []);
    const value = (kind: string): string => fields.find(field => field.kind === kind)?.value ?? '';
    const inner = lines.slice(at + length);
    return {
      envelope: {
        from: mailboxesIn(value('from')),
        to: mailboxesIn(value('to')),
        cc: [],
        sent: sentIn(value('date'), near),
      },
      subject: value('subject') || null,
      lines: [...inner.slice(0, historyStart(inner))],
    };
  }
  return null;
};

/** Index of the line where an earlier mail begins, or the number of lines. */
export const historyStart = (lines: readonly Line[]): number => {
  const texts = written(lines);
  const start = texts.findIndex(
    (_, at) => at > 0 && (historyMarkerAt(texts, at) > 0 || attributionAt(texts, at) !== null),
  );
  return start < 0 ? lines.length : start;
};

const mailboxesIn = (text: string): Mailbox[] => {
  const found = [...text.matchAll(ADDRESS)].map(hit => ({
    name: (hit[1] ?? '').replace(/^[\s'"]+|[\s'"]+$/g, ''),
    address: (hit[2] ?? '').replace(/[.>]+$/, ''),
  }));
  return found.length > 0 || text.trim() === '' ? found : [{ name: text.trim(), address: '' }];
};

const sentIn = (text: string, near: string | null): Envelope['sent'] => {
  const [date] = datesIn(text, undefined);
  const readings = date?.readings ?? [];
  const possible = near === null ? readings : readings.filter(day => day <= near);
  const day = possible.length === 1 ? possible[0] : undefined;
  return day === undefined ? null : { day, words: text.trim() };
};

/** A body that says less than this above the history says it below. */
const MIN_LETTERS = 20;

/**
 * What a quote is read from in a mail: subject, body without earlier mails, PDFs. A mail forwarded inside it is read in its
 * stead, with the inner sender, recipients and day.
 */
export const sourceOfMessage = (message: Message, pdfs: readonly ReadPdf[], timezone?: string): QuoteSource => {
  const { lines, links } = bodyOf(message);
  const sentOn = message.date === null ? null : dayOf(message.date, timezone);
  const outer: Envelope = {
    from: message.from,
    to: message.to,
    cc: message.cc,
    sent: sentOn === null ? null : { day: sentOn, words: headerDate(message) },
  };
  const forwarded = isForward(message.subject, lines) ? forwardedIn(lines, sentOn) : null;
  const subject = forwarded?.subject ?? message.subject;
  return {
    pieces: [
      { origin: 'subject', lines: linesOfText(subject.replace(PREFIX, '')) },
      { origin: 'body', lines: forwarded ? forwarded.lines : ownPart(lines) },
      ...pdfs.map(({ fileName, pages }) => pieceOfPdf(fileName, pages)),
    ] satisfies Piece[],
    envelope: forwarded ? innerOf(forwarded.envelope, outer) : outer,
    links: [...links, ...pdfs.flatMap(({ pages }) => pages.links.map(href => ({ href, text: '' })))],
    data: pdfs.flatMap(dataOfPdf),
    fileNames: pdfs.map(({ fileName }) => fileName),
  };
};

/** The sender's own day; where the header gives UTC the sender's is not known, and the business's calendar holds. */
const dayOf = (date: string, timezone: string | undefined): LocalDate =>
  (timezone !== undefined && /(?:[+-]00:00|Z)$/.test(date) ? localDateOf(date, timezone) : null) ?? date.slice(0, 10);

const PREFIX =
  /^(?:\s*(?:re|aw|sv|vs|antw|odp|ynt|res|rif|fwd?|wg|tr|rv|i|enc|vb|vl|pd|vid|doorst|转发|回复|答复|転送|返信)\s?(?:\[\d+\])?\s?[:：])+\s*/i;
const FORWARD = /^\s*(?:(?:re|aw|sv)\s?:\s*)?(?:fwd?|wg|tr|rv|i|enc|vb|vl|vs|pd|vid|doorst|转发|転送)\s?[:：]/i;
const FORWARD_MARK =
  /forwarded message|weitergeleitete nachricht|message transf|mensaje reenviado|messaggio inoltrato|mensagem encaminhada|doorgestuurd bericht|vidarebefordrat|videresendt|przekazana|转发的邮件|転送/i;

const isForward = (subject: string, lines: readonly Line[]): boolean =>
  FORWARD.test(subject) || lines.slice(0, 60).some(line => FORWARD_MARK.test(textOfLine(line)));

const innerOf = (inner: Envelope, outer: Envelope): Envelope => ({
  // Whoever forwards is of the house as well.
  from: [...inner.from, ...outer.from],
  to: inner.to,
  cc: inner.cc,
  sent: inner.sent ?? outer.sent,
});

const bodyOf = ({ html, text }: Message): { lines: Line[]; links: readonly Link[] } => {
  if (html === null) return { lines: linesOfText(text ?? ''), links: [] };
  const read = linesOfHtml(html);
  return letters(read.lines) > 0 ? read : { lines: linesOfText(text ?? ''), links: read.links };
};

const ownPart = (lines: readonly Line[]): Line[] => {
  const own = lines.slice(0, historyStart(lines));
  return letters(own) >= MIN_LETTERS ? own : [...lines];
};

const letters = (lines: readonly Line[]): number =>
  lines.reduce((count, line) => count + (textOfLine(line).match(/\p{L}/gu)?.length ?? 0), 0);

const headerDate = ({ headers, date }: Message): string =>
  headers.find(header => header.name === 'date')?.value.trim() ?? date ?? '';
