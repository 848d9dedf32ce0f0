import type { QuoteState } from '../../aggregates/quote/state.ts';
import { wallClock } from '../../cadence/sending-hours.ts';
import { fingerprintOf } from '../../kernel/references.ts';
import type { FlashMessage } from '../../presentation/components/flash.ts';
import { ACT, type Target } from '../../presentation/components/parts.ts';
import {
  draftAnchor,
  type LeavingDraft,
  type TodayAct,
  todayActs,
  todayPage,
} from '../../presentation/pages/today-page.ts';
import { leavesWords, seenText } from '../../presentation/view-models/draft-view.ts';
import { counted, listed } from '../../presentation/wording.ts';
import { byWorth } from '../../reports/digest-lists.ts';
import type { QuoteReport } from '../../reports/quote-report.ts';
import { type BusinessContext, loadBusinessContext } from '../business-context.ts';
import type { Dependencies } from '../dependencies.ts';
import { leavesOnceAsked } from '../nudges/draft-view.ts';
import { draftLinkFor, waitingDraftView } from '../nudges/mail-draft.ts';
import { loadQuote } from '../quotes.ts';
import { readQuoteReports } from '../reports/read-quote-reports.ts';
import { quotesPath } from '../reports/run-report.ts';
import { answersForDraft, type Today, type TodayDraft, todayOf } from '../reports/today-view.ts';
import { waitingProposals } from '../reports/waiting-proposals.ts';
import { runPendingTasks, wakeForSend } from '../run-pending-tasks.ts';
import { type DraftVerdict, decideDraft } from './draft.ts';
import {
  hiddenFields,
  nonceHolds,
  type OpenedReport,
  type PageRequest,
  type PageResponse,
  SEEN,
  SHOWN_TEXT,
  stale,
} from './page-request.ts';
import { mayDecideOn, quotesFor } from './whose-quotes.ts';

/** Unseen fields of the day's forms: which quote and draft, or all that were shown. */
export const QUOTE = 'quote';
export const DRAFT = 'draft';
export const ALL = 'drafts';

/** One draft as the page showed it: hashes of its text, and of text and facts together. */
export interface ShownDraft {
  readonly quote: string;
  readonly draft: string;
  readonly seen: string;
  readonly text: string;
}

/** As JSON, on one line: browsers change the line breaks of what they post. */
export const writeShown = (drafts: readonly ShownDraft[]): string =>
  JSON.stringify(drafts.map(({ quote, draft, seen, text }) => [quote, draft, seen, text]));

/** The nonce vouches for it: only what a page of ours showed comes back. */
const readShown = (field: string): readonly ShownDraft[] => {
  const drafts: unknown = JSON.parse(field);
  if (!Array.isArray(drafts)) return [];
  return drafts.map((fields: unknown) => {
    const [quote, draft, seen, text] = (Array.isArray(fields) ? fields : []).map(String);
    return { quote: quote ?? '', draft: draft ?? '', seen: seen ?? '', text: text ?? '' };
  });
};

/** Does what a button of the day's page asks for, one event a draft, in the name of the link's recipient. */
export const actOnToday = async (
  deps: Dependencies,
  request: PageRequest,
  opened: OpenedReport,
  act: TodayAct,
): Promise<FlashMessage> => {
  const { form } = request;
  if (act === 'approve-all') return approveAll(deps, request, opened, readShown(form[ALL] ?? ''));
  const shown = {
    quote: form[QUOTE] ?? '',
    draft: form[DRAFT] ?? '',
    seen: form[SEEN] ?? '',
    text: form[SHOWN_TEXT] ?? '',
  };
  const refused = await decideOne(deps, request, opened, shown, act);
  return refused === null ? { tone: 'good', text: DONE[act](shown.quote) } : { tone: 'stop', text: `${refused}.` };
};

const DONE: Readonly<Record<DraftVerdict, (quote: string) => string>> = {
  approve: quote => `${quote} is approved.`,
  skip: quote => `${quote}: this step is left out.`,
  cancel: quote => `${quote}: cancelled, it waits for a decision again.`,
  answered: quote => `${quote}: noted that they answered.`,
  hold: quote => `${quote} is on hold.`,
};

const approveAll = async (
  deps: Dependencies,
  request: PageRequest,
  opened: OpenedReport,
  drafts: readonly ShownDraft[],
): Promise<FlashMessage> => {
  const failed: string[] = [];
  for (const shown of drafts)
    if ((await decideOne(deps, request, opened, shown, 'approve')) !== null) failed.push(shown.quote);
  if (failed.length === 0)
    return { tone: 'good', text: `${counted(drafts.length, 'draft is', 'drafts are')} approved.` };
  return {
    tone: 'stop',
    text: `${counted(drafts.length - failed.length, 'draft is', 'drafts are')} approved. Not ${listed(failed, 'or')}: what you saw of it has changed, please read it again.`,
  };
};

/** Why it could not be done, in words; null when it is. */
const decideOne = async (
  deps: Dependencies,
  request: PageRequest,
  { business, recipient, row }: OpenedReport,
  shown: ShownDraft,
  verdict: DraftVerdict,
): Promise<string | null> => {
  const { state } = await loadQuote(deps, shown.quote);
  if (!mayAnswer(state, business, recipient)) return 'This quote is no longer yours to decide on';
  const decision = {
    quoteId: shown.quote,
    draftId: shown.draft,
    by: recipient,
    seenHash: shown.seen,
    textHash: shown.text,
    tokenHash: row.token,
    mailedAt: row.created_at,
  };
  const refused = await decideDraft(deps, request, decision, verdict);
  if (refused) return `${shown.quote}: ${refused.because}`;
  await (verdict === 'approve' ? wakeForSend(deps, shown.quote) : runPendingTasks(deps, shown.quote));
  return null;
};

const mayAnswer = (state: QuoteState, business: OpenedReport['business'], recipient: string): boolean =>
  state.facts !== null && mayDecideOn(state, business, recipient);

/** Everything that waits for the link's recipient just now, to be decided one after another or all as shown. */
export const todayPageOf = async (
  deps: Dependencies,
  request: PageRequest,
  opened: OpenedReport,
): Promise<PageResponse> => {
  if (request.method !== 'POST') return show(deps, request, opened, null);
  const act = request.form[ACT] ?? '';
  if (!isAct(act)) return show(deps, request, opened, { tone: 'stop', text: 'That button is not known here.' });
  if (!(await nonceHolds(deps, request, act === 'approve-all' ? [ALL] : ONE))) return stale(request.token);
  const said = await actOnToday(deps, request, opened, act);
  return show(deps, request, { ...opened, business: await loadBusinessContext(deps) }, said);
};

/** As many as one page holds on a phone; once they are decided the next ones stand there. */
const MAX_DRAFTS = 50;

const ONE = [QUOTE, DRAFT, SEEN, SHOWN_TEXT] as const;

const isAct = (act: string): act is TodayAct => todayActs.some(known => known === act);

const show = async (
  deps: Dependencies,
  { token }: PageRequest,
  { business, recipient, row }: OpenedReport,
  said: FlashMessage | null,
): Promise<PageResponse> => {
  const quotes = await readQuoteReports(deps, business, quotesFor(business, recipient), true);
  const proposals = await waitingProposals(deps, business);
  const url = `/t/${token}`;
  const today = await todayOf({
    deps,
    business,
    quotes,
    proposals,
    rep: recipient,
    url,
    mostDrafts: MAX_DRAFTS,
    show: quote => draftOf(deps, business, quote, recipient),
  });
  const refKey = await deps.secrets.refKey();
  const shown = today.drafts.map(draft => shownOf(draft, refKey));
  const html = todayPage({
    view: today.view,
    draftTargets: await Promise.all(shown.map((one, at) => targetOf(deps, token, one, nextAnchor(today, at)))),
    draftUrls: today.drafts.map(draft => draft.url),
    allTarget: { action: url, hidden: await hiddenFields(deps, token, { [ALL]: writeShown(shown) }) },
    leaving: await Promise.all(
      leavingOf(quotes, quote => answersForDraft(quote.state, business, recipient)).map(quote =>
        leavingDraft(deps, token, quote, business),
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
  deps: Dependencies,
  token: string,
  { quote, draft, seen, text }: ShownDraft,
  anchor: string,
): Promise<Target> => ({
  action: `/t/${token}${anchor}`,
  hidden: await hiddenFields(deps, token, { [QUOTE]: quote, [DRAFT]: draft, [SEEN]: seen, [SHOWN_TEXT]: text }),
});

const nextAnchor = ({ drafts }: Today<TodayDraft>, at: number): string => {
  const next = drafts[at + 1];
  return next ? `#${draftAnchor(next.view.quote.quoteId)}` : '';
};

const draftOf = async (
  deps: Dependencies,
  business: BusinessContext,
  { key }: QuoteReport,
  recipient: string,
): Promise<TodayDraft | null> => {
  const loaded = await loadQuote(deps, key);
  const shown = await waitingDraftView(deps, business, loaded);
  if (!shown) return null;
  const { draft, view } = shown;
  const url = await draftLinkFor(deps, loaded, recipient);
  return { quoteKey: key, view, textHash: draft.textHash ?? '', url };
};

/** Approved, and not yet handed over: until then it can be called back. */
const leavingOf = (quotes: readonly QuoteReport[], answers: (quote: QuoteReport) => boolean): readonly QuoteReport[] =>
  quotes.filter(quote => quote.state.draft?.status === 'approved' && answers(quote)).sort(byWorth);

const leavingDraft = async (
  deps: Dependencies,
  token: string,
  { key, number, customer, state }: QuoteReport,
  business: BusinessContext,
): Promise<LeavingDraft> => {
  const draft = state.draft;
  const leavesAt = draft?.sendAfter ? leavesOnceAsked(business, new Date(draft.sendAfter)) : null;
  const shown = { quote: key, draft: draft?.id ?? '', seen: '', text: '' };
  return {
    quote: { quoteId: number, customer },
    words: `Leaves ${leavesWords({ leavesAt: leavesAt?.toISOString() ?? null, zone: business.policy.timezone })}`,
    target: await targetOf(deps, token, shown, ''),
  };
};
