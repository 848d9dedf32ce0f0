import * as E from 'fp-ts/lib/Either.js';
import type { Refused } from '../../aggregates/decision.ts';
import { editDraft } from '../../aggregates/quote/draft.ts';
import type { Draft, Mailing, QuoteState, Settled } from '../../aggregates/quote/state.ts';
import { wallClock } from '../../cadence/next-allowed-minute.ts';
import { nameOf } from '../../cadence/owner.ts';
import type { StoredEvent } from '../../events/envelope.ts';
import { DraftMailed } from '../../events/quote-events.ts';
import { fingerprintOf } from '../../kernel/references.ts';
import {
  type DraftAct,
  type DraftStanding,
  draftActs,
  draftPage,
  EDIT_SUBJECT,
  EDIT_TEXT,
  type FailedEdit,
} from '../../letters/page/draft-page.ts';
import { ACT } from '../../letters/page/parts.ts';
import type { Said } from '../../letters/page/said.ts';
import { type DraftView, seenText } from '../../letters/views/draft-view.ts';
import type { ApprovalRow } from '../../ports/read-models.ts';
import { type Business, readBusiness } from '../business.ts';
import { carryOn, wakeForSend } from '../carry-on.ts';
import { draftViewOf, leavesOnceAsked, quoteViewOf } from '../draft-view.ts';
import type { Loaded } from '../load.ts';
import { decideQuote, draftTextAt, loadQuote, personalFacts } from '../quotes.ts';
import { unsealer } from '../unseal.ts';
import type { World } from '../world.ts';
import { decideDraft, REASON_ANSWERED, REASON_HELD } from './draft-acts.ts';
import { gone, notKnown, stale } from './errors.ts';
import { hiddenFields, nonceHolds } from './opened.ts';
import { type PageRequest, type PageResponse, SEEN, SHOWN_TEXT } from './page-request.ts';

const LONGEST_SUBJECT = 200;
const LONGEST_TEXT = 5_000;

interface Opened {
  readonly business: Business;
  readonly loaded: Loaded<QuoteState>;
  readonly mailing: Mailing;
  readonly recipient: string;
  readonly subject: Draft | Settled;
}

/** The page of one draft. GET shows it; POST decides, once, for the recipient of the token that was mailed. */
export const draftPageOf = async (world: World, request: PageRequest, row: ApprovalRow): Promise<PageResponse> => {
  const opened = await open(world, row);
  if (!opened) return notKnown();
  const { business, mailing } = opened;
  const late = business.now.toISOString() > mailing.expiresAt;
  if (request.method !== 'POST') return late && isOpen(opened) ? gone() : show(world, request, opened, null, null);
  if (late) return gone();
  if (!(await nonceHolds(world, request, [SEEN, SHOWN_TEXT]))) return stale(request.token);
  return act(world, request, row.quote_id, opened);
};

const open = async (world: World, row: ApprovalRow): Promise<Opened | null> => {
  const [business, loaded] = await Promise.all([readBusiness(world), loadQuote(world, row.quote_id)]);
  const { draft, settled } = loaded.state;
  const subject = draft?.id === row.about ? draft : settled.find(({ id }) => id === row.about);
  const mailing = subject?.mailings.find(known => known.tokenHash === row.token);
  if (!subject || !mailing) return null;
  const event = loaded.stored.find(stored => isMailing(stored, row.token));
  const sealed = event ? await unsealer(world.keys)(DraftMailed, event) : 'erased';
  return sealed === 'erased' ? null : { business, loaded, mailing, recipient: sealed.to, subject };
};

const isMailing = ({ action, data }: StoredEvent, hash: string): boolean =>
  action === DraftMailed.name && DraftMailed.data.is(data) && data.tokenHash === hash;

const isOpen = ({ subject }: Opened): boolean =>
  'status' in subject && (subject.status === 'mailed' || subject.status === 'written');

const viewOf = async (world: World, { business, loaded, subject }: Opened): Promise<DraftView | null> => {
  const [text, personal] = await Promise.all([
    draftTextAt(world, loaded.stored, subject.textVersion),
    personalFacts(world, loaded),
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
  world: World,
  request: PageRequest,
  opened: Opened,
  said: Said | null,
  failed: FailedEdit | null,
): Promise<PageResponse> => {
  const view = await viewOf(world, opened);
  if (!view) return notKnown();
  const { business, mailing, recipient, subject } = opened;
  const refKey = await world.secrets.refKey();
  const textHash = 'textHash' in subject ? (subject.textHash ?? '') : '';
  const hidden = await hiddenFields(world, request.token, {
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
const howOf = ({ how, reason }: Settled): Extract<DraftStanding, { kind: 'settled' }>['how'] =>
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

const act = async (world: World, request: PageRequest, quoteId: string, opened: Opened): Promise<PageResponse> => {
  const wanted = request.form[ACT] ?? '';
  if (!isAct(wanted))
    return show(world, request, opened, { tone: 'stop', text: 'That button is not known here.' }, null);
  const failed = wanted === 'edit' ? faultOfEdit(request.form) : null;
  if (failed) return show(world, request, opened, null, failed);
  const refusal = await perform(world, request, quoteId, opened, wanted);
  if (refusal === null) await (wanted === 'approve' ? wakeForSend(world, quoteId) : carryOn(world, quoteId));
  const again = await reopen(world, quoteId, opened);
  return show(
    world,
    request,
    again,
    refusal ? { tone: 'stop', text: sentence(refusal.because) } : saidAfter(wanted),
    null,
  );
};

const sentence = (words: string): string => `${words.slice(0, 1).toUpperCase()}${words.slice(1)}.`;

const saidAfter = (act: DraftAct): Said | null =>
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
      : subject.length > LONGEST_SUBJECT
        ? `The subject has ${subject.length} characters; ${LONGEST_SUBJECT} is the most.`
        : text.length > LONGEST_TEXT
          ? `The text has ${text.length} characters; ${LONGEST_TEXT} is the most.`
          : /[\u0000-\u0008\u000b-\u001f]/.test(subject + text)
            ? 'The text holds characters that no mail can carry.'
            : null;
  return problem === null ? null : { subject, text, problem };
};

const unixBreaks = (text: string): string => text.replace(/\r\n?/g, '\n').trimEnd();

const reopen = async (world: World, quoteId: string, before: Opened): Promise<Opened> => {
  const [business, loaded] = await Promise.all([readBusiness(world), loadQuote(world, quoteId)]);
  const { draft, settled } = loaded.state;
  const subject =
    draft?.id === before.subject.id ? draft : (settled.find(({ id }) => id === before.subject.id) ?? before.subject);
  return { ...before, business, loaded, subject };
};

const perform = async (
  world: World,
  request: PageRequest,
  quoteId: string,
  { recipient, subject, mailing }: Opened,
  wanted: DraftAct,
): Promise<Refused | null> => {
  if (wanted === 'edit') return edit(world, request, quoteId, recipient, subject.id);
  const { tokenHash, mailedAt } = mailing;
  const [seenHash, textHash] = [request.form[SEEN] ?? '', request.form[SHOWN_TEXT] ?? ''];
  const decision = { quoteId, draftId: subject.id, by: recipient, seenHash, textHash, tokenHash, mailedAt };
  return decideDraft(world, request, decision, wanted);
};

const edit = async (
  world: World,
  { form }: PageRequest,
  quoteId: string,
  by: string,
  draftId: string,
): Promise<Refused | null> => {
  const text = { subject: (form[EDIT_SUBJECT] ?? '').trim(), text: unixBreaks(form[EDIT_TEXT] ?? '') };
  const textHash = fingerprintOf(await world.secrets.refKey(), `${text.subject}\n${text.text}`);
  const result = await decideQuote(world, quoteId, {
    actor: { user: by },
    decide: state => editDraft(state, { draftId, textHash, basedOn: form[SHOWN_TEXT] ?? '' }, text),
  });
  return E.isLeft(result) ? result.left : null;
};
