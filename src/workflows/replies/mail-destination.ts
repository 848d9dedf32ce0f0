import * as E from 'fp-ts/lib/Either.js';
import { readPolicy } from '../business-context.ts';
import { isFromRep } from './inbound.ts';
import { readStoredMail } from './read-mail.ts';

/** Who takes a stored message: a rep's own mail may be a sent quote; everything else, also what cannot be read, may be an answer. */
export type MailDestination = 'intake' | 'reply';

/** Looks only and records nothing: whoever takes the message does all of it. */
export const laneOf = async (
  deps: Parameters<typeof readStoredMail>[0] & Parameters<typeof readPolicy>[0],
  key: string,
): Promise<MailDestination> => {
  const read = await readStoredMail(deps, key);
  if (!read || E.isLeft(read) || read.right.machine !== null) return 'reply';
  return isFromRep({ policy: await readPolicy(deps) }, read.right) ? 'intake' : 'reply';
};
