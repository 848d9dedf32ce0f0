import type { LocalDate } from '../../kernel/local-date.ts';
import { formatMoney, type Money } from '../../kernel/money.ts';
import { type Html, html, join } from '../html.ts';
import { plainDate } from '../when.ts';
import { plainLine } from '../wording.ts';
import type { WrittenMail } from './write-mail.ts';

export interface NudgeMail {
  /** The approved text, character for character. */
  readonly text: string;
  readonly subject: string;
  /** The signed mark by which an answer finds its quote: `[Q-1042 …]`. */
  readonly tag: string;
  readonly quoteId: string;
  readonly amount: Money;
  readonly sent: LocalDate;
  readonly pdfLink: string | null;
  /** The PDF goes with the mail. */
  readonly attached: boolean;
  /** Who the customer reaches by answering. */
  readonly repName: string;
}

/**
 * The one mail a customer gets: the approved text as a person would have typed it, and under it, small, what it is
 * about and how to answer or say stop. No picture, no button, no colour: a letter, not a campaign.
 */
export const nudgeMail = (nudge: NudgeMail): WrittenMail => {
  const closing = closingLines(nudge);
  return {
    subject: taggedSubject(nudge.subject, nudge.tag),
    text: `${nudge.text}\n\n-- \n${closing.join('\n')}\n`,
    html: nudgeDocument(nudge, closing).toString(),
  };
};

const taggedSubject = (subject: string, tag: string): string => {
  const line = plainLine(subject);
  return line.includes(tag) ? line : `${line} ${tag}`;
};

const closingLines = ({ quoteId, amount, sent, pdfLink, attached, repName }: NudgeMail): readonly string[] => [
  `Quote ${quoteId}, ${formatMoney(amount)}, sent ${plainDate(sent)}`,
  ...(pdfLink !== null ? [`The quote: ${pdfLink}`] : attached ? ['The quote is attached as a PDF.'] : []),
  `Just reply to this mail to reach ${repName}. If you would rather hear nothing more, reply "stop".`,
];

const STYLE = 'font-family:Arial,Helvetica,sans-serif;font-size:16px;line-height:1.5;';
const SMALL = 'margin-top:28px;font-size:14px;line-height:1.5;';

const nudgeDocument = ({ text, subject }: NudgeMail, closing: readonly string[]): Html => html`<!doctype html>
<html>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${plainLine(subject)}</title>
</head>
<body>
<div style="${STYLE}">
<div style="white-space:pre-wrap;" dir="auto">${lineByLine(text)}</div>
<div style="${SMALL}">-- <br>${join(
  closing.map(line => html`${linkedText(line)}`),
  html`<br>`,
)}</div>
</div>
</body>
</html>
`;

const lineByLine = (text: string): readonly Html[] =>
  text.split('\n').map((line, index) => (index === 0 ? html`${linkedText(line)}` : html`<br>${linkedText(line)}`));

/** A web address in running text, without the full stop or bracket that closes its sentence. */
const ADDRESS = /(https?:\/\/[^\s<>"']*[^\s<>"'.,;:!?)\]}])/;

/** The same characters, with each web address made a link. */
const linkedText = (text: string): readonly (Html | string)[] =>
  text.split(ADDRESS).map((part, index) => (index % 2 === 1 ? html`<a href="${part}">${part}</a>` : part));
