import { parentPort } from 'node:worker_threads';
import { readingOf } from '../../inbox/mail-reading.ts';
import type { FromReader, ToReader } from './guard-messages.ts';
import { parseMessage } from './parse-message.ts';

/** The thread in which mail is read: whoever asks may end it at any moment. */
const answer = async (question: ToReader): Promise<FromReader> => {
  const { id, raw, limits } = question;
  const parsed = await parseMessage(raw, limits);
  return question.task === 'parse'
    ? { task: 'parse', id, parsed }
    : { task: 'read', id, reading: readingOf(parsed, question.settings) };
};

parentPort?.on('message', async (question: ToReader) => {
  parentPort?.postMessage(await answer(question));
});
