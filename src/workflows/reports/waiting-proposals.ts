import type { ProposalState } from '../../aggregates/proposal.ts';
import type { Loaded } from '../../event-store/load.ts';
import { eachOfDays } from '../../event-store/read-by-day.ts';
import { ProposalMailed } from '../../events/proposal-events.ts';
import { streamSubject } from '../../events/stream-id.ts';
import { addDays } from '../../kernel/local-date.ts';
import { referenceOf } from '../../kernel/references.ts';
import type { TodayProposal } from '../../presentation/view-models/today-view.ts';
import type { BusinessContext } from '../business-context.ts';
import type { Dependencies } from '../dependencies.ts';
import { shownProposal } from '../proposals/proposal-view.ts';
import { loadProposal, openProposal } from '../proposals/proposals.ts';
import { linkOfMailing } from '../proposals/run-proposal-tasks.ts';
import { readable } from './read-quote-reports.ts';

/** A proposed row that somebody was asked about and has not decided. */
export interface WaitingProposal {
  readonly id: string;
  readonly loaded: Loaded<ProposalState>;
}

/** One that nobody has looked at for so long is not news of a day any more; the console has it. */
const LOOK_BACK_DAYS = 21;

/** Proposals that wait for a person, by whose mailings of the last weeks the day index tells. */
export const waitingProposals = async (
  deps: Pick<Dependencies, 'store' | 'log'>,
  { now }: BusinessContext,
): Promise<readonly WaitingProposal[]> => {
  const today = now.toISOString().slice(0, 10);
  const ids = new Set<string>();
  await eachOfDays(deps, addDays(today, -LOOK_BACK_DAYS), today, ({ action, quote_id }) => {
    if (action === ProposalMailed.name) ids.add(streamSubject(quote_id));
  });
  const proposals = await Promise.all(
    [...ids].map(async id => {
      const loaded = await readable(loadProposal(deps, id));
      return loaded === null ? [] : [{ id, loaded }];
    }),
  );
  return proposals.flat().filter(({ loaded: { state } }) => state.status === 'open' || state.status === 'doubtful');
};

/** Those that this person was asked about last. */
export const proposalsFor = async (
  { secrets }: Pick<Dependencies, 'secrets'>,
  proposals: readonly WaitingProposal[],
  rep: string,
): Promise<readonly WaitingProposal[]> => {
  const ref = referenceOf(await secrets.refKey(), rep);
  return proposals.filter(({ loaded: { state } }) => state.mailings.at(-1)?.recipientRef === ref);
};

/** The proposal in one line, with the link that it was mailed with. */
export const todayProposal = async (
  deps: Dependencies,
  business: BusinessContext,
  { id, loaded }: WaitingProposal,
): Promise<TodayProposal | null> => {
  const view = shownProposal(id, loaded.state, await openProposal(deps, loaded), business)?.view;
  const mailing = loaded.state.mailings.at(-1)?.mailing;
  if (!view || mailing === undefined) return null;
  const shown = (name: string): string => view.values.find(({ field }) => field === name)?.shown ?? '';
  return {
    number: shown('quote_id'),
    customer: shown('customer'),
    amount: shown('amount'),
    url: (await linkOfMailing(deps, id, loaded, mailing))?.url ?? null,
  };
};
