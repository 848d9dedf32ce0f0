import { connect } from 'node:net';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Running, runSystem } from '../../support/running-system.ts';
import { openConsole } from '../console/open-console.ts';

let run: Running;
let cookie: string;
beforeAll(async () => {
  run = await runSystem([]);
  const entered = await fetch(run.system.url, { redirect: 'manual' });
  cookie = entered.headers.get('set-cookie')?.split(';')[0] ?? '';
});
afterAll(() => run.stop());

/** The status for exactly these bytes in the request line: no client tidies the target up. */
const ask = (target: string, headers: readonly string[] = [], method = 'GET'): Promise<number> =>
  new Promise((resolve, reject) => {
    const socket = connect(run.system.port, '127.0.0.1');
    let answer = '';
    socket.setEncoding('latin1');
    socket.on('error', reject);
    socket.on('data', chunk => {
      answer += chunk;
    });
    socket.on('close', () => resolve(Number(/^HTTP\/1\.1 (\d{3})/.exec(answer)?.[1] ?? Number.NaN)));
    const head = [`${method} ${target} HTTP/1.1`, `Host: 127.0.0.1:${run.system.port}`, ...headers];
    socket.write(`${[...head, 'Connection: close', '', ''].join('\r\n')}`, 'latin1');
  });

const HOSTILE = [
  '//',
  '///',
  '//:',
  '//[',
  '//a:b@c:99999/',
  '/\\',
  '/\\\\',
  '\\',
  '/%',
  '/%zz',
  '/%00',
  '/%c0%af',
  '/t/%',
  '/t/%00',
  '/quotes/%',
  '/quotes/%00',
  '/quotes//',
  '/mailbox/..%2f..%2fsecrets.json',
  '/trail/days/%F0',
  '/trail?since=%',
  '/?key=%',
  '/..//..//etc/passwd',
  '*',
  'http://',
  'http://[',
  'http://elsewhere.example/',
  'javascript:alert(1)',
  `/${'a'.repeat(20_000)}`,
  `/quotes/${'a'.repeat(3_000)}`,
  `/${'/'.repeat(5_000)}`,
];

describe('a hostile address', () => {
  test.each(HOSTILE)('%.60s is answered, and nothing of ours fails', async target => {
    for (const headers of [[], [`Cookie: ${cookie}`]]) expect(await ask(target, headers)).toBeLessThan(500);
    expect(run.errors).toEqual([]);
  });

  test('whatever stands in the request line, with or without the cookie', async () => {
    const piece = fc.oneof(
      fc.constantFrom('/', '//', '\\', '%', '%2f', '%00', '?', '#', ':', '@', '[', ']', '..', ';', '=', '&'),
      fc.constantFrom('t', 'quotes', 'mailbox', 'trail', 'days', 'hook', 'healthz', 'approve', 'proposals', 'http:'),
      fc.string({ unit: fc.integer({ min: 0x21, max: 0xff }).map(code => String.fromCharCode(code)), maxLength: 12 }),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(piece, { maxLength: 12 }),
        fc.boolean(),
        fc.constantFrom('GET', 'HEAD', 'POST', 'OPTIONS'),
        async (pieces, known, method) => {
          const status = await ask(`/${pieces.join('')}`, known ? [`Cookie: ${cookie}`] : [], method);
          expect(status).toBeLessThan(500);
        },
      ),
      { numRuns: 300 },
    );
    expect(run.errors).toEqual([]);
  });

  test('a name that begins with two slashes is a path of ours, not another host', async () => {
    const { get } = await openConsole(run);
    expect((await get('//t/secret')).status).toBe(404);
  });
});
