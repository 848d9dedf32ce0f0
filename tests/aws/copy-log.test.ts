import { CreateFunctionCommand } from '@aws-sdk/client-lambda';
import { beforeAll, describe, expect, it } from 'vitest';
import { dynamoDbClient } from '../../src/adapters/aws/dynamodb-client.ts';
import { dynamoDbEventStore } from '../../src/adapters/aws/dynamodb-event-store.ts';
import { dynamoDbKeyStore } from '../../src/adapters/aws/dynamodb-key-store.ts';
import { createTables } from '../../src/adapters/aws/tables.ts';
import { run } from '../../src/cli/run.ts';
import { doctorClients } from '../../src/doctor/clients.ts';
import { roleFor } from '../support/doctor-install.ts';
import { localAws, ownName, place } from '../support/local-aws.ts';
import { paperTerminal } from '../support/paper-terminal.ts';
import { storedEvent, storedStream } from '../support/stored-events.ts';

const OLD = 'ap-southeast-1';
const FRESH = 'eu-west-1';

describe.skipIf(localAws === null)('qf copy-log on a local AWS', () => {
  const prefix = ownName('m').slice(0, 10);
  const logIn = (region: string) => dynamoDbEventStore(dynamoDbClient({ ...place(), region }), { prefix });
  const keysIn = (region: string) => dynamoDbKeyStore(dynamoDbClient({ ...place(), region }), { prefix });
  /** What the command looks at of an install: the sender's environment, log and keys. */
  const deploy = async (region: string): Promise<void> => {
    await createTables(dynamoDbClient({ ...place(), region }), prefix);
    await doctorClients({ ...place(), region }).lambda.send(
      new CreateFunctionCommand({
        FunctionName: `${prefix}-sender`,
        Role: await roleFor(`${prefix}-any`),
        Runtime: 'nodejs24.x',
        Handler: 'index.handler',
        Code: { ZipFile: new Uint8Array([80, 75, 5, 6, ...new Array<number>(18).fill(0)]) },
        Environment: { Variables: { QF_MIME_BUCKET: `${prefix}-raw-mime-${region}` } },
      }),
    );
  };
  const copyLog = async (...args: readonly string[]) => {
    const { io, out, err } = paperTerminal({}, { env: { AWS_ENDPOINT_URL: place().endpoint } });
    return { code: await run(['copy-log', '--prefix', prefix, ...args], io), out, err };
  };

  beforeAll(async () => {
    await deploy(OLD);
    for (const event of storedStream('HL-1', 3)) await logIn(OLD).append(event);
    await logIn(OLD).append(
      storedEvent({ quote_id: '~contact/dana', sealed: { ref: 'dana', iv: 'aXY=', box: 'Ym94' } }),
    );
    await keysIn(OLD).obtain('dana', () => new Uint8Array(32).fill(7));
  });

  it('says where there is no install yet', async () => {
    const { code, err } = await copyLog('--from', OLD, '--to', FRESH);
    expect([code, err.join()]).toEqual([2, expect.stringContaining(`there is no function ${prefix}-sender`)]);
  });

  it('puts log and keys into the other region, once', async () => {
    await deploy(FRESH);
    const sum = (already: number) => `4 events in 2 streams stand in ${FRESH}, ${already} of them did before`;
    expect(await copyLog('--from', OLD, '--to', FRESH)).toEqual({ code: 0, out: [sum(0)], err: [] });
    expect(await copyLog('--from', OLD, '--to', FRESH)).toEqual({ code: 0, out: [sum(4)], err: [] });
    expect(await logIn(FRESH).read('HL-1')).toEqual(await logIn(OLD).read('HL-1'));
    expect(await keysIn(FRESH).get('dana')).toEqual(await keysIn(OLD).get('dana'));
  });

  it('ends where the other install has written by itself', async () => {
    await logIn(OLD).append(storedEvent({ quote_id: '~system' }));
    await logIn(FRESH).append(storedEvent({ quote_id: '~system', after: 'its own' }));
    const { code, err } = await copyLog('--from', OLD, '--to', FRESH);
    expect([code, err.join()]).toEqual([1, expect.stringContaining('~system/1 stands there as another event')]);
  });

  it('wants two regions', async () => {
    expect((await copyLog('--from', OLD)).code).toBe(2);
    expect((await copyLog('--from', OLD, '--to', OLD)).code).toBe(2);
  });
});
