import { consolePage } from '../../letters/console/console-page.ts';
import { html } from '../../letters/html/html.ts';
import { dataTable } from '../../letters/page/data-table.ts';
import { shortMoment } from '../../letters/words/when.ts';
import type { ApprovalRow } from '../../ports/read-models.ts';
import { shown } from './answers.ts';
import type { ConsoleResponse } from './request.ts';
import { aroundOf, type Visit } from './visit.ts';

const MOST_SHOWN = 100;

/** Rows that mails or quoting tools suggested, by the pages that were mailed about them. */
export const showProposals = async (visit: Visit): Promise<ConsoleResponse> => {
  const proposals = await mailedProposals(visit);
  const zone = visit.business.policy.timezone;
  return shown(
    consolePage(aroundOf('proposals', visit), {
      heading: 'Proposals',
      body:
        proposals.length === 0
          ? html`<div class="sheet empty"><h2>No proposals</h2><p>Here stand rows that a mail or a quoting tool suggests for the sheet, until somebody approves them. There are none.</p></div>`
          : html`<section class="sheet">${dataTable({
              caption: 'Proposed rows, the newest first',
              columns: [{ name: 'Proposal' }, { name: 'Mailed' }, { name: 'Decided' }],
              rows: proposals.map(({ about, created_at, decided }) => [
                { body: about },
                { body: shortMoment(created_at, zone) },
                { body: decided ?? 'not yet' },
              ]),
            })}</section>`,
    }),
  );
};

const mailedProposals = async ({ world }: Visit): Promise<readonly ApprovalRow[]> => {
  const found = new Map<string, ApprovalRow>();
  let cursor: string | undefined;
  do {
    const page = await world.readModels.all('approvals', cursor);
    for (const row of page.items) if (row.kind === 'proposal') found.set(row.about, row);
    cursor = page.next ?? undefined;
  } while (cursor !== undefined);
  return [...found.values()].sort((a, b) => (a.created_at < b.created_at ? 1 : -1)).slice(0, MOST_SHOWN);
};
