import * as t from 'io-ts';
import { defineEvent, nullable } from './event-type.ts';

// ~integrity: what was found changed behind the log's back, and who answered for it.
/** One thing that is not as it was stored. `mark` tells it from the next one of its kind in the same place. */
export const LogFault = t.type({
  /** Empty where it is about the whole log. */
  stream: t.string,
  version: nullable(t.number),
  kind: t.string,
  mark: t.string,
  detail: t.string,
});
export type FoundFault = t.TypeOf<typeof LogFault>;

export const FaultsFound = defineEvent('FaultsFound', t.type({ faults: t.array(LogFault) }));
/** The letter to the admin left; its page answers for these faults and no others. */
export const FaultsMailed = defineEvent(
  'FaultsMailed',
  t.type({
    faults: t.array(t.string),
    tokenHash: t.string,
    recipientRef: t.string,
    expiresAt: t.string,
  }),
);
/** A person looked into these faults and lets the quotes go on that they stopped. */
export const FaultsAnswered = defineEvent(
  'FaultsAnswered',
  t.type({ faults: t.array(t.string), note: nullable(t.string) }),
);
export const integrityEventTypes = [FaultsFound, FaultsMailed, FaultsAnswered] as const;
