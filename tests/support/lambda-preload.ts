/** Read before a bundle is: Google is the fake one, and the clock may go ahead of the real one. */
const google = process.env.TEST_GOOGLE_URL;
if (google !== undefined) {
  const real = globalThis.fetch;
  globalThis.fetch = (input, init) => {
    const url = new URL(input instanceof Request ? input.url : String(input));
    return url.hostname.endsWith('googleapis.com')
      ? real(new URL(`${url.pathname}${url.search}`, google), init)
      : real(input, init);
  };
}

const RealDate = Date;
let aheadMs = 0;
process.on('message', message => {
  if (typeof message === 'object' && message !== null && 'aheadMs' in message) aheadMs = Number(message.aheadMs);
});
globalThis.Date = class extends RealDate {
  constructor(...given: readonly unknown[]) {
    if (given.length === 0) super(RealDate.now() + aheadMs);
    else super(...(given as [number]));
  }
  static override now(): number {
    return RealDate.now() + aheadMs;
  }
} as DateConstructor;
