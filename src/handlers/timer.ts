import { checkDay, type DayOutcome } from '../workflows/daily-check/check-day.ts';
import type { Dependencies } from '../workflows/dependencies.ts';
import { runPendingTasks } from '../workflows/run-pending-tasks.ts';

/** The daily check, at nine by the business's clock, and the letters about what it ended. */
export const timer =
  (deps: Dependencies) => async (): Promise<Pick<DayOutcome, 'checked' | 'already'> & { readonly quotes: number }> => {
    const { checked, already, outcomes } = await checkDay(deps, {
      finish: (quote, business) => runPendingTasks(deps, quote, business),
    });
    return { checked, already, quotes: outcomes.size };
  };
