import type { Dependencies } from '../workflows/dependencies.ts';
import { type Swept, sweep } from '../workflows/sweep.ts';

/** Every quarter of an hour: finds and does what was left half done. Fails when a stream could not be finished, so that an alarm tells. */
export const sweeper = (deps: Dependencies) => async (): Promise<Swept> => {
  const swept = await sweep(deps);
  if (swept.failed.length > 0)
    throw new Error(`${swept.failed.length} of ${swept.streams} streams could not be finished`);
  return swept;
};
