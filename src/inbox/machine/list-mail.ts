import type { Message } from '../message.ts';
import { headerOf, headersOf } from '../message.ts';

const LIST_FIELDS = [
  'list-id',
  'list-post',
  'list-help',
  'x-mailing-list',
  'mailing-list',
  'x-ml-name',
  'x-mlserver',
  'x-beenthere',
  'x-mailman-version',
  'x-list',
];
const MOST_HOPS = 50;

/** Why a mail was sent to many, or runs in circles; `null` when it was not. */
export const whyList = (message: Message): string | null => {
  const field = LIST_FIELDS.find(name => headerOf(message.headers, name) !== null);
  if (field !== undefined) return `header ${field}`;
  if (/^\s*(list|bulk|junk)\b/i.test(headerOf(message.headers, 'precedence') ?? '')) return 'header precedence';
  if (headerOf(message.headers, 'list-unsubscribe') !== null) return 'header list-unsubscribe';
  return headersOf(message.headers, 'received').length > MOST_HOPS ? 'runs in circles' : null;
};
