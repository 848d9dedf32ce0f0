import * as E from 'fp-ts/lib/Either.js';
import { answerFaults } from '../../aggregates/integrity.ts';
import { referenceOf, tokenHash } from '../../kernel/references.ts';
import { FAULTS_NOTE, faultsPage } from '../../letters/page/faults-page.ts';
import type { Said } from '../../letters/page/said.ts';
import type { ApprovalRow } from '../../ports/read-models.ts';
import { type Business, readBusiness } from '../business.ts';
import { decideIntegrity, readIntegrity } from '../integrity.ts';
import type { World } from '../world.ts';
import { gone, notKnown, stale } from './errors.ts';
import { hiddenFields, nonceHolds } from './opened.ts';
import type { PageRequest, PageResponse } from './page-request.ts';

const MOST_NOTE = 2_000;

/** The admin's page about what was changed behind the log's back. It reads no stream but `~integrity`. */
export const faultsPageOf = async (world: World, request: PageRequest, row: ApprovalRow): Promise<PageResponse> => {
  const business = await readBusiness(world);
  const page = (await readIntegrity(world)).state.pages[row.token];
  const adminRef = referenceOf(await world.secrets.refKey(), business.policy.admin);
  if (page === undefined || page.recipientRef !== adminRef) return notKnown();
  if (business.now.getTime() > row.expires_at * 1000) return gone();
  if (request.method !== 'POST') return show(world, request, business, null);
  if (!(await nonceHolds(world, request, []))) return stale(request.token);
  const note = (request.form[FAULTS_NOTE] ?? '').trim().slice(0, MOST_NOTE).toWellFormed();
  const answered = await decideIntegrity(world, { user: business.policy.admin.toLowerCase() }, state =>
    answerFaults(state, { tokenHash: row.token, note: note === '' ? null : note }),
  );
  const said: Said = E.isRight(answered)
    ? { tone: 'good', text: 'Noted. The quotes go on within a quarter of an hour.' }
    : { tone: 'stop', text: `Not done: ${answered.left.because}.` };
  return show(world, request, business, said);
};

const show = async (
  world: World,
  request: PageRequest,
  business: Business,
  said: Said | null,
): Promise<PageResponse> => {
  const { faults, pages } = (await readIntegrity(world)).state;
  const asked = pages[tokenHash(request.token)]?.faults ?? [];
  return {
    status: 200,
    html: faultsPage({
      faults: asked.flatMap(key => faults[key] ?? []),
      zone: business.policy.timezone,
      target: { action: `/t/${request.token}`, hidden: await hiddenFields(world, request.token, {}) },
      said,
      linkOf: business.policy.admin,
    }),
  };
};
