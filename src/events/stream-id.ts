/** Names of streams: partition keys of the log. Only quote numbers are without the tilde. */

/** A quote's stream: its number, trimmed, NFC, upper-case. The number must not begin with `~` (the sheet refuses it). */
export const quoteStream = (number: string): string => number.trim().normalize('NFC').toUpperCase();

export const isQuoteStream = (stream: string): boolean => !stream.startsWith('~');

export const contactStream = (ref: string): string => `~contact/${ref}`;

/** `id` is the receiving service's own message id, not the sender's. */
export const mailStream = (id: string): string => `~mail/${id}`;

/** What a message is known by when it is delivered again; the stream names the first that had it. No message's own id has a slash. */
export const sameMailStream = (by: 'bytes' | 'message-id', fingerprint: string): string =>
  mailStream(`${by}/${fingerprint}`);

export const proposalStream = (id: string): string => `~proposal/${id}`;

export const periodStream = (report: string, date: string, recipientRef: string): string =>
  `~period/${report}/${date}/${recipientRef}`;

export const SYSTEM_STREAM = '~system';

/** What was found wrong with the log itself: a stream of its own, so that no damaged one is needed to decide about it. */
export const INTEGRITY_STREAM = '~integrity';

/** The last part of a stream's name: a mail's or proposal's id, a contact's reference; a quote's whole number. */
export const streamSubject = (stream: string): string =>
  isQuoteStream(stream) ? stream : stream.slice(stream.indexOf('/') + 1);
