import { describe, expect, test } from 'vitest';
import { contactAggregate } from '../../../src/aggregates/contact.ts';
import { quoteAggregate } from '../../../src/aggregates/quote/quote.ts';
import * as acts from '../../support/given.ts';
import { type Act, type Scene, start } from '../../support/scene.ts';

const { all, given } = acts;

/** What an auditor reads on both sides of the last event. */
const shown = (before: string, after: string): acts.Claim => {
  return ({ events }) => {
    const last = events.at(-1);
    if (!last) throw new Error('nothing happened');
    const states = [events.slice(0, -1), events].map(part =>
      part.reduce(quoteAggregate.evolve, quoteAggregate.initial),
    );
    expect(states.map(state => quoteAggregate.summarize(state, last))).toEqual([before, after]);
  };
};

const inTheInbox = all(acts.listed(), acts.offered('2026-03-05'));
const leaving = all(inTheInbox, acts.approved(), acts.attempted);

const cases: readonly (readonly [string, Act, string, string])[] = [
  ['listed', acts.listed(), 'not listed', 'SGD 1,200.00, sent 2026-03-02, expires 2026-04-01'],
  [
    'revised',
    all(acts.listed(), acts.revised({ minor: 99_900, expires: null, contactRef: 'c2', override: { kind: 'off' } })),
    "contact of event 1, amount SGD 1,200.00, expires 2026-04-01, cadence the tier's, chain 1",
    'contact of event 2, amount SGD 999.00, expires never, cadence off, chain 1',
  ],
  [
    'revised: a new chain',
    all(acts.listed(), acts.revised({ sent: '2026-03-09' })),
    'sent 2026-03-02, chain 1',
    'sent 2026-03-09, chain 2',
  ],
  [
    'original',
    all(acts.listed(), acts.originalKept({ pdfKey: null })),
    'original mail not known',
    'original mail of proposal p1: its id kept',
  ],
  ['planned', all(acts.listed(), acts.checked('2026-03-05')), 'no draft', 'step 1 first_nudge: planned'],
  [
    'written',
    all(acts.listed(), acts.checked('2026-03-05'), acts.written),
    'step 1 first_nudge: planned',
    'step 1 first_nudge: written in event 3',
  ],
  [
    'mailed again',
    all(inTheInbox, acts.mailed(2)),
    'step 1 first_nudge: mailed once, text of event 3',
    'step 1 first_nudge: mailed 2 times, text of event 3',
  ],
  [
    'approved',
    all(inTheInbox, acts.approved()),
    'step 1 first_nudge: mailed once, text of event 3',
    'step 1 first_nudge: approved, leaves after 2026-03-05 01:02Z',
  ],
  [
    'deferred',
    all(inTheInbox, acts.on('2026-03-05', '19:00'), acts.approved(), acts.attempted),
    'step 1 first_nudge: approved, leaves after 2026-03-05 11:02Z',
    'step 1 first_nudge: approved, deferred, leaves after 2026-03-06 00:00Z',
  ],
  ['claimed', leaving, 'step 1 first_nudge: approved, leaves after 2026-03-05 01:02Z', 'step 1 first_nudge: leaving'],
  [
    'sent',
    all(leaving, acts.sent),
    'step 1 first_nudge: leaving; 0 sent in this chain',
    'step 1 first_nudge: sent; 1 sent in this chain',
  ],
  [
    'of unknown outcome',
    all(leaving, acts.later({ minutes: 10 }), acts.calledUnknown),
    'step 1 first_nudge: leaving',
    'step 1 first_nudge: left or not, unknown',
  ],
  ['turned away', all(leaving, acts.turnedAway), 'step 1 first_nudge: leaving', 'step 1 first_nudge: refused'],
  [
    'void',
    all(inTheInbox, acts.voided()),
    'step 1 first_nudge: mailed once, text of event 3',
    'step 1 first_nudge: voided, test',
  ],
  ['replied', all(acts.listed(), acts.replied()), 'no such reply; open', 'reply unread; 1 unread'],
  ['labelled', all(acts.listed(), acts.answered('accept')), 'reply unread; 1 unread', 'reply accept; answered'],
  [
    'away',
    all(acts.listed(), acts.away('2026-03-20')),
    'reply unread; 1 unread',
    'reply out-of-office; rests until 2026-03-20',
  ],
  [
    'taken',
    all(acts.listed(), acts.answered('question'), acts.taken('r1', '2026-03-12')),
    'reply question; answered',
    'reply question, taken, to be picked up from 2026-03-12; answered',
  ],
  [
    'dismissed',
    all(acts.listed(), acts.answered('question'), acts.dismissed()),
    'reply question; answered',
    'reply dismissed; open',
  ],
  ['held', all(acts.listed(), acts.held('vanished'), acts.held()), 'on hold (vanished)', 'on hold (vanished, rep)'],
  ['closed', all(acts.listed(), acts.closed('won')), 'open', 'closed won'],
  ['expired', all(acts.listed(), acts.checked('2026-04-02')), 'open', 'expired 2026-04-01'],
  [
    'resumed',
    all(acts.listed(), acts.answered('question'), acts.resumed('2026-03-20')),
    'answered',
    'rests until 2026-03-20',
  ],
  [
    'capped',
    all(acts.listed(), acts.where({ nudgeCap: 1 }), acts.nudged(1), acts.checked('2026-03-09')),
    '1 sent in this chain; the owner is not told',
    '1 sent in this chain; the owner is told',
  ],
  [
    'written back',
    all(acts.listed(), acts.closed('won'), acts.writtenBack),
    'status won: not in the sheet yet',
    'status won: in the sheet',
  ],
];

describe('before and after, for an auditor', () => {
  test.each(cases)('%s', (_, act, before, after) => given(act).then(shown(before, after)));

  test('no address, name or text is in it', () => {
    const scene = cases.reduce<Scene>((_, [, act]) => act(start), start);
    const words = scene.events.map(event => quoteAggregate.summarize(scene.quote, event)).join();
    expect(words).not.toMatch(/@|priya/i);
  });

  test('a contact: who took the day, and where it stands', () => {
    const { contactEvents } = all(acts.dayTaken('2026-03-05', 'Q-1'), acts.bounced('soft'), acts.stopped)(start);
    const stateAt = (count: number) =>
      contactEvents.slice(0, count).reduce(contactAggregate.evolve, contactAggregate.initial);
    const words = contactEvents.map((event, i) =>
      [stateAt(i), stateAt(i + 1)].map(state => contactAggregate.summarize(state, event)),
    );
    expect(words).toEqual([
      ['2026-03-05: free', '2026-03-05: taken by Q-1, d1'],
      ['fine', 'fine, 1 soft bounce'],
      ['fine, 1 soft bounce', 'stopped, 1 soft bounce'],
    ]);
  });
});
