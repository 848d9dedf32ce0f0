import { describe, expect, it } from 'vitest';
import { nameOf } from '../../../src/cadence/owner.ts';
import type { DigestQuote } from '../../../src/presentation/view-models/digest.ts';
import { type DigestLists, digestLists } from '../../../src/reports/digest-lists.ts';
import { weekBefore } from '../../../src/reports/period.ts';
import type { QuoteReport } from '../../../src/reports/quote-report.ts';
import {
  all,
  answered,
  approved,
  attempted,
  away,
  bounced,
  calledUnknown,
  checked,
  closed,
  held,
  lapsed,
  later,
  listed,
  nudged,
  nudgedOn,
  offered,
  on,
  taken,
} from '../../support/given.ts';
import { dayOf, PRIYA, policy, reported } from './reported.ts';

const MONDAY = '2026-03-16';

const digestOf = (today: string, ...quotes: readonly QuoteReport[]): DigestLists =>
  digestLists(quotes, {
    today,
    week: weekBefore(today),
    dayOf,
    nameOf: address => nameOf(address, policy),
    urlOf: ({ number }) => `https://t.example/${number}`,
  });

const ids = (list: readonly DigestQuote[]): readonly string[] => list.map(({ quoteId }) => quoteId);
const mine = { owner: PRIYA };

describe('what is open', () => {
  it('is every quote neither closed nor expired, the most valuable first, held and answered ones too', () => {
    const lists = digestOf(
      MONDAY,
      reported(MONDAY, listed({ number: 'Q-1', minor: 100 })),
      reported(MONDAY, listed({ number: 'Q-2', minor: 300 }), held()),
      reported(MONDAY, listed({ number: 'Q-3', minor: 200 }), answered('question')),
      reported(MONDAY, listed({ number: 'Q-4', minor: 900 }), closed('lost')),
      reported(MONDAY, listed({ number: 'Q-5', minor: 900, expires: '2026-03-10' }), checked('2026-03-11')),
    );
    expect(ids(lists.open)).toEqual(['Q-2', 'Q-3', 'Q-1']);
    expect(lists.openCount).toBe(3);
    expect(lists.inPlay).toEqual([{ minor: 600, currency: 'SGD' }]);
  });

  it('says of each what comes next, or why it rests', () => {
    const lists = digestOf(
      MONDAY,
      reported(MONDAY, listed(mine), nudged(1), nudged(2)),
      reported(MONDAY, listed({ ...mine, number: 'Q-2' }), answered('accept')),
    );
    expect(lists.open.map(({ words }) => words)).toEqual([
      'Last call Mon 30 Mar',
      'the customer answered: looks like a yes, nobody has taken it',
    ]);
  });
});

describe('what happened in the week', () => {
  it('names the nudges of the seven days before, also of a quote that is closed since', () => {
    const lists = digestOf(
      MONDAY,
      reported(MONDAY, listed(), nudged(1), nudged(2)),
      reported(MONDAY, listed({ number: 'Q-2' }), nudged(1), nudged(2), on('2026-03-12'), closed('won')),
    );
    expect(lists.nudged.map(({ quoteId, words }) => [quoteId, words])).toEqual([
      ['Q-1', 'follow-up on Mon 9 Mar'],
      ['Q-2', 'follow-up on Mon 9 Mar'],
    ]);
  });

  it('names what expires within seven days, and what has expired until somebody says what became of it', () => {
    const soon = reported(MONDAY, listed({ number: 'Q-1', expires: '2026-03-23' }));
    const later = reported(MONDAY, listed({ number: 'Q-2', expires: '2026-03-24' }));
    const past = reported(MONDAY, listed({ number: 'Q-3', expires: '2026-03-04' }), checked('2026-03-05'));
    const lists = digestOf(MONDAY, soon, later, past);
    expect(ids(lists.expiring)).toEqual(['Q-1']);
    expect(lists.expired.map(({ words }) => words)).toEqual([
      'expired on Wed 4 March 2026: extend it, or say won or lost',
    ]);
  });

  it('names drafts that waited over a night, and those that lapsed in the week, but none that is fresh', () => {
    const waiting = reported(MONDAY, listed(), offered('2026-03-12'));
    const fresh = reported(MONDAY, listed({ number: 'Q-2' }), offered(MONDAY));
    const gone = reported(MONDAY, listed({ number: 'Q-3' }), offered('2026-03-05'), later({ days: 7 }), lapsed);
    const lists = digestOf(MONDAY, waiting, fresh, gone);
    expect(lists.undecided.map(({ quoteId, words }) => [quoteId, words])).toEqual([
      ['Q-1', 'the first nudge waits for a decision since Thu 12 March 2026'],
      ['Q-3', 'nobody decided the first nudge, it lapsed on Thu 12 March 2026'],
    ]);
  });
});

describe('what asks for a person', () => {
  it('names answers that nobody took, and no absence', () => {
    const lists = digestOf(
      MONDAY,
      reported(MONDAY, listed(), nudged(1), on('2026-03-06'), answered('question')),
      reported(MONDAY, listed({ number: 'Q-2' }), answered('accept'), taken()),
      reported(MONDAY, listed({ number: 'Q-3' }), away('2026-03-30')),
    );
    expect(lists.untaken.map(({ quoteId, words }) => [quoteId, words])).toEqual([
      ['Q-1', 'has a question, since Fri 6 March 2026'],
    ]);
  });

  it('names bounced addresses and sends of unknown outcome', () => {
    const lists = digestOf(
      MONDAY,
      reported(MONDAY, listed(), bounced('hard')),
      reported(
        MONDAY,
        listed({ number: 'Q-2' }),
        all(offered('2026-03-12'), approved(), attempted, later({ minutes: 11 }), calledUnknown),
      ),
    );
    expect(ids(lists.bounced)).toEqual(['Q-1']);
    expect(lists.unknownSends.map(({ quoteId, words }) => [quoteId, words])).toEqual([
      ['Q-2', 'the first nudge of Thu 12 March 2026 may or may not have left'],
    ]);
  });

  it('asks “lost or keep?” thirty days after the last step of a quote without expiry, not before', () => {
    const old = reported('2026-04-13', listed({ expires: null }), nudgedOn('2026-03-05'), nudgedOn('2026-03-13'));
    expect(ids(digestOf('2026-04-12', old).lostOrKeep)).toEqual(['Q-1']);
    expect(ids(digestOf('2026-04-11', old).lostOrKeep)).toEqual([]);
    expect(ids(digestOf('2026-06-01', reported('2026-06-01', listed())).lostOrKeep)).toEqual([]);
  });

  it('names quotes that fell to the admin, and why', () => {
    const lists = digestOf(
      MONDAY,
      reported(MONDAY, listed({ owner: 'Hugo' })),
      reported(MONDAY, listed({ number: 'Q-2' })),
      reported(MONDAY, listed({ ...mine, number: 'Q-3' })),
    );
    expect(lists.fallback.map(({ words }) => words)).toEqual(['“Hugo” is no rep we know', 'no owner in its row']);
  });
});
