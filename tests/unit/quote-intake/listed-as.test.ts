import { describe, expect, it } from 'vitest';
import { matchListedQuote } from '../../../src/quote-intake/match-listed-quote.ts';

const SHEET = ['Q-1042', 'Q-10', 'AN 2026/17', 'q-7 R1', '2026-1', 'Q-104'];

describe('a quote number among those of the sheet', () => {
  it.each(['Q-1042', ' q-1042 ', 'Ｑ-1042'.normalize('NFKC')])('is itself, however it is written: %s', number => {
    expect(matchListedQuote(number, SHEET)).toEqual({ number: 'Q-1042', revision: false });
  });

  it.each([
    'Q-1042-R2',
    'Q-1042R2',
    'Q-1042 rev 3',
    'Q-1042 Rev. B',
    'Q-1042_v2',
    'Q-1042/2',
    'Q-1042.1',
    'Q-1042-B',
    'Q-1042b',
    'Q-1042 (revised)',
    'Q-1042-REV',
    'Q-1042 Version 12',
  ])('is revised by a suffix: %s', number => {
    expect(matchListedQuote(number, SHEET)).toEqual({ number: 'Q-1042', revision: true });
  });

  it.each(['Q-1043', 'Q-10421', 'Q-1042-117', 'Q-1042-2026', 'XQ-1042', '2026-12', 'Q-1042 Miller', 'R2', 'Q-1042G'])(
    'is new where nothing but its beginning is the same: %s',
    number => expect(matchListedQuote(number, SHEET)).toBeNull(),
  );

  it('is the edition of the longest number that fits', () => {
    expect(matchListedQuote('Q-104-2', SHEET)).toEqual({ number: 'Q-104', revision: true });
    expect(matchListedQuote('AN 2026/17/2', SHEET)).toEqual({ number: 'AN 2026/17', revision: true });
  });

  it('is one quote with another edition of it that the sheet lists', () => {
    expect(matchListedQuote('Q-7 R2', SHEET)).toEqual({ number: 'q-7 R1', revision: true });
    expect(matchListedQuote('Q-7', SHEET)).toBeNull();
  });
});
