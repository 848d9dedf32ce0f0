import { checkDay, type DayOutcome } from '../application/check-day.ts';
import type { World } from '../application/world.ts';

/** The daily check, at nine by the business's clock. */
export const timer =
  (world: World) => async (): Promise<Pick<DayOutcome, 'checked' | 'already'> & { readonly quotes: number }> => {
    const { checked, already, outcomes } = await checkDay(world);
    return { checked, already, quotes: outcomes.size };
  };
