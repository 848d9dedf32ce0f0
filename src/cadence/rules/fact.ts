import type { Bound, WallTime } from '../policy.ts';
import type { Day } from './entity.ts';

/** Who is meant: a person of the doc by the name written there, an address, or a name the doc does not know. */
export type Who =
  | { readonly kind: 'person'; readonly name: string }
  | { readonly kind: 'address'; readonly address: string }
  | { readonly kind: 'unknown'; readonly name: string };

/** One thing a sentence states. Facts are gathered from the whole doc before any is weighed against another. */
export type Fact =
  | { readonly kind: 'bound'; readonly tier: string; readonly bound: Bound }
  | { readonly kind: 'nudgeDays'; readonly tier: string; readonly days: readonly number[] }
  | { readonly kind: 'lastCall'; readonly tier: string; readonly days: number | null }
  /** `group`: the sentence says "team" or the like, so that it can't mean a tier of that name. */
  | { readonly kind: 'team'; readonly team: string; readonly who: Who; readonly group: boolean }
  | { readonly kind: 'person'; readonly name: string; readonly address: string }
  | { readonly kind: 'absence'; readonly person: Who; readonly from: Day; readonly to: Day; readonly cover: Who | null }
  | { readonly kind: 'cover'; readonly person: Who; readonly cover: Who }
  | { readonly kind: 'quietHours'; readonly start: WallTime; readonly end: WallTime }
  | { readonly kind: 'quietBefore'; readonly time: WallTime }
  | { readonly kind: 'quietAfter'; readonly time: WallTime }
  | { readonly kind: 'noQuietHours' }
  | { readonly kind: 'weekends'; readonly skip: boolean }
  | { readonly kind: 'holiday'; readonly from: Day; readonly to: Day }
  /** "… nor on holidays": true of every list of holidays, but there must be one. */
  | { readonly kind: 'holidaysKept' }
  | { readonly kind: 'cap'; readonly nudges: number }
  | { readonly kind: 'gap'; readonly days: number };

/** A fact with the sentence that states it. */
export type Said<F extends Fact = Fact> = F & { readonly line: number; readonly sentence: string };

/** The name of the tier that takes every amount no other tier claims. */
export const STANDARD = 'standard';
