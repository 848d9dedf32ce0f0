import type { ObjectStore } from '../../ports/object-store.ts';
import type { ReadModels } from '../../ports/read-models.ts';

/**
 * Stands for a part of the world that a function's code never reaches: neither its bundle holds the adapter nor does its
 * role allow the calls. A test looks that it is never reached; were it after all, this is what it says.
 */
export const unavailable = (part: string) => (): never => {
  throw new Error(`${part} was left out of this function`);
};

export const NO_READ_MODELS: ReadModels = {
  put: unavailable('keeping rows'),
  mend: unavailable('mending rows'),
  nudgesOf: unavailable('the nudges'),
  repliesOf: unavailable('the replies'),
  approval: unavailable('the approvals'),
  nudgeByMessage: unavailable('the nudges by message'),
  all: unavailable('all rows'),
};

export const NO_OBJECTS: ObjectStore = {
  get: unavailable('reading objects'),
  put: unavailable('writing objects'),
  putOver: unavailable('writing objects'),
  putOnce: unavailable('writing objects'),
  list: unavailable('listing objects'),
  touch: unavailable('touching objects'),
};
