import { dynamoDbStreams } from '../../adapters/aws/dynamodb-event-store.ts';
import { dynamoDbRows } from '../../adapters/aws/dynamodb-read-models.ts';
import { projector } from '../../projections/projector.ts';
import { streamBatch } from '../stream-batch.ts';
import { awsTables } from './aws-tables.ts';
import { lambdaLog } from './lambda-log.ts';
import { changesOf } from './stream-records.ts';

const deps = {
  store: dynamoDbStreams(...awsTables()),
  readModels: dynamoDbRows(...awsTables()),
  log: lambdaLog,
};

export const handler = streamBatch(projector(deps), changesOf);
