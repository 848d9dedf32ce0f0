import * as E from 'fp-ts/lib/Either.js';
import { answerFaults } from '../../aggregates/integrity.ts';
import { referenceOf, tokenHash } from '../../kernel/references.ts';
import type { ApprovalRow } from '../../ports/read-models.ts';
import type { FlashMessage } from '../../presentation/components/flash.ts';
import { FAULTS_NOTE, faultsPage } from '../../presentation/pages/faults-page.ts';
import { decideIntegrity, readIntegrity } from '../audit/integrity.ts';
import { type BusinessContext, loadBusinessContext } from '../business-context.ts';
import type { Dependencies } from '../dependencies.ts';
import {
  gone,
  hiddenFields,
  nonceHolds,
  notKnown,
  type PageRequest,
  type PageResponse,
  stale,
} from './page-request.ts';

const MAX_NOTE = 2_000;

/** The admin's page about what was changed behind the log's back. It reads no stream but `~integrity`. */
export const faultsPageOf = async (
  deps: Dependencies,
  request: PageRequest,
  row: ApprovalRow,
): Promise<PageResponse> => {
  const business = await loadBusinessContext(deps);
  const page = (await readIntegrity(deps)).state.pages[row.token];
  const adminRef = referenceOf(await deps.secrets.refKey(), business.policy.admin);
  if (page === undefined || page.recipientRef !== adminRef) return notKnown();
  if (business.now.getTime() > row.expires_at * 1000) return gone();
  if (request.method !== 'POST') return show(deps, request, business, null);
  if (!(await nonceHolds(deps, request, []))) return stale(request.token);
  const note = (request.form[FAULTS_NOTE] ?? '').trim().slice(0, MAX_NOTE).toWellFormed();
  const answered = await decideIntegrity(deps, { user: business.policy.admin.toLowerCase() }, state =>
    answerFaults(state, { tokenHash: row.token, note: note === '' ? null : note }),
  );
  const said: FlashMessage = E.isRight(answered)
    ? { tone: 'good', text: 'Noted. The quotes go on within a quarter of an hour.' }
    : { tone: 'stop', text: `Not done: ${answered.left.because}.` };
  return show(deps, request, business, said);
};

const show = async (
  deps: Dependencies,
  request: PageRequest,
  business: BusinessContext,
  said: FlashMessage | null,
): Promise<PageResponse> => {
  const { faults, pages } = (await readIntegrity(deps)).state;
  const asked = pages[tokenHash(request.token)]?.faults ?? [];
  return {
    status: 200,
    html: faultsPage({
      faults: asked.flatMap(key => faults[key] ?? []),
      zone: business.policy.timezone,
      target: { action: `/t/${request.token}`, hidden: await hiddenFields(deps, request.token, {}) },
      said,
      linkOf: business.policy.admin,
    }),
  };
};
