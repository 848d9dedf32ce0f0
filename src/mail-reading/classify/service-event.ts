import type { FailedDelivery } from './bounce.ts';
import { commandIn } from './bounce-text.ts';
import { failureReason } from './failure-reason.ts';

/** What the sending service reports of one of our mails. */
export type ServiceEvent =
  | {
      readonly kind: 'bounce';
      readonly messageId: string | null;
      readonly deliveries: readonly [FailedDelivery, ...FailedDelivery[]];
    }
  | { readonly kind: 'auto-reply'; readonly messageId: string | null; readonly recipients: readonly string[] }
  | {
      readonly kind: 'complaint';
      readonly messageId: string | null;
      readonly type: string;
      readonly recipients: readonly string[];
    }
  | { readonly kind: 'delivery'; readonly messageId: string | null; readonly recipients: readonly string[] };

type Fields = Readonly<Record<string, unknown>>;

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const fieldsOf = (value: unknown): Fields => (isFields(value) ? value : {});
const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value.slice(0, 100) : []);
const textOf = (value: unknown): string | null => (typeof value === 'string' ? value : null);

/**
 * Reads an SES event (`eventType`) or notification (`notificationType`). An automatic answer surfaces as a bounce of type
 * Transient/General without an SMTP answer; it closes no address. `null`: another event, or none.
 */
export const readServiceEvent = (event: unknown): ServiceEvent | null => {
  const fields = fieldsOf(event);
  const type = textOf(fields.eventType) ?? textOf(fields.notificationType);
  const messageId = textOf(fieldsOf(fields.mail).messageId);
  switch (type) {
    case 'Bounce':
      return bounceEvent(fieldsOf(fields.bounce), messageId);
    case 'DeliveryDelay':
      return delayEvent(fieldsOf(fields.deliveryDelay), messageId);
    case 'Reject':
      return rejectEvent(fieldsOf(fields.mail), fieldsOf(fields.reject), messageId);
    case 'Complaint': {
      const complaint = fieldsOf(fields.complaint);
      const recipients = addressesOf(complaint.complainedRecipients);
      return { kind: 'complaint', messageId, type: textOf(complaint.complaintFeedbackType) ?? 'abuse', recipients };
    }
    case 'Delivery': {
      const recipients = listOf(fieldsOf(fields.delivery).recipients).flatMap(one => textOf(one)?.toLowerCase() ?? []);
      return { kind: 'delivery', messageId, recipients };
    }
    default:
      return null;
  }
};

const addressesOf = (value: unknown): readonly string[] =>
  listOf(value).flatMap(one => textOf(fieldsOf(one).emailAddress)?.toLowerCase() ?? []);

const bounceEvent = (bounce: Fields, messageId: string | null): ServiceEvent => {
  const type = textOf(bounce.bounceType);
  const subType = textOf(bounce.bounceSubType);
  const recipients = listOf(bounce.bouncedRecipients).map(fieldsOf);
  const answered = recipients.some(one => textOf(one.diagnosticCode) !== null || textOf(one.status) !== null);
  if (type === 'Transient' && subType === 'General' && !answered) {
    return { kind: 'auto-reply', messageId, recipients: addressesOf(bounce.bouncedRecipients) };
  }
  const told = recipients.map(one => bouncedRecipient(one, type, subType));
  const [first, ...rest] = told;
  return { kind: 'bounce', messageId, deliveries: [first ?? bouncedRecipient({}, type, subType), ...rest] };
};

/** The service's own type wins where it is sure: a permanent bounce on its suppression list has no SMTP answer at all. */
const bouncedRecipient = (one: Fields, type: string | null, subType: string | null): FailedDelivery => {
  const words = (textOf(one.diagnosticCode) ?? '').replace(/^\s*smtp\s*;\s*/i, '');
  const status = textOf(one.status);
  const read = failureReason({ action: textOf(one.action), status, words, command: commandIn(words) });
  const silent = words === '' && status === null;
  const suppressed = type === 'Permanent' && /^(NoEmail|Suppressed|OnAccountSuppressionList)$/.test(subType ?? '');
  return {
    recipient: textOf(one.emailAddress)?.toLowerCase() ?? null,
    outcome: 'failed',
    hard:
      suppressed || (type === 'Permanent' && silent && subType === 'General') || (read.hard && type !== 'Transient'),
    reason: suppressed || (silent && type === 'Permanent') ? 'no-such-user' : read.reason,
    status: read.status,
    diagnostic: words.slice(0, 500),
  };
};

/** Taken at first, then found to hold a virus: it never left, which says nothing of the address. */
const rejectEvent = (mail: Fields, reject: Fields, messageId: string | null): ServiceEvent => {
  const refused = (recipient: string | null): FailedDelivery => ({
    recipient,
    outcome: 'failed',
    hard: false,
    reason: 'virus',
    status: null,
    diagnostic: (textOf(reject.reason) ?? '').slice(0, 500),
  });
  const [first = null, ...rest] = listOf(mail.destination).flatMap(one => textOf(one)?.toLowerCase() ?? []);
  return { kind: 'bounce', messageId, deliveries: [refused(first), ...rest.map(refused)] };
};

const delayEvent = (delay: Fields, messageId: string | null): ServiceEvent => {
  const told = listOf(delay.delayedRecipients).map((one): FailedDelivery => {
    const words = textOf(fieldsOf(one).diagnosticCode) ?? '';
    const recipient = textOf(fieldsOf(one).emailAddress)?.toLowerCase() ?? null;
    return {
      recipient,
      outcome: 'delayed',
      hard: false,
      reason: 'expired',
      status: textOf(fieldsOf(one).status),
      diagnostic: words.slice(0, 500),
    };
  });
  const [first, ...rest] = told;
  return {
    kind: 'bounce',
    messageId,
    deliveries: [
      first ?? { recipient: null, outcome: 'delayed', hard: false, reason: 'expired', status: null, diagnostic: '' },
      ...rest,
    ],
  };
};

/** The event within a notification mailed by the cloud's messaging service, or `null`. Long lines may be broken in it. */
export const readMailedEvent = (text: string): ServiceEvent | null => {
  const from = text.indexOf('{');
  const to = text.lastIndexOf('}');
  if (
    from < 0 ||
    to < from ||
    to - from > 512 * 1024 ||
    !/"notificationType|\\"notificationType|"eventType|\\"eventType/.test(text)
  )
    return null;
  const body = parsed(text.slice(from, to + 1).replace(/!?\n ?/g, ''));
  const inner = textOf(fieldsOf(body).Message);
  return readServiceEvent(inner === null ? body : parsed(inner));
};

const parsed = (json: string): unknown => {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
};
