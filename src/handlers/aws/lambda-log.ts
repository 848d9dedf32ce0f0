import type { Log } from '../../ports/world.ts';

/** One object a line; Lambda's JSON format adds time and request. The filters of the alarms match `event`. */
export const lambdaLog: Log = (level, message, fields = {}) => {
  console[level]({ event: message, ...fields });
};
