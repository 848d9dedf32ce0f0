import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import * as E from 'fp-ts/lib/Either.js';
import iconv from 'iconv-lite';
import { expect, test } from 'vitest';
import { defaultConfig } from '../../src/config/decode-config.ts';
import { checkClosedSheet } from '../../src/sheet/closed-sheet.ts';
import { writeCsv } from '../../src/sheet/csv/edit-csv.ts';
import { readCsv, readCsvText } from '../../src/sheet/csv/read-csv.ts';
import { readSheet } from '../../src/sheet/read-sheet.ts';

const LATIN = 'abcXYZ019 ,;\t"\n\'äéß€-./';
const cell = fc.string({ unit: fc.constantFrom(...LATIN), maxLength: 8 });
const grid = fc
  .integer({ min: 2, max: 6 })
  .chain(width => fc.array(fc.array(cell, { minLength: width, maxLength: width }), { maxLength: 12 }))
  .map(rows => [(rows[0] ?? ['', '']).map((_, at) => `head${at}`), ...rows]);

const dialect = fc.record({
  delimiter: fc.constantFrom(',', ';', '\t'),
  lineEnd: fc.constantFrom('\r\n', '\n', '\r'),
  quoteAll: fc.boolean(),
  lastLineEnds: fc.boolean(),
  stated: fc.boolean(),
  encoding: fc.constantFrom('utf8', 'utf16le', 'utf16be', 'win1252'),
  addBOM: fc.boolean(),
});

test('a grid saved in any dialect is read back cell by cell', () => {
  fc.assert(
    fc.property(grid, dialect, (rows, { delimiter, lineEnd, quoteAll, lastLineEnds, stated, encoding, addBOM }) => {
      const quoted = (text: string) =>
        quoteAll || /[",;\t\r\n]|^ | $/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
      const lines = rows.map(cells => cells.map(quoted).join(delimiter));
      const text = `${stated ? `sep=${delimiter}${lineEnd}` : ''}${lines.join(lineEnd)}${lastLineEnds ? lineEnd : ''}`;
      // In Windows-1252 `ß€` is the two bytes of another letter in UTF-8: no reader can tell.
      fc.pre(encoding !== 'win1252' || !/[äéß]€/.test(text));
      const read = readCsv(iconv.encode(text, encoding, { addBOM: addBOM && encoding !== 'win1252' }));
      expect(E.isRight(read) && [...read.right]).toEqual(rows);
    }),
  );
});

test('what we write is read alike by another reader and by ours', () => {
  fc.assert(
    fc.property(grid, rows => {
      const text = writeCsv(rows);
      expect(parse(text)).toEqual(rows);
      const read = readCsvText(text);
      expect(E.isRight(read) && [...read.right]).toEqual(rows);
    }),
  );
});

test('any bytes are read or refused, and any records too', () => {
  const text = fc.string({
    unit: fc.constantFrom(...'",;\t\r\n aQuote numberCustomerEmailAmountDate sent1.2#~'),
    maxLength: 200,
  });
  const bytes = fc.oneof(
    fc.uint8Array({ maxLength: 300 }),
    text.map(each => new TextEncoder().encode(each)),
  );
  fc.assert(
    fc.property(bytes, each => {
      const records = readCsv(each);
      if (E.isLeft(records)) return;
      readSheet(records.right, defaultConfig);
      checkClosedSheet(records.right, defaultConfig);
    }),
    { numRuns: 500 },
  );
});
