import { textTable } from '../src/cli/text-table.ts';

/** One figure of ours beside what it is measured against. */
export interface Result {
  readonly what: string;
  readonly ours: string;
  /** What it stands beside, with its own figure. */
  readonly beside: string;
  readonly ratio: string;
  readonly goal: string;
  readonly reached: boolean;
}

export const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN;

export const ms = (value: number): string => `${value < 10 ? value.toFixed(2) : Math.round(value)} ms`;

/** All results under one another. Nothing here fails: a figure below its goal says so, and is for a person to judge. */
export const printResults = (results: readonly Result[], print: (line: string) => void = console.log): void => {
  const rows = results.map(({ what, ours, beside, ratio, goal, reached }) => [
    what,
    ours,
    beside,
    ratio,
    goal,
    reached ? 'reached' : 'MISSED',
  ]);
  for (const line of textTable(['what', 'ours', 'beside', 'ratio', 'goal', ''], rows)) print(line);
};

/** Says on stderr what is being measured: a bench is silent for minutes. */
export const measuring = (what: string): void => void process.stderr.write(`measuring ${what}\n`);
