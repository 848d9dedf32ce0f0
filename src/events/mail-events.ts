import * as t from 'io-ts';
import { defineEvent, nullable } from './event-type.ts';

// ~mail/<receiver's message id>: what became of one inbound message.
export const MailKind = t.keyof({
  unreadable: null,
  quarantine: null,
  own: null,
  complaint: null,
  bounce: null,
  'auto-reply': null,
  list: null,
  quote: null,
  reply: null,
});
export const MailReceived = defineEvent(
  'MailReceived',
  t.type({ key: t.string, bytes: t.number, kind: nullable(MailKind), envelope: t.array(t.string) }),
  nullable(t.type({ from: t.string, subject: t.string })),
);
export const MailRouted = defineEvent(
  'MailRouted',
  t.type({ kind: MailKind, quoteIds: t.array(t.string), how: t.string, why: t.string }),
);
/** Nobody's yet: the admin is asked to assign it or say that it is no reply. */
export const MailUnmatched = defineEvent(
  'MailUnmatched',
  t.type({
    why: t.string,
    candidates: t.array(t.string),
    tokenHash: t.string,
    recipientRef: t.string,
    expiresAt: t.string,
  }),
  t.type({ to: t.string }),
);
/** The question about it left. Without this event it is asked again. */
export const MailQuestionSent = defineEvent('MailQuestionSent', t.type({ messageId: t.string }));
export const MailAssigned = defineEvent('MailAssigned', t.type({ quoteId: t.string }));
export const MailDismissed = defineEvent('MailDismissed', t.type({ why: t.string }));
export const MailSetAside = defineEvent('MailSetAside', t.type({ kind: MailKind, why: t.string }));

/** In a stream of its own, named by what a message is known by: the first to be taken in. Any other is that one again. */
export const MailClaimed = defineEvent('MailClaimed', t.type({ id: t.string }));
/** The same message was taken in before under another id. It is kept and counted, and nothing else comes of it. */
export const MailRepeated = defineEvent('MailRepeated', t.type({ of: t.string, key: t.string, bytes: t.number }));
export const mailEventTypes = [
  MailReceived,
  MailRouted,
  MailUnmatched,
  MailQuestionSent,
  MailAssigned,
  MailDismissed,
  MailSetAside,
  MailClaimed,
  MailRepeated,
] as const;
