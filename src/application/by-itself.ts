import * as E from 'fp-ts/lib/Either.js';
import { StreamFault } from '../events/stream-fault.ts';

/**
 * What concerns one stream, done so that its fault stays its own: left is the fault, and the caller goes on with the
 * others. Everything else that is thrown is no stream's fault and is thrown on.
 */
export const byItself = async <T>(act: () => Promise<T>): Promise<E.Either<StreamFault, T>> => {
  try {
    return E.right(await act());
  } catch (error) {
    if (error instanceof StreamFault) return E.left(error);
    throw error;
  }
};
