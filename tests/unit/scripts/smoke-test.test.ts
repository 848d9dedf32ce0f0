import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { targetOf } from '../../../scripts/deploy-target.ts';
import { type Smoke, smoke } from '../../../scripts/smoke-test.ts';

const alive: Smoke = {
  fetch: async (url, init) =>
    new Response('', { status: !url.endsWith('/hook') ? 404 : init?.method === 'POST' ? 401 : 200 }),
  invoke: async () => null,
};
const place = { url: 'https://pages.example/', prefix: 'qf' };
const faults = async (over: Partial<Smoke>): Promise<readonly string[]> =>
  (await smoke({ ...alive, ...over }, place)).flatMap(({ step, fault }) =>
    fault === null ? [] : [`${step}: ${fault}`],
  );

describe('the smoke test', () => {
  it('passes a deployment that lives', async () => {
    expect(await faults({})).toEqual([]);
  });
  it('fails one whose hook lets anybody in', async () => {
    expect(
      await faults({ fetch: async url => new Response('', { status: url.endsWith('/hook') ? 200 : 404 }) }),
    ).toEqual(['the hook takes nothing unsigned: answered 200, not 401']);
  });
  it('fails one that answers nothing, and one whose sheet cannot be read', async () => {
    expect(await faults({ fetch: () => Promise.reject(new Error('refused')) })).toHaveLength(3);
    expect(await faults({ invoke: async name => (name === 'drive-sync' ? 'SecretUnusable' : null) })).toEqual([
      'qf-drive-sync runs: SecretUnusable',
    ]);
  });
});

describe('where is deployed to', () => {
  const toml = readFileSync('samconfig.toml', 'utf8');
  it('stage and production are two installs, each with its zone', () => {
    const [stage, production] = [targetOf(toml, 'stage'), targetOf(toml, 'production')];
    expect(stage).toMatchObject({ prefix: 'qf-stage', stack: 'qf-stage', timezone: 'Asia/Singapore' });
    expect(production).toMatchObject({ prefix: 'qf', stack: 'qf', timezone: 'Asia/Singapore' });
    expect(stage.mailParameters).toContain('CompanyIdentity=exists');
  });
  it('no deployment without a zone, or with one that is none', () => {
    expect(() => targetOf(toml.replaceAll(/ {2}"Timezone=.*\n/g, ''), 'stage')).toThrow('says no Timezone');
    expect(() => targetOf(toml.replaceAll('Asia/Singapore', 'Singapore time'), 'stage')).toThrow('no IANA zone');
    expect(() => targetOf(toml, 'elsewhere')).toThrow('has no [elsewhere.deploy.parameters]');
  });
});
