import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { faultOfParagraph, plainParagraph } from '../../../src/reports/paragraph.ts';
import { monthBefore } from '../../../src/reports/period.ts';
import { answersPerMove } from '../../../src/reports/quote-report.ts';
import { reportChart } from '../../../src/reports/report-chart.ts';
import { shownFigures, summaryFigures, toldFigures } from '../../../src/reports/summary-figures.ts';
import { answered, away, checked, closed, dismissed, listed, nudged, nudgedOn, on } from '../../support/given.ts';
import { reported } from './reported.ts';

const TODAY = '2026-04-06';
const MARCH = monthBefore(TODAY);

const won = reported(TODAY, listed({ number: 'Q-1' }), nudged(1), on('2026-03-06'), answered('accept'), closed('won'));
const lost = reported(TODAY, listed({ number: 'Q-2' }), nudged(1), nudged(2), on('2026-03-12'), closed('lost'));
const gone = reported(TODAY, listed({ number: 'Q-3', expires: '2026-03-20' }), nudged(1), checked('2026-03-23'));
const open = reported(TODAY, listed({ number: 'Q-4', minor: 4_850_000 }), nudged(1), nudged(2), nudged(3));
const other = reported(TODAY, listed({ number: 'Q-5', currency: 'EUR', minor: 10_000 }));
const quotes = [won, lost, gone, open, other];
const figures = summaryFigures(quotes, MARCH);

describe('the figures of a month', () => {
  it('count what is open now and what ended in the month, with one sum a currency', () => {
    expect(figures.open).toEqual({
      count: 2,
      worth: [
        { minor: 4_850_000, currency: 'SGD' },
        { minor: 10_000, currency: 'EUR' },
      ],
    });
    expect([figures.won.count, figures.lost.count, figures.nowhere.count]).toEqual([1, 1, 1]);
  });

  it('leave out what ended in another month', () => {
    const april = reported(TODAY, listed(), on('2026-04-02'), closed('won'));
    expect(summaryFigures([april], MARCH).won.count).toBe(0);
  });

  it('do not call an expired quote gone that was answered', () => {
    const late = reported(TODAY, listed({ expires: '2026-03-20' }), checked('2026-03-23'), answered('question'));
    expect(summaryFigures([late], MARCH).nowhere.count).toBe(0);
  });

  it('are shown with what they are worth', () => {
    expect(shownFigures(figures)).toContainEqual({
      name: 'Still open',
      value: '2',
      note: 'SGD 48,500.00 and EUR 100.00',
    });
  });
});

describe('answers per move', () => {
  const answersOf = (...quotes: readonly (typeof won)[]) =>
    answersPerMove(
      quotes.map(({ state }) => state),
      MARCH,
    ).map(({ sent, answered: count }) => [sent, count]);

  it('belong to the newest nudge before them, once', () => {
    const twice = reported(TODAY, listed(), nudged(1), nudged(2), answered('question'), answered('accept'));
    expect(answersOf(twice)).toEqual([
      [1, 0],
      [1, 1],
      [0, 0],
    ]);
  });

  it('do not count an absence, nor what was no answer after all', () => {
    const absent = reported(TODAY, listed(), nudged(1), away('2026-03-20'));
    const mistaken = reported(TODAY, listed(), nudged(1), answered('decline'), dismissed());
    expect(answersOf(absent, mistaken)[0]).toEqual([2, 0]);
  });

  it('count nudges by the month they left in', () => {
    expect(answersOf(reported(TODAY, listed({ expires: null }), nudgedOn('2026-04-02')))[0]).toEqual([0, 0]);
  });
});

describe('the paragraph', () => {
  const told = toldFigures(figures);
  const fault = (text: string): string | null => faultOfParagraph(text, told);

  it('written by code passes its own check, whatever the month was', () => {
    expect(fault(plainParagraph(figures))).toBeNull();
    const tally = fc
      .record({ count: fc.nat(5000), minor: fc.nat(10 ** 12), currency: fc.constantFrom('SGD', 'EUR', 'JPY') })
      .map(({ count, minor, currency }) => ({ count, worth: count === 0 ? [] : [{ minor, currency }] }));
    const moves = fc.tuple(fc.nat(500), fc.nat(500)).map(([sent, part]) => ({ sent, answered: Math.min(sent, part) }));
    fc.assert(
      fc.property(tally, tally, tally, tally, moves, (still, nowhere, yes, no, move) => {
        const made = {
          month: MARCH,
          open: still,
          nowhere,
          won: yes,
          lost: no,
          moves: [{ move: 'followup' as const, ...move }],
        };
        expect(faultOfParagraph(plainParagraph(made), toldFigures(made))).toBeNull();
      }),
    );
  });

  it.each([
    'In March 2026 two quotes were won.',
    'We won 2 and lost 1.',
    'We won one and lost two.',
    '1 quote is still open, and one was won.',
  ])('may not say a figure of another thing: %s', text => {
    expect(fault(text)).toMatch(/is not what the figure/);
  });

  it.each([
    'In March 2026 one quote was won and one was lost; two are still open, with SGD 48,500.00 and EUR 100.00 in play.',
    'Two of the quotes are open. 25 % of first nudges were answered.',
    'SGD 48,500 is still in play.',
    'SGD 48.5 thousand is still in play.',
  ])('may say what the figures say: %s', text => {
    expect(fault(text)).toBeNull();
  });

  it.each([
    ['a count that is none of them', '7 quotes were won.'],
    ['a count in words', 'Nine quotes were won.'],
    ['another amount', 'SGD 48,600.00 is in play.'],
    ['an amount in another currency', 'USD 48,500.00 is in play.'],
    ['an amount without its currency', 'Quotes worth 48,500.00 are open.'],
    ['an amount under a sign', '$48,500.00 is in play.'],
    ['a rate that is none', '26 % were answered.'],
    ['a count said as a rate', 'That is 2 % of them.'],
    ['a share in words', 'Half of them were answered.'],
    ['a number in disguise', 'A dozen quotes are open.'],
    ['another year', 'Better than in 2025.'],
    ['a fraction sign', '½ of them were won.'],
    ['digits of another script', '٧ quotes were won.'],
    ['European separators', 'SGD 48.500,00 is in play.'],
    ['a link', 'See https://example.com.'],
    ['two paragraphs', 'One was won.\n\nOne was lost.'],
    ['nothing', '  '],
    ['too much', 'It was a month. '.repeat(100)],
  ])('may not hold %s', (_, text) => {
    expect(fault(text)).not.toBeNull();
  });
});

describe('the chart', () => {
  it('shows one currency, and says the same in words', () => {
    const made = reportChart({ quotes, weeks: ['2026-03-08', '2026-03-29'], currency: 'SGD', moves: figures.moves });
    expect(made?.chart.panels[0]?.series[0]?.values).toEqual([52_100 - 1_200, 48_500]);
    expect(made?.alt).toContain('SGD 48,500.00 on 29 Mar');
    expect(made?.alt).toContain('Answered: 1 of 4 first nudges');
  });

  it('is left out where there is nothing to draw', () => {
    expect(reportChart({ quotes: [], weeks: ['2026-03-08'], currency: 'SGD', moves: [] })).toBeNull();
  });
});
