import type { QuoteState } from '../../aggregates/quote/state.ts';
import type { Said } from '../../letters/page/said.ts';
import type { TodayAct } from '../../letters/page/today-page.ts';
import { counted, listed } from '../../letters/words/counted.ts';
import { carryOn, wakeForSend } from '../carry-on.ts';
import { loadQuote } from '../quotes.ts';
import type { World } from '../world.ts';
import { type DraftVerdict, decideDraft } from './draft-acts.ts';
import type { OpenedReport } from './opened-report.ts';
import { type PageRequest, SEEN, SHOWN_TEXT } from './page-request.ts';
import { mayDecideOn } from './whose-quotes.ts';

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
  world: World,
  request: PageRequest,
  opened: OpenedReport,
  act: TodayAct,
): Promise<Said> => {
  const { form } = request;
  if (act === 'approve-all') return approveAll(world, request, opened, readShown(form[ALL] ?? ''));
  const shown = {
    quote: form[QUOTE] ?? '',
    draft: form[DRAFT] ?? '',
    seen: form[SEEN] ?? '',
    text: form[SHOWN_TEXT] ?? '',
  };
  const refused = await decideOne(world, request, opened, shown, act);
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
  world: World,
  request: PageRequest,
  opened: OpenedReport,
  drafts: readonly ShownDraft[],
): Promise<Said> => {
  const failed: string[] = [];
  for (const shown of drafts)
    if ((await decideOne(world, request, opened, shown, 'approve')) !== null) failed.push(shown.quote);
  if (failed.length === 0)
    return { tone: 'good', text: `${counted(drafts.length, 'draft is', 'drafts are')} approved.` };
  return {
    tone: 'stop',
    text: `${counted(drafts.length - failed.length, 'draft is', 'drafts are')} approved. Not ${listed(failed, 'or')}: what you saw of it has changed, please read it again.`,
  };
};

/** Why it could not be done, in words; null when it is. */
const decideOne = async (
  world: World,
  request: PageRequest,
  { business, recipient, row }: OpenedReport,
  shown: ShownDraft,
  verdict: DraftVerdict,
): Promise<string | null> => {
  const { state } = await loadQuote(world, shown.quote);
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
  const refused = await decideDraft(world, request, decision, verdict);
  if (refused) return `${shown.quote}: ${refused.because}`;
  await (verdict === 'approve' ? wakeForSend(world, shown.quote) : carryOn(world, shown.quote));
  return null;
};

const mayAnswer = (state: QuoteState, business: OpenedReport['business'], recipient: string): boolean =>
  state.facts !== null && mayDecideOn(state, business, recipient);
