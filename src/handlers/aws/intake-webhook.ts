import { dynamoDbDays } from '../../adapters/aws/dynamodb-event-store.ts';
import { dynamoDbApprovals } from '../../adapters/aws/dynamodb-read-models.ts';
import { HOOK_SECRET } from '../../adapters/aws/secret-shapes.ts';
import { secretOf, secretsClient } from '../../adapters/aws/secrets.ts';
import type { World } from '../../application/world.ts';
import { functionUrl } from '../function-url.ts';
import { web } from '../web.ts';
import { awsCarryingOn } from './aws-carrying-on.ts';
import { clock } from './aws-deciding.ts';
import { awsModel } from './aws-model.ts';
import { awsTables } from './aws-tables.ts';
import { awsWorld } from './aws-world.ts';
import { timedCall } from './call-time.ts';
import { variable } from './environment.ts';

const hookSecrets = (): World['hookSecrets'] => {
  const read = secretOf(secretsClient({}), {
    id: variable('QF_HOOK_SECRET'),
    shape: HOOK_SECRET,
    clock,
  });
  return async () => {
    const { current, previous } = await read();
    return [current, previous ?? ''].filter(secret => secret !== '');
  };
};

const open = (host: string): World => {
  const configured = variable('QF_PUBLIC_URL');
  const { readModels, ...carryingOn } = awsCarryingOn();
  return awsWorld({
    ...carryingOn,
    store: dynamoDbDays(...awsTables()),
    readModels: { ...readModels, ...dynamoDbApprovals(...awsTables()) },
    model: awsModel(),
    hookSecrets: hookSecrets(),
    publicUrl: configured === '' ? `https://${host}` : configured,
  });
};

/** Its own address stands in no variable: a template cannot name a function's URL within that function. */
let world: World | null = null;

export const handler = timedCall(
  functionUrl(host => {
    world ??= open(host);
    return web(world);
  }),
);
