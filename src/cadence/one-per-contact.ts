import { type Money, majorUnits } from '../kernel/money.ts';

/** A quote in a ranking: by amount, currency ignored, ties by upper-cased quote number in code-unit order. */
export interface Ranked {
  readonly key: string;
  readonly amount: Money;
}

export const byValue = (a: Ranked, b: Ranked): number =>
  byAmount(a.amount, b.amount) || (a.key < b.key ? -1 : a.key > b.key ? 1 : 0);

const byAmount = (a: Money, b: Money): number =>
  a.currency === b.currency ? b.minor - a.minor : majorUnits(b) - majorUnits(a);

export interface Candidate extends Ranked {
  readonly contactRef: string;
  /** False when a nudge offered now could not leave by the quote's expiry: not offered, and the turn is not used. */
  readonly canLeaveInTime: boolean;
}

export interface Turns<C> {
  readonly offered: readonly C[];
  readonly waiting: readonly C[];
  readonly tooLate: readonly C[];
}

/**
 * One contact, one offer a day over all its quotes: the largest first. `served` are the contacts with a quote offered
 * today already, whatever became of it.
 */
export const onePerContact = <C extends Candidate>(candidates: readonly C[], served: ReadonlySet<string>): Turns<C> => {
  const taken = new Set(served);
  const turns = { offered: [] as C[], waiting: [] as C[], tooLate: [] as C[] };
  for (const candidate of [...candidates].sort(byValue)) {
    if (!candidate.canLeaveInTime) turns.tooLate.push(candidate);
    else if (taken.has(candidate.contactRef)) turns.waiting.push(candidate);
    else {
      taken.add(candidate.contactRef);
      turns.offered.push(candidate);
    }
  }
  return turns;
};
