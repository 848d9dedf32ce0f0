import {
  CreateTableCommand,
  type CreateTableCommandInput,
  type DynamoDBClient,
  ResourceInUseException,
  UpdateTimeToLiveCommand,
  waitUntilTableExists,
} from '@aws-sdk/client-dynamodb';
import { type TableProperties, tables } from './tables.ts';

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
