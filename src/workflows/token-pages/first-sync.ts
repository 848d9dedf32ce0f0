import * as E from 'fp-ts/lib/Either.js';
import { installationAggregate } from '../../aggregates/installation.ts';
import { endHold, holdQuote } from '../../aggregates/quote/hold.ts';
import { closeQuote } from '../../aggregates/quote/outcome.ts';
import { load } from '../../event-store/load.ts';
import { AdminNotified } from '../../events/installation-events.ts';
import { quoteStream } from '../../events/stream-id.ts';
import { inParallel } from '../../kernel/in-parallel.ts';
import { referenceOf } from '../../kernel/references.ts';
import type { ApprovalRow } from '../../ports/read-models.ts';
import type { FlashMessage } from '../../presentation/components/flash.ts';
import {
  type AdoptableQuote,
  type Adoption,
  adoptionInput,
  adoptions,
  FOR_ALL,
  firstSyncPage,
} from '../../presentation/pages/first-sync-page.ts';
import { type BusinessContext, loadBusinessContext, ownershipOf } from '../business-context.ts';
import type { Dependencies } from '../dependencies.ts';
import { quoteViewOf } from '../nudges/draft-view.ts';
import { decideQuote, loadQuote, personalFacts } from '../quotes.ts';
import { runPendingTasks } from '../run-pending-tasks.ts';
import {
  gone,
  hiddenFields,
  nonceHolds,
  notKnown,
  type PageRequest,
  type PageResponse,
  stale,
} from './page-request.ts';

/** The link was mailed to whoever was the admin; it opens nothing for a later one. */
export const isForAdmin = async (
  deps: Dependencies,
  { policy }: BusinessContext,
  row: ApprovalRow,
): Promise<boolean> => {
  const { stored } = await load(deps, row.quote_id, installationAggregate);
  const adminRef = referenceOf(await deps.secrets.refKey(), policy.admin);
  return stored.some(
    ({ action, data }) =>
      action === AdminNotified.name &&
      AdminNotified.data.is(data) &&
      data.tokenHash === row.token &&
      data.recipientRef === adminRef,
  );
};

const AT_ONCE = 8;

/** The admin's page about the quotes that went out long before the first sync: start, rest or close, each or all. */
export const firstSyncPageOf = async (
  deps: Dependencies,
  request: PageRequest,
  row: ApprovalRow,
): Promise<PageResponse> => {
  const business = await loadBusinessContext(deps);
  if (!(await isForAdmin(deps, business, row))) return notKnown();
  if (business.now.getTime() > row.expires_at * 1000) return gone();
  if (request.method !== 'POST') return show(deps, request, business, null);
  if (!(await nonceHolds(deps, request, []))) return stale(request.token);
  const failed = await adopt(deps, request, business);
  const said: FlashMessage =
    failed.length === 0
      ? { tone: 'good', text: 'Done. What you chose is in force.' }
      : { tone: 'stop', text: `Not done for ${failed.join(', ')}: please try again.` };
  return show(deps, request, await loadBusinessContext(deps), said);
};

const waiting = async (deps: Dependencies, business: BusinessContext): Promise<readonly AdoptableQuote[]> => {
  const rows = await inParallel([...business.mirror.rows.keys()], AT_ONCE, async key => {
    const loaded = await loadQuote(deps, key);
    if (!loaded.state.holds.includes('first-sync') || loaded.state.closed !== null) return null;
    return {
      quote: quoteViewOf(
        loaded.state,
        await personalFacts(deps, loaded),
        ownershipOf(loaded.state, business),
        business,
      ),
      chosen: null,
    };
  });
  return rows.filter(row => row !== null);
};

const show = async (
  deps: Dependencies,
  request: PageRequest,
  business: BusinessContext,
  said: FlashMessage | null,
): Promise<PageResponse> => ({
  status: 200,
  html: firstSyncPage({
    rows: await waiting(deps, business),
    today: business.today,
    zone: business.policy.timezone,
    target: { action: `/t/${request.token}`, hidden: await hiddenFields(deps, request.token, {}) },
    decided: null,
    said,
    linkOf: business.policy.admin,
  }),
});

const isAdoption = (choice: string | undefined): choice is Adoption => adoptions.some(known => known === choice);

/** Does what was chosen; gives the numbers of the quotes for which it could not be done. */
const adopt = async (
  deps: Dependencies,
  request: PageRequest,
  business: BusinessContext,
): Promise<readonly string[]> => {
  const failed: string[] = [];
  await inParallel(await waiting(deps, business), AT_ONCE, async ({ quote: { quoteId } }) => {
    const own = request.form[adoptionInput(quoteId)];
    const choice = isAdoption(own) ? own : request.form[FOR_ALL];
    const done = isAdoption(choice) && (await settle(deps, quoteId, choice, business.policy.admin.toLowerCase()));
    if (!done) failed.push(quoteId);
  });
  return failed;
};

/** What it becomes first, then the end of the hold: a crash in between leaves it resting. */
const settle = async (deps: Dependencies, quoteId: string, choice: Adoption, admin: string): Promise<boolean> => {
  const act = async (decide: Parameters<typeof decideQuote>[2]['decide']): Promise<boolean> =>
    E.isRight(await decideQuote(deps, quoteId, { actor: { user: admin }, decide }));
  const first =
    choice === 'start' ||
    (await act(state =>
      choice === 'close'
        ? closeQuote(state, { outcome: 'withdrawn', note: null })
        : holdQuote(state, 'rep', 'rests since the first sync', null),
    ));
  const done = first && (await act(state => endHold(state, 'first-sync')));
  if (done) await runPendingTasks(deps, quoteStream(quoteId));
  return done;
};
