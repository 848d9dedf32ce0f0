import { expect, test } from 'vitest';
import { editDistance } from '../../../src/kernel/edit-distance.ts';

test.each([
  ['nudge', 'nudge', 0],
  ['nugde', 'nudge', 1],
  ['nudg', 'nudge', 1],
  ['nuddge', 'nudge', 1],
  ['mudge', 'nudge', 1],
  ['standrad', 'standard', 1],
  ['expiery', 'expiry', 1],
  ['', 'abc', 3],
  ['timezone', 'currency', 4],
  ['a', 'abcdefghij', 4],
])('%s and %s are %i slips apart (4: more than three)', (a, b, slips) => {
  expect(editDistance(a, b)).toBe(slips);
  expect(editDistance(b, a)).toBe(slips);
});
