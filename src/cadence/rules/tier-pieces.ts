import { type Phrase, phrase } from './clause.ts';
import { mark } from './entity.ts';
import { oneOf } from './one-of.ts';
import type { StatedBound } from './tier-bound.ts';

/** What the phrases of a tier's sentence mean, in the order they stand. `fault`: seen for what it is, but can't be used. */
export type Piece =
  | StatedBound
  | { readonly kind: 'tier'; readonly name: string }
  /** `unit`: written as days, not as bare numbers. */
  | { readonly kind: 'days'; readonly days: readonly number[]; readonly unit: boolean; readonly fault?: string }
  /** Days counted from the nudge before: "and again a week later". */
  | { readonly kind: 'later'; readonly days: number; readonly fault?: string }
  /** Days before expiry. */
  | { readonly kind: 'before'; readonly days: number; readonly fault?: string }
  | { readonly kind: 'nudge'; readonly count?: number; readonly rank?: number }
  /** "Just one nudge": so many and no last call. */
  | { readonly kind: 'only'; readonly count: number }
  | { readonly kind: 'wait' }
  | { readonly kind: 'lastCall' }
  | { readonly kind: 'noLastCall' }
  | { readonly kind: 'stop' }
  /** "Leave them alone": stopping after nudge days, no nudge at all without. */
  | { readonly kind: 'rest' }
  | { readonly kind: 'off' };

/** A phrase that adds nothing. */
export const nothing = (source: string): Phrase<Piece> => phrase<Piece>(source, () => null);

/** A phrase that always means the same. */
export const says = (source: string, piece: Piece): Phrase<Piece> => phrase<Piece>(source, () => piece);

/** Regex source of a place where a phrase may end: a mark, the end, or a word that begins another. */
export const END = '(?= ?(?:[,.;:)]|$)| and | then | but )';

/** Regex source of the quotes or the customers that a sentence speaks of without naming them again. */
export const THEM = oneOf(
  'it',
  'they',
  'them',
  'these',
  'those',
  'customers?',
  'clients?',
  'people',
  'contacts?',
  'everyone',
  mark('tier'),
);
