import type { Dependencies } from '../workflows/dependencies.ts';
import { digestDue, summaryDue } from '../workflows/reports/due-reports.ts';
import type { RunOutcome } from '../workflows/reports/run-report.ts';

/** Mondays at eight, to each owner and the admin. Fails when a letter did not leave, so that the schedule's retry and an alarm see it. */
export const digest = (deps: Dependencies) => async (): Promise<RunOutcome> => {
  const outcome = await digestDue(deps);
  if (outcome.kind === 'ran' && outcome.failed > 0)
    throw new Error(`${outcome.failed} of ${outcome.letters} digests did not leave`);
  return outcome;
};

/** First Mondays at nine, to the stakeholders. Fails when a letter did not leave, so that the schedule's retry and an alarm see it. */
export const summary = (deps: Dependencies) => async (): Promise<RunOutcome> => {
  const outcome = await summaryDue(deps);
  if (outcome.kind === 'ran' && outcome.failed > 0)
    throw new Error(`${outcome.failed} of ${outcome.letters} summaries did not leave`);
  return outcome;
};
