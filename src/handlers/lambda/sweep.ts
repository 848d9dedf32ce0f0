import { dynamoDbDays, dynamoDbWholeLog } from '../../adapters/aws/dynamodb-event-store.ts';
import {
  dynamoDbApprovals,
  dynamoDbNudgesByMessage,
  dynamoDbRows,
  dynamoDbUpkeep,
} from '../../adapters/aws/dynamodb-read-models.ts';
import { readingScans } from '../../quote-intake/reading-scans.ts';
import { sweeper } from '../sweeper.ts';
import { awsCarryingOn } from './aws-carrying-on.ts';
import { awsCharts } from './aws-charts.ts';
import { awsModel } from './aws-model.ts';
import { awsPdfReader } from './aws-pdf-reader.ts';
import { awsScanReader } from './aws-scan-reader.ts';
import { awsTables } from './aws-tables.ts';
import { awsWorld } from './aws-world.ts';
import { lambdaLog, timedCall } from './lambda-log.ts';

const sweep = sweeper(
  awsWorld({
    ...awsCarryingOn(),
    store: { ...dynamoDbDays(...awsTables()), ...dynamoDbWholeLog(...awsTables()) },
    readModels: {
      ...dynamoDbNudgesByMessage(...awsTables()),
      ...dynamoDbRows(...awsTables()),
      ...dynamoDbApprovals(...awsTables()),
      ...dynamoDbUpkeep(...awsTables()),
    },
    model: awsModel(),
    readPdf: readingScans(awsPdfReader, awsScanReader()),
    charts: awsCharts(),
  }),
);

export const handler = timedCall(async (): Promise<void> => {
  const { streams, tasks } = await sweep();
  lambdaLog('info', 'Swept', { streams, tasks });
});
