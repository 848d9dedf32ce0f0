import type { LocalDate } from '../../kernel/local-date.ts';
import type { Person } from './person.ts';

/** Why this person is asked about a draft. */
export type Asking =
  | { readonly kind: 'first' }
  /** Nobody decided since the first mail of this local date. */
  | { readonly kind: 'again'; readonly since: LocalDate }
  | { readonly kind: 'admin'; readonly since: LocalDate }
  | { readonly kind: 'cover'; readonly away: Person; readonly until: LocalDate };
