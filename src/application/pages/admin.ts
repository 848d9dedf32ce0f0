import type { ApprovalRow } from '../../ports/read-models.ts';
import type { World } from '../world.ts';
import { notKnown } from './errors.ts';
import { firstSyncPageOf } from './first-sync.ts';
import { isLiftPage, liftPageOf } from './lift-contact.ts';
import type { PageRequest, PageResponse } from './page-request.ts';
import { isListPage, proposalListPageOf } from './proposal-list.ts';
import { isRenumberedPage, renumberedPageOf } from './renumbered.ts';

/** The pages that only the admin's mails link. */
export const adminPageOf = async (world: World, request: PageRequest, row: ApprovalRow): Promise<PageResponse> => {
  if (isListPage(row)) return proposalListPageOf(world, row);
  if (isRenumberedPage(row)) return renumberedPageOf(world, request, row);
  if (isLiftPage(row)) return liftPageOf(world, request, row);
  return row.about.startsWith('first-sync/') ? firstSyncPageOf(world, request, row) : notKnown();
};
