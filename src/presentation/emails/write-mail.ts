import type { LocalDate } from '../../kernel/local-date.ts';
import { type Html, html, raw } from '../html.ts';
import { mailLook as look, mailSheet, noteLook } from '../styles/mail-look.ts';
import { light } from '../styles/palette.ts';
import { type Fact, type Person, personName } from '../view-models/facts.ts';
import type { QuoteView } from '../view-models/quote-view.ts';
import { type Cell, type Column, cellOf, type Table, type Tone } from '../view-models/table.ts';
import { longDate } from '../when.ts';
import { plainLine } from '../wording.ts';

/**
 * What a mail to one of ours is made of. A mail is a list of blocks, written twice: as plain text and as HTML, so that
 * the two never say different things.
 */
export type Block =
  /** The one sentence that matters. */
  | { readonly kind: 'lead'; readonly text: string }
  | { readonly kind: 'words'; readonly text: string }
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'note'; readonly tone: Tone; readonly text: string }
  | { readonly kind: 'facts'; readonly title: string; readonly facts: readonly Fact[] }
  /** Text that is, or would be, a mail: shown as it is, line for line. */
  | { readonly kind: 'letter'; readonly title: string; readonly subject: string | null; readonly text: string }
  /** What somebody else wrote, made safe by its reader. */
  | { readonly kind: 'message'; readonly title: string; readonly html: Html | null; readonly text: string }
  /** The one link, as a button. */
  | { readonly kind: 'action'; readonly label: string; readonly url: string; readonly under?: string }
  | { readonly kind: 'points'; readonly points: readonly string[] }
  | { readonly kind: 'table'; readonly table: Table }
  | {
      readonly kind: 'picture';
      readonly cid: string;
      readonly alt: string;
      readonly width: number;
      readonly height: number;
    };

const RULE = '-'.repeat(60);

/** A block as plain text. Nothing is wrapped: mail programs wrap, and a wrapped link is a broken one. */
export const blockText = (block: Block): string => {
  switch (block.kind) {
    case 'lead':
    case 'words':
    case 'note':
      return block.text;
    case 'heading':
      return `${block.text}\n${'='.repeat(Math.min(block.text.length, 60))}`;
    case 'facts':
      return factsText(block.title, block.facts);
    case 'letter': {
      const subject = block.subject === null ? '' : `Subject: ${block.subject}\n\n`;
      return framed(block.title, subject + block.text);
    }
    case 'message':
      return framed(block.title, block.text);
    case 'action':
      return `${block.label}:\n${block.url}${block.under === undefined ? '' : `\n${block.under}`}`;
    case 'points':
      return block.points.map(point => `- ${point}`).join('\n');
    case 'table':
      return tableText(block.table);
    case 'picture':
      return `[Picture: ${block.alt}]`;
  }
};

const framed = (title: string, text: string): string => {
  const head = `-- ${title} `;
  return `${head}${'-'.repeat(Math.max(3, RULE.length - head.length))}\n\n${text}\n\n${RULE}`;
};

const factsText = (title: string, facts: readonly Fact[]): string => {
  const width = Math.max(0, ...facts.map(({ label }) => label.length)) + 2;
  const lines = facts.map(({ label, value }) => `${`${label}:`.padEnd(width)}${value}`);
  return `${title}\n${lines.join('\n')}`;
};

const tableText = ({ caption, columns, rows, empty, more }: Table): string => {
  const lines = rows.map(
    row =>
      `- ${rowText(
        row,
        columns.map(({ name }) => name),
      ).join('; ')}`,
  );
  const body = lines.length === 0 ? empty : lines.join('\n');
  return `${caption}\n${body}${more === undefined ? '' : `\n${more}`}`;
};

/** A row read aloud: the first cell names it, any other is told with its column's name. */
const rowText = (row: readonly Cell[], names: readonly string[]): readonly string[] =>
  row.flatMap((cell, index) => {
    const { text, under, link } = cellOf(cell);
    const whole = [text, under, link].filter(part => part !== undefined && part !== '').join(', ');
    if (whole === '') return [];
    return [index === 0 ? whole : `${(names[index] ?? '').toLowerCase()}: ${whole}`];
  });

/** A block as HTML that reads in any mail program: styles in place, tables for layout only where layout needs them. */
export const blockHtml = (block: Block): Html => {
  switch (block.kind) {
    case 'lead':
      return html`<h1 style="${look.lead}">${block.text}</h1>`;
    case 'words':
      return html`<p style="${look.words}">${lines(block.text)}</p>`;
    case 'heading':
      return html`<h2 style="${look.heading}">${block.text}</h2>`;
    case 'note':
      return html`<p class="qf-${block.tone} qf-line" style="${noteLook[block.tone]}">${lines(block.text)}</p>`;
    case 'facts':
      return factsHtml(block.title, block.facts);
    case 'letter':
      return letterHtml(block.title, block.subject, block.text);
    case 'message':
      return html`<h2 class="qf-soft" style="${look.title}">${block.title}</h2>
<div class="qf-line" style="${look.message}${block.html === null && 'white-space:pre-wrap;'}" dir="auto">${block.html ?? lines(block.text)}</div>`;
    case 'action':
      return actionHtml(block);
    case 'points':
      return html`<ul style="${look.points}">${block.points.map(point => html`<li style="${look.point}">${point}</li>`)}</ul>`;
    case 'table':
      return tableHtml(block.table);
    case 'picture':
      return html`<p style="${look.words}"><img src="cid:${block.cid}" alt="${block.alt}" width="${block.width}" height="${block.height}" style="${look.picture}"></p>`;
  }
};

/** Text line for line. Breaks are elements and no line ends stand beside them: the text may be shown with its blanks kept. */
export const lines = (text: string): readonly Html[] =>
  text.split(/\r\n|\r|\n/).map((line, index) => (index === 0 ? html`${line}` : html`<br>${line}`));

const letterHtml = (
  title: string,
  subject: string | null,
  text: string,
): Html => html`<h2 class="qf-soft" style="${look.title}">${title}</h2>
<div class="qf-letter" style="${look.letter}" dir="auto">${
  subject !== null && html`<p class="qf-line" style="${look.subject}">${subject}</p>`
}${lines(text)}</div>`;

const factsHtml = (
  title: string,
  facts: readonly Fact[],
): Html => html`<table width="100%" cellspacing="0" cellpadding="0" border="0" style="border-collapse:collapse;margin:0 0 20px;">
<caption class="qf-soft" style="${look.title}text-align:left;">${title}</caption>
${facts.map(
  ({
    label,
    value,
    link,
  }) => html`<tr><th scope="row" class="qf-soft qf-line" style="${look.label}">${label}</th><td class="qf-line" style="${look.value}" dir="auto">${linked(value, link)}</td></tr>
`,
)}</table>`;

const linked = (text: string, link: string | undefined): Html =>
  link === undefined ? html`${text}` : html`<a class="qf-link" style="${look.link}" href="${link}">${text}</a>`;

const actionHtml = ({
  label,
  url,
  under,
}: Extract<
  Block,
  { kind: 'action' }
>): Html => html`<table role="presentation" class="qf-fill" cellspacing="0" cellpadding="0" border="0" style="margin:8px 0 ${under === undefined ? 20 : 0}px;"><tr><td class="qf-button" bgcolor="${light.accent}" style="border-radius:10px;"><a class="qf-button" style="${look.button}" href="${url}">${label}</a></td></tr></table>
${under !== undefined && html`<p class="qf-soft" style="${look.under}">${under}</p>`}`;

const tableHtml = ({ caption, columns, rows, empty, more }: Table): Html => {
  const quietly = (text: string): Html => html`<p class="qf-soft" style="${look.under}">${text}</p>`;
  if (rows.length === 0) return html`<h2 style="${look.heading}">${caption}</h2>${quietly(empty)}`;
  return html`<table width="100%" cellspacing="0" cellpadding="0" border="0" style="border-collapse:collapse;margin:28px 0 ${more === undefined ? 20 : 0}px;">
<caption style="${look.caption}">${caption}</caption>
<thead><tr>${columns.map((column, index) => html`<th scope="col" class="qf-soft" style="${look.head}${atEnd(column)}${index === 0 && columns.length > 2 && look.firstOfThree}">${column.name}</th>`)}</tr></thead>
<tbody>${rows.map(
    row => html`<tr>${row.map((cell, index) => cellHtml(cell, columns[index], index === 0))}</tr>
`,
  )}</tbody></table>${more !== undefined && quietly(more)}`;
};

const atEnd = (column: Column | undefined): string => (column?.end === true ? look.numberCell : '');

const cellHtml = (cell: Cell, column: Column | undefined, first: boolean): Html => {
  const { text, under, link } = cellOf(cell);
  const inside = html`${linked(text, link)}${under !== undefined && html`<br><span class="qf-soft" style="${look.quiet}">${under}</span>`}`;
  const style = look.cell + atEnd(column);
  return first
    ? html`<th scope="row" class="qf-line" style="${style}${look.firstCell}" dir="auto">${inside}</th>`
    : html`<td class="qf-line" style="${style}" dir="auto">${inside}</td>`;
};

/** As whom somebody gets a mail about a quote. */
export type Addressee =
  | { readonly as: 'owner' }
  | { readonly as: 'admin' }
  | { readonly as: 'cover'; readonly away: Person; readonly until: LocalDate };

/** The sentence at the foot of a mail about a quote: why it came to this person. */
export const whyYou = ({ quoteId, ownerFrom }: QuoteView, addressee: Addressee): string => {
  switch (addressee.as) {
    case 'owner':
      return ownerFrom === 'admin'
        ? `You get this because ${quoteId} names no owner we know and you are the admin.`
        : `You get this because ${quoteId} is yours.`;
    case 'admin':
      return 'You get this because you are the admin.';
    case 'cover':
      return `You get this because you cover for ${personName(addressee.away)} until ${longDate(addressee.until)}.`;
  }
};

/** Said above the matter to somebody who stands in. */
export const coverNote = (addressee: Addressee): readonly Block[] =>
  addressee.as === 'cover' ? [{ kind: 'note', tone: 'wait', text: coverWords(addressee.away, addressee.until) }] : [];

export const coverWords = (away: Person, until: LocalDate): string =>
  `${personName(away)} is away until ${longDate(until)}. You cover.`;

/** Said of every link that decides something. */
export const LINK_IS_YOURS = 'The link is yours alone; please do not forward it.';

/** A mail as written; addresses and threading are the sender's business. */
export interface WrittenMail {
  /** One line. */
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

export interface MailPlan {
  readonly subject: string;
  readonly blocks: readonly Block[];
  /** Why this person gets this mail: one sentence at the foot. */
  readonly why: string;
}

/** Subjects are cut rather than folded over many header lines. */
const MAX_SUBJECT = 180;

/** A mail to one of ours: the same blocks as plain text and as HTML. */
export const writeMail = ({ subject, blocks, why }: MailPlan): WrittenMail => {
  const line = cut(plainLine(subject));
  return {
    subject: line,
    text: `${[...blocks.map(blockText), `--\n${why}`].join('\n\n')}\n`,
    html: mailDocument(line, blocks.map(blockHtml), why).toString(),
  };
};

const cut = (subject: string): string =>
  subject.length <= MAX_SUBJECT ? subject : `${subject.slice(0, MAX_SUBJECT - 1).toWellFormed()}…`;

const mailDocument = (subject: string, blocks: readonly Html[], why: string): Html => html`<!doctype html>
<html lang="en" dir="ltr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<meta name="format-detection" content="telephone=no, date=no, address=no">
<title>${subject}</title>
${styleSheet}
</head>
<body class="qf-ground" bgcolor="${light.ground}" style="${look.body}">
<table role="presentation" width="100%" cellspacing="0" cellpadding="0" border="0" class="qf-ground" bgcolor="${light.ground}"><tr><td align="center" style="${look.outer}">
<table role="presentation" width="100%" cellspacing="0" cellpadding="0" border="0" style="max-width:620px;">
<tr><td class="qf-soft" style="${look.edge}">Quote follow-up</td></tr>
<tr><td class="qf-sheet" bgcolor="${light.sheet}" style="${look.sheet}">
${blocks.map(block => html`${block}\n`)}</td></tr>
<tr><td class="qf-soft" style="${look.edge}">${why}</td></tr>
</table>
</td></tr></table>
</body>
</html>
`;

const styleSheet = raw(`<style>${mailSheet}</style>`);
