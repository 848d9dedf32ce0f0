import type * as E from 'fp-ts/lib/Either.js';
import type { ReadingSettings, TakenMail } from '../../inbox/mail-reading.ts';
import type { Limits, Message, Unreadable } from '../../inbox/message.ts';

/** What the guarded thread is asked, and what it answers: `id` pairs them. Before all it says that it has begun. */
export type ToReader =
  | { readonly task: 'parse'; readonly id: number; readonly raw: Uint8Array; readonly limits: Limits }
  | {
      readonly task: 'take';
      readonly id: number;
      readonly raw: Uint8Array;
      readonly limits: Limits;
      readonly settings: ReadingSettings;
    };

export type Begun = { readonly task: 'begun' };

export type FromReader =
  | { readonly task: 'parse'; readonly id: number; readonly parsed: E.Either<Unreadable, Message> }
  | { readonly task: 'take'; readonly id: number; readonly taken: E.Either<Unreadable, TakenMail> };
