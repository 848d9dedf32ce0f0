import * as E from 'fp-ts/lib/Either.js';
import { parsedMail } from '../../mail-reading/classify/parsed-mail.ts';
import { type Limits, MAIL_LIMITS, type Message, type Unreadable } from '../../mail-reading/message.ts';
import { answerWords } from '../../mail-reading/reply-label/answer-words.ts';
import { safeBody } from '../../mail-reading/sanitise.ts';
import type { MailReader } from '../../ports/mail.ts';
import { readMessage } from './read-message.ts';

/**
 * Reads a raw mail. Time and memory are linear in its size and bounded by `limits`; an error of ours is `broken`, so that
 * the original still reaches a person instead of failing the run for ever.
 */
export const parseMessage = async (
  raw: Uint8Array,
  limits: Limits = MAIL_LIMITS,
): Promise<E.Either<Unreadable, Message>> => {
  try {
    return await readMessage(raw, limits);
  } catch (error) {
    return E.left({
      kind: 'broken',
      why: `could not be read: ${error instanceof Error ? error.message : String(error)}`,
    });
  }
};

/** Reads where it is asked, unguarded: for a run whose every step must come in the same order. */
export const readingHere: Omit<MailReader, 'receivers'> = {
  parse: async raw => E.map(parsedMail)(await parseMessage(raw)),
  answer: async (mail, settings) => E.right(answerWords(mail, settings)),
  safe: async mail => E.right(safeBody(mail)),
};
