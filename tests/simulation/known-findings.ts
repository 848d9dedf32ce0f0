import type { Broken } from './observer.ts';

/** What a simulation finds and nobody has put right yet. Each one is printed by every run, and leaves this list with its fix. */
export interface KnownFinding {
  readonly what: string;
  readonly is: (broken: Broken) => boolean;
}

const of =
  (promise: Broken['promise'], pattern: RegExp) =>
  (broken: Broken): boolean =>
    broken.promise === promise && pattern.test(broken.what);

export const KNOWN_FINDINGS: readonly KnownFinding[] = [
  { what: 'a mail that is delivered again counts again', is: of('P6', /counts \d+ times as a reply/) },
  { what: 'a clock that steps back makes closed days look tampered with', is: of('P7', /^the root of/) },
  {
    what: 'one unreadable stream stops the check, the sync or the mail of others',
    is: broken => /UnknownEvent|where a stream cannot be read$/.test(broken.what),
  },
  { what: 'a link without a scheme passes for plain text in a draft', is: of('P1', /made up: pay\.elsewhere/) },
  { what: 'a nudge leaves for a quote whose events were tampered with', is: of('P14', /tampered with/) },
  { what: 'a plain “stop” without a mark closes nothing', is: of('P14', /the address is closed: plain stop/) },
];
