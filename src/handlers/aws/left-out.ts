import type { ObjectStore } from '../../ports/object-store.ts';
import type { ReadModels } from '../../ports/read-models.ts';

/**
 * Stands for a part of the world that a function's code never reaches: neither its bundle holds the adapter nor does its
 * role allow the calls. A test looks that it is never reached; were it after all, this is what it says.
 */
export const leftOut = (part: string) => (): never => {
  throw new Error(`${part} was left out of this function`);
};

export const NO_READ_MODELS: ReadModels = {
  put: leftOut('keeping rows'),
  mend: leftOut('mending rows'),
  nudgesOf: leftOut('the nudges'),
  repliesOf: leftOut('the replies'),
  approval: leftOut('the approvals'),
  nudgeByMessage: leftOut('the nudges by message'),
  all: leftOut('all rows'),
};

export const NO_OBJECTS: ObjectStore = {
  get: leftOut('reading objects'),
  put: leftOut('writing objects'),
  putOver: leftOut('writing objects'),
  putOnce: leftOut('writing objects'),
  list: leftOut('listing objects'),
  touch: leftOut('touching objects'),
};
