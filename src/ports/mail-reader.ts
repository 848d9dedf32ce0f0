import type * as E from 'fp-ts/lib/Either.js';
import type { AnswerSettings, AnswerText, AnswerWords } from '../inbox/answer-words.ts';
import type { Unreadable } from '../inbox/message.ts';
import type { ParsedMail } from '../inbox/parsed-mail.ts';
import type { Receiver } from '../inbox/provenance.ts';

/** Reads raw mail: bounded, never acting. The adapter does it in a thread that can be killed. */
export interface MailReader {
  readonly parse: (raw: Uint8Array) => Promise<E.Either<Unreadable, ParsedMail>>;
  readonly answer: (mail: AnswerText, settings: AnswerSettings) => Promise<E.Either<Unreadable, AnswerWords>>;
  readonly receivers: readonly Receiver[];
}
