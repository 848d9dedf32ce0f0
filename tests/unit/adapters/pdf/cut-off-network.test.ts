import { createServer } from 'node:http';
import { Worker } from 'node:worker_threads';
import { describe, expect, it } from 'vitest';

const MODULE = new URL('../../../../src/adapters/pdf/text-of-pdf.ts', import.meta.url).href;

/** Tries to reach a server from a thread, with or without the network cut off, in each way Node has. */
const attempts = (port: number, cut: boolean): Promise<readonly string[]> =>
  new Promise((resolve, reject) => {
    const worker = new Worker(
      `(async () => {
        const { parentPort } = require('node:worker_threads');
        const { cutOffNetwork } = await import(${JSON.stringify(MODULE)});
        if (${cut}) cutOffNetwork();
        const url = 'http://127.0.0.1:${port}/';
        const ways = {
          fetch: () => fetch(url).then(() => 'reached'),
          http: () => new Promise((done, fail) => require('node:http').get(url, () => done('reached')).on('error', fail)),
          net: () => new Promise((done, fail) => require('node:net').connect(${port}, '127.0.0.1', () => done('reached')).on('error', fail)),
          datagram: () => new Promise((done, fail) => require('node:dgram').createSocket('udp4').send('x', ${port}, '127.0.0.1', error => error ? fail(error) : done('reached'))),
          name: () => new Promise((done, fail) => require('node:dns').lookup('localhost', error => error ? fail(error) : done('reached'))),
          'name by promise': () => import('node:dns/promises').then(({ lookup }) => lookup('localhost')).then(() => 'reached'),
        };
        const results = [];
        for (const [name, way] of Object.entries(ways)) {
          results.push(name + ' ' + await Promise.resolve().then(way).catch(() => 'refused'));
        }
        parentPort.postMessage(results);
      })()`,
      { eval: true },
    );
    worker.once('message', (results: readonly string[]) => {
      void worker.terminate();
      resolve(results);
    });
    worker.once('error', reject);
  });

describe('a thread that is cut off', () => {
  it('reaches nothing in any way, which it could before', async () => {
    const server = createServer((_, response) => response.end());
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    const ways = ['fetch', 'http', 'net', 'datagram', 'name', 'name by promise'];
    expect(await attempts(port, false)).toEqual(ways.map(way => `${way} reached`));
    expect(await attempts(port, true)).toEqual(ways.map(way => `${way} refused`));
    server.closeAllConnections();
    server.close();
  });
});
