import { describe, expect, it } from 'vitest';
import { functionUrl } from '../../../src/handlers/http/function-url.ts';
import type { WebRequest } from '../../../src/handlers/http/web-request.ts';

const event = (over: Record<string, unknown> = {}, method = 'POST'): Record<string, unknown> => ({
  version: '2.0',
  rawPath: '/t/abc',
  rawQueryString: 'tool=plain',
  headers: { 'content-type': 'application/x-www-form-urlencoded', 'user-agent': 'Firefox' },
  requestContext: {
    domainName: 'x.lambda-url.eu-west-1.on.aws',
    http: { method, path: '/t/abc', sourceIp: '192.0.2.7' },
  },
  isBase64Encoded: false,
  ...over,
});

const asked = async (given: unknown): Promise<{ readonly request: WebRequest; readonly host: string }> => {
  const seen: { request: WebRequest; host: string }[] = [];
  const answer = functionUrl(host => async request => {
    seen.push({ request, host });
    return { status: 200, headers: {}, body: 'ok' };
  });
  await answer(given);
  const [first] = seen;
  if (!first) throw new Error('the site was not asked');
  return first;
};

describe('a request at a function URL', () => {
  it('is taken with method, path, headers and the caller’s address', async () => {
    const { request, host } = await asked(event());
    expect(request).toMatchObject({ method: 'POST', path: '/t/abc', address: '192.0.2.7', query: 'tool=plain' });
    expect(request.headers['user-agent']).toBe('Firefox');
    expect(host).toBe('x.lambda-url.eu-west-1.on.aws');
  });

  it('has the bytes that were sent, also where they came base64-encoded', async () => {
    const form = 'act=approve&nonce=%C3%A9';
    const { request } = await asked(event({ body: Buffer.from(form).toString('base64'), isBase64Encoded: true }));
    expect(Buffer.from(request.body).toString()).toBe(form);
  });

  it('has the bytes of a text body, and none where there is no body', async () => {
    expect(Buffer.from((await asked(event({ body: 'é' }))).request.body)).toEqual(Buffer.from('é', 'utf8'));
    expect((await asked(event({}, 'GET'))).request.body.length).toBe(0);
  });

  it('is answered with status, headers and body', async () => {
    const answer = functionUrl(() => async () => ({ status: 404, headers: { Allow: 'GET' }, body: 'no' }));
    expect(await answer(event())).toEqual({ statusCode: 404, headers: { Allow: 'GET' }, body: 'no' });
  });

  it('of another shape is a fault of ours, by name', async () => {
    const answer = functionUrl(() => async () => ({ status: 200, headers: {}, body: '' }));
    await expect(answer({ httpMethod: 'GET' })).rejects.toThrow('payload format 2.0');
  });
});
