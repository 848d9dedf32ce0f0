import { headerOf, type Message } from '../message.ts';

/**
 * Set on every mail we send, beside `Auto-Submitted: auto-generated`. Mail programs drop it from replies, so a mail that
 * has it among its own header fields is ours come back: a redirect, a loop, a copy to ourselves.
 */
export const OWN_HEADER = 'X-Quote-Follow-Up';

/** What tells it. */
export const COME_BACK = { kind: 'own', why: 'our own mail come back' } as const;

/** True for our own mail come back. `isOurId` knows the ids of mails we sent (local part and host, no brackets). */
export const isOwnMail = (message: Message, isOurId: (messageId: string) => boolean): boolean =>
  headerOf(message.headers, OWN_HEADER.toLowerCase()) !== null ||
  (message.messageId !== null && isOurId(message.messageId));
