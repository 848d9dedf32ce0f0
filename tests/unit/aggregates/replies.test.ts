import { describe, expect, test } from 'vitest';
import { pickUpDue } from '../../../src/aggregates/quote/reply.ts';
import {
  all,
  answered,
  answeredElsewhere,
  away,
  changedNothing,
  closed,
  dismissed,
  given,
  happens,
  labelled,
  listed,
  nudged,
  on,
  replied,
  rests,
  resumed,
  revised,
  stands,
  taken,
  wasRefused,
} from '../../support/given.ts';

const nudgedOnce = all(listed(), nudged(1));

describe('6 record first', () => {
  test('6 the chain rests at once, before the message is read', () => {
    given(nudgedOnce).when(replied('r1')).then(happens('ReplyReceived'), rests('reply-unread'));
  });
  test('6 the same message twice is one', () =>
    given(nudgedOnce, replied('r1')).when(replied('r1')).then(changedNothing));
});

describe('6 the label', () => {
  test.each(['accept', 'decline', 'question'] as const)('6 %s rests the chain for good', label => {
    given(nudgedOnce, replied()).when(labelled(label)).then(happens('ReplyLabelled'), rests('answered'));
  });
  test('6 out-of-office defers until its date', () => {
    given(nudgedOnce, replied())
      .when(labelled('out-of-office', { until: '2026-03-20' }))
      .then(rests('deferred'), stands({ deferUntil: '2026-03-20', answered: null }));
  });
  test('6 the first label stands, whatever a machine says later', () => {
    given(nudgedOnce, answered('question')).when(labelled('accept')).then(changedNothing);
  });
  test('6 a person puts it right', () => {
    given(nudgedOnce, answered('question'))
      .when(labelled('accept', { by: 'person' }))
      .then(happens('ReplyLabelled'));
    given(nudgedOnce, answered('accept'))
      .when(labelled('accept', { by: 'person' }))
      .then(changedNothing);
    given(nudgedOnce, answered('question'))
      .when(labelled('out-of-office', { by: 'person', until: '2026-03-20' }))
      .then(rests('deferred'));
  });
  test('6 of a message that nobody recorded', () => {
    given(nudgedOnce)
      .when(labelled('accept', { id: 'r9' }))
      .then(wasRefused('NoSuchReply'));
  });
  test('6 of two absences the later return counts', () => {
    given(nudgedOnce, away('2026-03-20'), away('2026-03-16')).then(stands({ deferUntil: '2026-03-20' }));
  });
  test('6 an absence after a resumption from a later date shortens nothing', () => {
    given(nudgedOnce, answered('question'), resumed('2026-04-20'), away('2026-03-20')).then(
      stands({ deferUntil: '2026-04-20' }),
    );
  });
});

describe('6 what people make of it', () => {
  const asked = all(nudgedOnce, answered('question'));
  test('6 I have it', () => {
    given(asked).when(taken()).then(happens('ReplyTaken'), rests('answered'));
    given(asked, taken()).when(taken()).then(changedNothing);
    given(nudgedOnce).when(taken('r9')).then(wasRefused('NoSuchReply'));
  });
  test('6 picked up again if quiet, from its day on, unless another answer came', () => {
    const later = all(asked, taken('r1', '2026-03-16'));
    given(later).then(({ quote }) => {
      expect(pickUpDue(quote, '2026-03-15')).toBe(false);
      expect(pickUpDue(quote, '2026-03-16')).toBe(true);
    });
    given(later, answered('question')).then(({ quote }) => expect(pickUpDue(quote, '2026-03-16')).toBe(false));
    given(later, resumed('2026-03-16')).then(({ quote }) => expect(pickUpDue(quote, '2026-03-17')).toBe(false));
    given(later, closed('won')).then(({ quote }) => expect(pickUpDue(quote, '2026-03-16')).toBe(false));
  });
  test('6 not a reply: the chain goes on where it stood', () => {
    given(asked)
      .when(dismissed())
      .then(happens('ReplyDismissed'), stands({ answered: null }));
    given(asked, dismissed()).when(dismissed()).then(changedNothing);
    given(nudgedOnce, replied(), dismissed()).then(stands({ unlabelled: 0 }));
    given(nudgedOnce).when(dismissed('r9')).then(wasRefused('NoSuchReply'));
  });
  test('6 a label that comes after it was dismissed rests nothing', () => {
    given(nudgedOnce, replied(), dismissed())
      .when(labelled('accept'))
      .then(stands({ answered: null }));
  });
  test('6 that they answered by another road stays, whatever mail is dismissed', () => {
    given(nudgedOnce, answeredElsewhere, answered('question'), dismissed('r1')).then(stands({ answered: 'elsewhere' }));
  });
  test('6 resume from a date', () => {
    given(asked).when(resumed('2026-03-20')).then(happens('ChainResumed'), rests('deferred'));
    given(asked, resumed('2026-03-20')).when(resumed('2026-03-20')).then(changedNothing);
    given(asked, closed('lost')).when(resumed('2026-03-20')).then(wasRefused('Closed'));
  });
  test('6 a message that nobody read yet is not lifted by a resumption', () => {
    given(nudgedOnce, replied(), resumed('2026-03-06')).then(rests('reply-unread'));
    given(nudgedOnce, replied(), resumed('2026-03-06'), labelled('decline')).then(rests('answered'));
  });
  test('6 an answer after a resumption or in a new chain rests again', () => {
    given(asked, resumed('2026-03-06'), answered('decline'), on('2026-03-09')).then(rests('answered'));
    given(asked, revised({ sent: '2026-03-06' }), answered('decline'), on('2026-03-09')).then(rests('answered'));
  });
});
