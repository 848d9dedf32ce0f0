import * as E from 'fp-ts/lib/Either.js';
import type { Refused } from '../../aggregates/decision.ts';
import {
  closeQuote,
  dismissReply,
  labelReply,
  reopenQuote,
  resumeChain,
  takeReply,
} from '../../aggregates/quote/reply.ts';
import type { QuoteState, Reply } from '../../aggregates/quote/state.ts';
import { nameOf } from '../../cadence/owner.ts';
import { workingDaysAfter } from '../../cadence/working-day.ts';
import { aboutNotice, aboutReply, newestAbout } from '../../events/flow.ts';
import { Label } from '../../events/quote-events.ts';
import { addDays } from '../../kernel/local-date.ts';
import { ACT } from '../../letters/page/parts.ts';
import {
  LABEL,
  PICK_UP,
  RESUME_FROM,
  type ReplyAct,
  type ReplyStanding,
  replyActs,
  replyPage,
} from '../../letters/page/reply-page.ts';
import type { Said } from '../../letters/page/said.ts';
import { REASON } from '../../letters/page/settle-forms.ts';
import type { ApprovalRow } from '../../ports/read-models.ts';
import { type Business, readBusiness } from '../business.ts';
import { carryOn } from '../carry-on.ts';
import type { Loaded } from '../load.ts';
import { numberNow } from '../marks.ts';
import { replyViewOf } from '../notice-letters.ts';
import { recipientOf } from '../notify.ts';
import { decideQuote, loadQuote } from '../quotes.ts';
import type { World } from '../world.ts';
import { faultOfDay } from './day-asked.ts';
import { gone, notKnown, stale } from './errors.ts';
import { hiddenFields, nonceHolds } from './opened.ts';
import type { PageRequest, PageResponse } from './page-request.ts';

const PICK_UP_DAYS = 5;
const AWAY_DAYS = 7;

interface Opened {
  readonly business: Business;
  readonly loaded: Loaded<QuoteState>;
  /** Where the quote goes on: another stream when its number was retyped since. */
  readonly current: { readonly key: string } & Loaded<QuoteState>;
  readonly reply: Reply;
  readonly recipient: string;
}

/** The page of one reply: what it says, and what a rep makes of it. */
export const replyPageOf = async (world: World, request: PageRequest, row: ApprovalRow): Promise<PageResponse> => {
  const opened = await open(world, row);
  if (!opened) return notKnown();
  if (opened.business.now.getTime() > row.expires_at * 1000) return gone();
  if (request.method !== 'POST') return show(world, request, opened, null);
  if (!(await nonceHolds(world, request, []))) return stale(request.token);
  return act(world, request, row, opened);
};

const open = async (world: World, row: ApprovalRow): Promise<Opened | null> => {
  const [business, loaded] = await Promise.all([readBusiness(world), loadQuote(world, row.quote_id)]);
  const reply = loaded.state.replies.find(({ id }) => id === row.about);
  const recipient = reply ? await recipientOf(world, loaded, row.token) : null;
  if (!reply || recipient === null) return null;
  const key = await numberNow(world, business.mirror, row.quote_id);
  const current = { key, ...(key === row.quote_id ? loaded : await loadQuote(world, key)) };
  return { business, loaded, current, reply, recipient };
};

const show = async (
  world: World,
  request: PageRequest,
  { business, loaded, current, reply, recipient }: Opened,
  said: Said | null,
  problem?: { field: string; text: string },
): Promise<PageResponse> => {
  const { view } = await replyViewOf(world, business, loaded, reply);
  const html = replyPage({
    view,
    standing: standingOf(loaded, current, reply, business),
    target: { action: `/t/${request.token}`, hidden: await hiddenFields(world, request.token, {}) },
    said,
    linkOf: recipient,
    earliest: business.today,
    ...(problem === undefined ? {} : { problem }),
  });
  return { status: 200, html };
};

const standingOf = (
  loaded: Loaded<QuoteState>,
  { state, stored }: Loaded<QuoteState>,
  reply: Reply,
  { policy }: Business,
): ReplyStanding => {
  const last = (events: Loaded<QuoteState>['stored'], wanted: string) =>
    events.findLast(({ action, ts }) => action === wanted && ts >= reply.at);
  const by = (address: string | undefined): string => (address === undefined ? 'The system' : nameOf(address, policy));
  const closed = state.closed === null ? undefined : last(stored, 'QuoteClosed');
  if (closed && state.closed !== null)
    return {
      kind: 'closed',
      outcome: state.closed,
      by: by(closed.by_user),
      at: closed.ts,
      byUs: state.closedBy === 'rep',
    };
  const dismissed = reply.dismissed ? last(loaded.stored, 'ReplyDismissed') : undefined;
  if (dismissed) return { kind: 'dismissed', by: by(dismissed.by_user), at: dismissed.ts };
  const restsStill = state.answered === reply.id || (state !== loaded.state && state.answered !== null);
  const resumed = restsStill ? undefined : last(stored, 'ChainResumed');
  if (resumed && state.deferUntil !== null)
    return { kind: 'resumed', by: by(resumed.by_user), at: resumed.ts, from: state.deferUntil };
  if (reply.takenBy)
    return { kind: 'taken', by: by(reply.takenBy.user), at: reply.takenBy.at, pickUpAfter: reply.pickUpAfter };
  return { kind: 'open' };
};

const isAct = (act: string): act is ReplyAct => replyActs.some(known => known === act);

const act = async (world: World, request: PageRequest, row: ApprovalRow, opened: Opened): Promise<PageResponse> => {
  const wanted = request.form[ACT] ?? '';
  if (!isAct(wanted)) return show(world, request, opened, { tone: 'stop', text: 'That button is not known here.' });
  const from = (request.form[RESUME_FROM] ?? '').trim();
  if (wanted === 'resume') {
    const { today } = opened.business;
    const problem = faultOfDay(from, { today, earliest: today });
    if (problem) return show(world, request, opened, null, { field: RESUME_FROM, text: problem });
  }
  const refused = await perform(world, request, row, opened, wanted, from);
  if (!refused) for (const key of new Set([row.quote_id, opened.current.key])) await carryOn(world, key);
  const again = (await open(world, row)) ?? opened;
  return show(world, request, again, refused ? { tone: 'stop', text: `${refused.because}.` } : null);
};

const perform = async (
  world: World,
  request: PageRequest,
  row: ApprovalRow,
  { business, loaded, current, reply, recipient }: Opened,
  wanted: ReplyAct,
  from: string,
): Promise<Refused | null> => {
  const { today, policy } = business;
  const replyId = reply.id;
  type Decide = Parameters<typeof decideQuote>[2]['decide'];
  const cause = newestAbout(loaded.stored, [aboutNotice(row.kind, row.about), aboutReply(replyId)]);
  const on = async (key: string, decision: Decide): Promise<Refused | null> => {
    const result = await decideQuote(world, key, { actor: { user: recipient }, cause, decide: decision });
    return E.isLeft(result) ? result.left : null;
  };
  // What is said of the reply stays with it; what becomes of the quote is decided where it goes on.
  const ofReply = (decision: Decide) => on(row.quote_id, decision);
  const ofQuote = (decision: Decide) => on(current.key, decision);
  switch (wanted) {
    case 'take': {
      const pickUpAfter = request.form[PICK_UP] === undefined ? null : workingDaysAfter(today, PICK_UP_DAYS, policy);
      return ofReply(state => takeReply(state, { replyId, pickUpAfter }));
    }
    case 'won':
      return ofQuote(state => closeQuote(state, { outcome: 'won', note: null }));
    case 'lost':
      return ofQuote(state =>
        closeQuote(state, { outcome: 'lost', note: (request.form[REASON] ?? '').trim().slice(0, 300) || null }),
      );
    case 'resume':
      return ofQuote(state => resumeChain(state, { from, automatic: false }));
    case 'dismiss':
      return ofReply(state => dismissReply(state, { replyId }));
    case 'reopen':
      return ofQuote(reopenQuote);
    case 'relabel': {
      const label = request.form[LABEL];
      if (!Label.is(label)) return { refusal: 'NoLabel', because: 'Choose what it really is' };
      const deferUntil = label === 'out-of-office' ? addDays(today, AWAY_DAYS) : null;
      return ofReply(state =>
        labelReply(state, {
          replyId,
          label,
          by: 'person',
          model: null,
          deferUntil,
          resumeOffer: null,
          why: 'put right by a person',
        }),
      );
    }
  }
};
