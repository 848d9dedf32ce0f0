import type { ApprovalRow } from '../../ports/read-models.ts';
import type { Business } from '../business.ts';

/** A report's link as it was opened: whose it is, and until when it serves. */
export interface OpenedReport {
  readonly business: Business;
  /** To whom it was mailed, lower-case: in their name all is done. */
  readonly recipient: string;
  readonly row: ApprovalRow;
  /** Whether the link begins with the day's page or with the list of quotes. */
  readonly opens: 'today' | 'quotes';
}
