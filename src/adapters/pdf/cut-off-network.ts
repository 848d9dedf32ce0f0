import { Socket as Datagrams } from 'node:dgram';
import dns from 'node:dns';
import { syncBuiltinESMExports } from 'node:module';
import { Socket } from 'node:net';

/**
 * Takes the network away from this thread: a document is data and fetches nothing. For a thread that reads what strangers
 * wrote; there is no way back.
 */
export const cutOffNetwork = (): void => {
  const refuse = (): never => {
    throw new Error('no network here');
  };
  Socket.prototype.connect = refuse;
  Datagrams.prototype.connect = refuse;
  Datagrams.prototype.send = refuse;
  // Whom a name is asked for hears of it.
  for (const asking of [dns, dns.promises, dns.Resolver.prototype, dns.promises.Resolver.prototype]) {
    for (const name of Object.getOwnPropertyNames(asking)) {
      if (/^(?:lookup|resolve|reverse)/.test(name)) Object.defineProperty(asking, name, { value: refuse });
    }
  }
  syncBuiltinESMExports();
  for (const name of ['fetch', 'XMLHttpRequest', 'WebSocket', 'EventSource']) {
    Object.defineProperty(globalThis, name, { value: undefined, writable: false, configurable: false });
  }
};
