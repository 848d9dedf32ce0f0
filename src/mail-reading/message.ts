/** A mailbox as a header names it. `address` is as written (case kept), empty when only a name stands there. */
export interface Address {
  readonly name: string;
  readonly address: string;
}

/** One header field, in the order of the message. `name` is lower-case, `value` unfolded but not decoded (RFC 2047). */
export interface HeaderLine {
  readonly name: string;
  readonly value: string;
}

/** A part that is not the message's own text. `content` is decoded from its transfer encoding, never unpacked further. */
export interface Attachment {
  readonly filename: string | null;
  /** `type/subtype`, lower-case, as declared: a claim of the sender, not a fact. */
  readonly contentType: string;
  readonly contentId: string | null;
  readonly disposition: 'attachment' | 'inline' | null;
  readonly size: number;
  readonly content: Uint8Array;
}

/** What machines put into a mail for machines. */
export interface MachineParts {
  /** Each `message/delivery-status` (RFC 3464), decoded. */
  readonly deliveryStatus: readonly string[];
  /** The `message/feedback-report` (RFC 5965) of a complaint, decoded. */
  readonly feedbackReport: string | null;
  /** The `message/disposition-notification` (RFC 8098) of a read receipt, decoded. */
  readonly receipt: string | null;
  /** Header fields of each enclosed or returned message (`message/rfc822`, `text/rfc822-headers`), outermost first. */
  readonly enclosed: readonly (readonly HeaderLine[])[];
}

/** A mail as read, bounded by `Limits`. Nothing in it is believed: every field is what the sender, or a relay, wrote. */
export interface Message {
  readonly headers: readonly HeaderLine[];
  readonly subject: string;
  readonly from: readonly Address[];
  readonly to: readonly Address[];
  readonly cc: readonly Address[];
  readonly replyTo: readonly Address[];
  readonly sender: readonly Address[];
  /** Without angle brackets. */
  readonly messageId: string | null;
  readonly inReplyTo: readonly string[];
  readonly references: readonly string[];
  /** ISO 8601 with the sender's own offset, so the first ten characters are the sender's day. `null`: unreadable or absent. */
  readonly date: string | null;
  /** `type/subtype` of the whole message, lower-case. */
  readonly contentType: string;
  /** Parameters of the top `Content-Type`, names lower-case. */
  readonly contentParams: Readonly<Record<string, string>>;
  /** The message's own plain text; `null` when a part of it exists as HTML only, then `html` holds everything. */
  readonly text: string | null;
  readonly html: string | null;
  readonly attachments: readonly Attachment[];
  readonly machine: MachineParts;
  readonly sizeBytes: number;
  /** What was left unread because a limit was reached; empty for ordinary mail. */
  readonly limited: readonly string[];
}

/** Why bytes could not be read as a mail. The original is kept and goes to a person. */
export interface Unreadable {
  readonly kind: 'too-large' | 'not-mail' | 'timed-out' | 'broken';
  readonly why: string;
}

/** Bounds on reading one message; past them the rest is left unread and named in `limited`, save `bytes`, which refuses. */
export interface Limits {
  readonly bytes: number;
  readonly parts: number;
  readonly depth: number;
  readonly headerLines: number;
  readonly headerBytes: number;
  readonly addresses: number;
}

/** 15 MB is the most that is read; larger mail goes to a person unread. */
export const MAIL_LIMITS: Limits = {
  bytes: 15 * 1024 * 1024,
  parts: 500,
  depth: 30,
  headerLines: 5_000,
  headerBytes: 12 * 1024 * 1024,
  addresses: 2_000,
};

/** The first value of a header, or `null`. Name in lower case. */
export const headerOf = (headers: readonly HeaderLine[], name: string): string | null =>
  headers.find(header => header.name === name)?.value ?? null;

export const headersOf = (headers: readonly HeaderLine[], name: string): readonly string[] =>
  headers.filter(header => header.name === name).map(header => header.value);

/** Rows of nudges hold the id without its host. */
export const localPart = (messageKey: string): string => {
  const at = messageKey.lastIndexOf('@');
  return at < 0 ? messageKey : messageKey.slice(0, at);
};
