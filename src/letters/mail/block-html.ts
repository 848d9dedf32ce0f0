import { type Html, html } from '../html/html.ts';
import { mailLook as look, noteLook } from '../look/mail-look.ts';
import { light } from '../look/palette.ts';
import type { Fact } from '../views/fact.ts';
import { type Cell, type Column, cellOf, type Table } from '../views/table.ts';
import type { Block } from './block.ts';

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
