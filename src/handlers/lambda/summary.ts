import { dynamoDbDays } from '../../adapters/aws/dynamodb-event-store.ts';
import { summary } from '../reports.ts';
import { awsCharts } from './aws-charts.ts';
import { awsModel } from './aws-model.ts';
import { awsTables } from './aws-tables.ts';
import { awsWorld } from './aws-world.ts';
import { timedCall } from './lambda-log.ts';

export const handler = timedCall(
  summary(awsWorld({ store: dynamoDbDays(...awsTables()), charts: awsCharts(), model: awsModel('QF_SUMMARY_MODEL') })),
);
