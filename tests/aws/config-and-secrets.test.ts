import { CreateSecretCommand, PutSecretValueCommand } from '@aws-sdk/client-secrets-manager';
import { PutParameterCommand } from '@aws-sdk/client-ssm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { awsSecrets, HOOK_SECRET, SHEET_ACCOUNT, secretOf, secretsClient } from '../../src/adapters/aws/secrets.ts';
import { ssmClient, ssmConfig } from '../../src/adapters/aws/ssm-config.ts';
import { type AwsFront, openFront } from '../support/aws-front.ts';
import { localAws, ownName, place } from '../support/local-aws.ts';

const MINUTE_MS = 60_000;
let now = 0;
const clock = { now: () => new Date(now) };
let front: AwsFront;
beforeEach(async () => {
  now = Date.parse('2026-03-02T01:00:00Z');
  front = await openFront(localAws?.endpoint ?? null);
});
afterEach(() => front.close());

const asked = (service: string): number => front.calls.filter(call => call.service === service).length;

describe.skipIf(localAws === null)('settings in Parameter Store', () => {
  let path: string;
  const put = (name: string, Value: string) =>
    ssmClient(place()).send(
      new PutParameterCommand({ Name: `${path}${name}`, Value, Type: 'String', Overwrite: true }),
    );
  const opened = () => ssmConfig(ssmClient({ endpoint: front.url }), { path, clock });
  beforeEach(async () => {
    path = `/${ownName('config')}/config/`;
    await put('timezone', 'Asia/Singapore');
    await put('currency', 'SGD');
    await put('admin', 'owner@your-company.com');
  });

  it('take the defaults where they do not speak', async () => {
    const { config } = await opened().read();
    expect(config).toMatchObject({
      timezone: 'Asia/Singapore',
      quietHours: ['18:00', '08:00'],
      skipWeekends: true,
      nudgeCap: 3,
      defaultCadence: { nudgeDays: [3, 7], lastCallDays: 3 },
      paused: false,
    });
  });

  it('hold text as it is, and everything else as JSON', async () => {
    await put('default_cadence', '4');
    await put('nudge_cap', '5');
    await put('skip_weekends', 'false');
    await put('quiet_hours', 'null');
    await put('holidays', '["2026-12-25","--01-01"]');
    await put('company_domains', '["your-company.com"]');
    expect((await opened().read()).config).toMatchObject({
      defaultCadence: { nudgeDays: [4] },
      nudgeCap: 5,
      skipWeekends: false,
      quietHours: null,
      holidays: ['2026-12-25', '--01-01'],
      companyDomains: ['your-company.com'],
    });
  });

  it('are read without what an editor put around them', async () => {
    await put('currency', '\uFEFFEUR\n');
    await put('nudge_cap', '\uFEFF5\r\n');
    expect((await opened().read()).config).toMatchObject({ currency: 'EUR', nudgeCap: 5 });
  });

  it('are refused with the parameter’s name, the kind of what it held and an example, never the value', async () => {
    await put('timezone', 'Singapore time');
    await put('nudge_cap', 'three');
    await put('known_reps', '["priya@your-company.com","sk-not-an-address"]');
    await put('quiet-hours', '["18:00","08:00"]');
    await expect(opened().read()).rejects.toThrow(
      `${path}timezone: a text of 14 characters is not an IANA time zone; for example "Asia/Singapore"`,
    );
    await expect(opened().read()).rejects.toThrow(
      `${path}nudge_cap: a text of 5 characters is not a whole number from 1 to 100; for example 3`,
    );
    await expect(opened().read()).rejects.toThrow(`${path}known_reps: a list of 2 holds a text of 17 characters`);
    await expect(opened().read()).rejects.not.toThrow(/Singapore time|three|sk-not/);
    await expect(opened().read()).rejects.toThrow(`${path}quiet-hours: is not a setting; did you mean quiet_hours?`);
  });

  it('that are missing are refused too', async () => {
    path = `/${ownName('config')}/config/`;
    await expect(opened().read()).rejects.toThrow(`${path}currency: is missing; for example "SGD"`);
  });

  it('are asked for once in five minutes, and then anew', async () => {
    const config = opened();
    await Promise.all([config.read(), config.read(), config.read()]);
    const { version } = await config.read();
    await put('nudge_cap', '5');
    now += 5 * MINUTE_MS - 1;
    expect((await config.read()).config.nudgeCap).toBe(3);
    expect(asked('ssm')).toBe(1);
    now += 1;
    const later = await config.read();
    expect(later.config.nudgeCap).toBe(5);
    expect(later.version).not.toBe(version);
  });

  it('have one version for one content, whoever reads it', async () => {
    expect((await opened().read()).version).toBe((await opened().read()).version);
  });

  it('are asked again at once after a fault', async () => {
    const config = opened();
    front.answer = () => ({ status: 400, headers: { 'x-amzn-errortype': 'ValidationException' }, body: '{}' });
    await expect(config.read()).rejects.toThrow();
    front.answer = () => null;
    expect((await config.read()).config.currency).toBe('SGD');
  });

  it('more than one page of them are read to the end', async () => {
    const others = Array.from({ length: 12 }, (_, n) => `note_${n}`);
    for (const each of others) await put(each, '1');
    await put('zone_that_sorts_last', '1');
    await put('stakeholders', '["board@your-company.com"]');
    expect((await opened().read()).config.stakeholders).toEqual(['board@your-company.com']);
  });

  it('the pause switch is asked each time, and anything but false pauses', async () => {
    const config = opened();
    expect(await config.paused()).toBe(false);
    await put('paused', 'true');
    expect(await config.paused()).toBe(true);
    await put('paused', 'yes, please');
    expect(await config.paused()).toBe(true);
    await put('paused', 'false');
    expect(await config.paused()).toBe(false);
  });
});

describe.skipIf(localAws === null)('secrets', () => {
  const key = (byte: number): string => Buffer.alloc(32, byte).toString('base64');
  const client = () => secretsClient({ endpoint: front.url });
  const stored = async (SecretString: string): Promise<string> => {
    const Name = ownName('link-key');
    await secretsClient(place()).send(new CreateSecretCommand({ Name, SecretString }));
    return Name;
  };

  it('give the keys, the newest first', async () => {
    const id = await stored(
      JSON.stringify({
        refKey: key(1),
        linkKeys: [
          { kid: 'k2', secret: key(3) },
          { kid: 'k1', secret: key(2) },
        ],
      }),
    );
    const secrets = awsSecrets(client(), { id, clock });
    expect((await secrets.linkKeys()).map(({ kid }) => kid)).toEqual(['k2', 'k1']);
    expect(Buffer.from(await secrets.refKey()).toString('base64')).toBe(key(1));
    expect(asked('secretsmanager')).toBe(1);
  });

  it('are read without what an editor put around them', async () => {
    const held = JSON.stringify({ refKey: key(1), linkKeys: [{ kid: 'k1', secret: key(2) }] });
    const secrets = awsSecrets(client(), { id: await stored(`\uFEFF${held}\r\n`), clock });
    expect((await secrets.linkKeys()).map(({ kid }) => kid)).toEqual(['k1']);
  });

  it('are read anew after five minutes, so that a rotated key signs', async () => {
    const id = await stored(JSON.stringify({ refKey: key(1), linkKeys: [{ kid: 'k1', secret: key(2) }] }));
    const secrets = awsSecrets(client(), { id, clock });
    await secrets.linkKeys();
    const rotated = {
      refKey: key(1),
      linkKeys: [
        { kid: 'k2', secret: key(3) },
        { kid: 'k1', secret: key(2) },
      ],
    };
    await client().send(new PutSecretValueCommand({ SecretId: id, SecretString: JSON.stringify(rotated) }));
    now += 5 * MINUTE_MS;
    expect((await secrets.linkKeys())[0].kid).toBe('k2');
  });

  it.each([
    ['a short key', JSON.stringify({ refKey: 'c2hvcnQ=', linkKeys: [] }), /refKey is shorter than 32 bytes/],
    ['no link key', JSON.stringify({ refKey: key(1), linkKeys: [] }), /holds no link key/],
    ['no JSON', 'hunter2', /it is a text of 7 characters and no JSON/],
    ['a list', '["hunter2"]', /it is a list of 1, where an object is wanted/],
    [
      'a number as key',
      '{"refKey":42,"linkKeys":"hunter2"}',
      /refKey is a number, where a text is wanted; linkKeys is a/,
    ],
    [
      'a key missing',
      JSON.stringify({ linkKeys: [{ secret: key(2) }] }),
      /refKey is missing; linkKeys.0.kid is missing/,
    ],
  ])('with %s are refused by name and shape, and never shown', async (_, held, message) => {
    const secrets = awsSecrets(client(), { id: await stored(held), clock });
    const refused = await secrets.linkKeys().then(
      () => 'taken',
      error => String(error),
    );
    expect(refused).toMatch(message);
    expect(refused).toContain('it should look like {"refKey"');
    expect(refused).not.toContain('hunter2');
    expect(refused).not.toContain('c2hvcnQ=');
  });

  it.each([
    [
      'a service account without its key',
      SHEET_ACCOUNT,
      '{"client_email":"qf@project.example"}',
      'private_key is missing',
    ],
    [
      'a key that is none',
      SHEET_ACCOUNT,
      '{"client_email":"qf@project.example","private_key":"hunter2"}',
      'private_key is no private key in PEM',
    ],
    [
      'a hook secret that can be guessed',
      HOOK_SECRET,
      '{"current":"hunter2"}',
      'current is shorter than 16 characters',
    ],
    ['no hook secret', HOOK_SECRET, '{"secret":"hunter2"}', 'current is missing'],
  ])('%s is refused by field', async (_, shape, held, message) => {
    const id = await stored(held);
    const read = secretOf<unknown>(client(), { id, shape, clock });
    await expect(read()).rejects.toThrow(`the secret ${id} cannot be used: ${message}; it should look like {`);
    await expect(read()).rejects.not.toThrow(/hunter2/);
  });

  it('that are not there, or hold nothing yet, are named', async () => {
    const id = ownName('nothing');
    await expect(secretOf(client(), { id, shape: HOOK_SECRET, clock })()).rejects.toThrow(
      `the secret ${id} cannot be used: there is no such secret; it should look like ${HOOK_SECRET.example}`,
    );
    await secretsClient(place()).send(new CreateSecretCommand({ Name: id }));
    await expect(secretOf(client(), { id, shape: HOOK_SECRET, clock })()).rejects.toThrow('there is nothing in it');
  });
});
