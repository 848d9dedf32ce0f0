import { summaryDue } from '../application/reports/due-reports.ts';
import type { RunOutcome } from '../application/reports/run-report.ts';
import type { World } from '../application/world.ts';

/** First Mondays at nine, to the stakeholders. Fails when a letter did not leave, so that the schedule's retry and an alarm see it. */
export const summary = (world: World) => async (): Promise<RunOutcome> => {
  const outcome = await summaryDue(world);
  if (outcome.kind === 'ran' && outcome.failed > 0)
    throw new Error(`${outcome.failed} of ${outcome.letters} summaries did not leave`);
  return outcome;
};
