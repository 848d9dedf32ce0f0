import type { World } from '../world.ts';
import { draftPageOf } from './draft.ts';
import { notKnown } from './errors.ts';
import { firstSyncPageOf } from './first-sync.ts';
import { mailPageOf } from './mail.ts';
import { noticePageOf } from './notice.ts';
import { rowOfToken } from './opened.ts';
import type { PageRequest, PageResponse } from './page-request.ts';
import { proposalPageOf } from './proposal.ts';
import { isListPage, proposalListPageOf } from './proposal-list.ts';
import { isRenumberedPage, renumberedPageOf } from './renumbered.ts';
import { replyPageOf } from './reply.ts';
import { reportPageOf } from './report.ts';

/** Opens whatever page a mailed token is for. The token's hash leads to the stream; the stream says what may be done. */
export const visit = async (world: World, request: PageRequest): Promise<PageResponse> => {
  const row = await rowOfToken(world, request.token);
  if (!row || (request.place.length > 0 && row.kind !== 'report')) return notKnown();
  switch (row.kind) {
    case 'draft':
      return draftPageOf(world, request, row);
    case 'reply':
      return replyPageOf(world, request, row);
    case 'mail':
      return mailPageOf(world, request, row);
    case 'proposal':
      return proposalPageOf(world, request, row);
    case 'report':
      return reportPageOf(world, request, row);
    case 'admin':
      if (isListPage(row)) return proposalListPageOf(world, row);
      if (isRenumberedPage(row)) return renumberedPageOf(world, request, row);
      return row.about.startsWith('first-sync/') ? firstSyncPageOf(world, request, row) : notKnown();
    default:
      return noticePageOf(world, request, row);
  }
};
