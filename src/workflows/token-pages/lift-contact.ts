import * as E from 'fp-ts/lib/Either.js';
import { lift } from '../../aggregates/contact.ts';
import type { ApprovalRow } from '../../ports/read-models.ts';
import type { FlashMessage } from '../../presentation/components/flash.ts';
import { ACT } from '../../presentation/components/parts.ts';
import { LIFT, liftContactPage, NOTE } from '../../presentation/pages/lift-contact-page.ts';
import { type BusinessContext, loadBusinessContext } from '../business-context.ts';
import type { Dependencies } from '../dependencies.ts';
import { CONTACT_CLOSED, contactAsked, contactShown } from '../notifications/closed-contact.ts';
import { decideContact, loadContact } from '../quotes.ts';
import { contactPath } from '../reports/run-report.ts';
import { isForAdmin } from './first-sync.ts';
import {
  gone,
  hiddenFields,
  nonceHolds,
  notKnown,
  type OpenedReport,
  type PageRequest,
  type PageResponse,
  stale,
} from './page-request.ts';

/** Binds a form to the contact whose page it stands on. */
const CONTACT = 'contact';

export const isLiftPage = ({ about }: Pick<ApprovalRow, 'about'>): boolean => about.startsWith(`${CONTACT_CLOSED}/`);

/** The page that the admin's letter about a closed contact links. */
export const liftPageOf = async (deps: Dependencies, request: PageRequest, row: ApprovalRow): Promise<PageResponse> => {
  const business = await loadBusinessContext(deps);
  if (!(await isForAdmin(deps, business, row))) return notKnown();
  if (business.now.getTime() > row.expires_at * 1000) return gone();
  return visited(deps, request, { business, ref: contactAsked(row.about), below: '' });
};

/** The same page by the link of the admin's digest. Nobody else's report opens it. */
export const liftPageOfReport = async (
  deps: Dependencies,
  request: PageRequest,
  { business, recipient }: OpenedReport,
  ref: string,
): Promise<PageResponse> =>
  recipient === business.policy.admin.toLowerCase()
    ? visited(deps, request, { business, ref, below: contactPath(ref) })
    : notKnown();

interface Visited {
  readonly business: BusinessContext;
  readonly ref: string;
  /** Where the page is, below the link. */
  readonly below: string;
}

const visited = async (deps: Dependencies, request: PageRequest, page: Visited): Promise<PageResponse> => {
  const { business, ref } = page;
  if ((await loadContact(deps, ref)).version === 0) return notKnown();
  if (request.method !== 'POST') return show(deps, request, page, null);
  if (request.form[CONTACT] !== ref || !(await nonceHolds(deps, request, [CONTACT]))) return stale(request.token);
  if (request.form[ACT] !== LIFT)
    return show(deps, request, page, { tone: 'stop', text: 'That button is not known here.' });
  const note = (request.form[NOTE] ?? '').trim().slice(0, 300) || null;
  const lifted = await decideContact(deps, ref, {
    actor: { user: business.policy.admin.toLowerCase() },
    decide: state => lift(state, note),
  });
  return show(
    deps,
    request,
    page,
    E.isLeft(lifted)
      ? { tone: 'stop', text: `${lifted.left.because}.` }
      : { tone: 'good', text: 'Done. This contact may be written to again.' },
  );
};

const show = async (
  deps: Dependencies,
  { token }: PageRequest,
  { business, ref, below }: Visited,
  said: FlashMessage | null,
): Promise<PageResponse> => ({
  status: 200,
  html: liftContactPage({
    contact: await contactShown(deps, business, ref),
    target: { action: `/t/${token}${below}`, hidden: await hiddenFields(deps, token, { [CONTACT]: ref }) },
    said,
    linkOf: business.policy.admin,
  }),
});
