import { createHash } from 'node:crypto';
import * as E from 'fp-ts/lib/Either.js';
import { recordSent } from '../../aggregates/quote/send.ts';
import type { QuoteState } from '../../aggregates/quote/state.ts';
import { byItself } from '../../event-store/by-itself.ts';
import { isLocalDate } from '../../kernel/local-date.ts';
import type { ServiceEvent } from '../../mail-reading/classify/service-event.ts';
import { tokensInAddress, verifyMark } from '../../mail-reading/reply-token.ts';
import { type BusinessContext, loadBusinessContext } from '../business-context.ts';
import type { Dependencies } from '../dependencies.ts';
import { lazy } from '../lazy.ts';
import { claimOfTag } from '../nudges/nudge-mail.ts';
import { recordOutcome } from '../nudges/send-ledger.ts';
import { decideQuote, loadQuote } from '../quotes.ts';
import { runPendingTasks } from '../run-pending-tasks.ts';
import { quoteLookup } from './reply-tokens.ts';

const serviceEvents = lazy(() => import('../../mail-reading/classify/service-event.ts'));
const mailTaking = lazy(() => import('./ingest-mail.ts'));

/** What the mail service says of one of our mails, in the parts that we use. */
export interface DeliveryEvent {
  /** The bus's id of the event: the same when it comes twice. */
  readonly id: string;
  /** `Send`, `Delivery`, `Bounce`, `Complaint`, … */
  readonly type: string;
  readonly messageId: string;
  readonly headers: readonly { readonly name: string; readonly value: string }[];
  readonly tags: Readonly<Record<string, readonly string[]>>;
  /** The event as it came. */
  readonly detail: unknown;
}

/**
 * That a mail was taken or arrived settles a send whose outcome nobody knew. Bounces, complaints and automatic answers
 * go the way of any other report: they are stored as a mail of the service's, which is read, routed and shown like one.
 */
export const handleDeliveryEvent = async (deps: Dependencies, event: DeliveryEvent): Promise<void> => {
  if (event.type === 'Send' || event.type === 'Delivery') return settleSend(deps, event);
  const { readServiceEvent } = await serviceEvents();
  const told = readServiceEvent(event.detail);
  if (told === null || isDelay(told)) return;
  const key = `events/${event.id}.eml`;
  await deps.objects.putOnce('raw-mime', key, reportAsMail(deps, event), 'message/rfc822');
  await (await mailTaking()).ingestMail(deps, key);
};

/** The service goes on trying: nothing is lost yet. */
const isDelay = (event: ServiceEvent): boolean =>
  event.kind === 'bounce' && event.deliveries.every(({ outcome }) => outcome !== 'failed');

const settleSend = async (deps: Dependencies, event: DeliveryEvent): Promise<void> => {
  const claim = event.tags.claim?.[0];
  if (claim === undefined) return;
  const business = await loadBusinessContext(deps);
  const replyTo = event.headers.find(({ name }) => name.toLowerCase() === 'reply-to')?.value ?? '';
  const keys = await deps.secrets.linkKeys();
  const ref = tokensInAddress(replyTo)
    .map(token => verifyMark(token, keys))
    .find(verified => verified !== null);
  if (!ref) return;
  for (const quoteId of await quoteLookup(deps, business.mirror).byRef(ref)) {
    const settled = await byItself(() => settleSendOf(deps, business, quoteId, event));
    // The event comes once and the stream may be read again later: until then the outcome waits beside the log.
    if (E.isLeft(settled)) await keepSent(deps, quoteId, claimOfTag(claim).claim, event);
    else if (settled.right) await byItself(() => runPendingTasks(deps, quoteId));
  }
};

const keepSent = (deps: Dependencies, quoteId: string, claim: string, { messageId }: DeliveryEvent): Promise<void> =>
  recordOutcome(deps, quoteId, claim, { kind: 'sent', messageId });

/** True when the event settled a send of this quote. */
const settleSendOf = async (
  deps: Dependencies,
  business: BusinessContext,
  quoteId: string,
  event: DeliveryEvent,
): Promise<boolean> => {
  const { state } = await loadQuote(deps, quoteId);
  const sent = claimedSend(state, event.tags.claim?.[0] ?? '');
  if (!sent) return false;
  const day = event.tags.day?.[0] ?? '';
  const settled = await decideQuote(deps, quoteId, {
    actor: { system: 'delivery-events' },
    decide: now =>
      recordSent(now, {
        ...sent,
        day: isLocalDate(day) ? day : business.today,
        recipientRef: now.facts?.contactRef ?? '',
        messageId: event.messageId,
        via: 'email',
        how: 'delivery-event',
      }),
  });
  if (E.isLeft(settled) || settled.right.events.length === 0) return false;
  await keepSent(deps, quoteId, sent.claim, event);
  return true;
};

/** The send that the tag names, if the quote still waits for its outcome, or a person gave it up. */
const claimedSend = ({ draft, closedDrafts: settled }: QuoteState, tag: string) => {
  const { draftId, claim } = claimOfTag(tag);
  const step =
    draft?.claim?.id === claim ? draft : settled.findLast(({ id, how }) => id === draftId && how === 'given-up');
  return step === undefined ? null : { draftId: step.id, claim, stepIndex: step.stepIndex, move: step.move };
};

const SERVICE = 'no-reply@sns.amazonaws.com';
const LINE = 76;

/** The event within a mail, as the cloud's messaging service would mail it. All of it is ASCII: the rest is base64. */
const reportAsMail = (
  { installation, clock }: Pick<Dependencies, 'installation' | 'clock'>,
  { type, messageId, detail }: DeliveryEvent,
): Uint8Array => {
  const told = createHash('sha256').update(JSON.stringify(detail)).digest('hex').slice(0, 40);
  const body = Buffer.from(JSON.stringify(detail)).toString('base64');
  const lines = body.match(new RegExp(`.{1,${LINE}}`, 'g')) ?? [];
  const id = `<${messageId.replace(/[^\w.@-]/g, '')}@${installation.messageIdHost}>`;
  return Buffer.from(
    [
      `From: Mail service <${SERVICE}>`,
      `To: ${installation.quotesAddress}`,
      `Subject: ${type.replace(/[^\w ]/g, '')} of a mail of ours`,
      `Date: ${clock.now().toUTCString().replace('GMT', '+0000')}`,
      `In-Reply-To: ${id}`,
      // The bus may bring one event under two ids: by this it is one mail.
      `Message-ID: <${told}@sns.amazonaws.com>`,
      'MIME-Version: 1.0',
      'Content-Type: text/plain; charset=utf-8',
      'Content-Transfer-Encoding: base64',
      '',
      ...lines,
      '',
    ].join('\r\n'),
  );
};
