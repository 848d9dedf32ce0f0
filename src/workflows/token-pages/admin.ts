import type { ApprovalRow } from '../../ports/read-models.ts';
import type { Dependencies } from '../dependencies.ts';
import { firstSyncPageOf } from './first-sync.ts';
import { isLiftPage, liftPageOf } from './lift-contact.ts';
import { notKnown, type PageRequest, type PageResponse } from './page-request.ts';
import { isListPage, proposalListPageOf } from './proposal.ts';
import { isRenumberedPage, renumberedPageOf } from './renumbered.ts';

/** The pages that only the admin's mails link. */
export const adminPageOf = async (
  deps: Dependencies,
  request: PageRequest,
  row: ApprovalRow,
): Promise<PageResponse> => {
  if (isListPage(row)) return proposalListPageOf(deps, row);
  if (isRenumberedPage(row)) return renumberedPageOf(deps, request, row);
  if (isLiftPage(row)) return liftPageOf(deps, request, row);
  return row.about.startsWith('first-sync/') ? firstSyncPageOf(deps, request, row) : notKnown();
};
