import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { doctorCommand } from '../../../src/cli/commands/doctor.ts';
import { type AwsFront, openFront } from '../../support/aws-front.ts';

/** An AWS that knows no function, or that refuses whoever asks. */
describe('qf doctor', () => {
  let front: AwsFront;
  let out: string[];
  let err: string[];
  const kept = { ...process.env };

  beforeEach(async () => {
    front = await openFront(null);
    [out, err] = [[], []];
    front.answer = () => refusal(404, 'ResourceNotFoundException');
    process.env.AWS_ENDPOINT_URL = front.url;
    process.env.AWS_ACCESS_KEY_ID = 'test';
    process.env.AWS_SECRET_ACCESS_KEY = 'test';
    process.env.AWS_EC2_METADATA_DISABLED = 'true';
    for (const name of ['AWS_REGION', 'AWS_DEFAULT_REGION', 'AWS_PROFILE']) delete process.env[name];
  });
  afterEach(async () => {
    process.env = { ...kept };
    await front.close();
  });

  const refusal = (status: number, type: string) => ({
    status,
    headers: { 'x-amzn-errortype': type },
    body: `{"message":"${type} for a test"}`,
  });
  const doctor = (...args: readonly string[]) =>
    doctorCommand.run(args, {
      out: line => void out.push(line),
      err: line => void err.push(line),
      readFile: async () => new Uint8Array(),
      isTty: false,
      env: process.env,
      signal: new AbortController().signal,
    });

  it('says what is wrong and what mends it, and ends with 1', async () => {
    expect(await doctor('--region', 'ap-southeast-1')).toBe(1);
    expect(out[0]).toMatch(/^WRONG {2}functions +there is no install with the prefix qf in ap-southeast-1$/);
    expect(out[1]).toMatch(/^ +→ say which with --prefix and --region/);
    expect(out.at(-1)).toBe('1 wrong, 0 to know, 1 good');
  });

  it('says it in JSON, an object a line', async () => {
    expect(await doctor('--region', 'ap-southeast-1', '--prefix', 'other', '--json')).toBe(1);
    expect(out.map(line => JSON.parse(line))).toMatchObject([
      { check: 'functions', status: 'wrong', says: expect.stringContaining('other'), mend: expect.any(String) },
      { check: 'clock', status: 'good', mend: null },
    ]);
  });

  it('takes the region of the environment, by either name', async () => {
    process.env.AWS_DEFAULT_REGION = 'eu-west-1';
    expect(await doctor()).toBe(1);
    expect(out[0]).toContain('in eu-west-1');
  });

  it('ends with 2 where nobody says which region', async () => {
    process.env.AWS_CONFIG_FILE = '/nowhere';
    expect(await doctor()).toBe(2);
    expect(err.join('\n')).toMatch(/nothing can be looked at: .*\n.*AWS_PROFILE.*--region/);
  });

  it('ends with 2 where the credentials are refused', async () => {
    front.answer = () => refusal(403, 'UnrecognizedClientException');
    expect(await doctor('--region', 'ap-southeast-1')).toBe(2);
    expect(err[0]).toBe('nothing can be looked at: UnrecognizedClientException for a test');
    expect(out).toEqual([]);
  });

  it('ends with 2 on a line that is wrong', async () => {
    expect(await doctor('--prefix', 'No Prefix')).toBe(2);
    expect(await doctor('--loud')).toBe(2);
    expect(await doctor('--help')).toBe(0);
  });
});
