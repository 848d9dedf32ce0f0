import * as E from 'fp-ts/lib/Either.js';
import { assignMail, dismissMail, type MailState, mailAggregate } from '../../aggregates/mail.ts';
import { nameOf } from '../../cadence/owner.ts';
import { type Loaded, load } from '../../event-store/load.ts';
import { unsealer } from '../../event-store/sealing.ts';
import { MailUnmatched } from '../../events/mail-events.ts';
import { mailStream, quoteStream } from '../../events/stream-id.ts';
import type { ApprovalRow } from '../../ports/read-models.ts';
import { ACT } from '../../presentation/components/parts.ts';
import { assignPage, OTHER_QUOTE, QUOTE } from '../../presentation/pages/assign-page.ts';
import type { Decided } from '../../presentation/view-models/facts.ts';
import { type BusinessContext, loadBusinessContext } from '../business-context.ts';
import type { Dependencies } from '../dependencies.ts';
import { candidateViews } from '../notifications/request-assignment.ts';
import { loadQuote } from '../quotes.ts';
import { decideMail, type Inbound, UNKNOWN_SENDER } from '../replies/inbound.ts';
import { passedMessage } from '../replies/message-view.ts';
import { recordReply, settleUnsure } from '../replies/record-reply.ts';
import {
  gone,
  hiddenFields,
  nonceHolds,
  notKnown,
  type PageRequest,
  type PageResponse,
  stale,
} from './page-request.ts';

interface Opened {
  readonly business: BusinessContext;
  readonly id: string;
  readonly loaded: Loaded<MailState>;
  readonly recipient: string;
  readonly why: string;
}

/** The page of a message that nobody could place: assign it to a quote, or say that it is no reply. */
export const mailPageOf = async (deps: Dependencies, request: PageRequest, row: ApprovalRow): Promise<PageResponse> => {
  const opened = await open(deps, row);
  if (!opened) return notKnown();
  if (opened.business.now.getTime() > row.expires_at * 1000) return gone();
  if (request.method !== 'POST') return show(deps, request, opened, null);
  if (!(await nonceHolds(deps, request, []))) return stale(request.token);
  const problem = await act(deps, request, opened);
  return show(deps, request, (await open(deps, row)) ?? opened, problem);
};

const open = async (deps: Dependencies, row: ApprovalRow): Promise<Opened | null> => {
  const id = row.quote_id.slice(mailStream('').length);
  const [business, loaded] = await Promise.all([loadBusinessContext(deps), load(deps, row.quote_id, mailAggregate)]);
  const event = loaded.stored.find(
    ({ action, data }) => action === MailUnmatched.name && MailUnmatched.data.is(data) && data.tokenHash === row.token,
  );
  const sealed = event ? await unsealer(deps.keys)(MailUnmatched, event) : 'erased';
  if (sealed === 'erased' || !event) return null;
  const why = MailUnmatched.data.is(event.data) ? event.data.why : '';
  return { business, id, loaded, recipient: sealed.to, why };
};

const show = async (
  deps: Dependencies,
  request: PageRequest,
  opened: Opened,
  problem: string | null,
): Promise<PageResponse> => {
  const { business, loaded, recipient } = opened;
  const { key, receivedAt, unmatched } = loaded.state;
  if (key === null || !unmatched) return notKnown();
  const { view } = await passedMessage(deps, key, receivedAt ?? business.now.toISOString());
  const candidates = await candidateViews(deps, business, unmatched.candidates);
  const html = assignPage({
    message: view,
    doubt: { kind: candidates.length > 0 ? 'sender' : 'unmatched' },
    candidates,
    zone: business.policy.timezone,
    target: { action: `/t/${request.token}`, hidden: await hiddenFields(deps, request.token, {}) },
    decided: decidedOf(opened),
    said: null,
    linkOf: recipient,
    typed: request.form[OTHER_QUOTE] ?? '',
    ...(problem === null ? {} : { problem }),
  });
  return { status: 200, html };
};

const decidedOf = ({ loaded, business }: Opened): Decided | null => {
  const { assigned, dismissed } = loaded.state;
  const event = loaded.stored.findLast(({ action }) => action === 'MailAssigned' || action === 'MailDismissed');
  if (!event || (assigned === null && !dismissed)) return null;
  const by = event.by_user === undefined ? 'The system' : nameOf(event.by_user, business.policy);
  return assigned === null
    ? { by, at: event.ts, what: 'not-a-reply' }
    : { by, at: event.ts, what: 'assigned', quoteId: assigned };
};

/** What is wrong with what was asked, or null when it is done. */
const act = async (deps: Dependencies, request: PageRequest, opened: Opened): Promise<string | null> => {
  const { business, id, loaded, recipient } = opened;
  const { key, unmatched } = loaded.state;
  if (key === null || !unmatched) return 'This message is not here.';
  const inbound: Inbound = {
    deps,
    business,
    id,
    key,
    refKey: await deps.secrets.refKey(),
    senderRef: senderOf(opened),
  };
  const by = { user: recipient };
  if (request.form[ACT] === 'not-a-reply') {
    const result = await decideMail(inbound, state => dismissMail(state, 'a person said so'), by);
    if (E.isLeft(result)) return `${result.left.because}.`;
    await settleUnsure(inbound, unmatched.candidates, by);
    return null;
  }
  if (request.form[ACT] !== 'assign') return 'That button is not known here.';
  const wanted = quoteStream(request.form[QUOTE] || request.form[OTHER_QUOTE] || '');
  if (wanted === '') return 'Choose a quote, or type its number.';
  const quote = await loadQuote(deps, wanted);
  if (!quote.state.facts) return `No quote has the number ${wanted}.`;
  const result = await decideMail(inbound, state => assignMail(state, wanted), by);
  if (E.isLeft(result)) return `${result.left.because}.`;
  await finishAssignment(inbound, wanted, unmatched.candidates, by);
  return null;
};

/** The second half of an assignment: the answer is recorded, then the holds end. Done again it changes nothing. */
const finishAssignment = async (
  inbound: Inbound,
  quoteId: string,
  candidates: readonly string[],
  by: { readonly user: string },
): Promise<void> => {
  await recordReply(inbound, quoteId, 'person');
  await settleUnsure(inbound, candidates, by);
};

/** Whose key the first event was sealed with: the sender's reference. */
const senderOf = ({ loaded }: Opened): string => loaded.stored[0]?.sealed?.ref ?? UNKNOWN_SENDER;
