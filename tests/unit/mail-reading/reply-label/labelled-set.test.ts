import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Label } from '../../../../src/events/quote-events.ts';
import { labelByWords } from '../../../../src/mail-reading/reply-label/label-by-words.ts';

interface Row {
  readonly text: string;
  readonly label: Label;
  readonly language: string;
}

const lines = readFileSync(new URL('../../../../examples/replies.jsonl', import.meta.url), 'utf8')
  .trim()
  .split('\n');
const set: readonly Row[] = lines.map(line => JSON.parse(line));
const answers = set.map(row => ({ ...row, got: labelByWords(row.text).label }));
const ENOUGH = { all: 0.98, language: 0.95 };

const right = (rows: typeof answers): number => rows.filter(({ label, got }) => label === got).length / rows.length;

describe('the labelled set', () => {
  test('has at least 200 replies in at least 8 languages, none twice', () => {
    expect(set.length).toBeGreaterThanOrEqual(200);
    expect(new Set(set.map(({ language }) => language)).size).toBeGreaterThanOrEqual(8);
    expect(new Set(set.map(({ text }) => text)).size).toBe(set.length);
  });

  test('a no is never labelled a yes, nor a yes a no', () => {
    const swapped = answers.filter(({ label, got }) => [label, got].sort().join() === 'accept,decline');
    expect(swapped).toEqual([]);
  });

  test('a question is never labelled a yes or a no', () => {
    const answered = answers.filter(
      ({ label, got }) => label === 'question' && (got === 'accept' || got === 'decline'),
    );
    expect(answered).toEqual([]);
  });

  test('most of it is labelled right, in every language', () => {
    expect(right(answers)).toBeGreaterThanOrEqual(ENOUGH.all);
    for (const [language, rows] of Map.groupBy(answers, row => row.language))
      expect({ language, enough: right(rows) >= ENOUGH.language }).toEqual({ language, enough: true });
  });
});
