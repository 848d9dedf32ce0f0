import { unsealer } from '../../event-store/sealing.ts';
import { ReportClaimed } from '../../events/report-events.ts';
import { quoteStream } from '../../events/stream-id.ts';
import type { ApprovalRow } from '../../ports/read-models.ts';
import { loadBusinessContext } from '../business-context.ts';
import type { Dependencies } from '../dependencies.ts';
import { liftPageOfReport } from './lift-contact.ts';
import { myQuotePageOf, myQuotesPageOf } from './my-quote.ts';
import { gone, notKnown, type OpenedReport, type PageRequest, type PageResponse } from './page-request.ts';
import { todayPageOf } from './today.ts';

/** The pages of a report's link: the day, the recipient's quotes, and each of these. */
export const reportPageOf = async (
  deps: Dependencies,
  request: PageRequest,
  row: ApprovalRow,
): Promise<PageResponse> => {
  const [business, recipient] = await Promise.all([loadBusinessContext(deps), recipientOf(deps, row)]);
  if (recipient === null) return notKnown();
  if (business.now.getTime() > row.expires_at * 1000) return gone();
  const opened: OpenedReport = {
    business,
    recipient,
    row,
    opens: row.about.startsWith('today/') ? 'today' : 'quotes',
  };
  const [place, quote, ...more] = request.place;
  if (place === 'contacts' && quote !== undefined && more.length === 0)
    return liftPageOfReport(deps, request, opened, quote);
  if (more.length > 0 || (place !== undefined && place !== 'quotes')) return notKnown();
  if (quote !== undefined) return myQuotePageOf(deps, request, opened, quoteStream(quote));
  return place === undefined && opened.opens === 'today'
    ? todayPageOf(deps, request, opened)
    : myQuotesPageOf(deps, request, opened);
};

const recipientOf = async (deps: Pick<Dependencies, 'store' | 'keys'>, row: ApprovalRow): Promise<string | null> => {
  const claimed = (await deps.store.read(row.quote_id)).find(
    ({ action, data }) => action === ReportClaimed.name && ReportClaimed.data.is(data) && data.tokenHash === row.token,
  );
  const sealed = claimed ? await unsealer(deps.keys)(ReportClaimed, claimed) : null;
  return sealed === null || sealed === 'erased' ? null : sealed.to.toLowerCase();
};
