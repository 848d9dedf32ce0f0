import { describe, expect, it } from 'vitest';
import { nameOf } from '../../../src/cadence/owner.ts';
import type { DigestQuote } from '../../../src/presentation/view-models/digest.ts';
import { digestLists } from '../../../src/reports/digest-lists.ts';
import { weekBefore } from '../../../src/reports/period.ts';
import { summaryFigures } from '../../../src/reports/summary-figures.ts';
import { answered, bounced, checked, closed, lapsed, later, listed, nudged, offered, on } from '../../support/given.ts';
import { dayOf, PRIYA, policy, reported } from './reported.ts';

/**
 * A week, told in words and added up by hand. Sent on Monday 2 March, by the cadence 3/7 and a last call three days before
 * the expiry; the digest is of Monday the 16th and looks back on the 9th to the 15th.
 */
const MONDAY = '2026-03-16';
const mine = { owner: PRIYA };
const WEEK = [
  // 1,000.00, nudged on the 5th and, in the week, on the 9th; open.
  reported(MONDAY, listed({ ...mine, number: 'A', minor: 100_000 }), nudged(1), nudged(2)),
  // 2,500.50, a question on the 6th that nobody took; open.
  reported(MONDAY, listed({ ...mine, number: 'B', minor: 250_050 }), nudged(1), on('2026-03-06'), answered('question')),
  // 400.00, expired on the 10th, never answered.
  reported(MONDAY, listed({ ...mine, number: 'C', minor: 40_000, expires: '2026-03-10' }), checked('2026-03-11')),
  // 9,000.00, won on the 12th.
  reported(MONDAY, listed({ ...mine, number: 'D', minor: 900_000 }), nudged(1), on('2026-03-12'), closed('won')),
  // 700.00, lost on the 13th after two nudges.
  reported(
    MONDAY,
    listed({ ...mine, number: 'E', minor: 70_000 }),
    nudged(1),
    nudged(2),
    on('2026-03-13'),
    closed('lost'),
  ),
  // 300.00, a draft of the 5th that lapsed on the 12th; no owner is named, so it is the admin's; open.
  reported(
    MONDAY,
    listed({ number: 'F', minor: 30_000, owner: null }),
    offered('2026-03-05'),
    later({ days: 7 }),
    lapsed,
  ),
  // 150.00, its contact's address is dead; expires within seven days; open.
  reported(MONDAY, listed({ ...mine, number: 'G', minor: 15_000, expires: '2026-03-20' }), bounced('hard')),
];
const ids = (list: readonly DigestQuote[]): string => list.map(({ quoteId }) => quoteId).join();

describe('a week that was added up by hand', () => {
  it('its digest', () => {
    const digest = digestLists(WEEK, {
      today: MONDAY,
      week: weekBefore(MONDAY),
      dayOf,
      nameOf: address => nameOf(address, policy),
      urlOf: () => null,
    });
    // Open are B, A, F and G: 2,500.50 + 1,000.00 + 300.00 + 150.00 = 3,950.50.
    expect([ids(digest.open), digest.openCount, digest.inPlay]).toEqual([
      'B,A,F,G',
      4,
      [{ minor: 395_050, currency: 'SGD' }],
    ]);
    expect(ids(digest.nudged)).toBe('A,E');
    expect(ids(digest.expiring)).toBe('G');
    expect(ids(digest.expired)).toBe('C');
    expect(ids(digest.undecided)).toBe('F');
    expect(ids(digest.untaken)).toBe('B');
    expect(ids(digest.bounced)).toBe('G');
    expect(ids(digest.fallback)).toBe('F');
    expect([ids(digest.unknownSends), ids(digest.lostOrKeep)]).toEqual(['', '']);
  });

  it('the summary of its month', () => {
    const figures = summaryFigures(WEEK, { from: '2026-03-01', to: '2026-03-31' });
    const sgd = (minor: number) => [{ minor, currency: 'SGD' }];
    expect(figures).toMatchObject({
      open: { count: 4, worth: sgd(395_050) },
      nowhere: { count: 1, worth: sgd(40_000) },
      won: { count: 1, worth: sgd(900_000) },
      lost: { count: 1, worth: sgd(70_000) },
    });
    // First nudges: A, B, D, E, of which B's was answered; follow-ups: A and E, neither.
    expect(figures.moves.map(({ move, sent, answered }) => [move, sent, answered])).toEqual([
      ['first_nudge', 4, 1],
      ['followup', 2, 0],
      ['last_call', 0, 0],
    ]);
  });
});
