import type { Override, RefusedCell, Row } from './row.ts';

/** A row as `qf sheet --json` prints it. */
export const rowJson = (row: Row) => ({
  row: row.row,
  quote_id: row.quoteId,
  customer: row.customer,
  contact: row.contact,
  amount_minor: row.amount.minor,
  currency: row.amount.currency,
  sent: row.sent,
  expires: row.expires,
  owner: row.owner,
  team: row.team,
  override: row.override === null ? null : overrideJson(row.override),
  status: row.status,
});

/** A faulty cell as `qf sheet --json` and `qf plan --json` print it. */
export const refusedCellJson = ({ row, column, value, error }: RefusedCell) => ({ row, column, value, error });

/** `last_call_days` is absent where the tier's last call stands, null for none. */
const overrideJson = (override: Override) =>
  override.kind === 'off'
    ? 'off'
    : {
        nudge_days: override.nudgeDays,
        ...(override.lastCallDays === undefined ? {} : { last_call_days: override.lastCallDays }),
      };
