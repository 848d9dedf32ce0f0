import { Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBStreamsClient } from '@aws-sdk/client-dynamodb-streams';
import { NodeHttpHandler } from '@smithy/node-http-handler';

const MAX_SOCKETS = 64;
const CONNECT_MS = 3_000;
const ANSWER_MS = 15_000;

/** Where the tables are: on AWS (region and credentials from the environment) or at an engine's own URL. */
export interface DynamoDbPlace {
  readonly endpoint?: string;
  /** Local engines take any region and key, but want some. */
  readonly local?: boolean;
}

const options = ({ endpoint, local = false }: DynamoDbPlace) => ({
  ...(endpoint === undefined ? {} : { endpoint }),
  ...(local ? { region: 'local', credentials: { accessKeyId: 'local', secretAccessKey: 'local' } } : {}),
  requestHandler: new NodeHttpHandler({
    connectionTimeout: CONNECT_MS,
    requestTimeout: ANSWER_MS,
    throwOnRequestTimeout: true,
    httpAgent: new HttpAgent({ keepAlive: true, maxSockets: MAX_SOCKETS }),
    httpsAgent: new HttpsAgent({ keepAlive: true, maxSockets: MAX_SOCKETS }),
  }),
});

/**
 * The log's client. The SDK copies every answer for a log line that nobody keeps, secrets masked field by field: a
 * quarter of what it costs to read a chain of 20 events. That step is taken out.
 */
export const dynamoDbClient = (place: DynamoDbPlace): DynamoDBClient => {
  const client = new DynamoDBClient(options(place));
  client.middlewareStack.remove('loggerMiddleware');
  return client;
};

export const dynamoDbStreamsClient = (place: DynamoDbPlace): DynamoDBStreamsClient =>
  new DynamoDBStreamsClient(options(place));
