import { dynamoDbClient } from '../../adapters/aws/dynamodb-client.ts';
import { dynamoDbEventStore } from '../../adapters/aws/dynamodb-event-store.ts';
import { dynamoDbReadModels } from '../../adapters/aws/dynamodb-read-models.ts';
import type { EventStore } from '../../ports/event-store.ts';
import type { ReadModels } from '../../ports/read-models.ts';
import { variable } from './environment.ts';

/** The log and what is shown of it, for the functions that need no more. */
export const awsLog = (): { readonly store: EventStore; readonly readModels: ReadModels } => {
  const client = dynamoDbClient({});
  const prefix = variable('QF_PREFIX');
  return { store: dynamoDbEventStore(client, { prefix }), readModels: dynamoDbReadModels(client, { prefix }) };
};
