import { describe, expect, test } from 'vitest';
import {
  type ContactState,
  contactAggregate,
  initialContact,
  standingOf,
  stop,
} from '../../../src/aggregates/contact.ts';
import {
  bounced,
  type Claim,
  changedNothing,
  complained,
  dayTaken,
  given,
  lifted,
  listed,
  on,
  rests,
  stopped,
  wasRefused,
} from '../../support/given.ts';
import { aboutContact } from '../../support/scene.ts';

const standing =
  (expected: ReturnType<typeof standingOf>): Claim =>
  ({ contact }) =>
    expect(standingOf(contact)).toBe(expected);

describe('6 a contact is closed', () => {
  test('6 by a hard bounce', () => given(bounced('hard')).then(standing('bounced')));
  test('6 by three soft ones in 14 days, not by two, nor by three over more', () => {
    given(bounced('soft', 'a'), on('2026-03-09'), bounced('soft', 'b')).then(standing('fine'));
    given(bounced('soft', 'a'), on('2026-03-09'), bounced('soft', 'b'), on('2026-03-16'), bounced('soft', 'c')).then(
      standing('bounced'),
    );
    given(bounced('soft', 'a'), on('2026-03-09'), bounced('soft', 'b'), on('2026-03-17'), bounced('soft', 'c')).then(
      standing('fine'),
    );
  });
  test('6 three of four soft ones are enough, in whatever order they are reported', () => {
    given(
      on('2026-03-20'),
      bounced('soft', 'd'),
      on('2026-03-02'),
      bounced('soft', 'a'),
      on('2026-03-18'),
      bounced('soft', 'c'),
      on('2026-03-19'),
      bounced('soft', 'b'),
    ).then(standing('bounced'));
  });
  test('6 the same report twice is one', () => {
    given(bounced('soft', 'a')).when(bounced('soft', 'a')).then(changedNothing);
    given(complained).when(complained).then(changedNothing);
    given(stopped).when(stopped).then(changedNothing);
  });
  test('6 by a complaint or a stop, for all its quotes, until the admin lifts it', () => {
    given(complained).then(standing('complained'));
    given(stopped).then(standing('stopped'));
    given(stopped, complained).then(standing('complained'));
    given(stopped, lifted).then(standing('fine'));
    given(listed(), stopped, on('2026-03-05')).then(rests('contact-stopped'));
    given().when(lifted).then(changedNothing);
  });
});

describe('4 one contact, one nudge a day', () => {
  test('the first draft takes the day; the same again has it; another is refused; the next day is free', () => {
    given()
      .when(dayTaken('2026-03-05', 'Q-1'))
      .then(({ happened }) => expect(happened).toBe(1));
    given(dayTaken('2026-03-05', 'Q-1')).when(dayTaken('2026-03-05', 'Q-1')).then(changedNothing);
    given(dayTaken('2026-03-05', 'Q-1')).when(dayTaken('2026-03-05', 'Q-2')).then(wasRefused('DayTaken'));
    given(dayTaken('2026-03-05', 'Q-1'))
      .when(dayTaken('2026-03-06', 'Q-2'))
      .then(({ happened }) => expect(happened).toBe(1));
  });
  test('a closed contact has no days to take', () => {
    given(stopped).when(dayTaken('2026-03-05')).then(wasRefused('ContactClosed'));
  });
});

describe('what is known of a contact', () => {
  const known =
    (part: Partial<ContactState>): Claim =>
    ({ contact }) =>
      expect(contact).toMatchObject(part);

  test('which draft took which day, and every report once', () => {
    given(dayTaken('2026-03-05', 'Q-1'), dayTaken('2026-03-06', 'Q-2')).then(
      known({
        version: 2,
        days: {
          '2026-03-05': { quoteId: 'Q-1', draftId: 'd1' },
          '2026-03-06': { quoteId: 'Q-2', draftId: 'd1' },
        },
      }),
    );
    given(bounced('soft', 'a'), bounced('hard', 'b'), complained, stopped).then(
      known({ sources: ['a', 'b', 'c', 's'], softBounces: ['2026-03-02'], hardBounced: true }),
    );
  });
  test('a lift takes back what closed it, and nothing is counted a second time', () => {
    const bouncing = [bounced('soft', 'a'), bounced('soft', 'b'), bounced('soft', 'c'), bounced('hard', 'd')];
    given(...bouncing, stopped, complained, lifted).then(
      known({ hardBounced: false, softBounces: [], complained: false, stopped: false }),
      standing('fine'),
    );
    given(...bouncing, lifted)
      .when(bounced('hard', 'd'))
      .then(changedNothing);
    given(bounced('hard', 'a'), lifted).when(lifted).then(changedNothing);
  });
  test('a stop in another message adds nothing, one after a lift does', () => {
    const stoppedIn = (source: string) =>
      aboutContact(({ contact, now }) => stop(contact, { day: now.toISOString().slice(0, 10), source }));
    given(stopped).when(stoppedIn('s2')).then(changedNothing);
    given(stopped, lifted).when(stoppedIn('s2')).then(standing('stopped'));
    given(stopped, lifted).when(stoppedIn('s')).then(changedNothing);
  });
});

describe('an auditor reads of a contact', () => {
  const shown =
    (...words: readonly string[]): Claim =>
    ({ contact, contactEvents }) =>
      expect(contactEvents.map(event => contactAggregate.summarize(contact, event))).toEqual(words);
  test('whose a day is, and how it stands', () => {
    given(dayTaken('2026-03-05', 'Q-1')).then(shown('2026-03-05: taken by Q-1, d1'));
    given(dayTaken('2026-03-05', 'Q-1')).then(({ contactEvents: [event] }) =>
      expect(event && contactAggregate.summarize(initialContact, event)).toBe('2026-03-05: free'),
    );
    given(complained).then(shown('complained'));
    given(bounced('soft', 'a')).then(shown('fine, 1 soft bounce'));
    given(bounced('soft', 'a'), bounced('soft', 'b')).then(shown('fine, 2 soft bounces', 'fine, 2 soft bounces'));
  });
});
