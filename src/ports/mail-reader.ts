import type * as E from 'fp-ts/lib/Either.js';
import type { Message, Unreadable } from '../inbox/message.ts';
import type { Receiver } from '../inbox/provenance.ts';

/** Reads raw mail: bounded, never acting. The adapter does it in a process that can be killed. */
export interface MailReader {
  readonly parse: (raw: Uint8Array) => Promise<E.Either<Unreadable, Message>>;
  readonly receivers: readonly Receiver[];
}
