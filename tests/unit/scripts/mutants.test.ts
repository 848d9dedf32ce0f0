import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { brokenText } from '../../../scripts/mutants/broken-text.ts';
import { laws } from '../../../scripts/mutants/laws.ts';
import { LAWS_DOC, lawsDoc } from '../../../scripts/mutants/laws-doc.ts';
import { outcomeOf } from '../../../scripts/mutants/verdict.ts';

const PROMISES = Array.from({ length: 12 }, (_, i) => `P${i + 1}`);
/** Whose every law must be in the table; what is read (sheets, docs, mails) has tables of its own. */
const WHOLE = ['cadence', 'calendar', 'fold', 'hash-chain', 'plan', 'projections', 'races'];

const testsIn = (file: string): readonly string[] =>
  [...readFileSync(file, 'utf8').matchAll(/^ *(?:test|it)(?:\.each\([\s\S]*?\]\))?\(\s*(['"`])(.*?)\1,/gm)].map(
    ([, , name = '']) => name,
  );

describe('the table of mutants', () => {
  it.each(laws.map(law => [law.named, law] as const))('breaks lines that are there, of: %s', (_, { test, mutants }) => {
    expect(existsSync(test)).toBe(true);
    expect(mutants.length).toBeGreaterThan(0);
    for (const line of mutants.flat()) {
      const text = readFileSync(line.file, 'utf8');
      expect(brokenText(text, line)).not.toBe(text);
    }
  });

  it('names a law of every promise', () => {
    const of = new Set(laws.flatMap(law => law.of.split(' ')));
    expect(PROMISES.filter(promise => !of.has(promise))).toEqual([]);
  });

  it('names every property of folds, cadences, plans, chains, read models and races', () => {
    const missing = WHOLE.map(name => `${name}.test.ts`).flatMap(file =>
      testsIn(`tests/properties/${file}`)
        .filter(name => !laws.some(law => law.test.endsWith(file) && name.startsWith(law.named)))
        .map(name => `${file}: ${name}`),
    );
    expect(missing).toEqual([]);
  });

  it('is told in docs/laws.md, which `npm run build:laws` makes', () => {
    expect(readFileSync(LAWS_DOC, 'utf8')).toBe(lawsDoc());
  });

  it('knows a line by its text, and only where there is one such', () => {
    const line = { file: 'a.ts', source: 'x < 1', broken: 'x > 1' };
    expect(brokenText('if (x < 1) y();', line)).toBe('if (x > 1) y();');
    expect(() => brokenText('if (x <= 1) y();', line)).toThrow('a.ts holds 0 times');
    expect(() => brokenText('x < 1 || x < 1', line)).toThrow('a.ts holds 2 times');
  });
});

describe('a mutant', () => {
  const test = { file: 'a.test.ts', name: 'a law', passed: false };
  const ran = (why: string) => outcomeOf({ tests: [{ ...test, why }], fault: null }).outcome;

  it('is noticed by an assertion, plain or of a property', () => {
    expect(ran('AssertionError: expected 1 to be 2')).toBe('red');
    expect(ran('Error: Property failed after 3 tests\n{ seed: 1 }\nGot AssertionError: expected 1 to be 2')).toBe(
      'red',
    );
    expect(ran('Error: promise resolved "undefined" instead of rejecting')).toBe('red');
  });

  it('survives where the test stays green', () => {
    expect(outcomeOf({ tests: [{ ...test, passed: true, why: '' }], fault: null }).outcome).toBe('survived');
  });

  it('gets no verdict from a crash, a file that does not load, a hang, or no test at all', () => {
    expect(ran('TypeError: x is not a function')).toBe('no verdict');
    expect(ran('Error: Property failed after 3 tests\n{ seed: 1 }\nGot TypeError: x is not a function')).toBe(
      'no verdict',
    );
    expect(outcomeOf({ tests: [], fault: 'a.test.ts does not load: SyntaxError' }).outcome).toBe('no verdict');
    expect(outcomeOf({ tests: [], fault: null }).outcome).toBe('no verdict');
  });
});
