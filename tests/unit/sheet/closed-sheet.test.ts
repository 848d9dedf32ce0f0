import * as E from 'fp-ts/lib/Either.js';
import { describe, expect, test } from 'vitest';
import { defaultConfig } from '../../../src/config/decode-config.ts';
import { checkClosedSheet, readClosedSheet } from '../../../src/sheet/closed-sheet.ts';

const HEADER = ['Quote number', 'Customer', 'Outcome', 'Date closed'];
const german = { ...defaultConfig, locale: 'de-DE', localeConfigured: true };

describe('the closed tab', () => {
  test('lists quotes with outcome and date', () => {
    const records = [
      HEADER,
      ['q-1', 'Acme', 'Won', '2026-03-02'],
      [],
      [1042, 'Beta', 'LOST', 46083],
      ['Q-3', '', 'withdrawn', ''],
    ];
    expect(readClosedSheet(records, defaultConfig)).toEqual([
      { row: 2, quoteId: 'q-1', key: 'Q-1', outcome: 'won', date: '2026-03-02' },
      { row: 4, quoteId: '1042', key: '1042', outcome: 'lost', date: '2026-03-02' },
      { row: 5, quoteId: 'Q-3', key: 'Q-3', outcome: 'withdrawn', date: null },
    ]);
  });

  test.each([
    ['accepted', 'won'],
    ['Declined', 'lost'],
    ['cancelled', 'withdrawn'],
  ])('%s is %s', (written, outcome) => {
    expect(readClosedSheet([HEADER, ['Q-1', '', written, '']], defaultConfig)[0]?.outcome).toBe(outcome);
  });

  test('may be empty, and may have no dates', () => {
    expect(checkClosedSheet([], defaultConfig)).toEqual(E.right({ rows: [], refused: [] }));
    expect(
      readClosedSheet(
        [
          ['Quote no', 'Status'],
          ['Q-1', 'lost'],
        ],
        defaultConfig,
      ),
    ).toMatchObject([{ outcome: 'lost', date: null }]);
  });

  test('is refused without quote number or outcome', () => {
    expect(checkClosedSheet([['Quote number', 'Date']], defaultConfig)).toMatchObject(E.left({ column: 'outcome' }));
    expect(readClosedSheet([['Quote number', 'Date']], defaultConfig)).toEqual([]);
  });

  test('refuses faulty cells alone', () => {
    const records = [HEADER, ['Q-1', '', 'maybe', '03/04/2026'], ['Q-2', '', 'won', '03/04/2026']];
    const closed = checkClosedSheet(records, defaultConfig);
    expect(E.isRight(closed) && closed.right.refused.map(({ row, column }) => [row, column])).toEqual([
      [2, 'outcome'],
      [2, 'date'],
      [3, 'date'],
    ]);
    expect(readClosedSheet(records, german).map(({ quoteId, date }) => [quoteId, date])).toEqual([
      ['Q-2', '2026-04-03'],
    ]);
  });

  test('takes the latest outcome of a quote that ended twice', () => {
    const records = [
      HEADER,
      ['Q-1', '', 'won', '2026-03-09'],
      ['Q-1', '', 'lost', '2026-03-02'],
      ['Q-2', '', 'won', ''],
      ['q-2', '', 'lost', ''],
    ];
    expect(readClosedSheet(records, defaultConfig).map(({ key, outcome }) => [key, outcome])).toEqual([
      ['Q-1', 'won'],
      ['Q-2', 'lost'],
    ]);
  });
});
