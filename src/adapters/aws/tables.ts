import {
  CreateTableCommand,
  type CreateTableCommandInput,
  type DynamoDBClient,
  ResourceInUseException,
  UpdateTimeToLiveCommand,
  waitUntilTableExists,
} from '@aws-sdk/client-dynamodb';

/**
 * The five tables: the one source of their keys, indexes and settings. Local engines are created from it, and the
 * deployment template is compared with it. Properties are shaped and named as CloudFormation's `AWS::DynamoDB::Table`.
 */
export interface TableProperties {
  readonly TableName: string;
  readonly BillingMode: 'PAY_PER_REQUEST';
  readonly AttributeDefinitions: readonly { readonly AttributeName: string; readonly AttributeType: 'S' | 'N' }[];
  readonly KeySchema: KeySchema;
  readonly LocalSecondaryIndexes?: readonly Index[];
  readonly GlobalSecondaryIndexes?: readonly Index[];
  readonly StreamSpecification?: { readonly StreamViewType: 'NEW_AND_OLD_IMAGES' };
  readonly TimeToLiveSpecification?: { readonly AttributeName: string; readonly Enabled: true };
  readonly PointInTimeRecoverySpecification: { readonly PointInTimeRecoveryEnabled: boolean };
  readonly DeletionProtectionEnabled: boolean;
}

export type KeySchema = readonly { readonly AttributeName: string; readonly KeyType: 'HASH' | 'RANGE' }[];

export interface Index {
  readonly IndexName: string;
  readonly KeySchema: KeySchema;
  readonly Projection: { readonly ProjectionType: 'ALL' | 'KEYS_ONLY' };
}

export type TableKey = 'audit' | 'nudges' | 'reply' | 'approvals' | 'keys';

/** `qf-audit` and its siblings; another prefix is another install in the same account and region. */
export const tableName = (prefix: string, table: TableKey): string => `${prefix}-${table}`;

export const tables = (prefix: string): Readonly<Record<TableKey, TableProperties>> => ({
  audit: {
    ...table(prefix, 'audit', { quote_id: 'S', version: 'N' }),
    AttributeDefinitions: attributes({ quote_id: 'S', version: 'N', ts: 'S', day: 'S' }),
    // Keys only: what a local index projects counts against the item's 400 KB once more.
    LocalSecondaryIndexes: [index('by_ts', ['quote_id', 'ts'], 'KEYS_ONLY')],
    GlobalSecondaryIndexes: [index('by_day', ['day', 'ts'])],
    StreamSpecification: { StreamViewType: 'NEW_AND_OLD_IMAGES' },
  },
  nudges: {
    ...table(prefix, 'nudges', { quote_id: 'S', step_index: 'N' }),
    AttributeDefinitions: attributes({ quote_id: 'S', step_index: 'N', message_id: 'S' }),
    GlobalSecondaryIndexes: [index('by_message', ['message_id'])],
  },
  reply: table(prefix, 'reply', { quote_id: 'S', reply_date: 'S' }),
  approvals: {
    ...table(prefix, 'approvals', { token: 'S' }),
    TimeToLiveSpecification: { AttributeName: 'expires_at', Enabled: true },
  },
  keys: {
    ...table(prefix, 'keys', { ref: 'S' }),
    // A backup of a destroyed key would undo the erasure.
    PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: false },
  },
});

type Attributes = Readonly<Record<string, 'S' | 'N'>>;

const table = (prefix: string, name: TableKey, key: Attributes): TableProperties => ({
  TableName: tableName(prefix, name),
  BillingMode: 'PAY_PER_REQUEST',
  AttributeDefinitions: attributes(key),
  KeySchema: keySchema(Object.keys(key)),
  PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
  DeletionProtectionEnabled: true,
});

const attributes = (types: Attributes): TableProperties['AttributeDefinitions'] =>
  Object.entries(types).map(([AttributeName, AttributeType]) => ({ AttributeName, AttributeType }));

const index = (
  IndexName: string,
  key: readonly string[],
  ProjectionType: Index['Projection']['ProjectionType'] = 'ALL',
): Index => ({ IndexName, KeySchema: keySchema(key), Projection: { ProjectionType } });

const keySchema = (names: readonly string[]): KeySchema =>
  names.map((AttributeName, place) => ({ AttributeName, KeyType: place === 0 ? 'HASH' : 'RANGE' }));

/** Longest wait for a table that is being created. */
const MAX_WAIT_SECONDS = 60;

/**
 * Creates the five tables on a local engine, as the template does on AWS, protected from deletion unless they are to go
 * again soon. Those that are there are left as they are.
 */
export const createTables = async (client: DynamoDBClient, prefix: string, { passing = false } = {}): Promise<void> => {
  for (const table of Object.values(tables(prefix)))
    await createTable(client, passing ? { ...table, DeletionProtectionEnabled: false } : table);
};

const createTable = async (client: DynamoDBClient, table: TableProperties): Promise<void> => {
  try {
    await client.send(new CreateTableCommand(toCreation(table)));
  } catch (error) {
    if (error instanceof ResourceInUseException) return;
    throw error;
  }
  await waitUntilTableExists({ client, maxWaitTime: MAX_WAIT_SECONDS, minDelay: 1 }, { TableName: table.TableName });
  const { TableName, TimeToLiveSpecification } = table;
  if (TimeToLiveSpecification) await client.send(new UpdateTimeToLiveCommand({ TableName, TimeToLiveSpecification }));
};

/** Time to live and backups are no part of the call that creates a table; local engines have no backups. */
const toCreation = (table: TableProperties): CreateTableCommandInput => {
  const { TimeToLiveSpecification: _, PointInTimeRecoverySpecification: __, StreamSpecification, ...rest } = table;
  return {
    ...(rest as unknown as CreateTableCommandInput),
    ...(StreamSpecification ? { StreamSpecification: { StreamEnabled: true, ...StreamSpecification } } : {}),
  };
};
