import type * as E from 'fp-ts/lib/Either.js';
import type { AnswerSettings, AnswerText, AnswerWords } from '../inbox/answer-words.ts';
import type { Message, Unreadable } from '../inbox/message.ts';
import type { ParsedMail } from '../inbox/parsed-mail.ts';
import type { Receiver } from '../inbox/provenance.ts';
import type { SafeBody } from '../inbox/sanitise.ts';

/** Reads raw mail: bounded, never acting. The adapter does it in a thread that can be killed. */
export interface MailReader {
  readonly parse: (raw: Uint8Array) => Promise<E.Either<Unreadable, ParsedMail>>;
  readonly answer: (mail: AnswerText, settings: AnswerSettings) => Promise<E.Either<Unreadable, AnswerWords>>;
  /** The message made safe to show and to pass on. */
  readonly safe: (mail: Pick<Message, 'text' | 'html'>) => Promise<E.Either<Unreadable, SafeBody>>;
  readonly receivers: readonly Receiver[];
}
