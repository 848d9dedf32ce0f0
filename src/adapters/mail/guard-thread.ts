import { parentPort } from 'node:worker_threads';
import * as E from 'fp-ts/lib/Either.js';
import { takeIn } from '../../inbox/mail-reading.ts';
import type { Message } from '../../inbox/message.ts';
import type { Begun, FromReader, ToReader } from './guard-messages.ts';
import { parseMessage } from './parse-message.ts';

/** The thread in which mail is read: whoever asks may end it at any moment. */
const answer = async (question: ToReader): Promise<FromReader> => {
  const { id, raw, limits } = question;
  const parsed = await parseMessage(raw, limits);
  return question.task === 'parse'
    ? { task: 'parse', id, parsed }
    : { task: 'take', id, taken: E.map((message: Message) => takeIn(message, question.settings))(parsed) };
};

parentPort?.on('message', async (question: ToReader) => {
  parentPort?.postMessage(await answer(question));
});

const begun: Begun = { task: 'begun' };
parentPort?.postMessage(begun);
