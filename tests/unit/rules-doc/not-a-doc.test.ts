import { describe, expect, test } from 'vitest';
import { errorsOf, readingOf } from './reading.ts';

describe('what is no rules doc is refused as such', () => {
  test.each([
    ['a PDF', '%PDF-1.7\n%âãÏÓ\n1 0 obj', 'file of another kind'],
    ['a Word document', 'PK\u0003\u0004\u0014\u0000word/document.xml', 'file of another kind'],
    ['RTF', '{\\rtf1\\ansi Nudge at 3 days}', 'file of another kind'],
    ['a NUL among words', 'Nudge at 3 days\u0000', 'file of another kind'],
    ['control characters', '\u0001\u0002\u0003\u0004 abc'.repeat(20), 'file of another kind'],
    ['undecodable bytes', 'a\ufffdb\ufffd'.repeat(50), 'file of another kind'],
    ['a novel', 'We love our customers.\n'.repeat(5000), 'at most 100 KB'],
  ])('%s', (_what, text, expected) => {
    expect(errorsOf(text)).toEqual([
      { line: 1, sentence: expect.any(String), expected: expect.stringContaining(expected) },
    ]);
  });

  test('a stray control character or tab is none of it', () => {
    expect(
      readingOf('Standard quotes:\tnudge at 4 days.\u000c\n\u0007 We are glad of every one.').rules.tiers,
    ).toHaveLength(1);
  });

  test('a doc with nothing but faults lists fifty of them', () => {
    expect(errorsOf('Nudge soon.\n\n'.repeat(400))).toHaveLength(50);
  });
});
