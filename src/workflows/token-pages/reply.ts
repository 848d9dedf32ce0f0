import * as E from 'fp-ts/lib/Either.js';
import type { Refused } from '../../aggregates/decider.ts';
import { closeQuote, reopenQuote } from '../../aggregates/quote/outcome.ts';
import { dismissReply, labelReply, resumeChain, takeReply } from '../../aggregates/quote/reply.ts';
import type { QuoteState, Reply } from '../../aggregates/quote/state.ts';
import { nameOf } from '../../cadence/owner.ts';
import { workingDaysAfter } from '../../cadence/working-day.ts';
import type { Loaded } from '../../event-store/load.ts';
import { aboutNotice, aboutReply, newestAbout } from '../../events/flow.ts';
import { Label } from '../../events/quote-events.ts';
import { addDays } from '../../kernel/local-date.ts';
import type { ApprovalRow } from '../../ports/read-models.ts';
import type { FlashMessage } from '../../presentation/components/flash.ts';
import { ACT } from '../../presentation/components/parts.ts';
import { REASON } from '../../presentation/components/settle-forms.ts';
import {
  LABEL,
  PICK_UP,
  RESUME_FROM,
  type ReplyAct,
  type ReplyStanding,
  replyActs,
  replyPage,
} from '../../presentation/pages/reply-page.ts';
import { type BusinessContext, loadBusinessContext } from '../business-context.ts';
import type { Dependencies } from '../dependencies.ts';
import { replyViewOf } from '../notifications/notice-letters.ts';
import { recipientOf } from '../notifications/notify.ts';
import { decideQuote, loadQuote } from '../quotes.ts';
import { numberNow } from '../replies/reply-tokens.ts';
import { runPendingTasks } from '../run-pending-tasks.ts';
import {
  faultOfDay,
  gone,
  hiddenFields,
  nonceHolds,
  notKnown,
  type PageRequest,
  type PageResponse,
  stale,
} from './page-request.ts';

const PICK_UP_DAYS = 5;
const AWAY_DAYS = 7;

interface Opened {
  readonly business: BusinessContext;
  readonly loaded: Loaded<QuoteState>;
  /** Where the quote goes on: another stream when its number was retyped since. */
  readonly current: { readonly key: string } & Loaded<QuoteState>;
  readonly reply: Reply;
  readonly recipient: string;
}

/** The page of one reply: what it says, and what a rep makes of it. */
export const replyPageOf = async (
  deps: Dependencies,
  request: PageRequest,
  row: ApprovalRow,
): Promise<PageResponse> => {
  const opened = await open(deps, row);
  if (!opened) return notKnown();
  if (opened.business.now.getTime() > row.expires_at * 1000) return gone();
  if (request.method !== 'POST') return show(deps, request, opened, null);
  if (!(await nonceHolds(deps, request, []))) return stale(request.token);
  return act(deps, request, row, opened);
};

const open = async (deps: Dependencies, row: ApprovalRow): Promise<Opened | null> => {
  const [business, loaded] = await Promise.all([loadBusinessContext(deps), loadQuote(deps, row.quote_id)]);
  const reply = loaded.state.replies.find(({ id }) => id === row.about);
  const recipient = reply ? await recipientOf(deps, loaded, row.token) : null;
  if (!reply || recipient === null) return null;
  const key = await numberNow(deps, business.mirror, row.quote_id);
  const current = { key, ...(key === row.quote_id ? loaded : await loadQuote(deps, key)) };
  return { business, loaded, current, reply, recipient };
};

const show = async (
  deps: Dependencies,
  request: PageRequest,
  { business, loaded, current, reply, recipient }: Opened,
  said: FlashMessage | null,
  problem?: { field: string; text: string },
): Promise<PageResponse> => {
  const { view } = await replyViewOf(deps, business, loaded, reply);
  const html = replyPage({
    view,
    standing: standingOf(loaded, current, reply, business),
    target: { action: `/t/${request.token}`, hidden: await hiddenFields(deps, request.token, {}) },
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
  { policy }: BusinessContext,
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

const act = async (
  deps: Dependencies,
  request: PageRequest,
  row: ApprovalRow,
  opened: Opened,
): Promise<PageResponse> => {
  const wanted = request.form[ACT] ?? '';
  if (!isAct(wanted)) return show(deps, request, opened, { tone: 'stop', text: 'That button is not known here.' });
  const from = (request.form[RESUME_FROM] ?? '').trim();
  if (wanted === 'resume') {
    const { today } = opened.business;
    const problem = faultOfDay(from, { today, earliest: today });
    if (problem) return show(deps, request, opened, null, { field: RESUME_FROM, text: problem });
  }
  const refused = await perform(deps, request, row, opened, wanted, from);
  if (!refused) for (const key of new Set([row.quote_id, opened.current.key])) await runPendingTasks(deps, key);
  const again = (await open(deps, row)) ?? opened;
  return show(deps, request, again, refused ? { tone: 'stop', text: `${refused.because}.` } : null);
};

const perform = async (
  deps: Dependencies,
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
    const result = await decideQuote(deps, key, { actor: { user: recipient }, cause, decide: decision });
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
