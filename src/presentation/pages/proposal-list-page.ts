import { dataTable, type PageCell } from '../components/data-table.ts';
import { chip } from '../components/parts.ts';
import { html } from '../html.ts';
import type { Tone } from '../view-models/table.ts';
import { counted } from '../wording.ts';
import { linkPage } from './page.ts';

export interface ProposalListRow {
  readonly number: string;
  readonly customer: string;
  readonly amount: string;
  readonly state: readonly [Tone, string];
  /** The page where it is decided; null when its link cannot be made any more. */
  readonly url: string | null;
}

/** Rows that quoting tools reported all at once; each is decided on its own page. */
export const proposalListPage = ({
  rows,
  linkOf,
}: {
  readonly rows: readonly ProposalListRow[];
  readonly linkOf: string;
}): string =>
  linkPage({
    heading: `${counted(rows.length, 'quote')} came in at once`,
    kicker: 'Proposals',
    body:
      rows.length === 0
        ? html`<p>This list is gone. The proposals themselves are in the log.</p>`
        : html`<section class="sheet">${dataTable({
            caption: 'None enters the sheet unless somebody approves it',
            columns: [{ name: 'Quote' }, { name: 'Amount', end: true }, { name: 'State' }],
            rows: rows.map(cells),
          })}</section>`,
    foot: `This link is for ${linkOf} alone.`,
  });

const cells = ({ number, customer, amount, state: [tone, words], url }: ProposalListRow): readonly PageCell[] => [
  { body: url === null ? number : html`<a href="${url}">${number}</a>`, under: customer },
  { body: html`<span class="nowrap">${amount}</span>` },
  { body: chip(tone, words) },
];
