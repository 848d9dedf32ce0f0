import * as E from 'fp-ts/lib/Either.js';
import type { Refused } from '../../aggregates/decider.ts';
import { answeredElsewhere } from '../../aggregates/quote/draft.ts';
import { endHold, holdQuote } from '../../aggregates/quote/hold.ts';
import { closeQuote, reopenQuote } from '../../aggregates/quote/outcome.ts';
import { unwrittenDecision } from '../../aggregates/quote/pending-tasks.ts';
import { giveUpSend, recordSent } from '../../aggregates/quote/send.ts';
import type { QuoteState } from '../../aggregates/quote/state.ts';
import { isEmailAddress, nameOf } from '../../cadence/owner.ts';
import { aboutNotice } from '../../events/flow.ts';
import { addDays } from '../../kernel/local-date.ts';
import type { ApprovalRow } from '../../ports/read-models.ts';
import type { FlashMessage } from '../../presentation/components/flash.ts';
import { ACT } from '../../presentation/components/parts.ts';
import { ADDRESS, EXPIRES, REASON } from '../../presentation/components/settle-forms.ts';
import { actsOfNotice, noticePage } from '../../presentation/quote-notices.ts';
import type { Decided } from '../../presentation/view-models/facts.ts';
import { type BusinessContext, loadBusinessContext, ownershipOf } from '../business-context.ts';
import type { Dependencies } from '../dependencies.ts';
import { askedBy } from '../notifications/notice-letters.ts';
import { recipientOf } from '../notifications/notify.ts';
import { quoteViewOf } from '../nudges/draft-view.ts';
import { decideQuote, loadQuote, personalFacts } from '../quotes.ts';
import { numberNow } from '../replies/reply-tokens.ts';
import { runPendingTasks, writeBackNow } from '../run-pending-tasks.ts';
import {
  faultOfDay,
  gone,
  hiddenFields,
  nonceHolds,
  notKnown,
  type OpenedNotice,
  type PageRequest,
  type PageResponse,
  stale,
  type Typed,
} from './page-request.ts';
import { writeCell } from './write-cell.ts';

export interface Acted {
  readonly said: FlashMessage | null;
  readonly typed: Typed | null;
}

type Decide = Parameters<typeof decideQuote>[2]['decide'];

const DONE: Acted = { said: null, typed: null };
const told = (because: string): Acted => ({
  said: { tone: 'stop', text: `${because.slice(0, 1).toUpperCase()}${because.slice(1)}.` },
  typed: null,
});

/** Does what a button of a question asks for, in the name of the token's recipient. */
export const actOnNotice = async (deps: Dependencies, request: PageRequest, opened: OpenedNotice): Promise<Acted> => {
  const act = request.form[ACT] ?? '';
  if (act === 'reopen') return decideAs(deps, opened, reopenQuote);
  if (!actsOfNotice(opened.row.kind).includes(act)) return told('that button is not known here');
  const decide = (decision: Decide): Promise<Acted> => decideAs(deps, opened, decision);
  switch (act) {
    case 'won':
      return decide(state => closeQuote(state, { outcome: 'won', note: null }));
    case 'lost':
      return decide(state =>
        closeQuote(state, { outcome: 'lost', note: (request.form[REASON] ?? '').trim().slice(0, 300) || null }),
      );
    case 'hold':
      return decide(state => holdQuote(state, 'rep', null, null));
    case 'again':
      return decide(state => giveUpSend(state, { draftId: opened.row.about }));
    case 'arrived':
      return decide(arrived(opened));
    case 'answered':
      return bothHalves(
        decide(state => answeredElsewhere(state, null)),
        () => decide(state => endHold(state, 'rep-mail')),
      );
    case 'go-on':
      return decide(state => endHold(state, 'rep-mail'));
    case 'write': {
      const problem = await writeBackNow(deps, opened.business, opened.key, opened.loaded);
      return problem === null ? DONE : told(`the sheet could not be changed: ${problem}`);
    }
    case 'extend':
      return extend(deps, request, opened);
    case 'address':
      return readdress(deps, request, opened);
    default:
      return told('that button is not known here');
  }
};

const decideAs = async (
  deps: Dependencies,
  { key, row, recipient }: OpenedNotice,
  decision: Decide,
): Promise<Acted> => {
  const about = aboutNotice(row.kind, row.about);
  const result = await decideQuote(deps, key, { actor: { user: recipient }, about, decide: decision });
  return E.isLeft(result) ? told((result.left satisfies Refused).because) : DONE;
};

const bothHalves = async (first: Promise<Acted>, second: () => Promise<Acted>): Promise<Acted> => {
  const done = await first;
  return done.said ? done : second();
};

/** The rep saw the blind copy: it counts as sent on the day it was claimed. */
const arrived =
  ({ row }: OpenedNotice): Decide =>
  state => {
    const { draft, facts } = state;
    if (draft?.id !== row.about || !draft.claim || !facts) return E.right(null);
    const { stepIndex, move, claim } = draft;
    return recordSent(state, {
      draftId: draft.id,
      claim: claim.id,
      stepIndex,
      move,
      day: claim.day,
      recipientRef: facts.contactRef,
      messageId: `unknown-${claim.id}`,
      via: 'email',
      how: 'rep',
    });
  };

const extend = async (deps: Dependencies, request: PageRequest, opened: OpenedNotice): Promise<Acted> => {
  const { today } = opened.business;
  const value = (request.form[EXPIRES] ?? '').trim();
  const problem = faultOfDay(value, { today, earliest: addDays(today, 1) });
  return problem === null ? fillIn(deps, opened, 'expires', value) : { said: null, typed: { value, problem } };
};

const readdress = async (deps: Dependencies, request: PageRequest, opened: OpenedNotice): Promise<Acted> => {
  const value = (request.form[ADDRESS] ?? '').trim();
  const ok = isEmailAddress(value);
  return ok
    ? fillIn(deps, opened, 'contact', value)
    : { said: null, typed: { value, problem: 'That is not an e-mail address.' } };
};

const fillIn = async (
  deps: Dependencies,
  opened: OpenedNotice,
  field: 'contact' | 'expires',
  value: string,
): Promise<Acted> => {
  const problem = await writeCell(deps, { key: opened.key, by: opened.recipient, field, value });
  if (problem !== null) return { said: null, typed: { value, problem: `The sheet could not be changed: ${problem}.` } };
  return { said: { tone: 'good', text: 'The sheet has it. It is in force within a quarter of an hour.' }, typed: null };
};

/** The page of any question about a quote other than a draft's or a reply's. */
export const noticePageOf = async (
  deps: Dependencies,
  request: PageRequest,
  row: ApprovalRow,
): Promise<PageResponse> => {
  const opened = await open(deps, row);
  if (!opened) return notKnown();
  if (opened.business.now.getTime() > row.expires_at * 1000) return gone();
  if (request.method !== 'POST') return show(deps, request, opened, null, null);
  if (!(await nonceHolds(deps, request, []))) return stale(request.token);
  const { said, typed } = await actOnNotice(deps, request, opened);
  if (typed === null && said === null) await runPendingTasks(deps, opened.key);
  return show(deps, request, (await open(deps, row)) ?? opened, said, typed);
};

const open = async (deps: Dependencies, row: ApprovalRow): Promise<OpenedNotice | null> => {
  const [business, asked] = await Promise.all([loadBusinessContext(deps), loadQuote(deps, row.quote_id)]);
  const recipient = asked.state.facts ? await recipientOf(deps, asked, row.token) : null;
  if (recipient === null) return null;
  const key = await numberNow(deps, business.mirror, row.quote_id);
  const isItsOwn = key === row.quote_id || ABOUT_A_DRAFT.has(row.kind);
  return { row, key, business, loaded: isItsOwn ? asked : await loadQuote(deps, key), recipient };
};

const ABOUT_A_DRAFT: ReadonlySet<string> = new Set(['unknown-send', 'refused']);

const show = async (
  deps: Dependencies,
  request: PageRequest,
  opened: OpenedNotice,
  said: FlashMessage | null,
  typed: Typed | null,
): Promise<PageResponse> => {
  const { business, loaded, recipient, row, key } = opened;
  const { state } = loaded;
  const quote = quoteViewOf(state, await personalFacts(deps, loaded), ownershipOf(state, business), business);
  const of = {
    quote,
    today: business.today,
    zone: business.policy.timezone,
    target: { action: `/t/${request.token}`, hidden: await hiddenFields(deps, request.token, {}) },
    decided: decidedOf(opened),
    reopens: state.closed !== null && state.closedBy === 'rep',
    said,
    linkOf: recipient,
    typed: typed?.value ?? '',
    ...(typed === null ? {} : { problem: typed.problem }),
  };
  const question = { kind: row.kind, about: row.about, key, since: row.created_at, contact: quote.contact };
  const asked = await askedBy(deps, business, loaded, question);
  return asked === null ? notKnown() : { status: 200, html: noticePage(of, asked) };
};

/** Answered is what was decided after the question was mailed, by whomever and by whatever road. */
const decidedOf = ({ row, key, loaded, business }: OpenedNotice): Decided | null => {
  const { state, stored } = loaded;
  if (!isAnswered(row, key, state, business)) return null;
  const answering = row.kind === 'row-write' ? WRITTEN : ANSWERING;
  const event = stored.findLast(({ action, ts }) => answering.has(action) && ts >= row.created_at);
  const by = event?.by_user === undefined ? 'The system' : nameOf(event.by_user, business.policy);
  const at = event?.ts ?? row.created_at;
  switch (event?.action) {
    case 'QuoteClosed':
      return { by, at, what: state.closed ?? 'withdrawn' };
    case 'QuoteHeld':
      return { by, at, what: 'held' };
    case 'NudgeSent':
      return { by, at, what: 'arrived' };
    case 'SendGivenUp':
      return { by, at, what: 'again' };
    case 'AnsweredElsewhere':
      return { by, at, what: 'answered' };
    case 'RowWrittenBack':
      return { by, at, what: 'in-sheet' };
    case 'HoldEnded':
      return { by, at, what: 'went-on' };
    default:
      return typeof state.facts?.expires === 'string' && row.kind === 'expired'
        ? { by, at, what: 'extended', date: state.facts.expires }
        : { by, at, what: 'kept' };
  }
};

const WRITTEN = new Set(['RowWrittenBack']);
const ANSWERING = new Set([
  'QuoteClosed',
  'QuoteHeld',
  'QuoteRevised',
  'NudgeSent',
  'SendGivenUp',
  'AnsweredElsewhere',
  'HoldEnded',
]);

const isAnswered = (row: ApprovalRow, key: string, state: QuoteState, { mirror }: BusinessContext): boolean => {
  if (row.kind === 'row-write') return state.unwritten === null || unwrittenDecision(state.unwritten) !== row.about;
  if (state.closed !== null || state.holds.includes('rep')) return true;
  switch (row.kind) {
    case 'expired':
      return state.expiredOn !== row.about;
    case 'unknown-send':
      return state.draft?.id !== row.about;
    case 'bad-address':
      return state.facts?.contactRef !== row.about || !mirror.rows.has(key);
    case 'rep-mail':
      return !state.holds.includes('rep-mail') || state.holdCauses['rep-mail'] !== row.about;
    default:
      return false;
  }
};
