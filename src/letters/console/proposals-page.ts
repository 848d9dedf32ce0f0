import { type Html, html } from '../html/html.ts';
import { chip, type Target } from '../page/parts.ts';
import { type ProposalShown, proposalBody, proposalHeading, proposalOriginal } from '../page/proposal-page.ts';
import { type ProposalStateName, proposalStates } from '../words/proposal-state.ts';
import { shortMoment } from '../words/when.ts';
import { type Around, consolePage } from './console-page.ts';
import { dropForm, SENT_QUOTE } from './drop-form.ts';
import { type Paging, pager } from './pager.ts';
import { paths, withQuery } from './paths.ts';
import { AS_CSV, takeCsv } from './take-all.ts';

export interface ProposalRow {
  readonly id: string;
  /** UTC instant, ISO. */
  readonly at: string;
  readonly number: string;
  readonly customer: string;
  readonly amount: string;
  readonly from: string;
  readonly state: ProposalStateName;
  /** Fields left empty. */
  readonly missing: number;
}

export interface ProposalsPage {
  readonly around: Around;
  readonly rows: readonly ProposalRow[];
  readonly paging: Paging;
  readonly drop: Target;
  readonly quotesAddress: string;
  /** Where quoting tools report, and the file that holds the secret they sign with. */
  readonly hook?: { readonly url: string; readonly secretFile: string };
}

/** Rows that mails and quoting tools suggest. */
export const proposalsPage = ({ around, rows, paging, drop, quotesAddress, hook }: ProposalsPage): string =>
  consolePage(around, {
    heading: 'Proposals',
    body: html`<div class="split"><div class="stack">${rows.length === 0 ? empty(quotesAddress) : list(rows, around.zone)}${pager(paging)}${rows.length > 0 && takeCsv(withQuery(paths.proposals, AS_CSV))}</div>
<div class="stack">${dropForm(drop, quotesAddress, SENT_QUOTE)}${hook !== undefined && tools(hook)}</div></div>`,
  });

const list = (rows: readonly ProposalRow[], zone: string): Html =>
  html`<div class="sheet"><ul class="rows">${rows.map(row => {
    const [tone, state] = proposalStates[row.state];
    return html`
<li><a class="row-link" href="${paths.proposal(row.id)}"><span class="row-title" dir="auto">${row.number === '' ? 'No number found' : row.number}${row.customer !== '' && `, ${row.customer}`}</span>${chip(tone, state)}
<span class="soft small">${row.amount !== '' && `${row.amount} · `}${row.from} · <time datetime="${row.at}">${shortMoment(row.at, zone)}</time>${row.missing > 0 && ` · ${row.missing} to fill in`}</span></a></li>`;
  })}</ul></div>`;

const tools = ({
  url,
  secretFile,
}: NonNullable<ProposalsPage['hook']>): Html => html`<section class="sheet"><h2>Quoting tools</h2>
<p>They report to <a href="${url}">${url}</a>, signed with the secret <code>hook</code> in <code>${secretFile}</code>. Opened, that address says how.</p></section>`;

const empty = (quotesAddress: string): Html => html`<div class="sheet empty"><h2>No proposals</h2>
<p>Send a quote with ${quotesAddress} in blind copy, or hand in its mail or PDF here: what can be read from it becomes a proposed row.</p></div>`;

/** One proposal with its original, every source word marked. */
export const consoleProposalPage = (around: Around, shown: ProposalShown): string =>
  consolePage(around, {
    heading: proposalHeading(shown.view),
    kicker: html`<a href="${paths.proposals}">Proposals</a> / ${shown.view.from}`,
    body: html`<div class="split even"><div class="stack">${proposalBody(shown)}</div><div class="stack">${proposalOriginal(shown)}</div></div>`,
  });
