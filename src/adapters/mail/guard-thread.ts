import { parentPort } from 'node:worker_threads';
import * as E from 'fp-ts/lib/Either.js';
import { parsedMail } from '../../mail-reading/classify/parsed-mail.ts';
import { takeIn } from '../../mail-reading/mail-reading.ts';
import type { Message } from '../../mail-reading/message.ts';
import { answerWords } from '../../mail-reading/reply-label/answer-words.ts';
import { labelByWords } from '../../mail-reading/reply-label/label-by-words.ts';
import { safeBody } from '../../mail-reading/sanitise.ts';
import type { Begun, FromReader, ToReader } from './guard-messages.ts';
import { parseMessage } from './parse-message.ts';

/** The thread in which mail is read: whoever asks may end it at any moment. */
const told = async ({ task, asked }: ToReader): Promise<FromReader['told']> => {
  switch (task) {
    case 'parse':
      return E.map(parsedMail)(await parseMessage(asked.raw, asked.limits));
    case 'take':
      return E.map((message: Message) => takeIn(message, asked.settings))(await parseMessage(asked.raw, asked.limits));
    case 'answer':
      return E.right(answerWords(asked.mail, asked.settings));
    case 'label':
      return E.right(labelByWords(asked.text));
    case 'safe':
      return E.right(safeBody(asked.mail));
  }
};

parentPort?.on('message', async (question: ToReader) => {
  const answer: FromReader = { task: question.task, id: question.id, told: await told(question) };
  parentPort?.postMessage(answer);
});

const begun: Begun = { task: 'begun' };
parentPort?.postMessage(begun);
