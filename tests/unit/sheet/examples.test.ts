import { readFileSync } from 'node:fs';
import * as E from 'fp-ts/lib/Either.js';
import { describe, expect, test } from 'vitest';
import { renderExamples } from '../../../src/local/data-folder.ts';
import { readCsvText } from '../../../src/sheet/csv/read-csv.ts';
import { readSheet } from '../../../src/sheet/read-sheet.ts';

const template = readFileSync(new URL('../../../examples/quotes.csv', import.meta.url), 'utf8');

const sheetOn = (today: string, locale: string | null) => {
  const records = readCsvText(renderExamples(template, today));
  if (E.isLeft(records)) throw new Error(records.left);
  const settings = {
    currency: 'SGD',
    timezone: 'Asia/Singapore',
    locale: locale ?? 'en-US',
    localeConfigured: locale !== null,
  };
  const sheet = readSheet(records.right, settings);
  if (E.isLeft(sheet)) throw new Error(sheet.left.error);
  return sheet.right;
};

test('dates stand as many days from the first start as the example says', () => {
  expect(renderExamples('{0},{-3},{+30},{2 long},{x}', '2026-02-27')).toBe(
    '2026-02-27,2026-02-24,2026-03-29,1 March 2026,{x}',
  );
});

describe.each(['2026-02-28', '2028-12-31'])('the example sheet on %s', today => {
  test.each([null, 'en-SG', 'en-US'])('has exactly two rows with mistakes (locale %j)', locale => {
    expect(sheetOn(today, locale).refused.map(({ column }) => column)).toEqual(['amount', 'expires']);
  });

  test('has at least 30 believable quotes in every state', () => {
    const { rows } = sheetOn(today, null);
    expect(rows.length).toBeGreaterThanOrEqual(30);
    const has = (what: (row: (typeof rows)[number]) => boolean) => expect(rows.filter(what).length).toBeGreaterThan(0);
    for (const status of ['open', 'hold', 'won', 'lost', 'withdrawn'] as const) has(row => row.status === status);
    for (const currency of ['SGD', 'USD', 'EUR', 'MYR', 'JPY']) has(row => row.amount.currency === currency);
    has(row => row.expires === null);
    has(row => row.expires !== null && row.expires < today);
    has(row => row.sent > today);
    has(row => row.sent === today);
    has(row => row.override?.kind === 'off');
    has(row => row.override?.kind === 'days');
    has(row => row.owner === null && row.team !== null);
    has(row => row.owner === null && row.team === null);
    expect(new Set(rows.map(({ owner }) => owner)).size).toBeGreaterThan(4);
    expect(new Set(rows.map(({ contact }) => contact)).size).toBeLessThan(rows.length);
    expect(rows.every(({ contact }) => contact.endsWith('.example'))).toBe(true);
  });
});
