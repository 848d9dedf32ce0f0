import { DescribeTableCommand, type DynamoDBClient, ResourceNotFoundException } from '@aws-sdk/client-dynamodb';
import { type LambdaClient, ListEventSourceMappingsCommand } from '@aws-sdk/client-lambda';

export interface MappingFacts {
  readonly id: string;
  readonly stream: string;
  readonly state: string;
  /** What became of the last batch, in Lambda's words. */
  readonly last: string;
}

export interface StreamFacts {
  /** The log's stream as it is now: a restored table has another. Null: there is no table, or it has no stream. */
  readonly stream: string | null;
  readonly readers: readonly { readonly name: string; readonly mappings: readonly MappingFacts[] }[];
}

/** The two that read the log's changes; a stream takes no more. */
export const READERS = ['projector', 'publisher'] as const;

export const lookAtStreams = async (
  clients: { readonly dynamodb: DynamoDBClient; readonly lambda: LambdaClient },
  prefix: string,
): Promise<StreamFacts> => {
  const [stream, ...readers] = await Promise.all([
    streamOf(clients.dynamodb, `${prefix}-audit`),
    ...READERS.map(async name => ({ name, mappings: await mappingsOf(clients.lambda, `${prefix}-${name}`) })),
  ]);
  return { stream, readers };
};

const streamOf = async (client: DynamoDBClient, TableName: string): Promise<string | null> => {
  try {
    return (await client.send(new DescribeTableCommand({ TableName }))).Table?.LatestStreamArn ?? null;
  } catch (error) {
    if (error instanceof ResourceNotFoundException) return null;
    throw error;
  }
};

const mappingsOf = async (client: LambdaClient, FunctionName: string): Promise<readonly MappingFacts[]> => {
  const { EventSourceMappings = [] } = await client.send(new ListEventSourceMappingsCommand({ FunctionName }));
  return EventSourceMappings.map(({ UUID = '', EventSourceArn = '', State = '', LastProcessingResult = '' }) => ({
    id: UUID,
    stream: EventSourceArn,
    state: State,
    last: LastProcessingResult,
  }));
};
