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
  for (const name of ['fetch', 'XMLHttpRequest', 'WebSocket', 'EventSource']) {
    Object.defineProperty(globalThis, name, { value: undefined, writable: false, configurable: false });
  }
};
