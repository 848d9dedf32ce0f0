import type * as E from 'fp-ts/lib/Either.js';
import type { ParsedMail } from '../../mail-reading/classify/parsed-mail.ts';
import type { ReadingSettings, TakenMail } from '../../mail-reading/mail-reading.ts';
import type { Limits, Message, Unreadable } from '../../mail-reading/message.ts';
import type { AnswerSettings, AnswerText, AnswerWords } from '../../mail-reading/reply-label/answer-words.ts';
import type { WordsLabel } from '../../mail-reading/reply-label/label-by-words.ts';
import type { SafeBody } from '../../mail-reading/sanitise.ts';

/** What the guarded thread is asked, by the task. */
export interface Asked {
  readonly parse: { readonly raw: Uint8Array; readonly limits: Limits };
  readonly take: { readonly raw: Uint8Array; readonly limits: Limits; readonly settings: ReadingSettings };
  readonly answer: { readonly mail: AnswerText; readonly settings: AnswerSettings };
  readonly label: { readonly text: string };
  readonly safe: { readonly mail: Pick<Message, 'text' | 'html'> };
}

/** What comes of each. */
export interface Told {
  readonly parse: E.Either<Unreadable, ParsedMail>;
  readonly take: E.Either<Unreadable, TakenMail>;
  readonly answer: E.Either<Unreadable, AnswerWords>;
  readonly label: E.Either<Unreadable, WordsLabel>;
  readonly safe: E.Either<Unreadable, SafeBody>;
}

/** `id` pairs a question with what is told of it. Before all the thread says that it has begun. */
export type ToReader = {
  readonly [Task in keyof Asked]: { readonly task: Task; readonly id: number; readonly asked: Asked[Task] };
}[keyof Asked];

export interface FromReader<Task extends keyof Told = keyof Told> {
  readonly task: Task;
  readonly id: number;
  readonly told: Told[Task];
}

export type Begun = { readonly task: 'begun' };
