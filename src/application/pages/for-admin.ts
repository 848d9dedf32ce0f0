import { systemAggregate } from '../../aggregates/system.ts';
import { AdminNotified } from '../../events/other-events.ts';
import { referenceOf } from '../../kernel/references.ts';
import type { ApprovalRow } from '../../ports/read-models.ts';
import type { Business } from '../business.ts';
import { load } from '../load.ts';
import type { World } from '../world.ts';

/** The link was mailed to whoever was the admin; it opens nothing for a later one. */
export const isForAdmin = async (world: World, { policy }: Business, row: ApprovalRow): Promise<boolean> => {
  const { stored } = await load(world, row.quote_id, systemAggregate);
  const adminRef = referenceOf(await world.secrets.refKey(), policy.admin);
  return stored.some(
    ({ action, data }) =>
      action === AdminNotified.name &&
      AdminNotified.data.is(data) &&
      data.tokenHash === row.token &&
      data.recipientRef === adminRef,
  );
};
