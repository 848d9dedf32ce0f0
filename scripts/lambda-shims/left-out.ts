/** What the clients could do and a function never asks for: streams of events, a proxy, HTTP/2 to Google, attachments from an address. */
const leftOut = (what: string): never => {
  throw new Error(`${what} is left out of a function’s bundle`);
};

export class EventStreamSerde {
  constructor() {
    leftOut('reading a stream of events');
  }
}

export class HttpsProxyAgent {
  constructor() {
    leftOut('a proxy');
  }
}

export const request = (): never => leftOut('HTTP/2');

/** Stands for the composer’s fetch: ours has addresses and files switched off. */
export default (): never => leftOut('fetching an attachment');
