import { describe, expect, it } from 'vitest';
import { markedOriginal, spansIn } from '../../../src/presentation/pages/proposal-page.ts';

const text = 'Subtotal EUR 4.051,00\nTotal due\n   EUR 4.820,50 (a+b)';
const wordsOf = (sources: Parameters<typeof spansIn>[1]): readonly (readonly [string, readonly string[]])[] =>
  spansIn(text, sources).map(({ from, to, fields }) => [text.slice(from, to), fields]);

describe('the words a field was read from', () => {
  it('are found across line breaks and whatever the case', () => {
    expect(wordsOf([{ field: 'Amount', words: 'total due eur 4.820,50' }])).toEqual([
      ['Total due\n   EUR 4.820,50', ['Amount']],
    ]);
  });

  it('are marked where they belong when another field was read from around them', () => {
    expect(
      wordsOf([
        { field: 'Currency', words: 'EUR' },
        { field: 'Amount', words: 'Total due EUR 4.820,50' },
      ]),
    ).toEqual([['Total due\n   EUR 4.820,50', ['Amount', 'Currency']]]);
  });

  it('are one mark where they overlap', () => {
    expect(
      wordsOf([
        { field: 'A', words: 'EUR 4.051,00 Total' },
        { field: 'B', words: 'Total due' },
      ]),
    ).toEqual([['EUR 4.051,00\nTotal due', ['A', 'B']]]);
  });

  it('name a field once where two of its own words overlap', () => {
    expect(
      wordsOf([
        { field: 'Amount', words: 'Total due EUR 4.820,50' },
        { field: 'Amount', words: 'EUR 4.820,50' },
      ]),
    ).toEqual([['Total due\n   EUR 4.820,50', ['Amount']]]);
  });

  it('are taken as they are, not as a pattern', () => {
    expect(wordsOf([{ field: 'A', words: '(a+b)' }])).toEqual([['(a+b)', ['A']]]);
    expect(wordsOf([{ field: 'A', words: '.*' }])).toEqual([]);
    expect(wordsOf([{ field: 'A', words: '  ' }])).toEqual([]);
  });

  it('are named when they do not stand there word for word', () => {
    const shown = markedOriginal([{ title: 'Body', text }], [{ field: 'Customer', words: 'Northwind' }]).toString();
    expect(shown).toContain('Customer: “Northwind”, not found word for word');
  });
});

it('the original is text, marks aside', () => {
  const shown = markedOriginal(
    [{ title: 'Body', text: '<b>Total</b>' }],
    [{ field: 'Amount', words: 'Total' }],
  ).toString();
  expect(shown).toContain('&lt;b&gt;<mark>Total<sup>Amount</sup></mark>&lt;/b&gt;');
});
