/**
 * How many single slips lead from one word to the other: a letter added, dropped, changed, or two neighbours swapped
 * (optimal string alignment). Stops counting above `limit` and gives `limit + 1`: long unlike words cost nothing.
 */
export const editDistance = (a: string, b: string, limit = 3): number => {
  if (a === b) return 0;
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= b.length; j++) {
      const cost = slips(a, b, i, j, row, last, beforeLast);
      row.push(cost);
      if (cost < least) least = cost;
    }
    if (least > limit) return limit + 1;
    beforeLast = last;
    last = row;
  }
  return Math.min(last[b.length] ?? limit + 1, limit + 1);
};

const slips = (
  a: string,
  b: string,
  i: number,
  j: number,
  row: readonly number[],
  last: readonly number[],
  beforeLast: readonly number[],
): number => {
  const at = (cells: readonly number[], index: number): number => cells[index] ?? Number.POSITIVE_INFINITY;
  const changed = at(last, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1);
  const best = Math.min(at(row, j - 1) + 1, at(last, j) + 1, changed);
  const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
  return swapped ? Math.min(best, at(beforeLast, j - 2) + 1) : best;
};
