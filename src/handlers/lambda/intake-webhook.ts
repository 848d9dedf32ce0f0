import { dynamoDbDays } from '../../adapters/aws/dynamodb-event-store.ts';
import { dynamoDbApprovals } from '../../adapters/aws/dynamodb-read-models.ts';
import { HOOK_SECRET, secretOf, secretsClient } from '../../adapters/aws/secrets.ts';
import type { Dependencies } from '../../workflows/dependencies.ts';
import { functionUrl } from '../http/function-url.ts';
import { web } from '../http/web.ts';
import { awsCarryingOn } from './aws-carrying-on.ts';
import { clock } from './aws-deciding.ts';
import { awsModel } from './aws-model.ts';
import { awsTables } from './aws-tables.ts';
import { awsWorld } from './aws-world.ts';
import { variable } from './environment.ts';
import { timedCall } from './lambda-log.ts';

const hookSecrets = (): Dependencies['hookSecrets'] => {
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

const open = (host: string): Dependencies => {
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
let deps: Dependencies | null = null;

export const handler = timedCall(
  functionUrl(host => {
    deps ??= open(host);
    return web(deps);
  }),
);
