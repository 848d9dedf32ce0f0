import { type Html, html, type Value } from '../html.ts';
import { type Column, cellOf, type Table, type Tone } from '../view-models/table.ts';
import { chip } from './parts.ts';

/** A cell of a page's table: words, or markup. `under` is its second, quieter line. */
export interface PageCell {
  readonly body: Value;
  readonly under?: Value;
}

export interface PageTable {
  readonly caption: string;
  /** The caption is for screen readers only, where a heading says the same. */
  readonly quietCaption?: boolean;
  readonly columns: readonly Column[];
  /** The first cell of a row is its heading. */
  readonly rows: readonly (readonly PageCell[])[];
}

/** A real table on a wide screen, a list of blocks on a phone; the roles hold it together for screen readers. */
export const dataTable = ({
  caption,
  quietCaption = false,
  columns,
  rows,
}: PageTable): Html => html`<table class="table" role="table">
<caption class="${quietCaption && 'unseen'}">${caption}</caption>
<thead role="rowgroup"><tr role="row">${columns.map(
  column => html`<th role="columnheader" scope="col" class="${column.end === true ? 'end' : ''}">${column.name}</th>`,
)}</tr></thead>
<tbody role="rowgroup">${rows.map(
  row => html`
<tr role="row">${row.map((cell, index) => cellHtml(cell, columns[index], index === 0))}</tr>`,
)}
</tbody></table>`;

const cellHtml = ({ body, under }: PageCell, column: Column | undefined, first: boolean): Html => {
  const inside = html`${body}${under !== undefined && html`<span class="under">${under}</span>`}`;
  const end = column?.end === true ? 'end' : '';
  if (first) return html`<th role="rowheader" scope="row" class="${end}" dir="auto">${inside}</th>`;
  const bare = isBlank(body) && under === undefined;
  return html`<td role="cell" class="${end}${bare && ' bare'}" data-label="${column?.name}" dir="auto"><span>${inside}</span></td>`;
};

const isBlank = (body: Value): boolean => body === '' || body === null || body === undefined || body === false;

/** The table of a mail, on a page. */
export const shownTable = (table: Table): Html => {
  const { caption, columns, rows, empty, more } = table;
  if (rows.length === 0) return html`<h2>${caption}</h2><p class="soft">${empty}</p>`;
  const shown = rows.map(row => row.map(cell => pageCell(cellOf(cell))));
  return html`${dataTable({ caption, columns, rows: shown })}${more !== undefined && html`<p class="soft">${more}</p>`}`;
};

const pageCell = ({ text, under, link, tone }: ReturnType<typeof cellOf>): PageCell => ({
  body: link === undefined ? toned(tone, text) : html`<a href="${link}">${text}</a>`,
  ...(under === undefined ? {} : { under }),
});

const toned = (tone: Tone | undefined, text: string): Value =>
  tone === undefined || tone === 'plain' ? text : chip(tone, text);
