import { faultOfDays, MAX_DAY } from '../cadence/cadence-text.ts';
import type { Bound } from '../cadence/policy.ts';
import { type Clause, cut, type Fact, fault, type Outcome, STANDARD } from './clause.ts';
import { mark } from './entity.ts';
import { joinBounds } from './interval.ts';
import { markTiers, nameOfBound, tierKey } from './tier-name.ts';
import { tierPhrases } from './tier-phrases.ts';
import type { Piece } from './tier-pieces.ts';

/** What a clause says of a tier, gathered piece by piece. */
interface Gathered {
  readonly names: readonly string[];
  readonly bound: Bound;
  readonly days: readonly number[];
  readonly before: readonly number[];
  readonly lastCall: boolean;
  readonly ends: 'open' | 'noLastCall' | 'stop' | 'rest' | 'off';
  readonly stopsEarly: boolean;
  readonly counts: readonly number[];
  readonly only: number | null;
  readonly ranks: readonly number[];
  readonly waits: number;
  readonly unit: boolean;
  readonly nudges: boolean;
  readonly fault: string | null;
}

const NOTHING: Gathered = {
  names: [],
  bound: {},
  days: [],
  before: [],
  lastCall: false,
  ends: 'open',
  stopsEarly: false,
  counts: [],
  only: null,
  ranks: [],
  waits: 0,
  unit: false,
  nudges: false,
  fault: null,
};

/** "Small quotes up to $300: one nudge after 5 days, then stop." — a tier's bound, nudge days and last call. */
export const readTier = (clause: Clause): Outcome => {
  const marked = markTiers(withoutAsides(clause));
  const pieces = cut(marked, tierPhrases);
  if (pieces.kind === 'stuck') return null;
  const said = pieces.found.reduce(gather, NOTHING);
  if (marked.led && !speaksOfNudges(said, clause.text)) return null;
  const wrong = said.fault ?? faultIn(said) ?? faultOfBareEnd(said, clause.text);
  if (wrong !== null) return fault(wrong);
  const keys = new Set(said.names.filter(name => name !== '').map(tierKey));
  if (keys.size > 1) return null;
  return factsOf(said);
};

/** "Delivery: 3 days" is no cadence; "Standard: 3 days" and "Large: 3/7" are. */
const speaksOfNudges = ({ nudges, lastCall, bound, names, ends }: Gathered, text: string): boolean =>
  nudges ||
  lastCall ||
  ends === 'noLastCall' ||
  isBounded(bound) ||
  names.some(name => tierKey(name) === STANDARD) ||
  BARE_DAYS.test(text);

const isBounded = ({ min, max }: Bound): boolean => min !== undefined || max !== undefined;

const BARE_DAYS = new RegExp(mark('bareDays'));

const ASIDE =
  / ?\((?![^)]*(?<![a-z])(?:unless|except|only|if|not|never|no|nudge|lastcall|cadence|stop|off|weekends?|until|before|after|without|once|twice|(?:mon|tues|wednes|thurs|fri|satur|sun)days?)(?![a-z]))[a-z ,'-]*\)/g;

/** "(our best customers)": an aside without a number, a condition or an exception. */
const withoutAsides = ({ text, entities }: Clause): Clause => ({ text: text.replace(ASIDE, ''), entities });

const gather = (said: Gathered, piece: Piece, at: number, all: readonly Piece[]): Gathered => {
  const wrong = said.fault ?? ('fault' in piece ? (piece.fault ?? null) : null);
  if (wrong !== null) return { ...said, fault: wrong };
  switch (piece.kind) {
    case 'tier':
      return { ...said, names: [...said.names, piece.name] };
    case 'bound':
      return withBound(said, piece.bound);
    case 'days':
      return withDays(said, piece, all[at - 1]);
    case 'later':
      return withLater(said, piece.days);
    case 'before':
      return {
        ...said,
        before: [...said.before, piece.days],
        stopsEarly: said.ends === 'stop' || said.ends === 'rest',
      };
    case 'nudge':
      return withNudge(said, piece);
    case 'only':
      return { ...said, only: piece.count, nudges: true };
    case 'wait':
      return { ...said, waits: said.waits + 1 };
    case 'lastCall':
      return { ...said, lastCall: true };
    default:
      return { ...said, ends: said.ends === 'off' ? 'off' : piece.kind };
  }
};

const withBound = (said: Gathered, bound: Bound): Gathered => {
  const joined = joinBounds(said.bound, bound);
  return joined ? { ...said, bound: joined } : { ...said, fault: 'one bound on the amount, such as over 20,000' };
};

const ENDS = ['stop', 'rest', 'off', 'noLastCall'];

const withDays = (said: Gathered, piece: Extract<Piece, { kind: 'days' }>, before: Piece | undefined): Gathered => {
  if (before && ENDS.includes(before.kind))
    return { ...said, fault: 'nudge days before the stop, such as "one nudge after 5 days, then stop"' };
  if (before?.kind === 'lastCall')
    return {
      ...said,
      fault: LAST_CALL,
    };
  const single = before?.kind === 'nudge' && (before.count === 1 || before.rank !== undefined);
  if (single && piece.days.length > 1) return { ...said, fault: 'as many days as nudges' };
  return { ...said, days: [...said.days, ...piece.days], unit: said.unit || piece.unit };
};

const withLater = (said: Gathered, days: number): Gathered => {
  const last = said.days.at(-1);
  return last === undefined
    ? { ...said, fault: 'days since sending, such as 4 days and 9 days' }
    : { ...said, days: [...said.days, last + days] };
};

const withNudge = (said: Gathered, { count, rank }: Extract<Piece, { kind: 'nudge' }>): Gathered => ({
  ...said,
  nudges: true,
  counts: count === undefined ? said.counts : [...said.counts, count],
  ranks: rank === undefined ? said.ranks : [...said.ranks, rank],
});

/** What contradicts itself within the clause. */
const faultIn = (said: Gathered): string | null => {
  const { days, before, ends } = said;
  if (!said.unit && days.length > 0) return 'a unit, such as 3 days and 7 days';
  if (said.waits > 1) return 'days since sending, such as 4 days and 9 days';
  if (before.length > 1) return 'one last call';
  if (said.lastCall && before.length === 0) return LAST_CALL;
  if (before.some(day => day > MAX_DAY)) return `a last call at most ${MAX_DAY} days before expiry`;
  if (before.length > 0 && (ends === 'noLastCall' || said.stopsEarly)) return 'either a last call or none';
  if (ends === 'off' && days.length > 0) return 'either nudge days or no nudges';
  return faultOfDays(days) ?? faultOfCounts(said);
};

/** "3 days and 7 days before expiry" without the words "last call": which days are before expiry is anyone's guess. */
const faultOfBareEnd = ({ lastCall, before, days }: Gathered, text: string): string | null =>
  lastCall || before.length === 0 || days.length === 0 || NAMES_ITS_END.test(text) ? null : LAST_CALL;

const NAMES_ITS_END = new RegExp(
  `(?:again|then|finally|lastly|another|nudge|once more|last ${mark('number')}|${mark('ordinal')})(?: (?:one|nudge|at|on))*(?: (?:${mark('days')} )?(?:left )?(?:before|prior to|ahead of|until|to) expiry| ?[,.;)]|$)|[,;/] ?last `,
);

const LAST_CALL = 'the last call in days before expiry, such as "a last call 2 days before expiry"';

const faultOfCounts = ({ days, counts, only, ranks, before }: Gathered): string | null => {
  const total = only ?? counts.reduce((sum, count) => sum + count, 0);
  const stated = only !== null || counts.some(count => count > 1) || counts.length > 1;
  const agrees = total === days.length || total === days.length + before.length;
  if (stated && !agrees) return `as many days as nudges; ${total} and ${days.length} differ`;
  // "A nudge at 3 days, a second at 7": the first goes without its number.
  const unranked = ranks[0] === 2 && days.length > ranks.length ? 1 : 0;
  return ranks.every((rank, i) => rank === i + 1 + unranked) ? null : 'the first nudge, then the second, and so on';
};

const factsOf = (said: Gathered): Outcome => {
  const named = said.names.find(name => name !== '');
  const bounded = isBounded(said.bound);
  const tier = named ?? (bounded ? nameOfBound(said.bound) : STANDARD);
  if (bounded && tierKey(tier) === STANDARD) {
    return fault('no bound on the standard tier: it takes every amount that no other tier claims');
  }
  const facts: Fact[] = bounded ? [{ kind: 'bound', tier, bound: said.bound }] : [];
  const cadence = cadenceOf(said, tier);
  if (cadence === null) return fault('its nudge days, such as "one nudge after 5 days, then stop"');
  if (cadence.length === 0) return said.names.length > 0 || bounded ? { kind: 'about', facts } : null;
  const unnamed = said.names.length === 0 && !bounded;
  if (unnamed && (said.ends === 'off' || said.ends === 'rest') && said.days.length === 0) return null;
  if (unnamed && said.days.length > 0 && !said.nudges) return null;
  return { kind: 'facts', facts: [...facts, ...cadence], unnamed };
};

/** Null: the clause only says to stop, and nothing before that. */
const cadenceOf = (said: Gathered, tier: string): readonly Fact[] | null => {
  const { days, before, ends } = said;
  const lastCall = before[0] ?? (ends === 'open' && said.only === null ? undefined : null);
  const last: Fact[] = lastCall === undefined ? [] : [{ kind: 'lastCall', tier, days: lastCall }];
  if (days.length > 0) return [{ kind: 'nudgeDays', tier, days }, ...last];
  if (ends === 'off' || ends === 'rest')
    return [
      { kind: 'nudgeDays', tier, days: [] },
      { kind: 'lastCall', tier, days: lastCall ?? null },
    ];
  if (ends === 'stop' || said.only !== null || said.counts.length > 0) return null;
  return last;
};
