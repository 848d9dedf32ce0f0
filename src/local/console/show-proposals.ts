import { join } from 'node:path';
import { inParallel } from '../../application/in-parallel.ts';
import { shownProposal } from '../../application/proposal-view.ts';
import { loadProposal, openProposal } from '../../application/proposals.ts';
import { ProposalMade } from '../../events/other-events.ts';
import { streamSubject } from '../../events/stream-name.ts';
import { addDays } from '../../kernel/local-date.ts';
import { paths } from '../../letters/console/paths.ts';
import { type ProposalRow, proposalsPage } from '../../letters/console/proposals-page.ts';
import type { ProposalField, ProposalView } from '../../letters/views/proposal-view.ts';
import { harmlessCsv } from '../../letters/words/harmless-csv.ts';
import { proposalStates } from '../../letters/words/proposal-state.ts';
import { shown } from './answers.ts';
import { exported, wantsCsv } from './exported.ts';
import { PAGE, pageOf } from './page-of.ts';
import type { ConsoleResponse } from './request.ts';
import { aroundOf, type Visit } from './visit.ts';

const AT_ONCE = 16;

/** Rows that mails and quoting tools suggested, the newest first; each leads to its page. */
export const showProposals = async (visit: Visit): Promise<ConsoleResponse> => {
  const { request, world } = visit;
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
      quotesAddress: world.installation.quotesAddress,
      hook: {
        url: `${world.installation.publicUrl}/hook`,
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
const everyProposal = async ({ world, business }: Visit): Promise<readonly Known[]> => {
  const found = new Map<string, string>();
  let cursor: string | undefined;
  do {
    const page = await world.readModels.all('approvals', cursor);
    for (const { kind, about, created_at } of page.items)
      if (kind === 'proposal' && created_at < (found.get(about) ?? '~')) found.set(about, created_at);
    cursor = page.next ?? undefined;
  } while (cursor !== undefined);
  const today = business.now.toISOString().slice(0, 10);
  for (const day of [today, addDays(today, -1)]) {
    let next: string | undefined;
    do {
      const page = await world.store.byDay(day, next === undefined ? {} : { cursor: next });
      for (const { action, quote_id, ts } of page.items)
        if (action === ProposalMade.name) found.set(streamSubject(quote_id), ts);
      next = page.next ?? undefined;
    } while (next !== undefined);
  }
  return [...found].map(([id, at]) => ({ id, at })).sort((a, b) => (a.at < b.at ? 1 : -1));
};

const rowOf = async ({ world, business }: Visit, id: string): Promise<ProposalRow | null> => {
  const loaded = await loadProposal(world, id);
  const view = shownProposal(id, loaded.state, await openProposal(world, loaded), business)?.view;
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
