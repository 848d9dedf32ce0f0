import type * as E from 'fp-ts/lib/Either.js';
import type { LocalDate } from '../kernel/local-date.ts';
import type { Total } from './fields/total.ts';
import type { Doubt, Reading } from './labelled-values/candidate.ts';

export type Read<V> = E.Either<Doubt, Reading<V>>;

/** Each field with the words it was read from, or why it stays empty. */
export interface Readings {
  readonly customer: Read<string>;
  readonly contact: Read<string>;
  readonly quoteId: Read<string>;
  readonly total: Read<Total>;
  readonly sent: Read<LocalDate>;
  readonly expiry: Read<LocalDate>;
  readonly link: Read<string>;
}
