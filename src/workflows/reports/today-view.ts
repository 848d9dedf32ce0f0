import { goesToAdmin, remindersDue } from '../../aggregates/quote/pending-tasks.ts';
import type { Notice, QuoteState } from '../../aggregates/quote/state.ts';
import { addressOf, standInFor } from '../../cadence/owner.ts';
import { inParallel } from '../../kernel/in-parallel.ts';
import { referenceOf } from '../../kernel/references.ts';
import type { DraftView } from '../../presentation/view-models/draft-view.ts';
import type { TodayItem, TodayView } from '../../presentation/view-models/today-view.ts';
import { untakenReply } from '../../reports/digest-lists.ts';
import { sumsOf } from '../../reports/open-value.ts';
import type { QuoteReport } from '../../reports/quote-report.ts';
import { type Asked, namedToday, type TodayLists, todayLists } from '../../reports/today-lists.ts';
import type { BusinessContext } from '../business-context.ts';
import type { Dependencies } from '../dependencies.ts';
import { reissueToken } from '../notifications/tokens.ts';
import { personOf } from '../nudges/draft-view.ts';
import { dayOfIn } from './read-quote-reports.ts';
import { quotePath } from './run-report.ts';
import { proposalsFor, todayProposal, type WaitingProposal } from './waiting-proposals.ts';

/** A draft of the day's page: what is shown, and what deciding on it needs. */
export interface TodayDraft {
  readonly quoteKey: string;
  readonly view: DraftView;
  /** Hash of its text alone. */
  readonly textHash: string;
  /** The draft's own page under this person's own link; null where it was mailed to somebody else. */
  readonly url: string | null;
}

const QUOTES_AT_ONCE = 8;

export interface Today<D extends TodayDraft> {
  readonly view: TodayView;
  readonly drafts: readonly D[];
}

export interface TodayOf<D extends TodayDraft> {
  readonly deps: Dependencies;
  readonly business: BusinessContext;
  readonly quotes: readonly QuoteReport[];
  readonly proposals: readonly WaitingProposal[];
  /** Whose day it is, lower-case. */
  readonly rep: string;
  /** The link that the day's page is opened with; empty while it is only asked whether there is anything. */
  readonly url: string;
  /** Drafts to be shown; the rest are counted. */
  readonly mostDrafts: number;
  readonly show: (quote: QuoteReport) => Promise<D | null>;
}

/** What the day asks of one person; cheap, for it is asked of everybody. */
export const listsFor = async ({
  deps,
  business,
  quotes,
  rep,
}: Pick<TodayOf<TodayDraft>, 'deps' | 'business' | 'quotes' | 'rep'>): Promise<TodayLists> => {
  const { policy, today } = business;
  const ref = referenceOf(await deps.secrets.refKey(), rep);
  const isAdmin = rep === policy.admin.toLowerCase();
  return todayLists(quotes, {
    today,
    dayOf: dayOfIn(business),
    asks: ({ state, ownership }, about) => {
      if (about === 'draft')
        return (
          answersForDraft(state, business, rep) ||
          (isAdmin && (wentToAdmin(state, ref) || goesToAdmin(state, policy, today)))
        );
      if (standInFor(ownership.owner, policy, today) === rep) return true;
      return about === 'reply' && isAdmin && (replyWentToAdmin(state) || replyGoesToAdmin(state, business));
    },
  });
};

/** Drafts go to whoever stands in today for the owner they were planned for. */
export const answersForDraft = ({ draft }: QuoteState, { policy, today }: BusinessContext, rep: string): boolean =>
  draft !== null && standInFor(draft.owner, policy, today) === rep;

/** A draft nobody decided was put to the admin too. */
const wentToAdmin = ({ draft }: QuoteState, adminRef: string): boolean =>
  draft?.mailings.some(({ kind, recipientRef }) => kind === 'admin' && recipientRef === adminRef) === true;

const replyGoesToAdmin = (state: QuoteState, { policy, today }: BusinessContext): boolean =>
  remindersDue(state, policy, today).some(({ to }) => to === 'admin');

const replyWentToAdmin = (state: QuoteState): boolean => {
  const reply = untakenReply(state);
  return state.notices.some(({ notice, about }) => notice === 'reply-admin' && about === reply?.id);
};

/** The day as its mail and its page show it. */
export const todayOf = async <D extends TodayDraft>(of: TodayOf<D>): Promise<Today<D>> => {
  const { deps, business, rep } = of;
  const lists = await listsFor(of);
  const shown = lists.drafts.slice(0, of.mostDrafts);
  const drafts = (await inParallel(shown, QUOTES_AT_ONCE, of.show)).filter(draft => draft !== null);
  const items = (asked: readonly Asked[], isAbout: IsAbout): Promise<readonly TodayItem[]> =>
    Promise.all(asked.map(one => itemOf(of, one, isAbout)));
  const waiting = await proposalsFor(deps, of.proposals, rep);
  const proposals = await Promise.all(waiting.map(proposal => todayProposal(deps, business, proposal)));
  const view: TodayView = {
    rep: personOf(rep, business),
    today: business.today,
    zone: business.policy.timezone,
    covering: coveredBy(business, rep),
    atRisk: sumsOf(namedToday(lists).map(({ amount }) => amount)),
    drafts: drafts.map(draft => draft.view),
    moreDrafts: lists.drafts.length - shown.length,
    proposals: proposals.filter(proposal => proposal !== null),
    replies: await items(
      lists.replies,
      ({ notice, about }, state) => notice.startsWith('reply') && about === untakenReply(state)?.id,
    ),
    ended: await items(lists.ended, ({ notice, dayMail }) => isEnding(notice) && dayMail === business.today),
    expiring: await items(lists.expiring, () => false),
    bounced: await items(
      lists.bounced,
      ({ notice, about }, { facts }) => notice === 'bad-address' && about === facts?.contactRef,
    ),
  };
  return { view, drafts };
};

export const isEnding = (notice: string): boolean => notice === 'expired' || notice === 'cap';

/** Whether a question that was mailed is the one at hand. */
type IsAbout = (notice: Notice, state: QuoteState) => boolean;

/** Leads to the page that this person was mailed about it, else to the quote's page under their own link. */
const itemOf = async (
  { deps, rep, url }: Pick<TodayOf<TodayDraft>, 'deps' | 'rep' | 'url'>,
  { quote, words }: Asked,
  isAbout: IsAbout,
): Promise<TodayItem> => {
  const ref = referenceOf(await deps.secrets.refKey(), rep);
  const mailed = quote.state.notices.findLast(notice => notice.recipientRef === ref && isAbout(notice, quote.state));
  const page = mailed?.tokenHash
    ? await reissueToken(
        deps,
        {
          stream: quote.key,
          about: `${mailed.notice}/${mailed.about}`,
          recipient: rep,
          mailing: mailed.mailing,
        },
        mailed.tokenHash,
      )
    : null;
  const { number, customer, amount } = quote;
  return { quote: { quoteId: number, customer, amount }, words, url: page?.url ?? `${url}${quotePath(number)}` };
};

/** Who is away today and has this person for a cover, by however many steps. */
const coveredBy = (business: BusinessContext, rep: string): TodayView['covering'] => {
  const { policy, today } = business;
  return policy.away
    .filter(({ from, to }) => from <= today && today <= to)
    .map(({ person, to }) => ({ address: addressOf(person, policy), until: to }))
    .filter(({ address }) => address !== rep && standInFor(address, policy, today) === rep)
    .map(({ address, until }) => ({ away: personOf(address, business), until }));
};

/** Everybody of whom today may ask something. */
export const peopleOf = ({ policy, today }: BusinessContext, quotes: readonly QuoteReport[]): readonly string[] => {
  const owners = quotes.flatMap(({ ownership, state }) => [
    ownership.owner,
    ...(state.draft === null ? [] : [state.draft.owner]),
  ]);
  return [...new Set([...owners.map(owner => standInFor(owner, policy, today)), policy.admin.toLowerCase()])];
};
