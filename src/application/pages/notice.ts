import { mailAggregate } from '../../aggregates/mail.ts';
import type { QuoteState } from '../../aggregates/quote/state.ts';
import { unwrittenDecision } from '../../aggregates/quote/todo.ts';
import { nameOf } from '../../cadence/owner.ts';
import type { StoredEvent } from '../../events/envelope.ts';
import { mailStream } from '../../events/stream-name.ts';
import { badAddressPage } from '../../letters/page/bad-address-page.ts';
import { capPage } from '../../letters/page/cap-page.ts';
import { expiredPage } from '../../letters/page/expired-page.ts';
import type { QuestionOf } from '../../letters/page/question-page.ts';
import { refusedSendPage } from '../../letters/page/refused-send-page.ts';
import { repWrotePage } from '../../letters/page/rep-wrote-page.ts';
import { rowWritePage } from '../../letters/page/row-write-page.ts';
import type { Said } from '../../letters/page/said.ts';
import { unknownSendPage } from '../../letters/page/unknown-send-page.ts';
import type { Decided } from '../../letters/views/decided.ts';
import type { ApprovalRow } from '../../ports/read-models.ts';
import { type Business, readBusiness } from '../business.ts';
import { carryOn } from '../carry-on.ts';
import { quoteViewOf } from '../draft-view.ts';
import { load } from '../load.ts';
import { numberNow } from '../marks.ts';
import { passedMessage } from '../message-view.ts';
import { addressFaultOf, unwrittenIn } from '../notice-letters.ts';
import { recipientOf } from '../notify.ts';
import { ownershipOf } from '../ownership-of.ts';
import { draftTextAt, loadContact, loadQuote, personalFacts } from '../quotes.ts';
import { touchesOf } from '../touches.ts';
import type { World } from '../world.ts';
import { gone, notKnown, stale } from './errors.ts';
import { actOnNotice } from './notice-acts.ts';
import { hiddenFields, nonceHolds } from './opened.ts';
import type { OpenedNotice, Typed } from './opened-notice.ts';
import type { PageRequest, PageResponse } from './page-request.ts';

/** The page of any question about a quote other than a draft's or a reply's. */
export const noticePageOf = async (world: World, request: PageRequest, row: ApprovalRow): Promise<PageResponse> => {
  const opened = await open(world, row);
  if (!opened) return notKnown();
  if (opened.business.now.getTime() > row.expires_at * 1000) return gone();
  if (request.method !== 'POST') return show(world, request, opened, null, null);
  if (!(await nonceHolds(world, request, []))) return stale(request.token);
  const { said, typed } = await actOnNotice(world, request, opened);
  if (typed === null && said === null) await carryOn(world, opened.key);
  return show(world, request, (await open(world, row)) ?? opened, said, typed);
};

const open = async (world: World, row: ApprovalRow): Promise<OpenedNotice | null> => {
  const [business, asked] = await Promise.all([readBusiness(world), loadQuote(world, row.quote_id)]);
  const recipient = asked.state.facts ? await recipientOf(world, asked, row.token) : null;
  if (recipient === null) return null;
  const key = await numberNow(world, business.mirror, row.quote_id);
  const isItsOwn = key === row.quote_id || ABOUT_A_DRAFT.has(row.kind);
  return { row, key, business, loaded: isItsOwn ? asked : await loadQuote(world, key), recipient };
};

const ABOUT_A_DRAFT: ReadonlySet<string> = new Set(['unknown-send', 'refused']);

const show = async (
  world: World,
  request: PageRequest,
  opened: OpenedNotice,
  said: Said | null,
  typed: Typed | null,
): Promise<PageResponse> => {
  const { business, loaded, recipient } = opened;
  const { state } = loaded;
  const quote = quoteViewOf(state, await personalFacts(world, loaded), ownershipOf(state, business), business);
  const of: QuestionOf = {
    quote,
    today: business.today,
    zone: business.policy.timezone,
    target: { action: `/t/${request.token}`, hidden: await hiddenFields(world, request.token, {}) },
    decided: decidedOf(opened),
    reopens: state.closed !== null && state.closedBy === 'rep',
    said,
    linkOf: recipient,
    ...(typed === null ? {} : { problem: typed.problem }),
  };
  const html = await pageFor(world, opened, of, typed?.value ?? '');
  return html === null ? notKnown() : { status: 200, html };
};

const pageFor = async (
  world: World,
  { row, key: here, business, loaded }: OpenedNotice,
  of: QuestionOf,
  typed: string,
): Promise<string | null> => {
  const { state } = loaded;
  switch (row.kind) {
    case 'expired':
      return expiredPage({ ...of, touches: touchesOf(state) });
    case 'cap':
      return capPage({ ...of, nudges: state.sentInChain, touches: touchesOf(state) });
    case 'bad-address': {
      const contact = await loadContact(world, row.about);
      const same = [...business.mirror.rows.values()].filter(
        ({ contact: address, key }) => address.toLowerCase() === of.quote.contact.toLowerCase() && key !== here,
      );
      return badAddressPage({
        ...of,
        fault: addressFaultOf(contact.state, business.today),
        alsoOf: same.map(({ quoteId }) => quoteId),
        typed,
      });
    }
    case 'unknown-send':
    case 'refused': {
      const draft = state.draft?.id === row.about ? state.draft : state.settled.find(({ id }) => id === row.about);
      const text = draft ? await draftTextAt(world, loaded.stored, draft.textVersion) : null;
      if (!draft || text === null || text === 'erased') return null;
      const shown = { ...of, draft: { move: draft.move, ...text } };
      if (row.kind === 'refused')
        return refusedSendPage({ ...shown, reason: 'reason' in draft ? (draft.reason ?? '') : '', typed });
      return unknownSendPage({ ...shown, claimedAt: claimedAt(loaded.stored, row.about) ?? row.created_at });
    }
    case 'row-write':
      return rowWritePage({ ...of, cell: unwrittenIn(state, here, business) });
    case 'rep-mail': {
      const mail = await load(world, mailStream(row.about), mailAggregate);
      if (mail.state.key === null) return null;
      const { view } = await passedMessage(world, mail.state.key, mail.state.receivedAt ?? row.created_at);
      return repWrotePage({ ...of, message: view });
    }
    default:
      return null;
  }
};

const about = ({ data }: StoredEvent, draftId: string): boolean =>
  typeof data === 'object' && data !== null && 'draftId' in data && data.draftId === draftId;

const claimedAt = (stored: readonly StoredEvent[], draftId: string): string | null =>
  stored.findLast(event => event.action === 'SendClaimed' && about(event, draftId))?.ts ?? null;

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

const isAnswered = (row: ApprovalRow, key: string, state: QuoteState, { mirror }: Business): boolean => {
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
