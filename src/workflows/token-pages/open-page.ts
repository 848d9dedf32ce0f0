import * as E from 'fp-ts/lib/Either.js';
import { byItself } from '../../event-store/by-itself.ts';
import type { ApprovalRow } from '../../ports/read-models.ts';
import type { Dependencies } from '../dependencies.ts';
import { lazy } from '../lazy.ts';
import { notKnown, type PageRequest, type PageResponse, rowOfToken, unreadable } from './page-request.ts';

const draftPage = lazy(() => import('./draft.ts'));
const replyPage = lazy(() => import('./reply.ts'));
const mailPage = lazy(() => import('./mail.ts'));
const proposalPage = lazy(() => import('./proposal.ts'));
const reportPage = lazy(() => import('./report.ts'));
const adminPage = lazy(() => import('./admin.ts'));
const faultsPage = lazy(() => import('./faults.ts'));
const noticePage = lazy(() => import('./notice.ts'));

/**
 * Opens whatever page a mailed token is for. The token's hash leads to the stream; the stream says what may be done.
 * Only the page that is asked for is loaded: one call shows one page.
 */
export const openPage = async (deps: Dependencies, request: PageRequest): Promise<PageResponse> => {
  const row = await rowOfToken(deps, request.token);
  if (!row || (request.place.length > 0 && row.kind !== 'report')) return notKnown();
  const page = await byItself(() => pageOf(deps, request, row));
  return E.isRight(page) ? page.right : unreadable();
};

const pageOf = async (deps: Dependencies, request: PageRequest, row: ApprovalRow): Promise<PageResponse> => {
  switch (row.kind) {
    case 'draft':
      return (await draftPage()).draftPageOf(deps, request, row);
    case 'reply':
      return (await replyPage()).replyPageOf(deps, request, row);
    case 'mail':
      return (await mailPage()).mailPageOf(deps, request, row);
    case 'proposal':
      return (await proposalPage()).proposalPageOf(deps, request, row);
    case 'report':
      return (await reportPage()).reportPageOf(deps, request, row);
    case 'admin':
      return (await adminPage()).adminPageOf(deps, request, row);
    case 'faults':
      return (await faultsPage()).faultsPageOf(deps, request, row);
    default:
      return (await noticePage()).noticePageOf(deps, request, row);
  }
};
