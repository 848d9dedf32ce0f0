import * as E from 'fp-ts/lib/Either.js';
import { recordProposalLetter } from '../../aggregates/proposal.ts';
import { inParallel } from '../../kernel/in-parallel.ts';
import { formatMoney } from '../../kernel/money.ts';
import { proposalListMail } from '../../presentation/emails/proposal-mail.ts';
import { type BusinessContext, loadBusinessContext, versionOf } from '../business-context.ts';
import type { Dependencies } from '../dependencies.ts';
import { notifyAdminOnce } from '../notifications/notify-admin-once.ts';
import { decideProposal, loadProposal, openProposal } from './proposals.ts';
import { announceProposal } from './run-proposal-tasks.ts';

/** A flood is over when nothing came for so long. One that goes on is told of while it lasts. */
const QUIET_MS = 10 * 60_000;
const MAX_WAIT_MS = 45 * 60_000;
const AT_ONCE = 8;

/** What the admin's link to a list is about, beside the list's id. */
export const LIST = 'proposal-list';

const listKey = (listId: string): string => `hook/lists/${listId}.json`;

export const listedProposals = async (
  { objects }: Pick<Dependencies, 'objects'>,
  listId: string,
): Promise<readonly string[]> => {
  const stored = await objects.get('source-pdfs', listKey(listId));
  const ids: readonly string[] = stored ? JSON.parse(new TextDecoder().decode(stored.body)) : [];
  return ids;
};

/** A proposal in one line of a list. */
export interface ListedProposal {
  readonly number: string;
  readonly customer: string;
  readonly amount: string;
}

export const lineOf = async (deps: Dependencies, id: string): Promise<ListedProposal> => {
  const loaded = await loadProposal(deps, id);
  const personal = await openProposal(deps, loaded);
  const { number = null, minor = null, currency = null } = loaded.state.fields ?? {};
  return {
    number: number ?? 'no number',
    customer: personal === 'erased' ? 'erased' : (personal.customer ?? ''),
    amount: minor === null || currency === null ? '' : formatMoney({ minor, currency }),
  };
};

/**
 * Tells the admin of all that came in a flood by one mail, once the flood is over or has lasted. The same proposals are
 * one list: told again after a crash, it is told once.
 */
export const tellOfFlood = async (deps: Dependencies, ids: readonly string[]): Promise<number> => {
  const business = await loadBusinessContext(deps);
  const made = await inParallel([...ids].sort(), AT_ONCE, async id => {
    const { state } = await loadProposal(deps, id);
    return { id, at: Date.parse(state.made?.at ?? business.now.toISOString()) };
  });
  const times = made.map(({ at }) => at);
  const now = business.now.getTime();
  if (times.length === 0) return 0;
  if (now - Math.max(...times) < QUIET_MS && now - Math.min(...times) < MAX_WAIT_MS) return 0;
  const sorted = made.map(({ id }) => id);
  const listId = versionOf(sorted.join());
  const body = new TextEncoder().encode(JSON.stringify(sorted));
  await deps.objects.put('source-pdfs', listKey(listId), body, 'application/json');
  const proposals = await inParallel(sorted, AT_ONCE, id => lineOf(deps, id));
  const told = await notifyAdminOnce(deps, business, LIST, listId, url => proposalListMail({ proposals, url }));
  if (!told) return 0;
  await inParallel(sorted, AT_ONCE, id => countAsMailed(deps, business, id, listId));
  return sorted.length;
};

/** Each has a link of its own for the admin, which the list's page shows. */
const countAsMailed = async (
  deps: Dependencies,
  business: BusinessContext,
  id: string,
  listId: string,
): Promise<void> => {
  const loaded = await loadProposal(deps, id);
  const mailing = loaded.state.mailings.length + 1;
  const announced = await announceProposal(deps, business, id, loaded, business.policy.admin.toLowerCase(), mailing);
  if (E.isLeft(announced)) return;
  await decideProposal(deps, id, {
    actor: { system: 'sender' },
    loaded: announced.right.loaded,
    decide: state => recordProposalLetter(state, { mailing, messageId: `list/${listId}` }),
  });
};
