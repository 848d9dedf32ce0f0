import { carryOn } from '../application/carry-on.ts';
import { checkDay, type DayOutcome } from '../application/check-day.ts';
import type { World } from '../application/world.ts';

/** The daily check, at nine by the business's clock, and the letters about what it ended. */
export const timer =
  (world: World) => async (): Promise<Pick<DayOutcome, 'checked' | 'already'> & { readonly quotes: number }> => {
    const { checked, already, outcomes } = await checkDay(world, {
      finish: (quote, business) => carryOn(world, quote, business),
    });
    return { checked, already, quotes: outcomes.size };
  };
