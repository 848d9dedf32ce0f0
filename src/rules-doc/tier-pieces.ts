import { oneOf, type Phrase, phrase } from './clause.ts';
import { mark } from './entity.ts';
import type { StatedBound } from './interval.ts';

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

const NO = oneOf('no', 'not', 'never', 'nor', 'without', 'skip', 'omit', 'drop');
const SMALL = '(?: (?:any|send|get|gets|make|be|receive|need(?:ed)?(?: (?:to|for))?|bother(?: (?:to|with))?|worth))*';
const AT_ALL = '(?: (?:at all|afterwards|after (?:that|this)|needed|required|ever|whatsoever|necessary))*';
const WORD_END = '(?= |[,.;:)]|$)';

const NO_LAST_CALL = oneOf(
  `${NO}${SMALL} lastcall${AT_ALL}`,
  'lastcall:? (?:(?:is|are) )?(?:not (?:needed|sent|required|wanted)|off|none|no|never)',
);

const STOP = oneOf(
  'stop(?:s|ping)?(?: (?:there|altogether|completely|for good|it|nudge|at that|right there))*',
  `leaves? (?:it|them) (?:there|at that)`,
  `leaves? (?:it|them)${END}`,
  `let ${THEM} (?:go|drop|lie)`,
  `drop ${THEM}`,
  `give up(?: on ${THEM})?`,
  `(?:that is|that's|is|that|this is) (?:it|all|the end of it|end of it|enough)${END}`,
  `nothing(?: (?:more|else|further|at all))?(?: (?:after|beyond)(?: (?:that|this|it))?)?(?: afterwards)?${END}`,
  '(?:no|not any|never any) (?:more|further)(?: nudge)?(?: after (?:that|this))?(?: afterwards)?',
  'no nudge after (?:that|this)',
  `(?:not|never) (?:bother|nudge|contact|ask|write)(?: ${THEM})? again`,
  '(?:never|not) again',
  'cease|quit|done|end there|finish|go quiet|say nothing more|(?:say |do )?no more|move on',
  `end${END}`,
  `only${END}`,
  `forget (?:about )?${THEM}`,
);

const REST = oneOf(
  'alone',
  `leaves? (?:${THEM} )?(?:alone|be|in peace|well alone)`,
  '(?:is |are |be )?left (?:alone|in peace)',
  `let ${THEM} (?:be|rest)`,
  'rest(?! of)',
);

const OFF = oneOf(
  `${NO}${SMALL}(?: any)? (?:nudge|cadence)(?: (?:for|on))?${AT_ALL}${WORD_END}`,
  'nudge:? (?:none|off|no)',
  'off',
);

/** How a sentence ends a cadence, or has none. */
export const stopPhrases: readonly Phrase<Piece>[] = [
  says(NO_LAST_CALL, { kind: 'noLastCall' }),
  says(STOP, { kind: 'stop' }),
  nothing(`leaves? (?=[^,.;]*(?<![a-z])alone(?![a-z]))`),
  says(REST, { kind: 'rest' }),
  says('(?:only|just)(?= lastcall)', { kind: 'off' }),
  says(OFF, { kind: 'off' }),
];

const ALONE = new RegExp(
  `^(?:(?:and|then|but|after that|afterwards),? )*${oneOf(STOP, REST, NO_LAST_CALL)}(?: (?:please|now|${mark('tier')}))?[.!]?$`,
);

/** "Then stop." as a sentence of its own: nothing without the one before it. */
export const endsACadence = (text: string): boolean => ALONE.test(text);
