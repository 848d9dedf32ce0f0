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
  tool: 3,
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

/** A fortnight in which everything fails all the time, or a year of a business in which most days are quiet. */
export type Horizon = 'fortnight' | 'year';

export interface Story {
  readonly horizon: Horizon;
  /** What kind of a business it is, and the rows it begins with. */
  readonly setting: number;
  readonly acts: readonly Act[];
}

const FORTNIGHT_ACTS = 150;

export const storyOf = (horizon: Horizon, seed: number): Story => {
  const dice = diceOf(seed);
  const setting = dice.seed();
  const act = (kind: ActKind): Act => ({ kind, roll: dice.seed() });
  if (horizon === 'fortnight')
    return { horizon, setting, acts: Array.from({ length: FORTNIGHT_ACTS }, () => act(dice.weighted(ACTS))) };
  return { horizon, setting, acts: Array.from({ length: DAYS }, () => dayOf(dice.percent, act, dice.weighted)).flat() };
};

const DAYS = 365;
/** What happens on a day of the year besides its check. */
const OF_A_DAY = {
  pass: 10,
  due: 6,
  open: 3,
  press: 46,
  customer: 12,
  again: 1,
  edit: 18,
  spoil: 1,
  repair: 2,
  docs: 1,
  config: 1,
  tool: 4,
  delivery: 3,
  meddle: 1,
  rebuild: 0,
  race: 2,
  clockBack: 0,
  expire: 1,
  trouble: 0,
} as const;

const dayOf = (
  percent: (chance: number) => boolean,
  act: (kind: ActKind) => Act,
  weighted: (weights: typeof OF_A_DAY) => keyof typeof OF_A_DAY,
): readonly Act[] => {
  const acts = [act('toNine')];
  while (percent(66) && acts.length < 12) acts.push(act(weighted(OF_A_DAY)));
  if (percent(3)) acts.push(act('quiet'));
  return acts;
};
