/** Everything that is left to chance in a simulation comes from one seed, so that the seed replays it. */
export interface Dice {
  /** A whole number from 0 up to, not including, `below`. */
  readonly below: (below: number) => number;
  /** True in so many of a hundred cases. */
  readonly percent: (chance: number) => boolean;
  readonly pick: <T>(from: readonly T[]) => T;
  /** One of the names, each as likely as its weight. */
  readonly weighted: <K extends string>(weights: Readonly<Record<K, number>>) => K;
  readonly bytes: (length: number) => Uint8Array;
  /** Goes on from another seed: what is thrown from here on is a function of it alone. */
  readonly reseed: (seed: number) => void;
  /** A seed for other dice. */
  readonly seed: () => number;
}

/** Mulberry32: small, quick, and good enough to scatter events. */
export const diceOf = (from: number): Dice => {
  let state = from >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
  const below = (limit: number): number => next() % Math.max(1, limit);
  const pick = <T>(from: readonly T[]): T => {
    const chosen = from[below(from.length)];
    if (chosen === undefined) throw new RangeError('nothing to pick from');
    return chosen;
  };
  return {
    below,
    pick,
    percent: chance => below(10_000) < chance * 100,
    weighted: <K extends string>(weights: Readonly<Record<K, number>>): K => {
      const entries = Object.entries<number>(weights);
      // In thousandths, so that a weight need not be whole.
      let left = below(Math.round(entries.reduce((sum, [, weight]) => sum + weight, 0) * 1000));
      for (const [name, weight] of entries) {
        left -= weight * 1000;
        if (left < 0) return name as K;
      }
      throw new RangeError('no weights');
    },
    bytes: length => {
      const bytes = new Uint8Array(length);
      for (let at = 0; at < length; at += 4) {
        const word = next();
        for (let part = 0; part < 4 && at + part < length; part++) bytes[at + part] = (word >>> (8 * part)) & 0xff;
      }
      return bytes;
    },
    reseed: seed => {
      state = seed >>> 0;
    },
    seed: next,
  };
};
