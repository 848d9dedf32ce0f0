import * as E from 'fp-ts/lib/Either.js';
import type { Refused } from '../../aggregates/decider.ts';
import { endHold } from '../../aggregates/quote/hold.ts';
import type { ApprovalRow } from '../../ports/read-models.ts';
import type { FlashMessage } from '../../presentation/components/flash.ts';
import { ANOTHER, renumberedInput, renumberedPage, SAME } from '../../presentation/pages/renumbered-page.ts';
import { type BusinessContext, loadBusinessContext } from '../business-context.ts';
import type { Dependencies } from '../dependencies.ts';
import { decideQuote } from '../quotes.ts';
import { runPendingTasks } from '../run-pending-tasks.ts';
import { giveNewNumber } from '../sheet-sync/merge-renumbered-quote.ts';
import { keysAsked, type Pair, RENUMBERED, readPairs } from '../sheet-sync/renumbered-pairs.ts';
import { isForAdmin } from './first-sync.ts';
import {
  gone,
  hiddenFields,
  nonceHolds,
  notKnown,
  type PageRequest,
  type PageResponse,
  stale,
} from './page-request.ts';

export const isRenumberedPage = ({ about }: Pick<ApprovalRow, 'about'>): boolean => about.startsWith(`${RENUMBERED}/`);

/** The admin's page about new rows that may be vanished quotes under another number. */
export const renumberedPageOf = async (
  deps: Dependencies,
  request: PageRequest,
  row: ApprovalRow,
): Promise<PageResponse> => {
  const business = await loadBusinessContext(deps);
  if (!(await isForAdmin(deps, business, row))) return notKnown();
  if (business.now.getTime() > row.expires_at * 1000) return gone();
  if (request.method !== 'POST') return show(deps, request, row, business, null);
  if (!(await nonceHolds(deps, request, []))) return stale(request.token);
  const refusals: string[] = [];
  for (const pair of await readPairs(deps, keysAsked(row.about))) {
    const refused = await answer(deps, pair, request.form[renumberedInput(pair.key)] ?? '', business);
    if (refused !== null) refusals.push(`${pair.now.quoteId}: ${refused}`);
  }
  const said: FlashMessage =
    refusals.length === 0
      ? { tone: 'good', text: 'Noted. What you answered is in force.' }
      : { tone: 'stop', text: `Not yet done. ${refusals.join('; ')}. Please try again later.` };
  return show(deps, request, row, business, said);
};

const show = async (
  deps: Dependencies,
  request: PageRequest,
  row: ApprovalRow,
  business: BusinessContext,
  said: FlashMessage | null,
): Promise<PageResponse> => ({
  status: 200,
  html: renumberedPage({
    pairs: await readPairs(deps, keysAsked(row.about)),
    target: { action: `/t/${request.token}`, hidden: await hiddenFields(deps, request.token, {}) },
    said,
    linkOf: business.policy.admin,
  }),
});

/** Why it could not be done; null when it is, or when there was no answer. */
const answer = async (
  deps: Dependencies,
  { key, was }: Pair,
  given: string,
  { policy }: BusinessContext,
): Promise<string | null> => {
  const actor = { user: policy.admin.toLowerCase() };
  if (given === SAME) return giveNewNumber(deps, { was, now: key }, actor);
  if (given !== ANOTHER) return null;
  for (const reason of ['renumbering', 'vanished'] as const) {
    const done = await decideQuote(deps, key, { actor, decide: state => endHold(state, reason) });
    if (E.isLeft(done)) return (done.left satisfies Refused).because;
  }
  await runPendingTasks(deps, key);
  return null;
};
