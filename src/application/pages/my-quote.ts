import { standingOf as contactStandingOf } from '../../aggregates/contact/contact.ts';
import type { QuoteState } from '../../aggregates/quote/state.ts';
import { isQuoteStream, quoteStream } from '../../events/stream-name.ts';
import { addDays } from '../../kernel/local-date.ts';
import { myQuotePage } from '../../letters/page/my-quotes-page.ts';
import { standingOf } from '../../reports/standing.ts';
import { type Business, readBusiness } from '../business.ts';
import { carryOn } from '../carry-on.ts';
import { draftLinkFor } from '../draft-link.ts';
import { quoteViewOf } from '../draft-view.ts';
import type { Loaded } from '../load.ts';
import { ownershipOf } from '../ownership-of.ts';
import { offerNowFor } from '../plan-now.ts';
import { loadContact, loadQuote, personalFacts } from '../quotes.ts';
import { quotePath, quotesPath } from '../reports/report-paths.ts';
import type { World } from '../world.ts';
import { notKnown, stale } from './errors.ts';
import { type ActedOnQuote, actOnMyQuote } from './my-quote-acts.ts';
import { hiddenFields, nonceHolds } from './opened.ts';
import type { OpenedReport } from './opened-report.ts';
import type { PageRequest, PageResponse } from './page-request.ts';
import { mayDecideOn } from './whose-quotes.ts';

/** Binds a form to the quote whose page it stands on. */
const QUOTE = 'quote';

/** One quote of the link's recipient, with everything they can say about it. */
export const myQuotePageOf = async (
  world: World,
  request: PageRequest,
  opened: OpenedReport,
  key: string,
): Promise<PageResponse> => {
  if (key === '' || !isQuoteStream(key)) return notKnown();
  const loaded = await loadQuote(world, key);
  if (!loaded.state.facts || !mayDecideOn(loaded.state, opened.business, opened.recipient)) return notKnown();
  if (request.method !== 'POST') return show(world, request, opened, loaded, { said: null, problem: null });
  if (request.form[QUOTE] !== key || !(await nonceHolds(world, request, [QUOTE]))) return stale(request.token);
  const acted = await actOnMyQuote(world, request, opened, key);
  if (acted.problem === null && acted.said?.tone !== 'stop') await carryOn(world, key);
  const business = await readBusiness(world);
  return show(world, request, { ...opened, business }, await loadQuote(world, key), acted);
};

const show = async (
  world: World,
  { token }: PageRequest,
  { business, recipient }: OpenedReport,
  loaded: Loaded<QuoteState>,
  { said, problem }: ActedOnQuote,
): Promise<PageResponse> => {
  const { state } = loaded;
  const { policy, today } = business;
  const contact = contactStandingOf((await loadContact(world, state.facts?.contactRef ?? '')).state);
  const faults = business.mirror.refused.filter(({ quoteId }) => quoteId === state.facts?.number);
  const standing = standingOf(state, { contact, policy, today, checked: true, passedOver: null, faults });
  const quote = quoteViewOf(state, await personalFacts(world, loaded), ownershipOf(state, business), business);
  const key = { [QUOTE]: quoteStream(state.facts?.number ?? '') };
  const html = myQuotePage({
    quote,
    today,
    group: standing.group,
    words: wordsOf(standing),
    target: {
      action: `/t/${token}${quotePath(quote.quoteId)}`,
      hidden: await hiddenFields(world, token, key),
    },
    said,
    linkOf: recipient,
    backUrl: `/t/${token}${quotesPath}`,
    earliest: addDays(today, 1),
    onHold: state.holds.includes('rep'),
    closed: state.closed,
    reopens: state.closedBy === 'rep',
    noSendNow: whyNotNow(state, contact, business),
    draftUrl: awaits(state) ? await draftLinkFor(world, loaded, recipient) : null,
    typed: problem?.act === 'address' ? problem.value : '',
    ...(problem === null ? {} : { problem }),
  });
  return { status: 200, html };
};

const wordsOf = ({ next, why }: ReturnType<typeof standingOf>): string =>
  next === null ? why : `${next.what}: ${why}`;

const whyNotNow = (
  state: QuoteState,
  contact: Parameters<typeof offerNowFor>[1],
  business: Business,
): string | null => {
  const now = offerNowFor(state, contact, business);
  return 'why' in now ? now.why : null;
};

const awaits = ({ draft }: QuoteState): boolean => draft?.status === 'mailed' || draft?.status === 'written';
