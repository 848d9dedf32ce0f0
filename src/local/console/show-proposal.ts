import { linkOfMailing } from '../../application/carry-on-proposal.ts';
import { proposalStanding, proposalTarget } from '../../application/pages/proposal.ts';
import { partsOf } from '../../application/proposal-original.ts';
import { shownProposal } from '../../application/proposal-view.ts';
import { loadProposal, openProposal } from '../../application/proposals.ts';
import { consoleProposalPage } from '../../letters/console/proposals-page.ts';
import { notFound, shown } from './answers.ts';
import type { ConsoleResponse } from './request.ts';
import { aroundOf, type Visit } from './visit.ts';

const ID = /^[\w.-]{1,200}$/;

/** One proposal beside what it was read from. Its form goes to the page that was mailed: nothing is decided here. */
export const showProposal = async (visit: Visit, id: string): Promise<ConsoleResponse> => {
  const { world, business } = visit;
  if (!ID.test(id)) return notFound();
  const loaded = await loadProposal(world, id);
  const personal = await openProposal(world, loaded);
  const proposal = shownProposal(id, loaded.state, personal, business);
  if (!proposal) return notFound();
  const newest = loaded.state.mailings.at(-1);
  const link = newest ? await linkOfMailing(world, id, loaded, newest.mailing) : null;
  const token = link?.url.split('/').at(-1);
  return shown(
    consoleProposalPage(aroundOf('proposals', visit), {
      view: proposal.view,
      standing: proposalStanding(loaded, business),
      target: token === undefined ? null : await proposalTarget(world, token, proposal.row),
      original: personal === 'erased' ? [] : await partsOf(world, id),
    }),
  );
};
