import { myQuotesPage } from '../../letters/page/my-quotes-page.ts';
import { comesNext } from '../../reports/digest-lists.ts';
import { byWorth } from '../../reports/rank.ts';
import { readQuoteReports } from '../reports/read-quote-reports.ts';
import { quotePath } from '../reports/report-paths.ts';
import type { World } from '../world.ts';
import type { OpenedReport } from './opened-report.ts';
import type { PageRequest, PageResponse } from './page-request.ts';
import { mayDecideOn, quotesFor } from './whose-quotes.ts';

/** The quotes that the link's recipient may decide on and that have not ended, the most valuable first. */
export const myQuotesPageOf = async (
  world: World,
  { token }: Pick<PageRequest, 'token'>,
  { business, recipient, opens }: OpenedReport,
): Promise<PageResponse> => {
  const quotes = await readQuoteReports(world, business, quotesFor(business, recipient), true);
  const own = quotes.filter(
    ({ state }) => state.closed === null && state.renumberedTo === null && mayDecideOn(state, business, recipient),
  );
  const html = myQuotesPage({
    rows: own.sort(byWorth).map(quote => ({
      quoteId: quote.number,
      customer: quote.customer,
      amount: quote.amount,
      group: quote.standing.group,
      words: comesNext(quote),
      url: `/t/${token}${quotePath(quote.number)}`,
    })),
    ofAll: recipient === business.policy.admin.toLowerCase(),
    linkOf: recipient,
    backUrl: opens === 'today' ? `/t/${token}` : null,
    said: null,
  });
  return { status: 200, html };
};
