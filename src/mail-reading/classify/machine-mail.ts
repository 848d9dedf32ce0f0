import { type HeaderLine, headerOf, headersOf, type Message } from '../message.ts';
import { openingText } from '../plain-text.ts';
import { type AutoReply, readAutoReply } from './auto-reply.ts';
import { type FailedDelivery, readBounce } from './bounce.ts';
import { type Complaint, readComplaint } from './complaint.ts';
import { COME_BACK, isOwnMail } from './own-mail.ts';
import { readMailedEvent } from './service-event.ts';

const LIST_FIELDS = [
  'list-id',
  'list-post',
  'list-help',
  'x-mailing-list',
  'mailing-list',
  'x-ml-name',
  'x-mlserver',
  'x-beenthere',
  'x-mailman-version',
  'x-list',
];
const MAX_HOPS = 50;

/** Why a mail was sent to many, or runs in circles; `null` when it was not. */
export const whyList = (message: Message): string | null => {
  const field = LIST_FIELDS.find(name => headerOf(message.headers, name) !== null);
  if (field !== undefined) return `header ${field}`;
  if (/^\s*(list|bulk|junk)\b/i.test(headerOf(message.headers, 'precedence') ?? '')) return 'header precedence';
  if (headerOf(message.headers, 'list-unsubscribe') !== null) return 'header list-unsubscribe';
  return headersOf(message.headers, 'received').length > MAX_HOPS ? 'runs in circles' : null;
};

/** A mail that no person wrote to us, and what it says. */
export type MachineMail =
  | { readonly kind: 'own'; readonly why: string }
  | { readonly kind: 'complaint'; readonly complaint: Complaint; readonly why: string }
  | {
      readonly kind: 'bounce';
      /** Recipients in the report's order; the first is the one it is mainly about. */
      readonly deliveries: readonly [FailedDelivery, ...FailedDelivery[]];
      /** Ids of the mail that came back, without brackets, the most telling first. */
      readonly messageIds: readonly string[];
      readonly returned: readonly HeaderLine[];
      readonly why: string;
    }
  | { readonly kind: 'auto-reply'; readonly autoReply: AutoReply; readonly why: string }
  | { readonly kind: 'list'; readonly why: string };

/**
 * Tells machine mail by header and structure, before any model: the first of own, complaint, bounce, auto-reply, list
 * that fits, or `null` for what a person may have written. Delivery reports are looked for before automatic answers,
 * because many carry `Auto-Submitted: auto-replied`.
 */
export const machineMail = (message: Message, isOurId: (messageId: string) => boolean): MachineMail | null => {
  if (isOwnMail(message, isOurId)) return COME_BACK;
  const complaint = readComplaint(message);
  if (complaint) return { kind: 'complaint', complaint, why: complaint.why };
  const event = mailedEvent(message);
  if (event) return event;
  const bounce = readBounce(message);
  if (bounce) {
    const { deliveries, returned, why } = bounce;
    return { kind: 'bounce', deliveries, messageIds: returned.messageIds, returned: returned.headers, why };
  }
  const autoReply = readAutoReply(message);
  if (autoReply) return { kind: 'auto-reply', autoReply, why: autoReply.why };
  const list = whyList(message);
  return list === null ? null : { kind: 'list', why: list };
};

/** A sending service's event that somebody lets be mailed instead of delivered to the system. */
const mailedEvent = (message: Message): MachineMail | null => {
  if (!message.from.some(({ address }) => /@(sns\.)?amazon(aws|ses)\.com$/i.test(address))) return null;
  const event = readMailedEvent(openingText(message));
  const why = 'a notification of the sending service';
  if (event === null) return null;
  const messageIds = event.messageId === null ? [] : [event.messageId];
  switch (event.kind) {
    case 'bounce':
      return { kind: 'bounce', deliveries: event.deliveries, messageIds, returned: [], why };
    case 'delivery':
      return { kind: 'bounce', deliveries: [arrived(event.recipients[0] ?? null)], messageIds, returned: [], why };
    case 'auto-reply':
      return { kind: 'auto-reply', autoReply: { proven: true, receipt: false, why }, why };
    case 'complaint':
      return {
        kind: 'complaint',
        complaint: { type: event.type, closes: true, recipients: event.recipients, about: [], why },
        why,
      };
  }
};

const arrived = (recipient: string | null): FailedDelivery => ({
  recipient,
  outcome: 'delivered',
  hard: false,
  reason: 'unknown',
  status: null,
  diagnostic: '',
});
