import { diceOf } from './dice.ts';

/**
 * A simulation is a list of acts that is written before it is played: who does what next, each with a roll that decides
 * everything within the act. An act can be left out without changing the dice of any other, so a story that fails can be
 * made shorter for as long as it still fails, and kept.
 */
export const ACTS = {
  /** Minutes or hours go by, and what came due meanwhile is done. */
  pass: 24,
  toNine: 12,
  due: 10,
  open: 4,
  press: 36,
  customer: 9,
  again: 1,
  edit: 7,
  spoil: 2,
  repair: 3,
  docs: 3,
  config: 2,
  tool: 5,
  delivery: 3,
  meddle: 2,
  rebuild: 1,
  /** A sync beside a check, over a sheet that somebody has just changed. */
  race: 3,
  clockBack: 1,
  expire: 1,
  trouble: 1,
  /** Nothing fails for a while: what was begun is finished, and the log is held to the world. */
  quiet: 2,
} as const;
export type ActKind = keyof typeof ACTS;

export interface Act {
  readonly kind: ActKind;
  /** Seed of all that happens within it. */
  readonly roll: number;
  /** Nothing is made to fail in it, and nothing runs beside it. Only a story that was made shorter has such acts. */
  readonly calm?: true;
}

/**
 * A fortnight of a handful of quotes in which everything fails all the time; a month of a busy office, as full of acts
 * for each quote and day; or a year of a business in which most days are quiet.
 */
export const HORIZONS = ['fortnight', 'month', 'year'] as const;
export type Horizon = (typeof HORIZONS)[number];

export interface Story {
  readonly horizon: Horizon;
  /** What kind of a business it is, and the rows it begins with. */
  readonly setting: number;
  readonly acts: readonly Act[];
}

const FORTNIGHT_ACTS = 150;

/** What people, customers and services do on a day, besides the schedules: how often, and of what kind. */
interface Days {
  readonly days: number;
  /** Of a hundred times one more act comes on the same day. */
  readonly another: number;
  readonly most: number;
  readonly quiet: number;
  readonly weights: Readonly<Record<Exclude<ActKind, 'toNine' | 'quiet'>, number>>;
}

const MONTH: Days = {
  days: 30,
  another: 97.5,
  most: 60,
  quiet: 10,
  weights: {
    pass: 5,
    due: 3,
    open: 6,
    press: 62,
    customer: 16,
    again: 1,
    edit: 13,
    spoil: 1,
    repair: 2,
    docs: 1,
    config: 1,
    tool: 6,
    delivery: 4,
    meddle: 1,
    rebuild: 0.2,
    race: 1,
    clockBack: 0.2,
    expire: 1,
    trouble: 0.2,
  },
};

const YEAR: Days = {
  days: 365,
  another: 66,
  most: 12,
  quiet: 3,
  weights: { ...MONTH.weights, pass: 8, due: 4, edit: 18, rebuild: 0, clockBack: 0, trouble: 0 },
};

export const storyOf = (horizon: Horizon, seed: number): Story => {
  const dice = diceOf(seed);
  const setting = dice.seed();
  const act = (kind: ActKind): Act => ({ kind, roll: dice.seed() });
  if (horizon === 'fortnight')
    return { horizon, setting, acts: Array.from({ length: FORTNIGHT_ACTS }, () => act(dice.weighted(ACTS))) };
  const of = horizon === 'month' ? MONTH : YEAR;
  const dayOf = (): readonly Act[] => {
    const acts = [act('toNine')];
    while (dice.percent(of.another) && acts.length < of.most) acts.push(act(dice.weighted(of.weights)));
    if (dice.percent(of.quiet)) acts.push(act('quiet'));
    return acts;
  };
  return { horizon, setting, acts: Array.from({ length: of.days }, dayOf).flat() };
};
