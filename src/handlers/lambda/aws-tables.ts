import { dynamoDbClient } from '../../adapters/aws/dynamodb-client.ts';
import { variable } from './environment.ts';

let opened: ReturnType<typeof dynamoDbClient> | undefined;

/** The tables of this install, all by one client. */
export const awsTables = (): readonly [
  client: ReturnType<typeof dynamoDbClient>,
  place: { readonly prefix: string },
] => {
  opened ??= dynamoDbClient({});
  return [opened, { prefix: variable('QF_PREFIX') }];
};
