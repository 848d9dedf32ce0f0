import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { signatureOf } from '../../src/quote-intake/webhook/verify-signature.ts';
import { e2eEngines } from '../support/e2e-engines.ts';
import { type JsonSchema, schemaFaults } from '../support/json-schema.ts';
import { ADMIN, PRIYA, type Running, runSystem } from '../support/running-system.ts';

const MINUTE = 60_000;
const QUOTE = {
  quote_id: 'Q-3001',
  customer: 'Brightwater Café',
  contact_email: 'mei@brightwater.example',
  amount: '4,523.06',
  currency: 'SGD',
  sent_date: '2026-11-24',
  expiry_date: '2026-12-24',
  owner: PRIYA,
};

const api = parse(await readFile(join(import.meta.dirname, '../../docs/openapi.yaml'), 'utf8'));
const schemas: Readonly<Record<string, JsonSchema>> = api.components.schemas;

let running: Running | undefined;
afterEach(async () => {
  const stopping = running;
  running = undefined;
  await stopping?.stop();
});

interface Answer {
  readonly status: number;
  readonly body: Record<string, unknown>;
}

interface Call {
  readonly body?: unknown;
  readonly raw?: string | Uint8Array;
  readonly tool?: string;
  readonly secret?: string;
  readonly at?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly signed?: boolean;
}

const secretOf = async (run: Running): Promise<string> => {
  const { hook } = JSON.parse(await readFile(join(run.folder, 'secrets.json'), 'utf8'));
  return hook[0];
};

/** Every answer is one that the description names, of the shape that it names. */
const described = async (method: 'get' | 'post', response: Response): Promise<Answer> => {
  const answer = api.paths['/hook'][method].responses[String(response.status)];
  expect(answer, `${method} ${response.status} is not described`).toBeDefined();
  expect(response.headers.get('content-type')).toMatch(/^application\/json/);
  const body = (await response.json()) as Record<string, unknown>;
  expect(schemaFaults(answer.content['application/json'].schema, body, schemas)).toEqual([]);
  return { status: response.status, body };
};

const call = async (
  run: Running,
  { body, raw, tool, secret, at, headers = {}, signed = true }: Call,
): Promise<Answer> => {
  const bytes = typeof raw === 'object' ? raw : new TextEncoder().encode(raw ?? JSON.stringify(body ?? QUOTE));
  const timestamp = String(Math.floor((at ?? run.now()) / 1000));
  const signature = signatureOf(secret ?? (await secretOf(run)), timestamp, bytes);
  const url = `http://127.0.0.1:${run.system.port}/hook${tool === undefined ? '' : `?tool=${tool}`}`;
  const response = await fetch(url, {
    method: 'POST',
    body: new Uint8Array(bytes),
    headers: {
      'Content-Type': 'application/json',
      ...(signed ? { 'X-QF-Timestamp': timestamp, 'X-QF-Signature': signature } : {}),
      ...headers,
    },
  });
  return described('post', response);
};

const made = async (run: Running): Promise<number> => {
  const { store } = run.system.runtime().engine;
  let count = 0;
  for await (const event of store.scan()) if (event.action === 'ProposalMade') count += 1;
  return count;
};

for (const engine of e2eEngines) {
  const begin = async (config = {}): Promise<Running> => {
    running = await runSystem([], { engine: engine.kind, config });
    return running;
  };

  describe(`the webhook on ${engine.name}`, () => {
    test('a signed notice is proposed to the rep it names, and enters the sheet when they approve', async () => {
      const run = await begin();
      const { status, body } = await call(run, {});
      expect(status).toBe(202);
      const url = await run.link(PRIYA, 'New quote? Q-3001');
      expect((await run.open(url)).html).toContain('Reported by a quoting tool');
      const fields = { quote_id: 'Q-3001', customer: 'Brightwater Café', contact: 'mei@brightwater.example' };
      const typed = { ...fields, amount: '4523.06', currency: 'SGD', sent: '2026-11-24', expires: '', owner: PRIYA };
      const form = Object.fromEntries(Object.entries(typed).map(([name, value]) => [`field.${name}`, value]));
      expect((await run.press(url, 'approve', form)).html).toContain('stands in the sheet as row 2');
      expect((await run.events(`~proposal/${body.proposal_id}`)).map(({ action }) => action)).toEqual([
        'ProposalMade',
        'ProposalMailed',
        'ProposalLetterSent',
        'ProposalApproved',
        'ProposalRowWritten',
      ]);
    });

    test('a notice without a date changes the price of a listed quote and leaves its day, so that no chain begins anew', async () => {
      const run = await begin();
      const listed = `Q-3001,Brightwater Café,mei@brightwater.example,4000,SGD,2026-11-20,2026-12-24,${PRIYA},,,,`;
      await run.writeSheet([listed]);
      await run.advance(0);
      await call(run, { body: { ...QUOTE, sent_date: undefined } });
      const url = await run.link(PRIYA, 'Q-3001');
      expect((await run.open(url)).html).toMatch(/name="field\.sent"[^>]*value="2026-11-20"/);
    });

    test('an owner who is no rep of ours falls to the admin', async () => {
      const run = await begin();
      await call(run, { body: { ...QUOTE, owner: 'eve@elsewhere.example' } });
      expect(await run.link(ADMIN, 'New quote? Q-3001')).toContain('/t/');
    });

    test('the same delivery, the same body within a day, and fifty at once are one proposal', async () => {
      const run = await begin();
      const first = await call(run, { headers: { 'X-QF-Delivery': 'd1' } });
      const again = await call(run, { body: { ...QUOTE, amount: 1 }, headers: { 'X-QF-Delivery': 'd1' } });
      expect(again).toEqual(first);
      const answers = await Promise.all(Array.from({ length: 50 }, () => call(run, { body: { ...QUOTE, amount: 2 } })));
      expect(new Set(answers.map(({ body }) => body.proposal_id)).size).toBe(1);
      expect(await made(run)).toBe(2);
      await run.advance(23 * 60 * MINUTE);
      expect((await call(run, { body: { ...QUOTE, amount: 2 } })).body).toEqual(answers[0]?.body);
      await run.advance(62 * MINUTE);
      expect((await call(run, { body: { ...QUOTE, amount: 2 } })).body).not.toEqual(answers[0]?.body);
    });

    test('a call played again under another delivery id is the delivery that it was', async () => {
      const run = await begin();
      const first = await call(run, { headers: { 'X-QF-Delivery': 'd1' } });
      const replayed = await call(run, { headers: { 'X-QF-Delivery': 'd2' } });
      expect(replayed).toEqual(first);
      expect(await made(run)).toBe(1);
    });
  });
}

describe('the webhook', () => {
  const begin = async (config = {}): Promise<Running> => {
    running = await runSystem([], { config });
    return running;
  };
  test.each<[string, Call]>([
    ['without a signature', { signed: false }],
    ['with a wrong secret', { secret: 'wrong' }],
    ['with an empty secret', { secret: '' }],
    ['six minutes old', { at: Date.UTC(2026, 10, 25, 0, 54) }],
    ['from six minutes ahead', { at: Date.UTC(2026, 10, 25, 1, 7) }],
    ['that is no JSON and not signed', { raw: '{', signed: false }],
    ['for a tool that is not there and not signed', { tool: 'nonsense', signed: false }],
    ['with the secret in plain, which is off', { signed: false, headers: { 'X-QF-Secret': 'see below' } }],
  ])('a call %s is refused, and no more is said', async (_, refused) => {
    const run = await begin();
    const { headers = {} } = refused;
    const secret = await secretOf(run);
    const sent = Object.fromEntries(Object.entries(headers).map(([name]) => [name, secret]));
    expect(await call(run, { ...refused, headers: sent })).toEqual({
      status: 401,
      body: { error: 'not authorised' },
    });
    expect(await made(run)).toBe(0);
  });

  test('the secret in plain is taken where the config allows it', async () => {
    const run = await begin({ webhook_plain_secret: true });
    const plain = (secret: string): Promise<Answer> => call(run, { signed: false, headers: { 'X-QF-Secret': secret } });
    expect((await plain('wrong')).status).toBe(401);
    expect((await plain(await secretOf(run))).status).toBe(202);
  });

  test('while a secret is being changed both count, afterwards the new one alone', async () => {
    const run = await begin();
    const path = join(run.folder, 'secrets.json');
    const secrets = JSON.parse(await readFile(path, 'utf8'));
    const [old] = secrets.hook;
    await writeFile(path, JSON.stringify({ ...secrets, hook: ['the new one', old] }));
    expect((await call(run, { secret: old })).status).toBe(202);
    expect((await call(run, { secret: 'the new one', body: { ...QUOTE, amount: 3 } })).status).toBe(202);
    await writeFile(path, JSON.stringify({ ...secrets, hook: ['the new one'] }));
    expect((await call(run, { secret: old, body: { ...QUOTE, amount: 4 } })).status).toBe(401);
    await writeFile(path, JSON.stringify({ ...secrets, hook: 'without brackets' }));
    expect((await call(run, { secret: 'without brackets', body: { ...QUOTE, amount: 5 } })).status).toBe(202);
    await writeFile(path, JSON.stringify({ ...secrets, hook: [] }));
    expect((await call(run, { secret: '', body: { ...QUOTE, amount: 6 } })).status).toBe(401);
  });

  test('every wrong field is told, and nothing is proposed', async () => {
    const run = await begin();
    const { status, body } = await call(run, { body: { quote_id: '~x', amount: '1.200', contact_email: 'mei' } });
    expect(status).toBe(400);
    expect(body.errors).toMatchObject(['quote_id', 'customer', 'contact_email', 'amount'].map(field => ({ field })));
    const overflowing = JSON.stringify({ ...QUOTE, amount: 0 }).replace('"amount":0', '"amount":1e999');
    expect((await call(run, { raw: overflowing })).body.errors).toMatchObject([{ field: 'amount', value: '1e999' }]);
    expect((await call(run, { raw: '{"quote_id":' })).body.errors).toMatchObject([{ field: 'body' }]);
    expect((await call(run, { raw: new Uint8Array([0xff, 0xfe, 0x00]) })).status).toBe(400);
    expect((await call(run, { raw: '' })).status).toBe(400);
    expect(await made(run)).toBe(0);
  });

  test('a tool of the config, a ready one, and one that is not there', async () => {
    const fields = { quote_id: 'no', customer: 'who', contact_email: 'to', amount: 'cents' };
    const run = await begin({ webhook_maps: { ours: { fields, amount_in: 'minor' } } });
    const own = { no: 'A-1', who: 'Northwind', to: 'dana@northwind.example', cents: 120_050 };
    expect((await call(run, { tool: 'ours', body: own })).status).toBe(202);
    expect(await run.link(ADMIN, 'A-1 (Northwind, SGD 1,200.50)')).toContain('/t/');
    const other = { estimate: { status: 'accepted', estimate_number: 'EST-7' } };
    expect((await call(run, { tool: 'zoho-books', body: other })).body).toEqual({
      proposal_id: null,
      proposal_ids: [],
    });
    expect((await call(run, { tool: 'nonsense' })).status).toBe(404);
    expect((await call(run, { tool: 'constructor' })).status).toBe(404);
  });

  test('a body that is too large is refused, with a length told or without', async () => {
    const run = await begin();
    const large = 'x'.repeat(256 * 1024 + 1);
    expect((await call(run, { raw: large })).status).toBe(413);
    const stream = new Blob([large]).stream();
    const response = await fetch(`http://127.0.0.1:${run.system.port}/hook`, {
      method: 'POST',
      body: stream,
      duplex: 'half',
    } as RequestInit);
    expect((await described('post', response)).status).toBe(413);
  });

  test('more than sixty within an hour come as one list, each with a page of its own', async () => {
    const run = await begin();
    for (let at = 1; at <= 63; at++) await call(run, { body: { ...QUOTE, quote_id: `Q-${at}`, amount: at } });
    const mails = async (kind: string) => (await run.outbox()).filter(mail => mail.kind === kind);
    expect(await mails('proposal')).toHaveLength(60);
    await run.advance(5 * MINUTE);
    expect(await mails('proposal-list')).toHaveLength(0);
    await run.advance(15 * MINUTE);
    const url = await run.link(ADMIN, '3 quotes reported within an hour');
    await run.advance(60 * MINUTE);
    expect(await mails('proposal-list')).toHaveLength(1);
    expect(await mails('proposal')).toHaveLength(60);
    const { html } = await run.open(url);
    const links = [...html.matchAll(/href="(http[^"]+\/t\/[^"]+)"/g)].map(([, link = '']) => link);
    expect(links).toHaveLength(3);
    const [first = ''] = links;
    const page = await run.open(first);
    expect(page.html).toContain('to the sheet?');
    expect((await run.press(first, 'discard')).html).toContain('discarded the proposal');
    expect((await run.open(url)).html).toContain('discarded');
    await call(run, { body: { ...QUOTE, quote_id: 'Q-99' } });
    expect(await mails('proposal')).toHaveLength(61);
  });

  test('GET explains how to call it; other methods are not taken', async () => {
    const run = await begin();
    const url = `http://127.0.0.1:${run.system.port}/hook`;
    const { body } = await described('get', await fetch(url));
    expect(body.tools).toContain('/hook?tool=pandadoc');
    expect((await fetch(url, { method: 'HEAD' })).status).toBe(200);
    const refused = await fetch(url, { method: 'DELETE' });
    expect([refused.status, refused.headers.get('allow')]).toEqual([405, 'GET, HEAD, POST']);
  });
});
