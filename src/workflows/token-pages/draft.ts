import * as E from 'fp-ts/lib/Either.js';
import type { Refused } from '../../aggregates/decider.ts';
import {
  APPROVAL_WAIT_MS,
  answeredElsewhere,
  approveDraft,
  cancelApproval,
  editDraft,
  skipDraft,
  voidDraft,
} from '../../aggregates/quote/draft.ts';
import { holdByRep } from '../../aggregates/quote/hold.ts';
import type { ClosedDraft, Draft, Mailing, QuoteState } from '../../aggregates/quote/state.ts';
import { nameOf } from '../../cadence/owner.ts';
import { wallClock } from '../../cadence/sending-hours.ts';
import type { Loaded } from '../../event-store/load.ts';
import { unsealer } from '../../event-store/sealing.ts';
import { aboutDraft } from '../../events/flow.ts';
import { DraftMailed, type QuoteEvent } from '../../events/quote-events.ts';
import type { StoredEvent } from '../../events/stored-event.ts';
import { fingerprintOf } from '../../kernel/references.ts';
import type { ApprovalRow } from '../../ports/read-models.ts';
import type { FlashMessage } from '../../presentation/components/flash.ts';
import { ACT } from '../../presentation/components/parts.ts';
import {
  type DraftAct,
  type DraftStanding,
  draftActs,
  draftPage,
  EDIT_SUBJECT,
  EDIT_TEXT,
  type FailedEdit,
} from '../../presentation/pages/draft-page.ts';
import { type DraftView, seenText } from '../../presentation/view-models/draft-view.ts';
import { type BusinessContext, loadBusinessContext } from '../business-context.ts';
import type { Dependencies } from '../dependencies.ts';
import { draftViewOf, leavesOnceAsked, quoteViewOf } from '../nudges/draft-view.ts';
import { decideQuote, draftTextAt, loadQuote, personalFacts } from '../quotes.ts';
import { runPendingTasks, wakeForSend } from '../run-pending-tasks.ts';
import {
  gone,
  hiddenFields,
  nonceHolds,
  notKnown,
  type PageRequest,
  type PageResponse,
  SEEN,
  SHOWN_TEXT,
  stale,
} from './page-request.ts';

/** What a person says of a draft, whichever page they say it on. */
export type DraftVerdict = 'approve' | 'skip' | 'cancel' | 'answered' | 'hold';

/** Which draft is decided on, by whom, and what they were shown. */
export interface DraftDecision {
  readonly quoteId: string;
  readonly draftId: string;
  /** The token's recipient: in their name it is done. */
  readonly by: string;
  /** Hash of the page's draft and facts, and of the text alone. */
  readonly seenHash: string;
  readonly textHash: string;
  /** The link it was decided through, and when that was mailed. */
  readonly tokenHash: string;
  readonly mailedAt: string;
}

export const REASON_ANSWERED = 'the customer already answered';
export const REASON_HELD = 'put on hold';

type Decide = (state: QuoteState) => E.Either<Refused, QuoteEvent | null>;
type Act = (decide: Decide) => Promise<Refused | null>;

/** Does what the verdict asks for, once; why not, or null when it is done or was already so. */
export const decideDraft = async (
  deps: Dependencies,
  request: Pick<PageRequest, 'address' | 'agent'>,
  decision: DraftDecision,
  verdict: DraftVerdict,
): Promise<Refused | null> => {
  const { quoteId, draftId, by } = decision;
  const act: Act = async decide => {
    const result = await decideQuote(deps, quoteId, { actor: { user: by }, about: aboutDraft(draftId), decide });
    return E.isLeft(result) ? result.left : null;
  };
  switch (verdict) {
    case 'approve':
      return act(approval(deps, request, decision));
    case 'skip':
      return act(state => skipDraft(state, { draftId }));
    case 'cancel':
      return act(state => cancelApproval(state, { draftId }));
    case 'answered':
      return endWith(act, draftId, state => answeredElsewhere(state, draftId), REASON_ANSWERED);
    case 'hold':
      return endWith(act, draftId, state => holdByRep(state, null), REASON_HELD);
  }
};

/** First the word that rests the chain, then the draft withdrawn: the sweep does the second if a crash comes between. */
const endWith = async (act: Act, draftId: string, decide: Decide, reason: string): Promise<Refused | null> => {
  const refused = await act(state =>
    state.draft?.id === draftId
      ? decide(state)
      : E.left({ refusal: 'DraftSettled', because: 'this draft is no longer open' }),
  );
  return refused ?? act(state => voidDraft(state, { draftId, reason, opens: true }));
};

const approval = (
  deps: Dependencies,
  { address, agent }: Pick<PageRequest, 'address' | 'agent'>,
  { draftId, textHash, seenHash, tokenHash, mailedAt }: DraftDecision,
): Decide => {
  const now = deps.clock.now().getTime();
  const data = {
    draftId,
    textHash,
    seenHash,
    sendAfter: new Date(now + APPROVAL_WAIT_MS).toISOString(),
    tokenHash,
    secondsAfterMailing: Math.max(0, Math.round((now - Date.parse(mailedAt)) / 1000)),
  };
  const from = { address: address.slice(0, 100), agent: agent.slice(0, 300) };
  return state => approveDraft(state, data, from);
};

const MAX_SUBJECT = 200;
const MAX_TEXT = 5_000;

interface Opened {
  readonly business: BusinessContext;
  readonly loaded: Loaded<QuoteState>;
  readonly mailing: Mailing;
  readonly recipient: string;
  readonly subject: Draft | ClosedDraft;
}

/** The page of one draft. GET shows it; POST decides, once, for the recipient of the token that was mailed. */
export const draftPageOf = async (
  deps: Dependencies,
  request: PageRequest,
  row: ApprovalRow,
): Promise<PageResponse> => {
  const opened = await open(deps, row);
  if (!opened) return notKnown();
  const { business, mailing } = opened;
  const late = business.now.toISOString() > mailing.expiresAt;
  if (request.method !== 'POST') return late && isOpen(opened) ? gone() : show(deps, request, opened, null, null);
  if (late) return gone();
  if (!(await nonceHolds(deps, request, [SEEN, SHOWN_TEXT]))) return stale(request.token);
  return act(deps, request, row.quote_id, opened);
};

const open = async (deps: Dependencies, row: ApprovalRow): Promise<Opened | null> => {
  const [business, loaded] = await Promise.all([loadBusinessContext(deps), loadQuote(deps, row.quote_id)]);
  const { draft, closedDrafts: settled } = loaded.state;
  const subject = draft?.id === row.about ? draft : settled.find(({ id }) => id === row.about);
  const mailing = subject?.mailings.find(known => known.tokenHash === row.token);
  if (!subject || !mailing) return null;
  const event = loaded.stored.find(stored => isMailing(stored, row.token));
  const sealed = event ? await unsealer(deps.keys)(DraftMailed, event) : 'erased';
  return sealed === 'erased' ? null : { business, loaded, mailing, recipient: sealed.to, subject };
};

const isMailing = ({ action, data }: StoredEvent, hash: string): boolean =>
  action === DraftMailed.name && DraftMailed.data.is(data) && data.tokenHash === hash;

const isOpen = ({ subject }: Opened): boolean =>
  'status' in subject && (subject.status === 'mailed' || subject.status === 'written');

const viewOf = async (deps: Dependencies, { business, loaded, subject }: Opened): Promise<DraftView | null> => {
  const [text, personal] = await Promise.all([
    draftTextAt(deps, loaded.stored, subject.textVersion),
    personalFacts(deps, loaded),
  ]);
  const plan = loaded.stored.find(({ action, data }) => action === 'MovePlanned' && planned(data, subject.id));
  const { owner, ownerFrom, tier } = planFacts(plan);
  const quote = quoteViewOf(loaded.state, personal, { owner, from: ownerFrom }, business);
  const shown = text === null || text === 'erased' ? { subject: '', text: 'This text was erased.' } : text;
  const draft = {
    id: subject.id,
    move: subject.move,
    stepIndex: subject.stepIndex,
    textVersion: subject.textVersion,
    tier,
  };
  return draftViewOf(loaded, draft, quote, shown, business);
};

const planned = (data: StoredEvent['data'], id: string): boolean =>
  typeof data === 'object' && data !== null && 'draftId' in data && data.draftId === id;

const planFacts = (
  event: StoredEvent | undefined,
): { owner: string; ownerFrom: 'row' | 'team' | 'admin'; tier: string } => {
  const data = event?.data;
  const read = (name: string): string => {
    const fields = typeof data === 'object' && data !== null && !Array.isArray(data) ? Object.entries(data) : [];
    const value = fields.find(([key]) => key === name)?.[1];
    return typeof value === 'string' ? value : '';
  };
  const from = read('ownerFrom');
  return { owner: read('owner'), ownerFrom: from === 'team' || from === 'admin' ? from : 'row', tier: read('tier') };
};

const show = async (
  deps: Dependencies,
  request: PageRequest,
  opened: Opened,
  said: FlashMessage | null,
  failed: FailedEdit | null,
): Promise<PageResponse> => {
  const view = await viewOf(deps, opened);
  if (!view) return notKnown();
  const { business, mailing, recipient, subject } = opened;
  const refKey = await deps.secrets.refKey();
  const textHash = 'textHash' in subject ? (subject.textHash ?? '') : '';
  const hidden = await hiddenFields(deps, request.token, {
    [SEEN]: fingerprintOf(refKey, seenText(view)),
    [SHOWN_TEXT]: textHash,
  });
  const html = draftPage({
    view: leavingOf(view, opened),
    standing: standingOf(opened, failed),
    target: { action: `/t/${request.token}`, hidden },
    said,
    linkOf: recipient,
    goodUntil: wallClock(new Date(mailing.expiresAt), business.policy.timezone).date,
  });
  return { status: 200, html };
};

/** Once approved, it leaves in the first minute allowed after the one it waits for. */
const leavingOf = (view: DraftView, { business, subject }: Opened): DraftView =>
  'sendAfter' in subject && subject.sendAfter !== null
    ? { ...view, leavesAt: leavesOnceAsked(business, new Date(subject.sendAfter))?.toISOString() ?? null }
    : view;

const actorOf = (
  stored: readonly StoredEvent[],
  draftId: string,
  actions: readonly string[],
): { by: string | null; at: string } | null => {
  const event = stored.findLast(({ action, data }) => actions.includes(action) && planned(data, draftId));
  return event ? { by: event.by_user ?? null, at: event.ts } : null;
};

const standingOf = ({ loaded, business, subject }: Opened, failedEdit: FailedEdit | null): DraftStanding => {
  const name = (address: string | null): string => (address === null ? 'The system' : nameOf(address, business.policy));
  const approval = actorOf(loaded.stored, subject.id, ['DraftApproved']);
  if ('status' in subject) {
    switch (subject.status) {
      case 'planned':
      case 'written':
      case 'mailed':
        return { kind: 'open', failedEdit };
      case 'approved':
        return approvedStanding(loaded, subject, name(approval?.by ?? null), approval?.at ?? subject.plannedAt);
      case 'claimed':
        return { kind: 'leaving', by: name(approval?.by ?? null), at: approval?.at ?? subject.plannedAt };
      case 'unknown':
        return { kind: 'unknown', at: subject.claim?.at ?? subject.plannedAt };
    }
  }
  const ended = actorOf(loaded.stored, subject.id, ['DraftSkipped', 'DraftVoided', 'SendGivenUp', 'AnsweredElsewhere']);
  const by = subject.how === 'sent' ? (approval?.by ?? null) : (ended?.by ?? null);
  return {
    kind: 'settled',
    how: howOf(subject),
    by: by === null ? null : nameOf(by, business.policy),
    at: subject.at,
    reason: subject.reason,
  };
};

/** A draft that a rep's own word withdrew is shown under that word. */
const howOf = ({ how, reason }: ClosedDraft): Extract<DraftStanding, { kind: 'settled' }>['how'] =>
  how !== 'voided' ? how : reason === REASON_ANSWERED ? 'answered' : reason === REASON_HELD ? 'held' : 'voided';

const approvedStanding = ({ stored }: Loaded<QuoteState>, draft: Draft, by: string, at: string): DraftStanding => {
  const deferral = stored.findLast(({ action, data }) => action === 'SendDeferred' && planned(data, draft.id));
  const data = deferral?.data;
  const reason =
    typeof data === 'object' && data !== null && 'reason' in data && typeof data.reason === 'string'
      ? data.reason
      : null;
  return {
    kind: 'approved',
    by,
    at,
    cancelUntil: draft.sendAfter ?? at,
    later: draft.deferredSince === null ? null : reason,
  };
};

const isAct = (act: string): act is DraftAct => draftActs.some(known => known === act);

const act = async (
  deps: Dependencies,
  request: PageRequest,
  quoteId: string,
  opened: Opened,
): Promise<PageResponse> => {
  const wanted = request.form[ACT] ?? '';
  if (!isAct(wanted))
    return show(deps, request, opened, { tone: 'stop', text: 'That button is not known here.' }, null);
  const failed = wanted === 'edit' ? faultOfEdit(request.form) : null;
  if (failed) return show(deps, request, opened, null, failed);
  const refusal = await perform(deps, request, quoteId, opened, wanted);
  if (refusal === null) await (wanted === 'approve' ? wakeForSend(deps, quoteId) : runPendingTasks(deps, quoteId));
  const again = await reopen(deps, quoteId, opened);
  return show(
    deps,
    request,
    again,
    refusal ? { tone: 'stop', text: sentence(refusal.because) } : saidAfter(wanted),
    null,
  );
};

const sentence = (words: string): string => `${words.slice(0, 1).toUpperCase()}${words.slice(1)}.`;

const saidAfter = (act: DraftAct): FlashMessage | null =>
  act === 'edit'
    ? { tone: 'good', text: 'Saved. Read it once more, then approve it.' }
    : act === 'cancel'
      ? { tone: 'good', text: 'Cancelled. It waits for a decision again.' }
      : null;

const faultOfEdit = (form: PageRequest['form']): FailedEdit | null => {
  const subject = (form[EDIT_SUBJECT] ?? '').trim();
  const text = unixBreaks(form[EDIT_TEXT] ?? '');
  const problem =
    subject === '' || text.trim() === ''
      ? 'A mail needs a subject and a text.'
      : subject.length > MAX_SUBJECT
        ? `The subject has ${subject.length} characters; ${MAX_SUBJECT} is the most.`
        : text.length > MAX_TEXT
          ? `The text has ${text.length} characters; ${MAX_TEXT} is the most.`
          : /[\u0000-\u0008\u000b-\u001f]/.test(subject + text)
            ? 'The text holds characters that no mail can carry.'
            : null;
  return problem === null ? null : { subject, text, problem };
};

const unixBreaks = (text: string): string => text.replace(/\r\n?/g, '\n').trimEnd();

const reopen = async (deps: Dependencies, quoteId: string, before: Opened): Promise<Opened> => {
  const [business, loaded] = await Promise.all([loadBusinessContext(deps), loadQuote(deps, quoteId)]);
  const { draft, closedDrafts: settled } = loaded.state;
  const subject =
    draft?.id === before.subject.id ? draft : (settled.find(({ id }) => id === before.subject.id) ?? before.subject);
  return { ...before, business, loaded, subject };
};

const perform = async (
  deps: Dependencies,
  request: PageRequest,
  quoteId: string,
  { recipient, subject, mailing }: Opened,
  wanted: DraftAct,
): Promise<Refused | null> => {
  if (wanted === 'edit') return edit(deps, request, quoteId, recipient, subject.id);
  const { tokenHash, mailedAt } = mailing;
  const [seenHash, textHash] = [request.form[SEEN] ?? '', request.form[SHOWN_TEXT] ?? ''];
  const decision = { quoteId, draftId: subject.id, by: recipient, seenHash, textHash, tokenHash, mailedAt };
  return decideDraft(deps, request, decision, wanted);
};

const edit = async (
  deps: Dependencies,
  { form }: PageRequest,
  quoteId: string,
  by: string,
  draftId: string,
): Promise<Refused | null> => {
  const text = { subject: (form[EDIT_SUBJECT] ?? '').trim(), text: unixBreaks(form[EDIT_TEXT] ?? '') };
  const textHash = fingerprintOf(await deps.secrets.refKey(), `${text.subject}\n${text.text}`);
  const result = await decideQuote(deps, quoteId, {
    actor: { user: by },
    decide: state => editDraft(state, { draftId, textHash, basedOn: form[SHOWN_TEXT] ?? '' }, text),
  });
  return E.isLeft(result) ? result.left : null;
};
