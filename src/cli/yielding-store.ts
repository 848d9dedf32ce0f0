import { setImmediate as turn } from 'node:timers/promises';
import type { EventStore } from '../ports/event-store.ts';

const AT_A_TIME = 250;

/**
 * The same log; during long readings the rest of the process gets its turn. An engine that answers at once would
 * otherwise keep Ctrl-C, and the news that nobody reads our output any more, waiting to the end.
 */
export const givingWay = (store: EventStore): EventStore => ({
  ...store,
  byDay: async (day, options) => {
    await turn();
    return store.byDay(day, options);
  },
  scan: async function* (options) {
    let since = 0;
    for await (const event of store.scan(options)) {
      yield event;
      if (++since < AT_A_TIME) continue;
      since = 0;
      await turn();
    }
  },
});
