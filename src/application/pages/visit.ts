import * as E from 'fp-ts/lib/Either.js';
import type { ApprovalRow } from '../../ports/read-models.ts';
import { byItself } from '../by-itself.ts';
import { loadedLater } from '../loaded-later.ts';
import type { World } from '../world.ts';
import { notKnown, unreadable } from './errors.ts';
import { rowOfToken } from './opened.ts';
import type { PageRequest, PageResponse } from './page-request.ts';

const draftPage = loadedLater(() => import('./draft.ts'));
const replyPage = loadedLater(() => import('./reply.ts'));
const mailPage = loadedLater(() => import('./mail.ts'));
const proposalPage = loadedLater(() => import('./proposal.ts'));
const reportPage = loadedLater(() => import('./report.ts'));
const adminPage = loadedLater(() => import('./admin.ts'));
const faultsPage = loadedLater(() => import('./faults.ts'));
const noticePage = loadedLater(() => import('./notice.ts'));

/**
 * Opens whatever page a mailed token is for. The token's hash leads to the stream; the stream says what may be done.
 * Only the page that is asked for is loaded: one call shows one page.
 */
export const visit = async (world: World, request: PageRequest): Promise<PageResponse> => {
  const row = await rowOfToken(world, request.token);
  if (!row || (request.place.length > 0 && row.kind !== 'report')) return notKnown();
  const page = await byItself(() => pageOf(world, request, row));
  return E.isRight(page) ? page.right : unreadable();
};

const pageOf = async (world: World, request: PageRequest, row: ApprovalRow): Promise<PageResponse> => {
  switch (row.kind) {
    case 'draft':
      return (await draftPage()).draftPageOf(world, request, row);
    case 'reply':
      return (await replyPage()).replyPageOf(world, request, row);
    case 'mail':
      return (await mailPage()).mailPageOf(world, request, row);
    case 'proposal':
      return (await proposalPage()).proposalPageOf(world, request, row);
    case 'report':
      return (await reportPage()).reportPageOf(world, request, row);
    case 'admin':
      return (await adminPage()).adminPageOf(world, request, row);
    case 'faults':
      return (await faultsPage()).faultsPageOf(world, request, row);
    default:
      return (await noticePage()).noticePageOf(world, request, row);
  }
};
