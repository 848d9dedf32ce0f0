import { DescribeTableCommand, type DynamoDBClient, ResourceNotFoundException } from '@aws-sdk/client-dynamodb';
import { type LambdaClient, ListEventSourceMappingsCommand } from '@aws-sdk/client-lambda';
import { aws, byScript, type Deployment, type Finding, good, noted, orGood, redeploy, wrong } from './finding.ts';

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

/** Both readers of the log's changes are on, on the stream that the table has now. */
export const checkStreams = ({ stream, readers }: StreamFacts, at: Deployment): readonly Finding[] => {
  if (stream === null)
    return [
      wrong(
        'streams',
        `the table ${at.prefix}-audit is missing or has no stream: nothing is shown, nothing is drafted`,
        byScript(at, 'adopt-restored-log'),
      ),
    ];
  const faults = readers.flatMap(({ name, mappings }) => readerFaults(`${at.prefix}-${name}`, mappings, stream, at));
  return orGood(faults, 'streams', `${readers.map(({ name }) => name).join(' and ')} read the log's stream`);
};

const readerFaults = (
  reader: string,
  mappings: readonly MappingFacts[],
  stream: string,
  at: Deployment,
): readonly Finding[] => {
  const ours = mappings.filter(mapping => mapping.stream === stream);
  if (ours.length === 0) {
    const others = mappings.length > 0 ? ", only one that is no longer the table's" : '';
    return [wrong('streams', `${reader} reads no stream of the log${others}`, byScript(at, 'adopt-restored-log'))];
  }
  return ours.flatMap(({ id, state, last }) => {
    if (state === 'Disabled' || state === 'Disabling')
      return [
        wrong(
          'streams',
          `${reader} is cut off from the log's stream`,
          aws(at, `lambda update-event-source-mapping --uuid ${id} --enabled`),
        ),
      ];
    return last.startsWith('PROBLEM')
      ? [
          wrong(
            'streams',
            `${reader} cannot work through the log's stream: ${last}`,
            noted(
              `sam logs --region ${at.region} --cw-log-group /aws/lambda/${at.prefix} --start-time '1 hour ago'`,
              `mend what it says, then: ${redeploy(at, null)}`,
            ),
          ),
        ]
      : [];
  });
};

/** A log restored from a backup does not know the sends since, and nothing leaves until it was told of them. */
export const checkLog = (isBehind: boolean, { prefix, region }: Deployment): readonly Finding[] =>
  isBehind
    ? [
        wrong(
          'log',
          'the log was restored to before its newest send: nothing leaves until it knows of every send it forgot',
          noted(
            `npx qf reconcile --prefix ${prefix} --region ${region}`,
            'with --dry-run it only says what it would record',
          ),
        ),
      ]
    : [good('log', 'the log knows of the newest send that is kept beside it')];
