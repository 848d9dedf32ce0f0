import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBStreamsClient } from '@aws-sdk/client-dynamodb-streams';
import { type AwsPlace, clientOptions } from './client-options.ts';

/** Where the tables are: on AWS, or at an engine's own URL. */
export type DynamoDbPlace = AwsPlace;

/**
 * The log's client, with less work around each call. The SDK copies every answer for a log line that nobody keeps,
 * secrets masked field by field: a quarter of what it costs to read a chain of 20 events. That step is taken out, and the
 * one that composes a text about the SDK for each call's `User-Agent`: a twentieth of a put. What remains is put
 * together once for each kind of call, not anew for each.
 */
export const dynamoDbClient = (place: DynamoDbPlace): DynamoDBClient => {
  const client = new DynamoDBClient({ ...clientOptions(place), cacheMiddleware: true });
  client.middlewareStack.remove('loggerMiddleware');
  client.middlewareStack.remove('getUserAgentMiddleware');
  return client;
};

export const dynamoDbStreamsClient = (place: DynamoDbPlace): DynamoDBStreamsClient =>
  new DynamoDBStreamsClient(clientOptions(place));
