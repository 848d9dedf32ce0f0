import { digestDue } from '../application/reports/due-reports.ts';
import type { RunOutcome } from '../application/reports/run-report.ts';
import type { World } from '../application/world.ts';

/** Mondays at eight, to each owner and the admin. Fails when a letter did not leave, so that the schedule's retry and an alarm see it. */
export const digest = (world: World) => async (): Promise<RunOutcome> => {
  const outcome = await digestDue(world);
  if (outcome.kind === 'ran' && outcome.failed > 0)
    throw new Error(`${outcome.failed} of ${outcome.letters} digests did not leave`);
  return outcome;
};
