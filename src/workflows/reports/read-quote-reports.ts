import * as E from 'fp-ts/lib/Either.js';
import { standingOf } from '../../aggregates/contact.ts';
import { quoteAggregate } from '../../aggregates/quote/quote.ts';
import type { ContactStanding } from '../../cadence/due.ts';
import { wallClock } from '../../cadence/sending-hours.ts';
import { byItself } from '../../event-store/by-itself.ts';
import { decodeAll } from '../../event-store/decode-all.ts';
import { quoteStream } from '../../events/stream-id.ts';
import { inParallel } from '../../kernel/in-parallel.ts';
import type { LocalDate } from '../../kernel/local-date.ts';
import { type QuoteReport, quoteReport } from '../../reports/quote-report.ts';
import type { BusinessContext } from '../business-context.ts';
import type { Dependencies } from '../dependencies.ts';
import { loadContact, loadQuote, personalFacts } from '../quotes.ts';
import { knownQuotes } from '../replies/known-quotes.ts';

const AT_ONCE = 16;

/** The local date of an instant where the business is. */
export const dayOfIn =
  ({ policy }: Pick<BusinessContext, 'policy'>): ((ts: string) => LocalDate) =>
  ts =>
    wallClock(new Date(ts), policy.timezone).date;

/** Streams of every quote that the sheet lists or ever listed. */
export const everyQuote = async (
  deps: Pick<Dependencies, 'objects'>,
  { mirror }: BusinessContext,
): Promise<readonly string[]> => [...new Set([...mirror.rows.keys(), ...(await knownQuotes(deps))])];

/** Streams of the quotes that the sheet lists just now, those with a mistake in their row too. */
export const listedQuotes = ({ mirror }: BusinessContext): readonly string[] => {
  const refused = mirror.refused.flatMap(({ quoteId }) => (quoteId === null ? [] : [quoteStream(quoteId)]));
  return [...new Set([...mirror.rows.keys(), ...refused])];
};

/**
 * The quotes folded from the log, as reports tell of them. One that was never listed is left out, as is one that goes on
 * under another number and is told of there; so is one whose log, or whose contact's, cannot be read, which has set off its alarm: it keeps nobody else's report back.
 */
export const readQuoteReports = async (
  deps: Pick<Dependencies, 'store' | 'keys' | 'log'>,
  business: BusinessContext,
  keys: readonly string[],
  checked: boolean,
): Promise<readonly QuoteReport[]> => {
  const contacts = new Map<string, Promise<ContactStanding>>();
  const contactOf = (ref: string): Promise<ContactStanding> => {
    const known = contacts.get(ref) ?? loadContact(deps, ref).then(({ state }) => standingOf(state));
    contacts.set(ref, known);
    return known;
  };
  const faults = Map.groupBy(business.mirror.refused, ({ quoteId }) => (quoteId === null ? '' : quoteStream(quoteId)));
  const dayOf = dayOfIn(business);
  const reportOf = async (key: string): Promise<QuoteReport | null> => {
    const loaded = await loadQuote(deps, key);
    if (!loaded.state.facts || loaded.state.renumberedTo !== null) return null;
    const personal = await personalFacts(deps, loaded);
    return quoteReport(decodeAll(loaded.stored).known.filter(quoteAggregate.isOwn), {
      key,
      customer: personal === null || personal === 'erased' ? 'erased' : personal.customer,
      contact: await contactOf(loaded.state.facts.contactRef),
      policy: business.policy,
      dayOf,
      asked: { today: business.today, checked, passedOver: null, faults: faults.get(key) ?? [] },
    });
  };
  const reports = await inParallel(keys, AT_ONCE, key => readable(reportOf(key)));
  return reports.filter(report => report !== null);
};

/** Null for a stream that cannot be read: it has set off its alarm. */
export const readable = async <T>(loading: Promise<T>): Promise<T | null> => {
  const read = await byItself(() => loading);
  return E.isRight(read) ? read.right : null;
};
