import { type ProposalListRow, proposalListPage } from '../../letters/page/proposal-list-page.ts';
import { proposalStates } from '../../letters/words/proposal-state.ts';
import type { ApprovalRow } from '../../ports/read-models.ts';
import { type Business, readBusiness } from '../business.ts';
import { linkOfMailing } from '../carry-on-proposal.ts';
import { inParallel } from '../in-parallel.ts';
import { LIST, lineOf, listedProposals } from '../proposal-lists.ts';
import { loadProposal } from '../proposals.ts';
import type { World } from '../world.ts';
import { gone, notKnown } from './errors.ts';
import { isForAdmin } from './for-admin.ts';
import type { PageResponse } from './page-request.ts';

const AT_ONCE = 8;

export const isListPage = ({ about }: Pick<ApprovalRow, 'about'>): boolean => about.startsWith(`${LIST}/`);

/** The admin's page of a flood: every proposal of it, each with the link where it is decided. It has no buttons. */
export const proposalListPageOf = async (world: World, row: ApprovalRow): Promise<PageResponse> => {
  const business = await readBusiness(world);
  if (!(await isForAdmin(world, business, row))) return notKnown();
  if (business.now.getTime() > row.expires_at * 1000) return gone();
  const ids = await listedProposals(world, row.about.split('/').at(-1) ?? '');
  const rows = await inParallel(ids, AT_ONCE, id => listRow(world, business, id));
  return { status: 200, html: proposalListPage({ rows, linkOf: business.policy.admin }) };
};

const listRow = async (world: World, { policy }: Business, id: string): Promise<ProposalListRow> => {
  const loaded = await loadProposal(world, id);
  const { status, mailings } = loaded.state;
  const link = await linkOfMailing(world, id, loaded, mailings[0]?.mailing ?? 1);
  return {
    ...(await lineOf(world, id)),
    state: proposalStates[status === 'none' ? 'open' : status],
    // A link is its recipient's: one that was mailed to a rep is not shown to the admin.
    url: link?.to === policy.admin.toLowerCase() ? link.url : null,
  };
};
