import type { Bound } from '../cadence/policy.ts';
import { type Clause, STANDARD } from './clause.ts';
import { type Entity, mark, markOf } from './entity.ts';

const SWEEPING = new Set('all every each any other others remaining rest else most usual'.split(' '));
const ORDINARY = new Set('standard normal regular ordinary usual typical default everyday general'.split(' '));

/** A name never reaches over one of these: "nudge small quotes", "a 5/12 cadence for large quotes". */
const NEVER_IN_NAMES = new Set(
  'nudge lastcall cadence aftersent expiry unless except until twice half daily weekly monthly yearly mondays tuesdays wednesdays thursdays fridays saturdays sundays monday tuesday wednesday thursday friday saturday sunday weekend weekends weekday weekdays for on to with without if when while once at of and or then but is are be was were as about from in into per by use using send sent give get gets do does not no never only so than more less over under above below between before after it them these those this that stop leave same whole single have has need needs treat means mean means call called count counts'.split(
    ' ',
  ),
);

const NAMED =
  /((?:[a-z\u00df-\u024f][a-z0-9\u00df-\u024f&'/-]* ){0,5})(?:quote|ones|jobs|deals|orders)(?:'s)?(?![a-z'-])/g;
const LEADING = /^(?:for )?([a-z][a-z'-]*(?: [a-z][a-z'-]*){0,3}?) ?(?=[:(]|- )/;
const NAMELESS = /(?:anything|everything|whatever|something|amounts?|everyone)(?: else| other)?(?![a-z'-])/g;

const [M, N] = [mark('money'), mark('number')];
const OWN_NAME =
  '((?!(?:not|never|no|nudge|lastcall|left|high |low )(?![a-z-]))[a-z][a-z-]*(?: (?!(?:and|then|gets?|quote)(?![a-z-]))[a-z][a-z-]*)?)';

/** "Anything over 20,000 is high-value": the name comes last. */
const NAMED_LAST = new RegExp(
  `^((?:anything|everything|whatever|(?:all |any |every )?quote|amounts?) [^:.,;]*?(?:${M}|${N})(?: (?:or|and) (?:more|up|over|above|less|under|below))?) (?:is|are|counts? as|is called|are called) ${OWN_NAME}(?: quote)?(?=[:.,;]| and | - |$)`,
);

/** "High-value means over 20,000". */
const DEFINED = new RegExp(`^([a-z][a-z-]*(?: [a-z][a-z-]*)?) means? (?=[^:]*(?:${M}|${N}))`);

/** "The rest:", "All others get …". */
const THE_REST =
  /^(?:for )?(?:all )?(?:rest|others?|remainder)(?: of (?:them|quote|quotes))?(?= ?[:,(]| (?:gets?|are|is|follows?|uses?)(?![a-z]))/;

/**
 * Puts a tier's mark where the clause names one: the words before "quotes", or else (`led`) those before a colon or
 * bracket at the beginning.
 */
export const markTiers = ({ text, entities }: Clause): Clause & { readonly led: boolean } => {
  const all: Entity[] = [...entities];
  const put = (name: string): string => {
    const entity: Entity = { kind: 'tier', name };
    return markOf(entity, all.push(entity) - 1);
  };
  const first = text
    .replace(
      NAMED_LAST,
      (_whole, which: string, name: string) =>
        `${name} quote ${which.replace(/^(?:(?:all |any |every )?quote|anything|everything|whatever|amounts?) /, '')}:`,
    )
    .replace(DEFINED, '$1 quote ');
  const swept = first.replace(THE_REST, () => put(''));
  const named = swept.replace(NAMED, (_whole, words: string) => {
    const { before, name } = splitName(words.trim().split(' '));
    return `${before.map(word => `${word} `).join('')}${put(name)}`;
  });
  const nameless = named.replace(NAMELESS, () => put(''));
  if (all.length > entities.length) return { text: nameless, entities: all, led: false };
  const led = nameless.replace(LEADING, (whole, words: string) => {
    const { before, name } = splitName(words.split(' '));
    return before.length === 0 && name !== '' ? put(name) : whole;
  });
  return { text: led, entities: all, led: led !== nameless };
};

/** Ordinary tiers share one key, whatever they are called; a hyphen in a name is a space. */
export const tierKey = (name: string): string => {
  const words = name.replaceAll('-', ' ').split(' ');
  return words.every(word => ORDINARY.has(word)) ? STANDARD : words.join(' ');
};

/** What a tier is called that has only a bound: `over 20000`. */
export const nameOfBound = ({ min, max }: Bound): string => {
  const least = min && `${min.inclusive ? 'at least' : 'over'} ${min.value}`;
  const most = max && `${max.inclusive ? 'up to' : 'under'} ${max.value}`;
  if (min?.inclusive && max?.inclusive) return `${min.value} to ${max.value}`;
  return [least, most].filter(end => end !== undefined).join(' and ');
};

/** `''`: no name of its own, only "quotes" or "every quote"; sweeping words fall away before a real name. */
const splitName = (words: readonly string[]): { readonly before: readonly string[]; readonly name: string } => {
  const from = words.findLastIndex(word => NEVER_IN_NAMES.has(word)) + 1;
  const own = words.slice(from).filter(word => word !== '');
  const name = own.filter(word => !SWEEPING.has(word));
  const before = words.slice(0, from);
  return { before, name: name.join(' ') };
};
