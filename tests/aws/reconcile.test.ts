import { beforeAll, describe, expect, it } from 'vitest';
import { dynamoDbEventStore } from '../../src/adapters/aws/dynamodb-event-store.ts';
import { s3Client, s3Objects } from '../../src/adapters/aws/s3-objects.ts';
import { logIsBehind } from '../../src/cli/commands/doctor.ts';
import { run } from '../../src/cli/run.ts';
import { doctorClients } from '../../src/doctor/clients.ts';
import type { EventStore } from '../../src/ports/event-store.ts';
import type { ObjectStore } from '../../src/ports/object-store.ts';
import { recordClaim, recordOutcome } from '../../src/workflows/nudges/send-ledger.ts';
import { doctorInstall } from '../support/doctor-install.ts';
import { ACCOUNT, localAws, place, REGION } from '../support/local-aws.ts';
import { paperTerminal } from '../support/paper-terminal.ts';
import { storedEvent } from '../support/stored-events.ts';

const listed = storedEvent({
  quote_id: 'HL-1',
  action: 'QuoteListed',
  data: {
    sheet: 's',
    facts: {
      number: 'HL-1',
      contactRef: 'dana',
      domainRef: 'northwind',
      minor: 480_000,
      currency: 'SGD',
      sent: '2026-11-22',
      expires: '2026-12-22',
      owner: null,
      team: null,
      override: null,
      factsHash: 'f',
    },
  },
});
const planned = {
  draftId: 'd1',
  move: 'first_nudge',
  stepIndex: 1,
  stepDay: 3,
  supersedes: null,
  chain: 1,
  checked: '2026-11-25',
  owner: 'priya@harbourline.example',
  ownerFrom: 'row',
  tier: 'standard',
  daysSinceSent: 3,
  daysToExpiry: 27,
  factsHash: 'f',
  versions: { sheet: 's', rules: 'r', voice: 'v', config: 'c', code: 'k' },
} as const;

describe.skipIf(localAws === null)('qf reconcile on a local AWS', () => {
  let prefix: string;
  let store: EventStore;
  let objects: ObjectStore;
  beforeAll(async () => {
    const clients = doctorClients(place());
    prefix = (await doctorInstall(clients)).prefix;
    store = dynamoDbEventStore(clients.dynamodb, { prefix });
    objects = s3Objects(s3Client(place()), { buckets: { 'raw-mime': `${prefix}-raw-mime-${ACCOUNT}-${REGION}` } });
    await store.append(listed);
    await recordClaim(
      { objects },
      { quote: 'HL-1', claim: 'd1.ab', at: '2026-11-25T02:00:00.000Z', day: '2026-11-25', planned },
    );
    await recordOutcome({ objects, log: () => {} }, 'HL-1', 'd1.ab', { kind: 'sent', messageId: 'ses-1' });
  });

  const reconcile = async (...args: string[]) => {
    const { io, out, err } = paperTerminal({}, { env: { AWS_REGION: REGION, AWS_ENDPOINT_URL: place().endpoint } });
    return { code: await run(['reconcile', ...args], io), out, err };
  };
  const actions = async () => (await store.read('HL-1')).map(({ action }) => action);

  it('records a send that the table forgot, once', async () => {
    const isBehind = () => logIsBehind({ prefix, region: REGION, endpoint: place().endpoint });
    expect(await isBehind()).toBe(true);
    expect((await reconcile('--prefix', prefix, '--dry-run')).code).toBe(1);
    expect(await actions()).toEqual(['QuoteListed']);
    const told = await reconcile('--prefix', prefix);
    expect(told).toMatchObject({ code: 0, err: [] });
    expect(await isBehind()).toBe(false);
    expect(await actions()).toEqual(['QuoteListed', 'MovePlanned', 'SendClaimed', 'NudgeSent']);
    expect((await store.head('HL-1'))?.data).toMatchObject({ messageId: 'ses-1', stepIndex: 1, day: '2026-11-25' });
    expect(await reconcile('--prefix', prefix, '--json')).toEqual({
      code: 0,
      out: ['{"sent":0,"unknown":0,"unlisted":0,"left":0,"written":true}'],
      err: [],
    });
  });

  it('an install that is not there is said', async () => {
    const { code, err } = await reconcile('--prefix', 'nobody');
    expect(code).toBe(2);
    expect(err.join()).toContain('there is no function nobody-sender');
  });
});
