import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as E from 'fp-ts/lib/Either.js';
import { findAmount } from '../../src/sheet/amounts/find-amount.ts';
import { numberShape, plainNumerals } from '../../src/sheet/amounts/number-shape.ts';
import type { Score } from './score.ts';

interface Sample {
  readonly raw: string | null;
  readonly amount: string | null;
  /** The decimal separator, where the sample gives one. */
  readonly dec: string | null;
}

const GOAL = 0.97;

/**
 * Reads every `raw` of FOLDER/amounts/amounts.json with `findAmount`, without a locale, and compares numbers exactly.
 * The sheet's cell reader (`readAmount`) is stricter and not scored: it refuses words around the number. A sample without an
 * answer is right when nothing is read. `ok` asks for 97 % and for no wrong number among the samples whose shape alone has
 * two readings (`1.200`): those may be refused or right.
 */
export const score = async (folder: string): Promise<Score> => {
  const file = [join(folder, 'amounts', 'amounts.json'), join(folder, 'amounts.json')].find(path => existsSync(path));
  if (file === undefined) return { name: 'amounts', lines: ['skipped: no amounts/amounts.json'], ok: true };
  const samples: readonly Sample[] = JSON.parse(await readFile(file, 'utf8'));
  const results = samples.map(resultOf);
  const right = results.filter(({ kind }) => kind === 'right').length;
  const wrong = results.filter(({ kind }) => kind === 'wrong');
  const refused = results.filter(({ kind }) => kind === 'refused');
  const guessed = wrong.filter(({ twoReadings }) => twoReadings);
  const rate = right / Math.max(1, samples.length);
  return {
    name: 'amounts',
    ok: rate >= GOAL && guessed.length === 0,
    lines: [
      `${right} of ${samples.length} exact (${(rate * 100).toFixed(1)} %), ${wrong.length} wrong, ${refused.length} refused`,
      `${guessed.length} wrong where two readings are possible`,
      ...[...wrong, ...refused].map(({ kind, line }) => `  ${kind}: ${line}`),
    ],
  };
};

const resultOf = ({ raw, amount, dec }: Sample) => {
  const text = raw ?? '';
  const found = findAmount(text, dec === '.' || dec === ',' ? { decimal: dec } : {});
  const twoReadings = (plainNumerals(text).match(/\d[\d.,]*\d/g) ?? []).some(
    token => numberShape(token).kind === 'two',
  );
  const read = E.isRight(found) ? Number(found.right.value) : null;
  const expected = amount === null ? null : Number(amount);
  const kind = read === expected ? 'right' : read === null ? 'refused' : 'wrong';
  return { kind, twoReadings, line: `${JSON.stringify(raw)} → ${read}, expected ${expected}` };
};

if (process.argv[1] === import.meta.filename) {
  const { name, lines } = await score(process.argv[2] ?? '.');
  for (const line of lines) console.log(`${name}: ${line}`);
}
