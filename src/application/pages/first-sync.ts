import * as E from 'fp-ts/lib/Either.js';
import { closeQuote, endHold, holdQuote } from '../../aggregates/quote/reply.ts';
import { quoteStream } from '../../events/stream-name.ts';
import {
  type AdoptableQuote,
  type Adoption,
  adoptionInput,
  adoptions,
  FOR_ALL,
  firstSyncPage,
} from '../../letters/page/first-sync-page.ts';
import type { Said } from '../../letters/page/said.ts';
import type { ApprovalRow } from '../../ports/read-models.ts';
import { type Business, readBusiness } from '../business.ts';
import { carryOn } from '../carry-on.ts';
import { quoteViewOf } from '../draft-view.ts';
import { inParallel } from '../in-parallel.ts';
import { ownershipOf } from '../ownership-of.ts';
import { decideQuote, loadQuote, personalFacts } from '../quotes.ts';
import type { World } from '../world.ts';
import { gone, notKnown, stale } from './errors.ts';
import { isForAdmin } from './for-admin.ts';
import { hiddenFields, nonceHolds } from './opened.ts';
import type { PageRequest, PageResponse } from './page-request.ts';

const AT_ONCE = 8;

/** The admin's page about the quotes that went out long before the first sync: start, rest or close, each or all. */
export const firstSyncPageOf = async (world: World, request: PageRequest, row: ApprovalRow): Promise<PageResponse> => {
  const business = await readBusiness(world);
  if (!(await isForAdmin(world, business, row))) return notKnown();
  if (business.now.getTime() > row.expires_at * 1000) return gone();
  if (request.method !== 'POST') return show(world, request, business, null);
  if (!(await nonceHolds(world, request, []))) return stale(request.token);
  const failed = await adopt(world, request, business);
  const said: Said =
    failed.length === 0
      ? { tone: 'good', text: 'Done. What you chose is in force.' }
      : { tone: 'stop', text: `Not done for ${failed.join(', ')}: please try again.` };
  return show(world, request, await readBusiness(world), said);
};

const waiting = async (world: World, business: Business): Promise<readonly AdoptableQuote[]> => {
  const rows = await inParallel([...business.mirror.rows.keys()], AT_ONCE, async key => {
    const loaded = await loadQuote(world, key);
    if (!loaded.state.holds.includes('first-sync') || loaded.state.closed !== null) return null;
    return {
      quote: quoteViewOf(
        loaded.state,
        await personalFacts(world, loaded),
        ownershipOf(loaded.state, business),
        business,
      ),
      chosen: null,
    };
  });
  return rows.filter(row => row !== null);
};

const show = async (
  world: World,
  request: PageRequest,
  business: Business,
  said: Said | null,
): Promise<PageResponse> => ({
  status: 200,
  html: firstSyncPage({
    rows: await waiting(world, business),
    today: business.today,
    zone: business.policy.timezone,
    target: { action: `/t/${request.token}`, hidden: await hiddenFields(world, request.token, {}) },
    decided: null,
    said,
    linkOf: business.policy.admin,
  }),
});

const isAdoption = (choice: string | undefined): choice is Adoption => adoptions.some(known => known === choice);

/** Does what was chosen; gives the numbers of the quotes for which it could not be done. */
const adopt = async (world: World, request: PageRequest, business: Business): Promise<readonly string[]> => {
  const failed: string[] = [];
  await inParallel(await waiting(world, business), AT_ONCE, async ({ quote: { quoteId } }) => {
    const own = request.form[adoptionInput(quoteId)];
    const choice = isAdoption(own) ? own : request.form[FOR_ALL];
    const done = isAdoption(choice) && (await settle(world, quoteId, choice, business.policy.admin.toLowerCase()));
    if (!done) failed.push(quoteId);
  });
  return failed;
};

/** What it becomes first, then the end of the hold: a crash in between leaves it resting. */
const settle = async (world: World, quoteId: string, choice: Adoption, admin: string): Promise<boolean> => {
  const act = async (decide: Parameters<typeof decideQuote>[2]['decide']): Promise<boolean> =>
    E.isRight(await decideQuote(world, quoteId, { actor: { user: admin }, decide }));
  const first =
    choice === 'start' ||
    (await act(state =>
      choice === 'close'
        ? closeQuote(state, { outcome: 'withdrawn', note: null })
        : holdQuote(state, 'rep', 'rests since the first sync', null),
    ));
  const done = first && (await act(state => endHold(state, 'first-sync')));
  if (done) await carryOn(world, quoteStream(quoteId));
  return done;
};
