import { describe, test } from 'vitest';
import { emit, refuse } from '../../../src/aggregates/decider.ts';
import { newEvent } from '../../../src/events/event-type.ts';
import { QuoteRevised } from '../../../src/events/quote-events.ts';
import {
  all,
  answered,
  approved,
  attempted,
  away,
  bounced,
  calledUnknown,
  cancelled,
  changedNothing,
  checked,
  claimed,
  closed,
  complained,
  dayTaken,
  draftIs,
  given,
  givenUp,
  goes,
  happens,
  held,
  isVoid,
  lateRecord,
  later,
  listed,
  nudged,
  offered,
  offers,
  on,
  refusedRow,
  replied,
  rests,
  resumed,
  revised,
  sent,
  stands,
  stopped,
  throttled,
  turnedAway,
  waitsUntil,
  wasRefused,
  where,
} from '../../support/given.ts';
import { decided } from '../../support/scene.ts';

/** Step 1 was offered on Thursday 5 March at nine and approved at ten. */
const ready = all(listed(), offered('2026-03-05'), on('2026-03-05', '10:00'), approved(), later({ minutes: 2 }));
/** Step 2, on Monday 9 March. */
const second = all(listed(), nudged(1), offered('2026-03-09'), approved(), later({ minutes: 2 }));

const FACTS_OF_THE_DRAFT = JSON.stringify(['Q-1', 'c1', 120_000, 'SGD', '2026-03-02', '2026-04-01']);

/** The row is revised, and for once the draft that states the old facts is not void first. */
const factsChangedBehindTheDraft = decided(({ quote: { facts } }) =>
  facts === null
    ? refuse('NotListed', '')
    : emit(
        newEvent(
          QuoteRevised,
          { facts: { ...facts, minor: 130_000, factsHash: 'of 1,300.00' }, changed: ['minor'], sheet: null },
          { customer: '', contact: '', pdfLink: null },
        ),
      ),
);

describe('5.4 gates that void the draft', () => {
  test('5.4 nothing stands in the way: it goes', () => given(ready).then(goes));
  test('5.4 rule 1, closed', () => given(ready).when(closed('won')).then(isVoid('closed')));
  test('5.4 rule 1, held', () => given(ready).when(held()).then(isVoid('held')));
  test('5.4 rule 1, answered', () => given(ready).when(answered('question')).then(isVoid('answered')));
  test('5.4 rule 1, a reply that nobody has read yet', () => given(ready).when(replied()).then(isVoid('reply-unread')));
  test('5.4 rule 1, the contact bounced', () => given(ready).when(bounced('hard')).then(isVoid('contact-bounced')));
  test('5.4 rule 1, the contact complained', () => given(ready).when(complained).then(isVoid('contact-complained')));
  test('5.4 rule 1, the contact said stop', () => given(ready).when(stopped).then(isVoid('contact-stopped')));
  test('5.4 rule 1, the date sent moved to one still to come', () => {
    given(ready)
      .when(where({ row: null }), revised({ sent: '2026-03-06' }))
      .then(draftIs('none'));
  });
  test('5.4 rule 2, closed out as expired', () => {
    given(ready).when(checked('2026-04-02'), on('2026-04-02', '10:00')).then(isVoid('expired'));
  });
  test('5.4 rule 2, past the expiry though nobody closed it out yet', () => {
    given(ready).when(on('2026-04-02', '10:00')).then(isVoid('expired'));
    given(ready).when(on('2026-04-01', '10:00')).then(goes);
  });
  test('5.4 rule 5, the cap was lowered', () => {
    given(second)
      .when(where({ nudgeCap: 1 }))
      .then(isVoid('cap-reached'));
  });
  test('5.4 the mirror row has other facts than the draft', () => {
    given(ready)
      .when(where({ row: 'other facts' }))
      .then(isVoid('the row was revised'));
  });
  test('5.4 the log has other facts than the draft, though the mirror row still has the draft’s', () => {
    given(ready)
      .when(where({ row: FACTS_OF_THE_DRAFT }), factsChangedBehindTheDraft)
      .then(isVoid('the row was revised'));
    given(ready)
      .when(where({ row: FACTS_OF_THE_DRAFT }))
      .then(goes);
  });
  test('5.4 the quote went to another owner', () => {
    given(ready)
      .when(where({ rowOwner: 'sam@harbourline.example' }))
      .then(isVoid('the quote has another owner now'));
  });
  test('5.4 a quote that was never listed has nothing to send', () => {
    given().then(isVoid('the quote is not listed'));
    given(listed()).then(isVoid('the quote is not listed'));
  });
});

describe('5.4 gates that defer', () => {
  test('5.4 rule 3, deferred to a date after today', () => {
    given(ready).when(away('2026-03-20')).then(waitsUntil('2026-03-06', '08:00'));
  });
  test('5.4 rule 3, no longer on that date', () => {
    given(ready).when(away('2026-03-06'), on('2026-03-06', '08:00')).then(goes);
  });
  test('5.4 rule 6, the gap was widened', () => {
    given(second)
      .when(where({ minGapDays: 5 }))
      .then(waitsUntil('2026-03-10', '08:00'));
    given(second)
      .when(where({ minGapDays: 5 }), on('2026-03-10', '08:00'))
      .then(goes);
  });
  test('5.4 the row is gone or refused: mend it first', () => {
    given(ready)
      .when(where({ row: null }))
      .then(waitsUntil('2026-03-05', '10:17'));
    given(ready).when(refusedRow).then(waitsUntil('2026-03-05', '10:17'));
  });
  test('5.4 a refused row and a hold of another kind: void', () => {
    given(ready).when(refusedRow, held()).then(isVoid('held'));
  });
  test('5.4 the mirror is older than two hours', () => {
    given(ready)
      .when(where({ mirrorAgeMs: 7_200_000 }))
      .then(goes);
    given(ready)
      .when(where({ mirrorAgeMs: 7_200_001 }))
      .then(waitsUntil('2026-03-05', '10:17'));
  });
  test('5.4 the log was restored and has forgotten a send', () =>
    given(ready)
      .when(where({ forgotten: true }))
      .then(waitsUntil('2026-03-05', '10:17')));
  test('P7 the log was changed behind its back: deferred, whatever else the log says', () => {
    given(ready)
      .when(where({ logChanged: true }))
      .then(waitsUntil('2026-03-05', '10:17'));
    given(ready)
      .when(held(), where({ logChanged: true }))
      .then(waitsUntil('2026-03-05', '10:17'));
  });
  test('5.4 paused', () =>
    given(ready)
      .when(where({ paused: true }))
      .then(waitsUntil('2026-03-05', '10:17')));
  test('5.4 quiet hours: the start is quiet, the end no longer', () => {
    given(ready).when(on('2026-03-05', '17:59')).then(goes);
    given(ready).when(on('2026-03-05', '18:00')).then(waitsUntil('2026-03-06', '08:00'));
    given(ready).when(on('2026-03-06', '07:59')).then(waitsUntil('2026-03-06', '08:00'));
    given(ready).when(on('2026-03-06', '08:00')).then(goes);
  });
  test('5.4 no working day', () => {
    given(ready).when(on('2026-03-07', '10:00')).then(waitsUntil('2026-03-09', '08:00'));
    given(ready)
      .when(where({ holidays: ['2026-03-06'] }), on('2026-03-06', '10:00'))
      .then(waitsUntil('2026-03-09', '08:00'));
  });
  test("5.4 the contact's day is taken by another quote", () => {
    given(ready).when(dayTaken('2026-03-05')).then(waitsUntil('2026-03-06', '08:00'));
  });
  test("5.4 the contact's day is its own", () => {
    given(ready, dayTaken('2026-03-05', 'Q-1')).then(goes);
  });
});

describe('5.4 a deferral', () => {
  const quiet = all(ready, on('2026-03-05', '19:00'));
  test('is recorded once', () => {
    given(quiet).when(attempted).then(happens('SendDeferred'));
    given(quiet, attempted).when(attempted).then(changedNothing);
  });
  test('over seven days from the first makes the draft void and its step open', () => {
    const christmas = where({
      holidays: Array.from({ length: 8 }, (_, i) => `2026-03-${String(6 + i).padStart(2, '0')}`),
    });
    given(quiet, christmas).when(attempted).then(happens('DraftVoided'));
    given(quiet, christmas, attempted, on('2026-03-16')).then(offers('first_nudge', 2));
  });
  test('again and again counts from the first', () => {
    given(quiet, attempted, on('2026-03-13', '10:00'), where({ paused: true }))
      .when(attempted)
      .then(happens('DraftVoided'));
    given(quiet, attempted, on('2026-03-12', '10:00'), where({ paused: true }))
      .when(attempted)
      .then(happens('SendDeferred'));
  });
  test('is forgotten when the approval is called back', () => {
    given(quiet, attempted, cancelled).then(draftIs('mailed'));
    given(quiet, attempted, cancelled, on('2026-03-11', '10:00'), approved(), where({ paused: true }))
      .when(attempted)
      .then(happens('SendDeferred'));
  });
});

describe('5.6 the send', () => {
  test('5.6 the day is taken, then the claim stands, then the outcome', () => {
    given(ready).when(attempted).then(happens('SendClaimed'));
    given(ready, attempted)
      .when(sent)
      .then(happens('NudgeSent'), stands({ sentInChain: 1, lastNudge: '2026-03-05' }));
  });
  test('5.6 a claim is not made twice', () => given(ready, attempted).when(claimed).then(wasRefused('NotApproved')));
  test('5.6 nothing is claimed that nobody approved (P1)', () => {
    given(listed(), offered('2026-03-05')).when(claimed).then(wasRefused('NotApproved'));
  });
  test.each([
    ['an answer', answered('accept')],
    ['a close', closed('lost')],
    ['a hold', held()],
    ['an unread reply', replied()],
    ['its expiry', on('2026-04-02', '10:00')],
  ] as const)('5.6 nothing is claimed after %s, even if a gate was asked before (P3)', (_, act) => {
    given(ready, act).when(claimed).then(wasRefused('ChainRests'));
  });
  test('5.6 nothing is claimed with other facts than were approved (P1)', () => {
    given(ready, factsChangedBehindTheDraft).when(claimed).then(wasRefused('DraftChanged'));
  });
  test('5.6 no day of a contact is taken after a bounce, a complaint or a stop (P3)', () => {
    given(ready, stopped).when(dayTaken('2026-03-05')).then(wasRefused('ContactClosed'));
    given(ready, bounced('hard')).when(dayTaken('2026-03-05')).then(wasRefused('ContactClosed'));
  });
  test('5.6 no outcome after ten minutes is unknown', () => {
    given(ready, attempted, later({ minutes: 9 }))
      .when(calledUnknown)
      .then(changedNothing);
    given(ready, attempted, later({ minutes: 10 }))
      .when(calledUnknown)
      .then(happens('SendUnknown'));
  });
  test('5.6 a late record settles the unknown', () => {
    given(ready, attempted, later({ minutes: 10 }), calledUnknown)
      .when(sent)
      .then(happens('NudgeSent'), draftIs('none'));
  });
  test('5.6 an unknown send is given up by a person only: the step opens', () => {
    given(ready, attempted).when(givenUp).then(wasRefused('NotUnknown'));
    given(ready, attempted, later({ minutes: 10 }), calledUnknown, givenUp, on('2026-03-06')).then(
      offers('first_nudge', 1),
    );
  });
  test('5.6 a send that was given up and arrived after all voids the new draft of its step (P2)', () => {
    const again = all(ready, attempted, later({ minutes: 10 }), calledUnknown, givenUp);
    given(again, sent, on('2026-03-09')).then(offers('followup', 2));
    given(again, offered('2026-03-06'), approved(), on('2026-03-09', '10:00'))
      .when(lateRecord)
      .then(isVoid('this step was sent after all'));
    given(again, offered('2026-03-06'), approved(), on('2026-03-09', '10:00'), lateRecord)
      .when(claimed)
      .then(wasRefused('StepSent'));
  });
  test('5.6 throttling gives the claim back, and it is tried again', () => {
    given(ready, attempted).when(throttled).then(happens('ClaimReturned'), draftIs('approved'));
    given(ready, attempted, throttled).when(attempted).then(happens('SendClaimed'));
  });
  test('5.6 a definite refusal opens the step', () => {
    given(ready, attempted).when(turnedAway).then(happens('SendRefused'), draftIs('none'));
  });
  test('5.6 a reply between claim and hand-over says that a nudge was leaving', () => {
    given(ready, attempted)
      .when(replied())
      .then(({ quote }) => {
        if (quote.replies[0]?.leaving !== true) throw new Error('not marked as leaving');
      });
  });
  test('5.6 a record without a claim is refused', () => given(ready).when(sent).then(wasRefused('NotClaimed')));
  test('5.6 the same record twice is one nudge', () => {
    given(ready, attempted, sent)
      .when(sent)
      .then(changedNothing, stands({ sentInChain: 1 }));
  });
});

describe('5.4 after the gates', () => {
  test('a resumed chain goes on', () => {
    given(ready, answered('question'), resumed('2026-03-05')).then(goes, rests('send-approved'));
  });
});
