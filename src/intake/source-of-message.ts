import type { Message } from '../inbox/message.ts';
import type { LocalDate } from '../kernel/local-date.ts';
import { localDateOf } from '../sheet/dates/instant-date.ts';
import { dataOfPdf } from './embedded/data-of-pdf.ts';
import { forwardedIn, historyStart } from './forwarded.ts';
import { type Line, type Piece, textOfLine } from './layout/line.ts';
import { type Link, linesOfHtml } from './layout/lines-of-html.ts';
import { pieceOfPdf } from './layout/lines-of-pdf.ts';
import { linesOfText } from './layout/lines-of-text.ts';
import type { ReadPdf } from './pdf-pages.ts';
import type { Envelope, QuoteSource } from './source.ts';

/** A body that says less than this above the history says it below. */
const LEAST_LETTERS = 20;

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
  return letters(own) >= LEAST_LETTERS ? own : [...lines];
};

const letters = (lines: readonly Line[]): number =>
  lines.reduce((count, line) => count + (textOfLine(line).match(/\p{L}/gu)?.length ?? 0), 0);

const headerDate = ({ headers, date }: Message): string =>
  headers.find(header => header.name === 'date')?.value.trim() ?? date ?? '';
