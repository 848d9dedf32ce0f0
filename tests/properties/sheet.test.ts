import fc from 'fast-check';
import * as E from 'fp-ts/lib/Either.js';
import { expect, test } from 'vitest';
import { canonicalCsv } from '../../src/sheet/canonical-csv.ts';
import { type Cell, cellText } from '../../src/sheet/cell.ts';
import { readCsvText } from '../../src/sheet/csv/read-csv.ts';
import { readSheet } from '../../src/sheet/read-sheet.ts';
import type { Sheet } from '../../src/sheet/row.ts';

const HEADER = [
  'Quote no.',
  'Client',
  'E-mail',
  'Total',
  'Date sent',
  'Ccy',
  'Expiry',
  'Rep',
  'Dept',
  'Link',
  'Cadence',
  'State',
];
const pick = (...cells: readonly Cell[]) => fc.constantFrom(...cells);
const odd = fc.oneof(fc.string({ unit: 'binary', maxLength: 6 }), fc.double(), fc.boolean(), fc.constant(null));
const mostly = (good: fc.Arbitrary<Cell>) => fc.oneof({ weight: 30, arbitrary: good }, { weight: 1, arbitrary: odd });

const record: fc.Arbitrary<readonly Cell[]> = fc.tuple(
  mostly(fc.integer({ min: 1, max: 12 }).map(number => `Q-${number}`)),
  mostly(pick('Acme', ' Beta  Ltd ', 'Müller, "Söhne"', 'Two\nlines')),
  mostly(pick('jo@acme.example', 'AL@beta.example ')),
  mostly(pick(1200, 1234.567, 0.1, '1.200,00', 'S$1 200', '1.200', '12.345678', 'USD 50', '1,200', 12000)),
  mostly(pick(46083, 46083.5, '2026-03-02', '3 Mar 2026', '03/04/2026', '13/04/2026')),
  mostly(pick('', 'SGD', 'jpy', '€', null, 'KWD')),
  mostly(pick('', null, 46113, '2026-04-01', '2026-01-01', '-')),
  mostly(pick('', 'Priya', 'sam@shop.example')),
  mostly(pick('', 'catering', null)),
  mostly(pick('', 'https://files.example/q.pdf', 'q.pdf')),
  mostly(pick('', '2,5,10 last 3', 'off', 3, 2.5)),
  mostly(pick('', 'open', 'Won', 'hold', 'maybe', false)),
);
const records = fc.array(fc.oneof({ weight: 12, arbitrary: record }, { weight: 1, arbitrary: fc.constant([]) }), {
  maxLength: 14,
});
const settings = fc.record({
  currency: pick('SGD', 'EUR', 'JPY').map(String),
  locale: fc.constantFrom('en-US', 'de-DE', 'en-SG'),
  localeConfigured: fc.boolean(),
  timezone: fc.constant('Asia/Singapore'),
});

const right = <A>(either: E.Either<unknown, A>): A => {
  if (E.isLeft(either)) throw new Error(JSON.stringify(either.left));
  return either.right;
};

test('every record is a row, or refused, or blank; never two of these', () => {
  fc.assert(
    fc.property(records, settings, (body, config) => {
      const { rows, refused } = right(readSheet([HEADER, ...body], config));
      const read = rows.map(({ row }) => row);
      const bad = [...new Set(refused.map(({ row }) => row))];
      const full = body.flatMap((cells, at) => (cells.some(cell => cellText(cell) !== '') ? [at + 2] : []));
      expect([...read, ...bad].sort((a, b) => a - b)).toEqual(full);
      expect(new Set(rows.map(({ key }) => key)).size).toBe(rows.length);
      expect(refused.map(({ row }) => row)).toEqual(refused.map(({ row }) => row).sort((a, b) => a - b));
      expect(new Set(refused.map(({ row, column }) => `${row} ${column}`)).size).toBeGreaterThan(
        refused.length - bad.length - 1,
      );
    }),
    { numRuns: 300 },
  );
});

test('the order of the columns does not matter', () => {
  const orders = fc.shuffledSubarray([...HEADER.keys()], { minLength: HEADER.length });
  fc.assert(
    fc.property(records, settings, orders, (body, config, order) => {
      const sorted = (cells: readonly Cell[]) => order.map(at => cells[at] ?? '');
      expect(readSheet([sorted(HEADER), ...body.map(sorted)], config)).toEqual(readSheet([HEADER, ...body], config));
    }),
  );
});

const outline = ({ rows, refused }: Sheet) => ({
  rows,
  refused: refused.map(({ row, column, quoteId }) => [row, column, quoteId]),
});

test('reading our copy gives what reading the sheet gave', () => {
  fc.assert(
    fc.property(records, settings, (body, config) => {
      const copy = right(readCsvText(canonicalCsv([HEADER, ...body], config)));
      expect(outline(right(readSheet(copy, config)))).toEqual(outline(right(readSheet([HEADER, ...body], config))));
    }),
    { numRuns: 500 },
  );
});

test('a copy of our copy is the same text', () => {
  fc.assert(
    fc.property(records, settings, (body, config) => {
      const copy = canonicalCsv([HEADER, ...body], config);
      expect(canonicalCsv(right(readCsvText(copy)), config)).toBe(copy);
    }),
  );
});
