import { describe, expect, test } from 'vitest';
import {
  all,
  answered,
  answeredElsewhere,
  approved,
  attempted,
  calledUnknown,
  cancelled,
  changedNothing,
  checked,
  closed,
  draftIs,
  edited,
  given,
  happens,
  held,
  lapsed,
  later,
  listed,
  mailed,
  offered,
  offers,
  on,
  rests,
  sent,
  skipped,
  stands,
  voided,
  wasRefused,
  written,
} from '../../support/given.ts';

const planned = all(listed(), checked('2026-03-05'));
const inTheInbox = all(listed(), offered('2026-03-05'));
/** The send was begun, and no word of it came. */
const leftOnTheWay = all(inTheInbox, approved(), attempted, later({ minutes: 11 }), calledUnknown);

describe('5.2 a draft is written', () => {
  test('5.2 once', () => {
    given(planned).when(written).then(happens('DraftWritten'), draftIs('written'));
    given(planned, written).when(written).then(changedNothing);
  });
  test('5.2 not for a draft that ended', () => given(planned, voided()).when(written).then(wasRefused('DraftSettled')));
});

describe('5.3 and mailed to the owner', () => {
  test('5.3 once in each mailing', () => {
    given(planned, written).when(mailed(1)).then(happens('DraftMailed'), draftIs('mailed'));
    given(inTheInbox).when(mailed(1)).then(changedNothing);
    given(inTheInbox).when(mailed(2)).then(happens('DraftMailed'));
  });
  test('5.3 not before it has a text', () => given(planned).when(mailed()).then(wasRefused('DraftNotReady')));
  test('5.3 not after it was decided', () => {
    given(inTheInbox, approved()).when(mailed(2)).then(wasRefused('DraftApproved'));
  });
});

describe('5.3 approval', () => {
  test('5.3 is of exactly the text that was read (P1)', () => {
    given(inTheInbox).when(approved()).then(happens('DraftApproved'), draftIs('approved'));
    given(inTheInbox, edited('another text')).when(approved('text of d1')).then(wasRefused('DraftChanged'));
    given(inTheInbox, edited('another text')).when(approved('another text')).then(happens('DraftApproved'));
  });
  test('5.3 twice is once', () => given(inTheInbox, approved()).when(approved()).then(changedNothing));
  test('5.3 waits two minutes before the gates', () => {
    given(inTheInbox, approved()).then(({ quote, now }) =>
      expect(quote.draft?.sendAfter).toBe(new Date(now.getTime() + 120_000).toISOString()),
    );
  });
  test('5.3 needs a text', () => given(planned).when(approved('')).then(wasRefused('DraftChanged')));
  test('5.3 not of a draft that ended', () => {
    given(inTheInbox, skipped).when(approved('text of d1')).then(wasRefused('DraftSettled'));
  });
  test('5.3 is called back until the mail is leaving', () => {
    given(inTheInbox, approved()).when(cancelled).then(happens('ApprovalCancelled'), draftIs('mailed'));
    given(inTheInbox, approved(), cancelled).when(cancelled).then(changedNothing);
    given(inTheInbox, approved(), attempted).when(cancelled).then(wasRefused('TooLate'));
    given(inTheInbox, approved(), attempted, sent).when(cancelled).then(wasRefused('DraftSettled'));
  });
});

describe('5.3 an edit', () => {
  test('5.3 approves nothing', () =>
    given(inTheInbox).when(edited('a')).then(happens('DraftEdited'), draftIs('mailed')));
  test('5.3 of the same text is none', () => given(inTheInbox, edited('a')).when(edited('a')).then(changedNothing));
  test('5.3 of two made at once the second is told', () => {
    given(inTheInbox, edited('a')).when(edited('b', 'text of d1')).then(wasRefused('DraftChanged'));
  });
  test('5.3 comes too late after the approval', () => {
    given(inTheInbox, approved()).when(edited('a')).then(wasRefused('DraftApproved'));
  });
});

describe('5.3 a rep decides otherwise', () => {
  test('5.3 Skip: the step is dealt with', () => {
    given(inTheInbox)
      .when(skipped)
      .then(happens('DraftSkipped'), draftIs('none'), stands({ lastHandledStepDay: 3 }));
    given(inTheInbox, skipped).when(skipped).then(changedNothing);
    given(inTheInbox, approved()).when(skipped).then(wasRefused('DraftApproved'));
  });
  test('5.3 They already answered: the chain rests', () => {
    given(inTheInbox).when(answeredElsewhere).then(happens('AnsweredElsewhere'), rests('answered'));
    given(inTheInbox, answeredElsewhere).when(answeredElsewhere).then(changedNothing);
    given(inTheInbox, answered('accept')).when(answeredElsewhere).then(changedNothing);
  });
  test('5.3 Hold', () => {
    given(inTheInbox).when(held()).then(happens('QuoteHeld'), rests('held'));
    given(inTheInbox, held()).when(held()).then(changedNothing);
  });
  test('5.3 what is closed twice in one way is closed once', () => {
    given(inTheInbox, closed('won')).when(closed('won')).then(changedNothing);
    given(inTheInbox, closed('won'))
      .when(closed('lost'))
      .then(happens('QuoteClosed'), stands({ closed: 'lost' }));
  });
});

describe('4 a draft ends', () => {
  test('void: its step is open or dealt with, as told', () => {
    given(inTheInbox)
      .when(voided(true))
      .then(happens('DraftVoided'), stands({ lastHandledStepDay: -1 }));
    given(inTheInbox)
      .when(voided(false))
      .then(happens('DraftVoided'), stands({ lastHandledStepDay: 3 }));
    given(inTheInbox, voided()).when(voided()).then(changedNothing);
  });
  test('void: not while the mail is leaving', () => {
    given(inTheInbox, approved(), attempted).when(voided()).then(wasRefused('TooLate'));
    given(leftOnTheWay).when(voided()).then(wasRefused('TooLate'));
  });
  test('void: an approved draft too', () => {
    given(inTheInbox, approved()).when(voided()).then(happens('DraftVoided'), draftIs('none'));
  });
  test('lapse: an approved draft does not', () => {
    given(inTheInbox, approved(), later({ days: 8 }))
      .when(lapsed)
      .then(changedNothing);
  });
  test('lapse: one that is leaving, or of which nobody knows whether it left, does not', () => {
    given(inTheInbox, approved(), attempted, later({ days: 8 }))
      .when(lapsed)
      .then(changedNothing, draftIs('claimed'));
    given(leftOnTheWay, later({ days: 8 }))
      .when(lapsed)
      .then(changedNothing, draftIs('unknown'));
  });
  test('lapse: after seven days to the millisecond, from its planning where it was never mailed', () => {
    given(inTheInbox, on('2026-03-12', '08:59')).when(lapsed).then(changedNothing);
    given(inTheInbox, on('2026-03-12', '09:00')).when(lapsed).then(happens('DraftLapsed'), draftIs('none'));
    given(planned, on('2026-03-12', '08:59')).when(lapsed).then(changedNothing);
    given(planned, on('2026-03-12', '09:00')).when(lapsed).then(happens('DraftLapsed'));
    given(listed()).when(lapsed).then(changedNothing);
  });
  test('lapse: the first of a step opens it once more, the second deals with it', () => {
    const once = all(inTheInbox, on('2026-03-12', '09:00'), lapsed);
    given(once).then(stands({ lastHandledStepDay: -1, lapses: { 3: 1 } }));
    given(once, offered('2026-03-13'), on('2026-03-20', '09:00'), lapsed).then(stands({ lapses: { 3: 1, 7: 1 } }));
  });
  test('lapse: counts from the first mailing, not from a repetition', () => {
    given(inTheInbox, on('2026-03-09', '09:00'), mailed(2), on('2026-03-12', '09:00'))
      .when(lapsed)
      .then(happens('DraftLapsed'));
  });
  test('its link still shows what became of it', () => {
    given(inTheInbox, skipped).then(({ quote }) =>
      expect(quote.closedDrafts).toMatchObject([
        { id: 'd1', how: 'skipped', stepIndex: 1, mailings: [{ mailing: 1 }] },
      ]),
    );
  });
  test('the next draft has a name of its own', () => {
    given(inTheInbox, voided(), offered('2026-03-06')).then(({ quote }) => expect(quote.draft?.id).toBe('d2'));
    given(inTheInbox, voided(), on('2026-03-06')).then(offers('first_nudge', 1));
  });
});
