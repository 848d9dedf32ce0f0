import { type Swept, sweep } from '../application/sweep.ts';
import type { World } from '../application/world.ts';

/** Every quarter of an hour: finds and does what was left half done. Fails when a stream could not be finished, so that an alarm tells. */
export const sweeper = (world: World) => async (): Promise<Swept> => {
  const swept = await sweep(world);
  if (swept.failed.length > 0)
    throw new Error(`${swept.failed.length} of ${swept.streams} streams could not be finished`);
  return swept;
};
