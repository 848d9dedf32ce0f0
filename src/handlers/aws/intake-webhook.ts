import { HOOK_SECRET } from '../../adapters/aws/secret-shapes.ts';
import { secretOf, secretsClient } from '../../adapters/aws/secrets.ts';
import type { World } from '../../application/world.ts';
import { functionUrl } from '../function-url.ts';
import { web } from '../web.ts';
import { awsModel } from './aws-model.ts';
import { awsWorld } from './aws-world.ts';
import { variable } from './environment.ts';

const hookSecrets = (): World['hookSecrets'] => {
  const read = secretOf(secretsClient({}), {
    id: variable('QF_HOOK_SECRET'),
    shape: HOOK_SECRET,
    clock: { now: () => new Date() },
  });
  return async () => {
    const { current, previous } = await read();
    return [current, previous ?? ''].filter(secret => secret !== '');
  };
};

/** Its own address stands in no variable: a template cannot name a function's URL within that function. */
let world: World | null = null;

export const handler = functionUrl(host => {
  const configured = variable('QF_PUBLIC_URL');
  world ??= awsWorld({
    model: awsModel(),
    hookSecrets: hookSecrets(),
    publicUrl: configured === '' ? `https://${host}` : configured,
  });
  return web(world);
});
