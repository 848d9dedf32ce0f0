import { describe, expect, it } from 'vitest';
import { openQuotesCsv } from '../../../src/reports/open-quotes-csv.ts';
import type { QuoteReport } from '../../../src/reports/quote-report.ts';
import { type TodayLists, todayLists } from '../../../src/reports/today-lists.ts';
import { answered, approved, bounced, closed, listed, offered, taken } from '../../support/given.ts';
import { dayOf, PRIYA, reported } from './reported.ts';

describe('every open quote as CSV', () => {
  const lines = (...quotes: readonly QuoteReport[]): readonly string[] => openQuotesCsv(quotes).trimEnd().split('\r\n');

  it('holds the open ones, by value, with amounts as plain numbers', () => {
    const csv = lines(
      reported('2026-03-04', listed({ number: 'Q-1', minor: 120_050, owner: PRIYA })),
      reported('2026-03-04', listed({ number: 'Q-2', minor: 5_000_000, currency: 'JPY', expires: null })),
      reported('2026-03-04', listed({ number: 'Q-3' }), closed('won')),
    );
    expect(csv).toHaveLength(3);
    expect(csv[1]).toMatch(
      /^Q-2,Customer of Q-2,5000000,JPY,2026-03-02,,owner@harbourline\.example,Followed up,First nudge,2026-03-05,/,
    );
    expect(csv[2]).toMatch(/^Q-1,Customer of Q-1,1200\.50,SGD,2026-03-02,2026-04-01,priya@harbourline\.example,/);
  });

  it('runs nothing in a spreadsheet program', () => {
    const evil = {
      ...reported('2026-03-04', listed()),
      customer: '=HYPERLINK("http://evil.example")',
      number: '@SUM(1)',
    };
    expect(lines(evil)[1]).toMatch(/^'@SUM\(1\),"'=HYPERLINK/);
  });
});

describe('today', () => {
  const TODAY = '2026-03-12';
  const listsOf = (
    quotes: readonly QuoteReport[],
    asks: (quote: QuoteReport, about: string) => boolean = () => true,
  ): TodayLists => todayLists(quotes, { today: TODAY, dayOf, asks });

  it('asks for drafts that are not decided, by value', () => {
    const { drafts } = listsOf([
      reported(TODAY, listed({ number: 'Q-1', minor: 100 }), offered('2026-03-11')),
      reported(TODAY, listed({ number: 'Q-2', minor: 900 }), offered('2026-03-11')),
      reported(TODAY, listed({ number: 'Q-3' }), offered('2026-03-11'), approved()),
    ]);
    expect(drafts.map(({ number }) => number)).toEqual(['Q-2', 'Q-1']);
  });

  it('asks for replies nobody took, bounced addresses and what is about to expire', () => {
    const lists = listsOf([
      reported(TODAY, listed({ number: 'Q-1' }), answered('question')),
      reported(TODAY, listed({ number: 'Q-2' }), answered('question'), taken()),
      reported(TODAY, listed({ number: 'Q-3' }), bounced('hard')),
      reported(TODAY, listed({ number: 'Q-4', expires: '2026-03-15' })),
      reported(TODAY, listed({ number: 'Q-5', expires: '2026-03-16' })),
      reported(TODAY, listed({ number: 'Q-6', expires: '2026-03-15' }), answered('accept'), taken()),
    ]);
    expect(lists.replies.map(({ quote, words }) => [quote.number, words])).toEqual([
      ['Q-1', 'has a question, waiting since Mon 2 March 2026'],
    ]);
    expect(lists.bounced.map(({ quote }) => quote.number)).toEqual(['Q-3']);
    expect(lists.expiring.map(({ quote, words }) => [quote.number, words])).toEqual([['Q-4', 'expires in 3 days']]);
  });

  it('asks each only for what is theirs', () => {
    const quotes = [reported(TODAY, listed({ number: 'Q-1' }), offered('2026-03-11'))];
    expect(listsOf(quotes, () => false).drafts).toEqual([]);
    expect(listsOf(quotes, (_, about) => about === 'draft').drafts).toHaveLength(1);
  });
});
