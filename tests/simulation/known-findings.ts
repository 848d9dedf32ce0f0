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
  { what: 'a clock that steps back makes closed days look tampered with', is: of('P7', /^the root of/) },
  {
    what: 'a reply to a quote whose contact’s log cannot be read reaches nobody',
    is: of('P6', /reached nobody, where a stream cannot be read$/),
  },
  {
    what: 'two checks side by side offer one contact two quotes',
    is: of('P9', /^contact .* times by checks side by side/),
  },
];
