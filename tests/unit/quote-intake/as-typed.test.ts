import { describe, expect, it } from 'vitest';
import { asTyped } from '../../../src/quote-intake/layout/line.ts';

describe('a PDF’s text as it was typed', () => {
  it.each([
    ['発⾏⽇ 令和8年4⽉8⽇', '発行日 令和8年4月8日'],
    ['⼈⺠币', '人民币'],
    ['⻑野 ⻄⼝', '長野 西口'],
    ['เลขที\0 QA-1', 'เลขที QA-1'],
    ['ﬁne, ½, ①', 'ﬁne, ½, ①'],
  ])('%s is %s', (printed, typed) => {
    expect(asTyped(printed)).toBe(typed);
  });
});
