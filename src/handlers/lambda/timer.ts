import { dynamoDbDays, dynamoDbWholeLog } from '../../adapters/aws/dynamodb-event-store.ts';
import { checkDay } from '../../workflows/daily-check/check-day.ts';
import { ROOTS } from '../../workflows/daily-check/day-record.ts';
import { awsDeciding } from './aws-deciding.ts';
import { awsTables } from './aws-tables.ts';
import { lambdaLog } from './lambda-log.ts';

const deps = awsDeciding({
  store: { ...dynamoDbDays(...awsTables()), ...dynamoDbWholeLog(...awsTables()) },
  locked: [ROOTS],
});

/**
 * It decides and writes to nobody: drafts follow from its events on the bus, letters about what it ended from the sweep.
 * Its line is the heartbeat: an alarm goes off when none came for a day.
 */
export const handler = async (): Promise<{
  readonly checked: string;
  readonly already: boolean;
  readonly quotes: number;
}> => {
  const { checked, already, outcomes } = await checkDay(deps);
  const outcome = { checked, already, quotes: outcomes.size };
  lambdaLog('info', 'DayChecked', outcome);
  return outcome;
};
