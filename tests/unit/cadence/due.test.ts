import { describe, expect, test } from 'vitest';
import { initialQuote } from '../../../src/aggregates/quote/state.ts';
import { whyStopped } from '../../../src/cadence/due.ts';
import {
  all,
  answered,
  approved,
  attempted,
  away,
  bounced,
  type Claim,
  calledUnknown,
  changedNothing,
  checked,
  claimed,
  closed,
  complained,
  dismissed,
  draftIs,
  dueOf,
  expires,
  given,
  happens,
  held,
  holdEnded,
  isOvertaken,
  labelled,
  lapsed,
  later,
  lifted,
  listed,
  nudged,
  nudgedOn,
  offered,
  offers,
  on,
  refusedRow,
  replied,
  rests,
  resumed,
  revised,
  sent,
  setTo,
  skipped,
  stands,
  stopped,
  turnedAway,
  vanished,
  voided,
  where,
  written,
} from '../../support/given.ts';

const supersedes =
  (day: number | null): Claim =>
  scene =>
    expect(dueOf(scene)).toMatchObject({ kind: 'offer', offer: { supersedes: day } });

const noLastCall = where({ cadence: { nudgeDays: [3, 7], lastCallDays: null } });

describe('4.1 rests, whatever the date', () => {
  test.each(['won', 'lost', 'withdrawn'] as const)('4.1 closed as %s', outcome => {
    given(listed()).when(closed(outcome), on('2026-03-05')).then(rests('closed'));
  });
  test('4.1 closed even past its expiry: nothing is closed out', () => {
    given(listed()).when(closed('won'), on('2026-04-02')).then(rests('closed'));
  });
  test('4.1 held', () => given(listed()).when(held(), on('2026-03-05')).then(rests('held')));
  test('4.1 held even past its expiry', () => given(listed()).when(held(), on('2026-04-02')).then(rests('held')));
  test('4.1 held by any of several reasons until the last one ends', () => {
    given(listed(), held(), held('unsure-reply'), on('2026-03-05')).when(holdEnded()).then(rests('held'));
    given(listed(), held(), held('unsure-reply'), on('2026-03-05'))
      .when(holdEnded(), holdEnded('unsure-reply'))
      .then(offers('first_nudge', 1));
  });
  test('4.1 held while its row is refused', () => {
    given(listed()).when(refusedRow, on('2026-03-05')).then(rests('held'));
    given(listed(), refusedRow).when(revised({}), on('2026-03-05')).then(offers('first_nudge', 1));
  });
  test('4.1 held while it is gone from the sheet', () => {
    given(listed()).when(vanished, on('2026-03-05')).then(rests('held'));
  });
  test('4.1 expired, once', () => given(listed()).when(checked('2026-04-02')).then(rests('expired')));
  test.each(['accept', 'decline', 'question'] as const)('4.1 answered with %s', label => {
    given(listed(), nudged(1)).when(answered(label), on('2026-03-09')).then(rests('answered'));
  });
  test('4.1 opted out', () => given(listed()).when(stopped, on('2026-03-05')).then(rests('contact-stopped')));
  test('4.1 complained', () => given(listed()).when(complained, on('2026-03-05')).then(rests('contact-complained')));
  test('4.1 bounced', () => given(listed()).when(bounced('hard'), on('2026-03-05')).then(rests('contact-bounced')));
  test('4.1 a contact whom the admin lifts is written to again', () => {
    given(listed(), stopped, on('2026-03-05')).when(lifted).then(offers('first_nudge', 1));
  });
  test('4.1 a reply is in and not yet labelled', () => {
    given(listed(), nudged(1)).when(replied(), on('2026-03-09')).then(rests('reply-unread'));
  });
  test('4.1 sent on a date still to come', () => {
    given(listed({ sent: '2026-03-06' }), on('2026-03-05')).then(rests('sent-later'));
  });
  test('4.1 on the very day it was sent only its first step is to come', () => {
    given(listed(), on('2026-03-02')).then(rests('no-step-yet'));
  });
  test('4.1 what nobody listed rests', () => {
    given(on('2026-03-05')).then(rests('not-listed'));
    expect(whyStopped(initialQuote, 'fine', '2026-03-05')).toBe('not-listed');
  });
});

describe('4.2 past the expiry a quote is closed out', () => {
  test('4.2 not on the day of expiry itself', () =>
    given(listed(), nudged(3), on('2026-04-01')).then(rests('last-call-done')));
  test('4.2 on the day after, also at a weekend', () => {
    given(listed({ expires: '2026-03-27' }), on('2026-03-28')).then(expires);
  });
  test('4.2 once: a second check of the day adds nothing', () => {
    given(listed()).when(checked('2026-04-02')).then(happens('QuoteExpired'));
    given(listed(), checked('2026-04-02')).when(checked('2026-04-02')).then(changedNothing);
  });
  test('4.2 before an undecided draft, the cap, the gap and the calendar are asked', () => {
    given(listed(), offered('2026-03-05'), on('2026-04-02')).then(expires);
    given(listed(), where({ nudgeCap: 1 }), nudged(1), on('2026-04-02')).then(expires);
    given(listed({ expires: '2026-03-31' }), nudged(3), on('2026-04-01'), where({ minGapDays: 9 })).then(expires);
  });
  test('4.2 a quote without expiry never expires', () => {
    given(listed({ expires: null }), on('2036-03-03')).then(offers('first_nudge', 2));
  });
});

describe('4.3 deferred to a date after today', () => {
  test('4.3 an out-of-office defers until its date, and that day goes on', () => {
    given(listed(), nudged(1), away('2026-03-11')).when(on('2026-03-10')).then(rests('deferred'));
    given(listed(), nudged(1), away('2026-03-11')).when(on('2026-03-11')).then(offers('followup', 2));
  });
  test('4.3 a rep resumes from a date', () => {
    given(listed(), nudged(1), answered('question'))
      .when(resumed('2026-03-17'), on('2026-03-16'))
      .then(rests('deferred'));
    given(listed(), nudged(1), answered('question'))
      .when(resumed('2026-03-17'), on('2026-03-17'))
      .then(offers('followup', 2));
  });
  test('4.3 an expiry that passes meanwhile comes first', () => {
    given(listed(), away('2026-04-20'), on('2026-04-02')).then(expires);
  });
});

describe('4.4 one draft at a time', () => {
  test('4.4 undecided', () => given(listed(), offered('2026-03-05'), on('2026-03-09')).then(rests('draft-waiting')));
  test('4.4 planned and not yet written, written and not yet mailed', () => {
    given(listed(), checked('2026-03-05'), on('2026-03-06')).then(rests('draft-waiting'));
    given(listed(), checked('2026-03-05'), written, on('2026-03-06')).then(rests('draft-waiting'));
  });
  test('4.4 approved and not yet sent', () => {
    given(listed(), offered('2026-03-05'), approved(), on('2026-03-09')).then(rests('send-approved'));
  });
  test('4.4 sent with unknown outcome', () => {
    given(listed(), offered('2026-03-05'), approved(), attempted, later({ minutes: 11 }))
      .when(calledUnknown, on('2026-03-09'))
      .then(rests('send-unknown'));
  });
  test('4.4 the last-call window has opened since: the undecided draft is void, and the last call offered', () => {
    given(listed(), offered('2026-03-27'), on('2026-03-30')).then(isOvertaken);
    given(listed(), offered('2026-03-27')).when(checked('2026-03-30')).then(happens('DraftVoided', 'MovePlanned'));
  });
  test('4.4 a draft of the last call itself is not overtaken', () => {
    given(listed(), offered('2026-03-30'), on('2026-03-31')).then(rests('draft-waiting'));
  });
  test('4.4 an approved draft is not overtaken', () => {
    given(listed(), offered('2026-03-27'), approved(), on('2026-03-30')).then(rests('send-approved'));
  });
});

describe('4.5 the cap', () => {
  test('4.5 as many nudges as the cap in this chain: rests', () => {
    given(listed(), where({ nudgeCap: 2 }), nudged(1), nudged(2), on('2026-03-30')).then(rests('cap-reached'));
  });
  test('4.5 one fewer goes on', () => {
    given(listed(), where({ nudgeCap: 3 }), nudged(1), nudged(2), on('2026-03-30')).then(offers('last_call', 3));
  });
  test('4.5 the owner is told once', () => {
    const capped = all(listed(), where({ nudgeCap: 1 }), nudged(1));
    given(capped).when(checked('2026-03-09')).then(happens('CapReached'));
    given(capped, checked('2026-03-09')).when(checked('2026-03-10')).then(changedNothing);
  });
  test('4.5 comes before the gap', () => {
    given(listed(), where({ nudgeCap: 1 }), nudged(1), on('2026-03-06')).then(rests('cap-reached'));
  });
});

describe('4.6 the gap', () => {
  test('4.6 fewer days than the gap since the last nudge: rests', () => {
    given(listed(), where({ minGapDays: 5 }), nudged(1), on('2026-03-09')).then(rests('too-close'));
    given(listed(), where({ minGapDays: 5 }), nudged(1), on('2026-03-10')).then(offers('followup', 2));
  });
  test('4.6 counts from the day the nudge left, not from the day it was offered', () => {
    given(
      listed(),
      offered('2026-03-05'),
      on('2026-03-09', '10:00'),
      approved(),
      attempted,
      sent,
      on('2026-03-10'),
    ).then(rests('too-close'));
  });
  test('4.6 comes before the calendar', () => {
    given(listed(), where({ minGapDays: 4 }), nudged(1), on('2026-03-08')).then(rests('too-close'));
  });
});

describe('4.7 no one is asked to approve on a day off', () => {
  test.each(['2026-03-07', '2026-03-08'])('4.7 %s is a weekend', date => {
    given(listed(), on(date)).then(rests('no-working-day'));
    given(listed(), where({ skipWeekends: false }), on(date)).then(offers('first_nudge', 1));
  });
  test.each(['2026-03-05', '--03-05'])('4.7 a holiday written %s', holiday => {
    given(listed(), where({ holidays: [holiday] }), on('2026-03-05')).then(rests('no-working-day'));
    given(listed(), where({ holidays: [holiday] }), on('2026-03-06')).then(offers('first_nudge', 1));
  });
});

describe('4.8 the last call', () => {
  test('4.8 the window is the days up to expiry, and expiry itself', () => {
    const quote = all(listed({ expires: '2026-04-03' }), nudged(1), nudged(2));
    given(quote, on('2026-03-30')).then(rests('step-done'));
    given(quote, on('2026-03-31')).then(offers('last_call', 3));
    given(quote, on('2026-04-03')).then(offers('last_call', 3));
  });
  test('4.8 a window without a working day opens on the last one before it', () => {
    const easter = all(
      where({ holidays: ['2026-04-03', '2026-04-06'], cadence: { nudgeDays: [3, 7], lastCallDays: 2 } }),
      listed({ expires: '2026-04-05' }),
    );
    given(easter, on('2026-04-01')).then(offers('first_nudge', 2));
    given(easter, on('2026-04-02')).then(offers('last_call', 3));
  });
  test('4.8 a window with one working day opens no earlier', () => {
    const quote = all(where({ cadence: { nudgeDays: [3, 7], lastCallDays: 2 } }), listed({ expires: '2026-03-30' }));
    given(quote, on('2026-03-27')).then(offers('first_nudge', 2));
    given(quote, on('2026-03-30')).then(offers('last_call', 3));
  });
  test('4.8 not sooner after sending than the gap', () => {
    const brief = listed({ sent: '2026-03-02', expires: '2026-03-05' });
    given(brief, on('2026-03-03')).then(rests('last-call-too-soon'));
    given(brief, on('2026-03-04')).then(offers('last_call', 3));
  });
  test('4.8 in the window no nudge is offered, however many are left', () => {
    given(listed({ expires: '2026-03-12' }), on('2026-03-09')).then(offers('last_call', 3));
  });
  test('4.8 without a last call there is no window, not even on the day of expiry', () => {
    given(listed(), noLastCall, nudged(1), nudged(2), on('2026-04-01')).then(rests('step-done'));
  });
  test('4.8 offered again it keeps its number', () => {
    given(listed(), offered('2026-03-30'), voided(), on('2026-03-31')).then(offers('last_call', 3));
  });
  test('4.8 it makes the latest nudge step superfluous', () => {
    given(listed(), on('2026-03-30')).then(supersedes(7));
    given(listed(), where({ cadence: { nudgeDays: [], lastCallDays: 3 } }), on('2026-03-30')).then(supersedes(null));
  });
  test('4.8 once it is dealt with, nothing follows', () => {
    given(listed(), nudged(3), on('2026-03-31')).then(rests('too-close'));
    given(listed(), nudged(3), on('2026-04-01')).then(rests('last-call-done'));
  });
});

describe('4.9 the latest step whose day is reached', () => {
  test('4.9 before its day there is none', () => given(listed(), on('2026-03-04')).then(rests('no-step-yet')));
  test('4.9 on its day', () => given(listed(), on('2026-03-05')).then(offers('first_nudge', 1)));
  test('4.9 the second follows up on the first', () =>
    given(listed(), nudged(1), on('2026-03-09')).then(offers('followup', 2)));
  test('4.9 a late row is nudged once: the latest step, and as a first nudge', () => {
    given(listed(), on('2026-03-16')).then(offers('first_nudge', 2));
    given(listed(), nudgedOn('2026-03-16'), on('2026-03-20')).then(rests('step-done'));
  });
  test('4.9 it makes the step before it superfluous', () => {
    given(listed(), on('2026-03-05')).then(supersedes(null));
    given(listed(), on('2026-03-09')).then(supersedes(3));
  });
  test('4.9 first_nudge is for a quote that never had one', () => {
    given(listed(), offered('2026-03-05'), skipped, on('2026-03-09')).then(offers('first_nudge', 2));
  });
  test('4.9 without a last call the steps go on until expiry', () => {
    given(listed(), noLastCall, on('2026-03-31')).then(offers('first_nudge', 2));
  });
});

describe('4 dealt with', () => {
  test('sent', () =>
    given(listed(), nudged(1), on('2026-03-07'))
      .when(where({ skipWeekends: false }))
      .then(rests('step-done')));
  test('skipped by the rep', () =>
    given(listed(), offered('2026-03-05'), skipped, on('2026-03-06')).then(rests('step-done')));
  test('superseded by a later one, even if that one is void', () => {
    given(listed(), offered('2026-03-05'), voided(), offered('2026-03-09'), voided(), on('2026-03-10')).then(
      offers('first_nudge', 2),
    );
  });
  test('void opens the step again, with its number', () => {
    given(listed(), offered('2026-03-05'), voided(), on('2026-03-06')).then(offers('first_nudge', 1));
  });
  test('a definite refusal opens the step', () => {
    given(listed(), offered('2026-03-05'), approved(), attempted, turnedAway, on('2026-03-06')).then(
      offers('first_nudge', 1),
    );
  });
  test('under a changed cadence by the day of the latest dealt step', () => {
    const changed = where({ cadence: { nudgeDays: [5, 12], lastCallDays: 3 } });
    given(listed(), nudged(1), nudged(2), changed, on('2026-03-13')).then(rests('step-done'));
    given(listed(), nudged(1), nudged(2), changed, on('2026-03-16')).then(offers('followup', 3));
  });
  test('under a changed cadence the last call only if a last call was', () => {
    const changed = where({ cadence: { nudgeDays: [3], lastCallDays: 7 } });
    given(listed(), nudged(1), nudged(2), changed, on('2026-03-25')).then(offers('last_call', 3));
    given(listed(), nudged(3), changed, where({ minGapDays: 0 }), on('2026-03-31')).then(rests('last-call-done'));
  });
});

describe('4 a draft nobody decided', () => {
  const asked = all(listed(), where({ cadence: { nudgeDays: [3], lastCallDays: null } }), offered('2026-03-05'));
  test('lapses after seven days by the clock, not before', () => {
    given(asked).when(on('2026-03-12', '08:59'), lapsed).then(changedNothing);
    given(asked).when(on('2026-03-12', '09:00'), lapsed).then(happens('DraftLapsed'));
  });
  test('is offered once more, with its number', () => {
    given(asked, on('2026-03-12'), lapsed).then(offers('first_nudge', 1));
  });
  test('then counts as skipped', () => {
    given(asked, on('2026-03-12'), lapsed, offered('2026-03-12'), on('2026-03-19'), lapsed).then(rests('step-done'));
  });
});

describe('4 a revised row', () => {
  test.each([{ minor: 99_900 }, { expires: '2026-04-30' }, { contactRef: 'c2' }])(
    '%o voids the draft and offers the step anew',
    part => {
      given(listed(), offered('2026-03-05')).when(revised(part)).then(happens('QuoteRevised', 'DraftVoided'));
      given(listed(), offered('2026-03-05'), revised(part), on('2026-03-06')).then(offers('first_nudge', 1));
    },
  );
  test('voids an approved draft', () => {
    given(listed(), offered('2026-03-05'), approved())
      .when(revised({ minor: 99_900 }))
      .then(happens('QuoteRevised', 'DraftVoided'));
  });
  test('does not call back a mail that is leaving', () => {
    given(listed(), offered('2026-03-05'), approved(), attempted)
      .when(revised({ minor: 99_900 }))
      .then(happens('QuoteRevised'), draftIs('claimed'));
  });
  test('another owner or team voids nothing', () => {
    given(listed(), offered('2026-03-05'))
      .when(revised({ team: 'catering' }))
      .then(happens('QuoteRevised'));
  });
});

describe('4 a new chain', () => {
  test('a later date sent starts one: answered and cap are lifted', () => {
    given(
      listed(),
      nudged(1),
      answered('question'),
      on('2026-03-10'),
      revised({ sent: '2026-03-10' }),
      on('2026-03-13'),
    ).then(offers('followup', 2));
    given(
      listed(),
      where({ nudgeCap: 1 }),
      nudged(1),
      on('2026-03-10'),
      revised({ sent: '2026-03-10' }),
      on('2026-03-13'),
    ).then(offers('followup', 2));
  });
  test('an earlier date sent does not', () => {
    given(listed(), nudged(1), answered('question'), revised({ sent: '2026-03-01' }), on('2026-03-09')).then(
      rests('answered'),
    );
  });
  test('an expiry extended after the close-out starts one: expired is lifted', () => {
    given(
      listed(),
      nudged(1),
      nudged(2),
      checked('2026-04-02'),
      revised({ expires: '2026-05-01' }),
      on('2026-04-03'),
    ).then(offers('followup', 4));
  });
  test('an expiry extended before it does not', () => {
    given(listed(), nudged(1), nudged(2), revised({ expires: '2026-05-01' }), on('2026-04-03')).then(
      rests('step-done'),
    );
  });
  test('an expiry moved to an earlier day does not', () => {
    given(listed(), checked('2026-04-02'), revised({ expires: '2026-03-30' }), on('2026-04-03')).then(rests('expired'));
  });
  test("the gap is the quote's", () => {
    given(
      listed(),
      where({ minGapDays: 9 }),
      nudged(1),
      on('2026-03-06'),
      revised({ sent: '2026-03-06' }),
      on('2026-03-13'),
    ).then(rests('too-close'));
  });
  test('its numbers count on from the highest used', () => {
    given(
      listed(),
      nudged(1),
      offered('2026-03-09'),
      voided(),
      on('2026-03-10'),
      revised({ sent: '2026-03-10' }),
      on('2026-03-17'),
    ).then(offers('followup', 4));
  });
  test('a nudge of the old chain that arrives late deals with nothing of the new one', () => {
    given(
      listed(),
      offered('2026-03-05'),
      approved(),
      attempted,
      revised({ sent: '2026-03-05' }),
      sent,
      on('2026-03-09'),
    ).then(
      stands({ sentInChain: 0, lastHandledStepDay: -1, everSent: true, lastNudge: '2026-03-05' }),
      offers('followup', 2),
    );
  });
  test('that the customer is away stays true', () => {
    given(listed(), away('2026-03-20'), revised({ sent: '2026-03-10' }), on('2026-03-16')).then(rests('deferred'));
  });
});

describe('4 the check is idempotent', () => {
  test('a second run on one day adds nothing', () => {
    given(listed(), checked('2026-03-05')).when(checked('2026-03-05')).then(changedNothing);
    given(listed(), nudged(1)).when(checked('2026-03-05')).then(changedNothing);
  });
  test('whatever became of the offer, it is not made twice on one day', () => {
    given(listed(), offered('2026-03-05'), voided()).when(checked('2026-03-05')).then(changedNothing);
  });
  test('a missed day is caught up by the same rules', () => {
    given(listed()).when(checked('2026-03-06')).then(happens('MovePlanned'));
  });
});

describe('4 a rep picks up again', () => {
  test('after any answer', () => {
    given(listed(), nudged(1), answered('decline'), resumed('2026-03-09'), on('2026-03-09')).then(
      offers('followup', 2),
    );
  });
  test('after a message that was no reply', () => {
    given(listed(), nudged(1), answered('accept'), dismissed(), on('2026-03-09')).then(offers('followup', 2));
  });
  test('taking one message back leaves the other answers in force', () => {
    given(listed(), nudged(1), answered('accept'), answered('question'), dismissed('r2'), on('2026-03-09')).then(
      rests('answered'),
      stands({ answered: 'r1' }),
    );
  });
  test('an out-of-office that was none defers no longer', () => {
    given(listed(), nudged(1), away('2026-03-20'), dismissed(), on('2026-03-09')).then(offers('followup', 2));
  });
  test('a wrong out-of-office label, put right, rests for good', () => {
    given(listed(), nudged(1), away('2026-03-09'), labelled('decline', { by: 'person' }), on('2026-03-09')).then(
      rests('answered'),
    );
  });
  test('the end of a hold goes on where it stood', () => {
    given(listed(), setTo('hold'), on('2026-03-05')).then(rests('held'));
    given(listed(), setTo('hold')).when(setTo('open'), on('2026-03-05')).then(offers('first_nudge', 1));
  });
  test('a claim that is under way is no nudge yet', () => {
    given(listed(), offered('2026-03-05'), approved(), claimed, on('2026-03-09')).then(rests('send-approved'));
  });
});
