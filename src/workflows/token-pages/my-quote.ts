import * as E from 'fp-ts/lib/Either.js';
import { standingOf as contactStandingOf } from '../../aggregates/contact.ts';
import { voidDraft } from '../../aggregates/quote/draft.ts';
import { endHold, holdUntil } from '../../aggregates/quote/hold.ts';
import { closeQuote, reopenQuote } from '../../aggregates/quote/outcome.ts';
import { resumeChain } from '../../aggregates/quote/reply.ts';
import type { QuoteState } from '../../aggregates/quote/state.ts';
import { isEmailAddress } from '../../cadence/owner.ts';
import type { Loaded } from '../../event-store/load.ts';
import { isQuoteStream, quoteStream } from '../../events/stream-id.ts';
import { addDays, type LocalDate } from '../../kernel/local-date.ts';
import type { FlashMessage } from '../../presentation/components/flash.ts';
import { ACT } from '../../presentation/components/parts.ts';
import { ADDRESS, FROM, REASON } from '../../presentation/components/settle-forms.ts';
import { type MyQuoteAct, myQuoteActs, myQuotePage, myQuotesPage } from '../../presentation/pages/my-quotes-page.ts';
import { longDate } from '../../presentation/when.ts';
import { byWorth, comesNext } from '../../reports/digest-lists.ts';
import { standingOf } from '../../reports/quote-status.ts';
import { type BusinessContext, loadBusinessContext, ownershipOf } from '../business-context.ts';
import type { Dependencies } from '../dependencies.ts';
import { quoteViewOf } from '../nudges/draft-view.ts';
import { draftLinkFor } from '../nudges/mail-draft.ts';
import { offerNowFor, planNow } from '../planning/plan-now.ts';
import { decideQuote, loadContact, loadQuote, personalFacts } from '../quotes.ts';
import { readQuoteReports } from '../reports/read-quote-reports.ts';
import { quotePath, quotesPath } from '../reports/run-report.ts';
import { runPendingTasks } from '../run-pending-tasks.ts';
import {
  faultOfDay,
  hiddenFields,
  nonceHolds,
  notKnown,
  type OpenedReport,
  type PageRequest,
  type PageResponse,
  stale,
} from './page-request.ts';
import { mayDecideOn, quotesFor } from './whose-quotes.ts';
import { writeCell } from './write-cell.ts';

export interface ActedOnQuote {
  readonly said: FlashMessage | null;
  /** What was typed and not taken, and why. */
  readonly problem: { readonly act: MyQuoteAct; readonly text: string; readonly value: string } | null;
}

type Decide = Parameters<typeof decideQuote>[2]['decide'];

const good = (text: string): ActedOnQuote => ({ said: { tone: 'good', text }, problem: null });
const no = (because: string): ActedOnQuote => ({
  said: { tone: 'stop', text: `${because.slice(0, 1).toUpperCase()}${because.slice(1)}.` },
  problem: null,
});

const isAct = (act: string): act is MyQuoteAct => myQuoteActs.some(known => known === act);

/** Does what a button of a quote's page asks for, in the name of the link's recipient. */
export const actOnMyQuote = async (
  deps: Dependencies,
  { form }: PageRequest,
  { business, recipient }: OpenedReport,
  key: string,
): Promise<ActedOnQuote> => {
  const act = form[ACT] ?? '';
  if (!isAct(act)) return no('that button is not known here');
  const decide = async (decision: Decide, done: string): Promise<ActedOnQuote> => {
    const result = await decideQuote(deps, key, { actor: { user: recipient }, decide: decision });
    return E.isLeft(result) ? no(result.left.because) : good(done);
  };
  switch (act) {
    case 'won':
      return decide(state => closeQuote(state, { outcome: 'won', note: null }), 'Won: the quote is closed.');
    case 'lost': {
      const note = (form[REASON] ?? '').trim().slice(0, 300) || null;
      return decide(state => closeQuote(state, { outcome: 'lost', note }), 'Lost: the quote is closed.');
    }
    case 'reopen':
      return decide(reopenQuote, 'The quote is open again.');
    case 'end-hold':
      return decide(state => endHold(state, 'rep'), 'The hold is ended.');
    case 'call-back':
    case 'hold-until':
      return onDay(act, form[FROM] ?? '', business.today, async day => {
        const cleared = await decide(withoutDraft(act === 'call-back' ? 'to be asked again later' : 'put on hold'), '');
        const done = await (act === 'call-back'
          ? decide(
              state => resumeChain(state, { from: day, automatic: false }),
              `No nudge leaves before ${longDate(day)}.`,
            )
          : decide(state => holdUntil(state, day), `On hold until ${longDate(day)}.`));
        const { facts } = (await loadQuote(deps, key)).state;
        return withCaveats(done, [
          ...(cleared.said?.tone === 'stop' ? ['One mail was already leaving; this does not call it back.'] : []),
          ...expiryCaveat(facts?.expires ?? null, day),
        ]);
      });
    case 'address':
      return readdress(deps, (form[ADDRESS] ?? '').trim(), key, recipient);
    case 'send-now': {
      const refused = await planNow(deps, business, key, recipient);
      return refused ? no(refused.because) : good('The draft is made and waits for your approval.');
    }
  }
};

/** A draft that waits, or is approved and has not left, goes first: cut off here, its step is merely offered again. */
const withoutDraft =
  (reason: string) =>
  ({ draft, ...rest }: QuoteState): ReturnType<Decide> =>
    draft === null ? E.right(null) : voidDraft({ draft, ...rest }, { draftId: draft.id, reason, opens: true });

/** What is done, with what it does not do. */
const withCaveats = (done: ActedOnQuote, caveats: readonly string[]): ActedOnQuote =>
  done.said?.tone === 'good' && caveats.length > 0
    ? { ...done, said: { tone: 'wait', text: [done.said.text, ...caveats].join(' ') } }
    : done;

const expiryCaveat = (expires: LocalDate | null, day: LocalDate): readonly string[] =>
  expires !== null && expires < day
    ? [
        `But the quote expires on ${longDate(expires)}, before that: no nudge will leave unless its expiry is moved out.`,
      ]
    : [];

const onDay = async (
  act: MyQuoteAct,
  typed: string,
  today: LocalDate,
  then: (day: LocalDate) => Promise<ActedOnQuote>,
): Promise<ActedOnQuote> => {
  const value = typed.trim();
  const text = faultOfDay(value, { today, earliest: addDays(today, 1) });
  return text === null ? then(value) : { said: null, problem: { act, text, value } };
};

const readdress = async (deps: Dependencies, value: string, key: string, by: string): Promise<ActedOnQuote> => {
  const wrong = (text: string): ActedOnQuote => ({ said: null, problem: { act: 'address', text, value } });
  if (!isEmailAddress(value)) return wrong('That is not an e-mail address.');
  const problem = await writeCell(deps, { key, by, field: 'contact', value });
  return problem === null
    ? good('The sheet has it. It is in force within a quarter of an hour.')
    : wrong(`The sheet could not be changed: ${problem}.`);
};

/** Binds a form to the quote whose page it stands on. */
const QUOTE = 'quote';

/** One quote of the link's recipient, with everything they can say about it. */
export const myQuotePageOf = async (
  deps: Dependencies,
  request: PageRequest,
  opened: OpenedReport,
  key: string,
): Promise<PageResponse> => {
  if (key === '' || !isQuoteStream(key)) return notKnown();
  const loaded = await loadQuote(deps, key);
  if (!loaded.state.facts || !mayDecideOn(loaded.state, opened.business, opened.recipient)) return notKnown();
  if (request.method !== 'POST') return show(deps, request, opened, loaded, { said: null, problem: null });
  if (request.form[QUOTE] !== key || !(await nonceHolds(deps, request, [QUOTE]))) return stale(request.token);
  const acted = await actOnMyQuote(deps, request, opened, key);
  if (acted.problem === null && acted.said?.tone !== 'stop') await runPendingTasks(deps, key);
  const business = await loadBusinessContext(deps);
  return show(deps, request, { ...opened, business }, await loadQuote(deps, key), acted);
};

const show = async (
  deps: Dependencies,
  { token }: PageRequest,
  { business, recipient }: OpenedReport,
  loaded: Loaded<QuoteState>,
  { said, problem }: ActedOnQuote,
): Promise<PageResponse> => {
  const { state } = loaded;
  const { policy, today } = business;
  const contact = contactStandingOf((await loadContact(deps, state.facts?.contactRef ?? '')).state);
  const faults = business.mirror.refused.filter(({ quoteId }) => quoteId === state.facts?.number);
  const standing = standingOf(state, { contact, policy, today, checked: true, passedOver: null, faults });
  const quote = quoteViewOf(state, await personalFacts(deps, loaded), ownershipOf(state, business), business);
  const key = { [QUOTE]: quoteStream(state.facts?.number ?? '') };
  const html = myQuotePage({
    quote,
    today,
    group: standing.group,
    words: wordsOf(standing),
    target: {
      action: `/t/${token}${quotePath(quote.quoteId)}`,
      hidden: await hiddenFields(deps, token, key),
    },
    said,
    linkOf: recipient,
    backUrl: `/t/${token}${quotesPath}`,
    earliest: addDays(today, 1),
    onHold: state.holds.includes('rep'),
    closed: state.closed,
    reopens: state.closedBy === 'rep',
    noSendNow: whyNotNow(state, contact, business),
    draftUrl: awaits(state) ? await draftLinkFor(deps, loaded, recipient) : null,
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
  business: BusinessContext,
): string | null => {
  const now = offerNowFor(state, contact, business);
  return 'why' in now ? now.why : null;
};

const awaits = ({ draft }: QuoteState): boolean => draft?.status === 'mailed' || draft?.status === 'written';

/** The quotes that the link's recipient may decide on and that have not ended, the most valuable first. */
export const myQuotesPageOf = async (
  deps: Dependencies,
  { token }: Pick<PageRequest, 'token'>,
  { business, recipient, opens }: OpenedReport,
): Promise<PageResponse> => {
  const quotes = await readQuoteReports(deps, business, quotesFor(business, recipient), true);
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
