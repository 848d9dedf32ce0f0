import type * as E from 'fp-ts/lib/Either.js';
import type { ParsedMail } from '../mail-reading/classify/parsed-mail.ts';
import type { Message, Unreadable } from '../mail-reading/message.ts';
import type { AnswerSettings, AnswerText, AnswerWords } from '../mail-reading/reply-label/answer-words.ts';
import type { SafeBody } from '../mail-reading/sanitise.ts';
import type { Receiver } from '../mail-reading/trust/provenance.ts';

/** A mail before it is MIME. Header values hold no CR or LF; the adapter refuses them. */
export interface OutgoingMail {
  readonly from: { readonly name: string; readonly address: string };
  readonly to: string;
  readonly bcc?: readonly string[];
  readonly replyTo?: string;
  readonly subject: string;
  readonly text: string;
  readonly html?: string;
  /** Message-ID local parts with host, in angle brackets. */
  readonly inReplyTo?: string;
  readonly references?: readonly string[];
  readonly headers?: Readonly<Record<string, string>>;
  readonly attachments?: readonly OutgoingAttachment[];
  /** Tags that come back in delivery events: `[A-Za-z0-9_-]` only. */
  readonly tags?: Readonly<Record<string, string>>;
  /**
   * Names the letter. A service that can, hands one name over once and answers a repetition as it answered the first;
   * one that cannot, sends again. Only for mails that do no harm twice.
   */
  readonly onceKey?: string;
}

export interface OutgoingAttachment {
  readonly filename: string;
  readonly contentType: string;
  readonly content: Uint8Array;
  /** For an image shown inside the HTML. */
  readonly cid?: string;
}

export type SendResult =
  | { readonly kind: 'sent'; readonly messageId: string }
  /** Definite: the service will not send this. */
  | { readonly kind: 'refused'; readonly reason: string }
  /** Definite: not sent now, may be tried again. */
  | { readonly kind: 'throttled'; readonly reason: string }
  /** No answer: it may or may not have left. Never repeated without a person. */
  | { readonly kind: 'unknown'; readonly reason: string };

/** Hands a mail over, once, within `timeoutMs`. Never retries by itself, never throws for what the service did. */
export interface Mailer {
  readonly send: (mail: OutgoingMail, options: { readonly timeoutMs: number }) => Promise<SendResult>;
}

/** Reads raw mail: bounded, never acting. The adapter does it in a thread that can be killed. */
export interface MailReader {
  readonly parse: (raw: Uint8Array) => Promise<E.Either<Unreadable, ParsedMail>>;
  readonly answer: (mail: AnswerText, settings: AnswerSettings) => Promise<E.Either<Unreadable, AnswerWords>>;
  /** The message made safe to show and to pass on. */
  readonly safe: (mail: Pick<Message, 'text' | 'html'>) => Promise<E.Either<Unreadable, SafeBody>>;
  readonly receivers: readonly Receiver[];
}
