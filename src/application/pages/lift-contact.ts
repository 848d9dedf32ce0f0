import * as E from 'fp-ts/lib/Either.js';
import { lift } from '../../aggregates/contact/contact.ts';
import { LIFT, liftContactPage, NOTE } from '../../letters/page/lift-contact-page.ts';
import { ACT } from '../../letters/page/parts.ts';
import type { Said } from '../../letters/page/said.ts';
import type { ApprovalRow } from '../../ports/read-models.ts';
import { type Business, readBusiness } from '../business.ts';
import { CONTACT_CLOSED, contactAsked, contactShown } from '../closed-contact.ts';
import { decideContact, loadContact } from '../quotes.ts';
import { contactPath } from '../reports/report-paths.ts';
import type { World } from '../world.ts';
import { gone, notKnown, stale } from './errors.ts';
import { isForAdmin } from './for-admin.ts';
import { hiddenFields, nonceHolds } from './opened.ts';
import type { OpenedReport } from './opened-report.ts';
import type { PageRequest, PageResponse } from './page-request.ts';

/** Binds a form to the contact whose page it stands on. */
const CONTACT = 'contact';

export const isLiftPage = ({ about }: Pick<ApprovalRow, 'about'>): boolean => about.startsWith(`${CONTACT_CLOSED}/`);

/** The page that the admin's letter about a closed contact links. */
export const liftPageOf = async (world: World, request: PageRequest, row: ApprovalRow): Promise<PageResponse> => {
  const business = await readBusiness(world);
  if (!(await isForAdmin(world, business, row))) return notKnown();
  if (business.now.getTime() > row.expires_at * 1000) return gone();
  return visited(world, request, { business, ref: contactAsked(row.about), below: '' });
};

/** The same page by the link of the admin's digest. Nobody else's report opens it. */
export const liftPageOfReport = async (
  world: World,
  request: PageRequest,
  { business, recipient }: OpenedReport,
  ref: string,
): Promise<PageResponse> =>
  recipient === business.policy.admin.toLowerCase()
    ? visited(world, request, { business, ref, below: contactPath(ref) })
    : notKnown();

interface Visited {
  readonly business: Business;
  readonly ref: string;
  /** Where the page is, below the link. */
  readonly below: string;
}

const visited = async (world: World, request: PageRequest, page: Visited): Promise<PageResponse> => {
  const { business, ref } = page;
  if ((await loadContact(world, ref)).version === 0) return notKnown();
  if (request.method !== 'POST') return show(world, request, page, null);
  if (request.form[CONTACT] !== ref || !(await nonceHolds(world, request, [CONTACT]))) return stale(request.token);
  if (request.form[ACT] !== LIFT)
    return show(world, request, page, { tone: 'stop', text: 'That button is not known here.' });
  const note = (request.form[NOTE] ?? '').trim().slice(0, 300) || null;
  const lifted = await decideContact(world, ref, {
    actor: { user: business.policy.admin.toLowerCase() },
    decide: state => lift(state, note),
  });
  return show(
    world,
    request,
    page,
    E.isLeft(lifted)
      ? { tone: 'stop', text: `${lifted.left.because}.` }
      : { tone: 'good', text: 'Done. This contact may be written to again.' },
  );
};

const show = async (
  world: World,
  { token }: PageRequest,
  { business, ref, below }: Visited,
  said: Said | null,
): Promise<PageResponse> => ({
  status: 200,
  html: liftContactPage({
    contact: await contactShown(world, business, ref),
    target: { action: `/t/${token}${below}`, hidden: await hiddenFields(world, token, { [CONTACT]: ref }) },
    said,
    linkOf: business.policy.admin,
  }),
});
