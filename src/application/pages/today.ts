import { wallClock } from '../../cadence/next-allowed-minute.ts';
import { fingerprintOf } from '../../kernel/references.ts';
import { ACT, type Target } from '../../letters/page/parts.ts';
import type { Said } from '../../letters/page/said.ts';
import { draftAnchor, type LeavingDraft, type TodayAct, todayActs, todayPage } from '../../letters/page/today-page.ts';
import { leavesWords, seenText } from '../../letters/views/draft-view.ts';
import type { QuoteReport } from '../../reports/quote-report.ts';
import { byWorth } from '../../reports/rank.ts';
import { type Business, readBusiness } from '../business.ts';
import { draftLinkFor } from '../draft-link.ts';
import { leavesOnceAsked } from '../draft-view.ts';
import { waitingDraftView } from '../mail-draft.ts';
import { loadQuote } from '../quotes.ts';
import { readQuoteReports } from '../reports/read-quote-reports.ts';
import { quotesPath } from '../reports/report-paths.ts';
import { answersForDraft, type Today, type TodayDraft, todayOf } from '../reports/today-view.ts';
import { waitingProposals } from '../reports/waiting-proposals.ts';
import type { World } from '../world.ts';
import { stale } from './errors.ts';
import { hiddenFields, nonceHolds } from './opened.ts';
import type { OpenedReport } from './opened-report.ts';
import { type PageRequest, type PageResponse, SEEN, SHOWN_TEXT } from './page-request.ts';
import { ALL, actOnToday, DRAFT, QUOTE, type ShownDraft, writeShown } from './today-acts.ts';
import { quotesFor } from './whose-quotes.ts';

/** Everything that waits for the link's recipient just now, to be decided one after another or all as shown. */
export const todayPageOf = async (world: World, request: PageRequest, opened: OpenedReport): Promise<PageResponse> => {
  if (request.method !== 'POST') return show(world, request, opened, null);
  const act = request.form[ACT] ?? '';
  if (!isAct(act)) return show(world, request, opened, { tone: 'stop', text: 'That button is not known here.' });
  if (!(await nonceHolds(world, request, act === 'approve-all' ? [ALL] : ONE))) return stale(request.token);
  const said = await actOnToday(world, request, opened, act);
  return show(world, request, { ...opened, business: await readBusiness(world) }, said);
};

/** As many as one page holds on a phone; once they are decided the next ones stand there. */
const MOST_DRAFTS = 50;

const ONE = [QUOTE, DRAFT, SEEN, SHOWN_TEXT] as const;

const isAct = (act: string): act is TodayAct => todayActs.some(known => known === act);

const show = async (
  world: World,
  { token }: PageRequest,
  { business, recipient, row }: OpenedReport,
  said: Said | null,
): Promise<PageResponse> => {
  const quotes = await readQuoteReports(world, business, quotesFor(business, recipient), true);
  const proposals = await waitingProposals(world, business);
  const url = `/t/${token}`;
  const today = await todayOf({
    world,
    business,
    quotes,
    proposals,
    rep: recipient,
    url,
    mostDrafts: MOST_DRAFTS,
    show: quote => draftOf(world, business, quote, recipient),
  });
  const refKey = await world.secrets.refKey();
  const shown = today.drafts.map(draft => shownOf(draft, refKey));
  const html = todayPage({
    view: today.view,
    draftTargets: await Promise.all(shown.map((one, at) => targetOf(world, token, one, nextAnchor(today, at)))),
    draftUrls: today.drafts.map(draft => draft.url),
    allTarget: { action: url, hidden: await hiddenFields(world, token, { [ALL]: writeShown(shown) }) },
    leaving: await Promise.all(
      leavingOf(quotes, quote => answersForDraft(quote.state, business, recipient)).map(quote =>
        leavingDraft(world, token, quote, business),
      ),
    ),
    myQuotesUrl: `${url}${quotesPath}`,
    said,
    goodUntil: wallClock(new Date(row.expires_at * 1000), business.policy.timezone).date,
  });
  return { status: 200, html };
};

const shownOf = ({ quoteKey, view, textHash }: TodayDraft, refKey: Uint8Array): ShownDraft => ({
  quote: quoteKey,
  draft: view.draftId,
  seen: fingerprintOf(refKey, seenText(view)),
  text: textHash,
});

/** A decision leads on to the draft after it: browsers keep the fragment of a form's address. */
const targetOf = async (
  world: World,
  token: string,
  { quote, draft, seen, text }: ShownDraft,
  anchor: string,
): Promise<Target> => ({
  action: `/t/${token}${anchor}`,
  hidden: await hiddenFields(world, token, { [QUOTE]: quote, [DRAFT]: draft, [SEEN]: seen, [SHOWN_TEXT]: text }),
});

const nextAnchor = ({ drafts }: Today<TodayDraft>, at: number): string => {
  const next = drafts[at + 1];
  return next ? `#${draftAnchor(next.view.quote.quoteId)}` : '';
};

const draftOf = async (
  world: World,
  business: Business,
  { key }: QuoteReport,
  recipient: string,
): Promise<TodayDraft | null> => {
  const loaded = await loadQuote(world, key);
  const shown = await waitingDraftView(world, business, loaded);
  if (!shown) return null;
  const { draft, view } = shown;
  const url = await draftLinkFor(world, loaded, recipient);
  return { quoteKey: key, view, textHash: draft.textHash ?? '', url };
};

/** Approved, and not yet handed over: until then it can be called back. */
const leavingOf = (quotes: readonly QuoteReport[], answers: (quote: QuoteReport) => boolean): readonly QuoteReport[] =>
  quotes.filter(quote => quote.state.draft?.status === 'approved' && answers(quote)).sort(byWorth);

const leavingDraft = async (
  world: World,
  token: string,
  { key, number, customer, state }: QuoteReport,
  business: Business,
): Promise<LeavingDraft> => {
  const draft = state.draft;
  const leavesAt = draft?.sendAfter ? leavesOnceAsked(business, new Date(draft.sendAfter)) : null;
  const shown = { quote: key, draft: draft?.id ?? '', seen: '', text: '' };
  return {
    quote: { quoteId: number, customer },
    words: `Leaves ${leavesWords({ leavesAt: leavesAt?.toISOString() ?? null, zone: business.policy.timezone })}`,
    target: await targetOf(world, token, shown, ''),
  };
};
