import * as E from 'fp-ts/lib/Either.js';
import type { Refused } from '../../aggregates/decision.ts';
import { endHold } from '../../aggregates/quote/reply.ts';
import { ANOTHER, renumberedInput, renumberedPage, SAME } from '../../letters/page/renumbered-page.ts';
import type { Said } from '../../letters/page/said.ts';
import type { ApprovalRow } from '../../ports/read-models.ts';
import { type Business, readBusiness } from '../business.ts';
import { carryOn } from '../carry-on.ts';
import { giveNewNumber } from '../give-new-number.ts';
import { decideQuote } from '../quotes.ts';
import { keysAsked, type Pair, RENUMBERED, readPairs } from '../renumbered-pairs.ts';
import type { World } from '../world.ts';
import { gone, notKnown, stale } from './errors.ts';
import { isForAdmin } from './for-admin.ts';
import { hiddenFields, nonceHolds } from './opened.ts';
import type { PageRequest, PageResponse } from './page-request.ts';

export const isRenumberedPage = ({ about }: Pick<ApprovalRow, 'about'>): boolean => about.startsWith(`${RENUMBERED}/`);

/** The admin's page about new rows that may be vanished quotes under another number. */
export const renumberedPageOf = async (world: World, request: PageRequest, row: ApprovalRow): Promise<PageResponse> => {
  const business = await readBusiness(world);
  if (!(await isForAdmin(world, business, row))) return notKnown();
  if (business.now.getTime() > row.expires_at * 1000) return gone();
  if (request.method !== 'POST') return show(world, request, row, business, null);
  if (!(await nonceHolds(world, request, []))) return stale(request.token);
  const refusals: string[] = [];
  for (const pair of await readPairs(world, keysAsked(row.about))) {
    const refused = await answer(world, pair, request.form[renumberedInput(pair.key)] ?? '', business);
    if (refused !== null) refusals.push(`${pair.now.quoteId}: ${refused}`);
  }
  const said: Said =
    refusals.length === 0
      ? { tone: 'good', text: 'Noted. What you answered is in force.' }
      : { tone: 'stop', text: `Not yet done. ${refusals.join('; ')}. Please try again later.` };
  return show(world, request, row, business, said);
};

const show = async (
  world: World,
  request: PageRequest,
  row: ApprovalRow,
  business: Business,
  said: Said | null,
): Promise<PageResponse> => ({
  status: 200,
  html: renumberedPage({
    pairs: await readPairs(world, keysAsked(row.about)),
    target: { action: `/t/${request.token}`, hidden: await hiddenFields(world, request.token, {}) },
    said,
    linkOf: business.policy.admin,
  }),
});

/** Why it could not be done; null when it is, or when there was no answer. */
const answer = async (
  world: World,
  { key, was }: Pair,
  given: string,
  { policy }: Business,
): Promise<string | null> => {
  const actor = { user: policy.admin.toLowerCase() };
  if (given === SAME) return giveNewNumber(world, { was, now: key }, actor);
  if (given !== ANOTHER) return null;
  for (const reason of ['renumbering', 'vanished'] as const) {
    const done = await decideQuote(world, key, { actor, decide: state => endHold(state, reason) });
    if (E.isLeft(done)) return (done.left satisfies Refused).because;
  }
  await carryOn(world, key);
  return null;
};
