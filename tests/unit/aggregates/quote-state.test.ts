import { describe, expect, test } from 'vitest';
import { pickUpDue } from '../../../src/aggregates/quote/reply.ts';
import { initialQuote } from '../../../src/aggregates/quote/state.ts';
import {
  all,
  answered,
  approved,
  attempted,
  away,
  type Claim,
  calledUnknown,
  cancelled,
  checked,
  closed,
  edited,
  given,
  givenUp,
  isToWrite,
  labelled,
  later,
  listed,
  mailed,
  nudged,
  offered,
  on,
  reopened,
  replied,
  rests,
  resumed,
  revised,
  sent,
  setTo,
  skipped,
  stands,
  taken,
  throttled,
  turnedAway,
  voided,
  written,
} from '../../support/given.ts';

const NINE = '2026-03-05T01:00:00.000Z';
const inTheInbox = all(listed(), offered('2026-03-05'));
const ready = all(inTheInbox, on('2026-03-05', '10:00'), approved(), later({ minutes: 2 }));

const draftHas =
  (part: object): Claim =>
  ({ quote }) =>
    expect(quote.draft).toMatchObject(part);

/** The newest draft that ended, how and why. */
const ended =
  (part: object): Claim =>
  ({ quote }) =>
    expect(quote.closedDrafts.at(-1)).toMatchObject(part);

describe('of a draft is known', () => {
  test('what the check planned, and nothing else yet', () => {
    given(listed(), checked('2026-03-05')).then(({ quote }) =>
      expect(quote.draft).toEqual({
        id: 'd1',
        chain: 1,
        move: 'first_nudge',
        stepIndex: 1,
        stepDay: 3,
        checked: '2026-03-05',
        plannedAt: NINE,
        owner: 'priya@harbourline.example',
        tier: 'standard',
        daysSinceSent: 0,
        daysToExpiry: null,
        status: 'planned',
        textHash: null,
        textVersion: null,
        factsHash: quote.facts?.factsHash,
        mailings: [],
        approvedAt: null,
        sendAfter: null,
        deferredSince: null,
        claim: null,
      }),
    );
    given(listed(), checked('2026-03-05')).then(
      stands({ offers: 1, lastOffered: '2026-03-05', lastOfferedTo: 'c1', used: 1, offered: { 3: 1 } }),
    );
  });
  test('which event holds its text, before and after an edit', () => {
    given(listed(), checked('2026-03-05'), written).then(
      draftHas({ status: 'written', textHash: 'text of d1', textVersion: 3 }),
    );
    given(inTheInbox, edited('another')).then(draftHas({ status: 'mailed', textHash: 'another', textVersion: 5 }));
  });
  test('each mailing, its token and when it was', () => {
    given(inTheInbox, later({ hours: 1 }), mailed(2)).then(
      draftHas({
        mailings: [
          { mailing: 1, kind: 'first', tokenHash: 'token 1', mailedAt: NINE, dayMail: null },
          { mailing: 2, kind: 'again', tokenHash: 'token 2', mailedAt: '2026-03-05T02:00:00.000Z' },
        ],
      }),
    );
  });
  test('when it was approved and from when on it may leave; neither once that is called back', () => {
    given(ready).then(
      draftHas({ status: 'approved', approvedAt: '2026-03-05T02:00:00.000Z', sendAfter: '2026-03-05T02:02:00.000Z' }),
    );
    given(ready, on('2026-03-05', '19:00'), attempted, cancelled).then(
      draftHas({ status: 'mailed', approvedAt: null, sendAfter: null, deferredSince: null }),
    );
  });
  test('until when it was put off, and since when', () => {
    given(ready, on('2026-03-05', '19:00'), attempted).then(
      draftHas({
        status: 'approved',
        sendAfter: '2026-03-06T00:00:00.000Z',
        deferredSince: '2026-03-05T11:00:00.000Z',
      }),
    );
    given(ready, on('2026-03-05', '19:00'), attempted, on('2026-03-06', '19:00'), attempted).then(
      draftHas({ sendAfter: '2026-03-09T00:00:00.000Z', deferredSince: '2026-03-05T11:00:00.000Z' }),
    );
  });
  test('the claim under which it leaves, and none once that was given back', () => {
    const claim = { id: 'claim of d1', at: '2026-03-05T02:02:00.000Z', day: '2026-03-05' };
    given(ready, attempted).then(draftHas({ status: 'claimed', claim }));
    given(ready, attempted, later({ minutes: 11 }), calledUnknown).then(draftHas({ status: 'unknown', claim }));
    given(ready, attempted, throttled).then(draftHas({ status: 'approved', claim: null }));
  });
});

describe('of a draft that ended is known how, why and when', () => {
  test.each([
    ['skipped', all(inTheInbox, skipped), { how: 'skipped', reason: null, at: NINE }],
    ['void', all(inTheInbox, voided()), { how: 'voided', reason: 'test', at: NINE }],
    ['sent', all(ready, attempted, sent), { how: 'sent', reason: null, textVersion: 3 }],
    ['refused', all(ready, attempted, turnedAway), { how: 'refused', reason: '550' }],
    [
      'given up',
      all(ready, attempted, later({ minutes: 11 }), calledUnknown, givenUp),
      { how: 'given-up', reason: null },
    ],
  ])('%s', (_, act, part) => {
    given(act).then(
      ended({ id: 'd1', chain: 1, move: 'first_nudge', stepIndex: 1, stepDay: 3, ...part }),
      stands({ draft: null }),
    );
  });
});

describe('of what was sent is known', () => {
  test('each nudge, its day, its id and the event of its text', () => {
    given(listed(), nudged(1), nudged(2)).then(
      stands({
        sentInChain: 2,
        lastNudge: '2026-03-09',
        everSent: true,
        nudges: [
          { stepIndex: 1, move: 'first_nudge', day: '2026-03-05', draftId: 'd1', messageId: 'd1', textVersion: 3 },
          { stepIndex: 2, move: 'followup', day: '2026-03-09', draftId: 'd2', messageId: 'd2', textVersion: 9 },
        ],
      }),
    );
  });
});

describe('of a reply is known', () => {
  const asked = all(listed(), nudged(1), on('2026-03-06', '10:00'), replied());
  test('what came, and nothing that nobody said of it', () => {
    given(asked).then(
      stands({
        unlabelled: 1,
        answered: null,
        replies: [
          {
            id: 'r1',
            day: '2026-03-06',
            at: '2026-03-06T02:00:00.000Z',
            label: null,
            labelledBy: null,
            deferUntil: null,
            resumeOffer: null,
            taken: false,
            takenBy: null,
            pickUpAfter: null,
            dismissed: false,
            lifted: false,
            bodyKey: '',
            fromContact: true,
            authenticated: true,
            leaving: false,
          },
        ],
      }),
    );
  });
  test('who labelled it, and who took it when', () => {
    given(asked, labelled('question', { by: 'person' }), later({ hours: 1 }), taken('r1', '2026-03-20')).then(
      ({ quote: { replies } }) =>
        expect(replies).toMatchObject([
          {
            label: 'question',
            labelledBy: 'person',
            taken: true,
            takenBy: { user: 'priya@harbourline.example', at: '2026-03-06T03:00:00.000Z' },
            pickUpAfter: '2026-03-20',
          },
        ]),
    );
  });
  test('what is said of one says nothing of another', () => {
    given(asked, replied(), labelled('question', { id: 'r1' }), taken('r1')).then(
      ({ quote: { replies, unlabelled } }) => {
        expect(replies.map(({ label, taken: has }) => [label, has])).toEqual([
          ['question', true],
          [null, false],
        ]);
        expect(unlabelled).toBe(1);
      },
    );
  });
  test('a resumption lifts it and its day to pick up; a reply that nobody read stays as it is', () => {
    given(asked, labelled('question'), taken('r1', '2026-03-20'), replied(), resumed('2026-03-12')).then(
      ({ quote: { replies, resumedFrom, answered: by } }) => {
        expect(replies).toMatchObject([
          { lifted: true, pickUpAfter: null },
          { lifted: false, label: null },
        ]);
        expect([resumedFrom, by]).toEqual(['2026-03-12', null]);
      },
    );
    given(asked, labelled('question'), taken('r1', '2026-03-20'), resumed('2026-03-12')).then(({ quote }) =>
      expect(pickUpDue(quote, '2026-03-20')).toBe(false),
    );
  });
  test('a label put right rests the chain anew where it was resumed', () => {
    given(asked, labelled('question'), resumed('2026-03-06'), labelled('decline', { by: 'person' })).then(
      rests('answered'),
      stands({ answered: 'r1' }),
    );
  });
  test('an absence that is resumed defers no longer', () => {
    given(listed(), nudged(1), away('2026-03-20'), resumed('2026-03-09'), on('2026-03-09')).then(
      stands({ deferUntil: '2026-03-09' }),
    );
  });
  test('only one that was taken with a day is to be picked up', () => {
    given(asked, labelled('question')).then(({ quote }) => expect(pickUpDue(quote, '2099-01-01')).toBe(false));
    given(asked, labelled('question'), taken('r1')).then(({ quote }) =>
      expect(pickUpDue(quote, '2099-01-01')).toBe(false),
    );
    given(asked).then(({ quote }) => expect(pickUpDue(quote, '2099-01-01')).toBe(false));
  });
});

describe('a new chain', () => {
  const second = all(listed(), nudged(1), answered('question'), on('2026-03-09'), revised({ sent: '2026-03-09' }));
  test('counts anew, and keeps what is the quote’s', () => {
    given(second).then(
      stands({
        chain: 2,
        chainBase: 1,
        used: 1,
        offered: {},
        lapses: {},
        lastHandledStepDay: -1,
        lastCallHandled: false,
        sentInChain: 0,
        expired: false,
        expiredOn: null,
        capTold: false,
        answered: null,
        everSent: true,
        lastNudge: '2026-03-05',
      }),
    );
  });
  test('begins where the date sent moves on, not where it moves back', () => {
    given(listed(), nudged(1), revised({ sent: '2026-03-01' })).then(stands({ chain: 1, sentInChain: 1 }));
  });
  test('begins where the expiry moves out after the close-out, not before it, nor to an earlier day', () => {
    given(listed(), revised({ expires: '2026-05-01' })).then(stands({ chain: 1 }));
    const expired = all(listed(), checked('2026-04-02'));
    given(expired).then(stands({ expired: true, expiredOn: '2026-04-01' }));
    given(expired, revised({ expires: '2026-04-02' })).then(stands({ chain: 2, expired: false }));
    given(expired, revised({ expires: null })).then(stands({ chain: 2 }));
    given(expired, revised({ expires: '2026-03-31' })).then(stands({ chain: 1, expired: true }));
  });
});

describe('a close', () => {
  test('by a rep is to be written into the row, one by the row is not', () => {
    given(listed(), closed('won')).then(stands({ closed: 'won', closedBy: 'rep' }), isToWrite('won'));
    given(listed(), setTo('won')).then(stands({ closed: 'won', closedBy: 'row', unwritten: null }));
    given(listed(), closed('won'), reopened).then(stands({ closed: null, closedBy: null }), isToWrite('open'));
    given(listed(), setTo('won'), setTo('open')).then(stands({ closed: null, closedBy: null, unwritten: null }));
  });
});

test('nothing is known of a quote that nobody listed', () => {
  expect(initialQuote).toMatchObject({
    version: 0,
    facts: null,
    factsVersion: 0,
    closed: null,
    closedBy: null,
    holds: [],
    holdUntil: null,
    expired: false,
    expiredOn: null,
    answered: null,
    answeredElsewhere: false,
    unlabelled: 0,
    deferUntil: null,
    draft: null,
    offers: 0,
    used: 0,
    chainBase: 0,
    lastHandledStepDay: -1,
    lastCallHandled: false,
    everSent: false,
    sentInChain: 0,
    lastNudge: null,
    nudges: [],
    replies: [],
    closedDrafts: [],
    notices: [],
    unwritten: null,
  });
});
