import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allMatches } from '../../src/kernel/all-matches.ts';

const PATTERNS = [/a+|b/g, /\p{L}*/gu, /(?:)/gu, /x?/g, /(?<=a)(?<after>b)?/g, /[^a]*?(?=😀|$)/gu];
const text = fc.string({ unit: fc.constantFrom('a', 'b', 'x', ' ', '😀', 'é', '\ud83d') });

describe('all matches of a pattern', () => {
  it('are those of matchAll, whatever was matched before, even where nothing is matched', () => {
    fc.assert(
      fc.property(fc.constantFrom(...PATTERNS), text, fc.nat(9), (pattern, words, left) => {
        const expected = [...words.matchAll(new RegExp(pattern))];
        pattern.lastIndex = left;
        expect(allMatches(words, pattern)).toEqual(expected);
      }),
    );
  });

  it('are not looked for without end: a pattern that is not global is refused', () => {
    expect(() => allMatches('aa', /a/)).toThrow(TypeError);
  });
});
