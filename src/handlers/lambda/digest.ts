import { dynamoDbDays } from '../../adapters/aws/dynamodb-event-store.ts';
import { digest } from '../reports.ts';
import { awsCharts } from './aws-charts.ts';
import { awsTables } from './aws-tables.ts';
import { awsWorld } from './aws-world.ts';

/** Figures, lists and a chart: nothing is asked of a model. */
export const handler = digest(awsWorld({ store: dynamoDbDays(...awsTables()), charts: awsCharts() }));
