import * as E from 'fp-ts/lib/Either.js';
import { readPolicy } from './business.ts';
import { readStoredMail } from './read-mail.ts';
import { isRepsOwn } from './reps-own.ts';

/** Who takes a stored message: a rep's own mail may be a sent quote; everything else, also what cannot be read, may be an answer. */
export type Lane = 'intake' | 'reply';

/** Looks only and records nothing: whoever takes the message does all of it. */
export const laneOf = async (
  deps: Parameters<typeof readStoredMail>[0] & Parameters<typeof readPolicy>[0],
  key: string,
): Promise<Lane> => {
  const read = await readStoredMail(deps, key);
  if (!read || E.isLeft(read) || read.right.machine !== null) return 'reply';
  return isRepsOwn({ policy: await readPolicy(deps) }, read.right) ? 'intake' : 'reply';
};
