import { ReportClaimed } from '../../events/other-events.ts';
import { quoteStream } from '../../events/stream-name.ts';
import type { ApprovalRow } from '../../ports/read-models.ts';
import { readBusiness } from '../business.ts';
import { unsealer } from '../unseal.ts';
import type { World } from '../world.ts';
import { gone, notKnown } from './errors.ts';
import { liftPageOfReport } from './lift-contact.ts';
import { myQuotePageOf } from './my-quote.ts';
import { myQuotesPageOf } from './my-quotes.ts';
import type { OpenedReport } from './opened-report.ts';
import type { PageRequest, PageResponse } from './page-request.ts';
import { todayPageOf } from './today.ts';

/** The pages of a report's link: the day, the recipient's quotes, and each of these. */
export const reportPageOf = async (world: World, request: PageRequest, row: ApprovalRow): Promise<PageResponse> => {
  const [business, recipient] = await Promise.all([readBusiness(world), recipientOf(world, row)]);
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
    return liftPageOfReport(world, request, opened, quote);
  if (more.length > 0 || (place !== undefined && place !== 'quotes')) return notKnown();
  if (quote !== undefined) return myQuotePageOf(world, request, opened, quoteStream(quote));
  return place === undefined && opened.opens === 'today'
    ? todayPageOf(world, request, opened)
    : myQuotesPageOf(world, request, opened);
};

const recipientOf = async (world: Pick<World, 'store' | 'keys'>, row: ApprovalRow): Promise<string | null> => {
  const claimed = (await world.store.read(row.quote_id)).find(
    ({ action, data }) => action === ReportClaimed.name && ReportClaimed.data.is(data) && data.tokenHash === row.token,
  );
  const sealed = claimed ? await unsealer(world.keys)(ReportClaimed, claimed) : null;
  return sealed === null || sealed === 'erased' ? null : sealed.to.toLowerCase();
};
