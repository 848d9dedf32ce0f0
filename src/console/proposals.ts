import { join } from 'node:path';
import { ProposalMade } from '../events/proposal-events.ts';
import { streamSubject } from '../events/stream-id.ts';
import { inParallel } from '../kernel/in-parallel.ts';
import { addDays } from '../kernel/local-date.ts';
import { chip, type Target } from '../presentation/components/parts.ts';
import { harmlessCsv } from '../presentation/csv-export.ts';
import { type Html, html } from '../presentation/html.ts';
import {
  type ProposalShown,
  proposalBody,
  proposalHeading,
  proposalOriginal,
} from '../presentation/pages/proposal-page.ts';
import type { ProposalField, ProposalView } from '../presentation/view-models/proposal-view.ts';
import { shortMoment } from '../presentation/when.ts';
import { type ProposalStateName, proposalStates } from '../presentation/wording.ts';
import { partsOf, shownProposal } from '../workflows/proposals/proposal-view.ts';
import { loadProposal, openProposal } from '../workflows/proposals/proposals.ts';
import { linkOfMailing } from '../workflows/proposals/run-proposal-tasks.ts';
import { proposalStanding, proposalTarget } from '../workflows/token-pages/proposal.ts';
import { type Around, consolePage, PAGE, type Paging, pageOf, pager, paths, withQuery } from './console-page.ts';
import { dropForm, SENT_QUOTE } from './drop.ts';
import { AS_CSV, exported, takeCsv, wantsCsv } from './exports.ts';
import { type ConsoleResponse, notFound, shown } from './request.ts';
import { aroundOf, type Visit } from './visit.ts';

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

const AT_ONCE = 16;

/** Rows that mails and quoting tools suggested, the newest first; each leads to its page. */
export const showProposals = async (visit: Visit): Promise<ConsoleResponse> => {
  const { request, deps } = visit;
  const all = await everyProposal(visit);
  if (wantsCsv(visit)) return exportProposals(visit, await inParallel(all, AT_ONCE, ({ id }) => rowOf(visit, id)));
  const { rows, paging } = pageOf(all, request.query.get(PAGE), paths.proposals, {});
  const views = await inParallel(rows, AT_ONCE, ({ id }) => rowOf(visit, id));
  return shown(
    proposalsPage({
      around: aroundOf('proposals', visit),
      rows: views.filter(row => row !== null),
      paging,
      drop: { action: paths.proposals, hidden: {} },
      quotesAddress: deps.installation.quotesAddress,
      hook: {
        url: `${deps.installation.publicUrl}/hook`,
        secretFile: join(visit.context.folder, 'secrets.json'),
      },
    }),
  );
};

const exportProposals = (visit: Visit, found: readonly (ProposalRow | null)[]): Promise<ConsoleResponse> => {
  const rows = found.filter(row => row !== null);
  return exported(visit, {
    view: 'proposals',
    name: 'proposals',
    rows: rows.length,
    format: 'csv',
    body: harmlessCsv([
      ['At', 'Quote number', 'Customer', 'Amount', 'From', 'State', 'Fields to fill in'],
      ...rows.map(({ at, number, customer, amount, from, state, missing }) => [
        at,
        number,
        customer,
        amount,
        from,
        proposalStates[state][1],
        String(missing),
      ]),
    ]),
  });
};

interface Known {
  readonly id: string;
  readonly at: string;
}

/** Those that somebody was asked about, and those of these two days, of which nobody may have been yet. */
const everyProposal = async ({ deps, business }: Visit): Promise<readonly Known[]> => {
  const found = new Map<string, string>();
  let cursor: string | undefined;
  do {
    const page = await deps.readModels.all('approvals', cursor);
    for (const { kind, about, created_at } of page.items)
      if (kind === 'proposal' && created_at < (found.get(about) ?? '~')) found.set(about, created_at);
    cursor = page.next ?? undefined;
  } while (cursor !== undefined);
  const today = business.now.toISOString().slice(0, 10);
  for (const day of [today, addDays(today, -1)]) {
    let next: string | undefined;
    do {
      const page = await deps.store.byDay(day, next === undefined ? {} : { cursor: next });
      for (const { action, quote_id, ts } of page.items)
        if (action === ProposalMade.name) found.set(streamSubject(quote_id), ts);
      next = page.next ?? undefined;
    } while (next !== undefined);
  }
  return [...found].map(([id, at]) => ({ id, at })).sort((a, b) => (a.at < b.at ? 1 : -1));
};

const rowOf = async ({ deps, business }: Visit, id: string): Promise<ProposalRow | null> => {
  const loaded = await loadProposal(deps, id);
  const view = shownProposal(id, loaded.state, await openProposal(deps, loaded), business)?.view;
  if (!view) return null;
  const { status } = loaded.state;
  return {
    id,
    at: view.at,
    number: shownIn(view, 'quote_id'),
    customer: shownIn(view, 'customer'),
    amount: shownIn(view, 'amount'),
    from: view.from,
    state: status === 'none' ? 'open' : status,
    missing: status === 'open' ? view.values.filter(({ missing }) => missing).length : 0,
  };
};

const shownIn = ({ values }: ProposalView, field: ProposalField): string =>
  values.find(value => value.field === field)?.shown ?? '';

const ID = /^[\w.-]{1,200}$/;

/** One proposal beside what it was read from. Its form goes to the page that was mailed: nothing is decided here. */
export const showProposal = async (visit: Visit, id: string): Promise<ConsoleResponse> => {
  const { deps, business } = visit;
  if (!ID.test(id)) return notFound();
  const loaded = await loadProposal(deps, id);
  const personal = await openProposal(deps, loaded);
  const proposal = shownProposal(id, loaded.state, personal, business);
  if (!proposal) return notFound();
  const newest = loaded.state.mailings.at(-1);
  const link = newest ? await linkOfMailing(deps, id, loaded, newest.mailing) : null;
  const token = link?.url.split('/').at(-1);
  return shown(
    consoleProposalPage(aroundOf('proposals', visit), {
      view: proposal.view,
      standing: proposalStanding(loaded, business),
      target: token === undefined ? null : await proposalTarget(deps, token, proposal.row),
      original: personal === 'erased' ? [] : await partsOf(deps, id),
    }),
  );
};
