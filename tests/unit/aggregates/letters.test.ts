import { describe, expect, test } from 'vitest';
import { holdQuote } from '../../../src/aggregates/quote/hold.ts';
import { mailNotice, recordLetter } from '../../../src/aggregates/quote/letters.ts';
import { expireQuote, reachCap } from '../../../src/aggregates/quote/outcome.ts';
import { pendingTasks } from '../../../src/aggregates/quote/pending-tasks.ts';
import type { NoticeKind } from '../../../src/events/quote-events.ts';
import {
  changedNothing,
  checked,
  closed,
  given,
  happens,
  held,
  holdEnded,
  listed,
  nudged,
  on,
  reopened,
  stands,
  writeFailed,
  writtenBack,
} from '../../support/given.ts';
import { type Act, decided, type Scene } from '../../support/scene.ts';

interface Told {
  readonly notice: NoticeKind;
  readonly about: string;
  readonly mailing: number;
  readonly recipientRef: string;
  readonly dayMail?: string;
}

const first: Told = { notice: 'reply', about: 'r1', mailing: 1, recipientRef: 'ref-priya' };
const told = (part: Partial<Told> = {}): Act =>
  decided(({ quote }) =>
    mailNotice(
      quote,
      { ...first, ...part, tokenHash: 't', expiresAt: '2026-03-12T01:00:00.000Z' },
      { to: 'priya@harbourline.example' },
    ),
  );
const left = (letter: string): Act => decided(({ quote }) => recordLetter(quote, { letter, messageId: 'm' }));

const asksFor =
  (letter: string): ((scene: Scene) => boolean) =>
  scene =>
    pendingTasks(scene.quote, {
      now: new Date('2026-04-20T01:00:00.000Z'),
      policy: scene.setting,
      contact: 'fine',
      standInRef: 'r1',
      adminRef: 'a',
      owner: 'priya@harbourline.example',
      ownerRef: 'r1',
      awaitingDayMail: new Set<string>(),
    }).some(task => task.kind === 'resend' && task.letter === letter);

describe('the letter about a cell that could not be written', () => {
  const unwritten = [listed(), closed('won'), writeFailed, told({ notice: 'row-write', about: 'won-2' })];
  test('is sent again if it did not leave', () => {
    given(...unwritten).then(scene => expect(asksFor('notice/row-write/won-2/1')(scene)).toBe(true));
  });
  test('is wanted no more once the cell was written: no sweep takes it up for ever', () => {
    given(...unwritten, writtenBack).then(scene => expect(asksFor('notice/row-write/won-2/1')(scene)).toBe(false));
  });
});

describe('a notice', () => {
  test('is mailed once to one person in one mailing', () => {
    given(listed()).when(told()).then(happens('NoticeMailed'));
    given(listed(), told()).when(told()).then(changedNothing);
  });
  test.each<[string, Partial<Told>]>([
    ['of another kind', { notice: 'reply-again' }],
    ['about something else', { about: 'r2' }],
    ['in a further mailing', { mailing: 2 }],
    ['to somebody else', { recipientRef: 'ref-admin' }],
  ])('is another one %s', (_, part) => {
    given(listed(), told()).when(told(part)).then(happens('NoticeMailed'));
  });
  test('is remembered with the time it was mailed, and the day whose one mail carries it', () => {
    given(listed(), on('2026-03-05'), told(), told({ mailing: 2, dayMail: '2026-03-06' })).then(({ quote }) => {
      const common = { notice: 'reply', about: 'r1', tokenHash: 't', recipientRef: 'ref-priya' };
      const when = { at: '2026-03-05T01:00:00.000Z', expiresAt: '2026-03-12T01:00:00.000Z' };
      expect(quote.notices).toEqual([
        { ...common, ...when, mailing: 1, dayMail: null },
        { ...common, ...when, mailing: 2, dayMail: '2026-03-06' },
      ]);
    });
  });
});

describe('a letter', () => {
  test('counts once, however often it was handed over', () => {
    given(listed()).when(left('notice/reply/r1/1')).then(happens('LetterSent'));
    given(listed(), left('notice/reply/r1/1')).when(left('notice/reply/r1/1')).then(changedNothing);
    given(listed(), left('notice/reply/r1/1'), left('draft/d1/1')).then(
      stands({ lettersSent: ['notice/reply/r1/1', 'draft/d1/1'] }),
    );
  });
});

describe('a quote is closed out', () => {
  const expired = (day: string): Act => decided(({ quote }) => expireQuote(quote, { checked: day }));
  test('after its expiry, not on it', () => {
    given(listed()).when(expired('2026-04-01')).then(changedNothing);
    given(listed()).when(expired('2026-04-02')).then(happens('QuoteExpired'));
  });
  test('once, and not where it is closed, has no expiry or was never listed', () => {
    given(listed(), expired('2026-04-02')).when(expired('2026-04-03')).then(changedNothing);
    given(listed(), closed('won')).when(expired('2026-04-02')).then(changedNothing);
    given(listed({ expires: null }))
      .when(expired('2036-04-02'))
      .then(changedNothing);
    given().when(expired('2026-04-02')).then(changedNothing);
  });
});

describe('the cap', () => {
  const capped = (day: string): Act => decided(({ quote }) => reachCap(quote, { checked: day }));
  test('is told once in a chain, with the number of nudges, not on the day of the last offer', () => {
    given(listed(), nudged(1)).when(capped('2026-03-05')).then(changedNothing);
    given(listed(), nudged(1))
      .when(capped('2026-03-06'))
      .then(happens('CapReached'), stands({ capTold: true }), ({ events }) =>
        expect(events.at(-1)?.data).toEqual({ chain: 1, nudges: 1, checked: '2026-03-06' }),
      );
    given(listed(), nudged(1), capped('2026-03-06')).when(capped('2026-03-09')).then(changedNothing);
  });
});

describe('a hold', () => {
  const heldOver = (cause: string | null): Act =>
    decided(({ quote }) => holdQuote(quote, 'unsure-reply', 'which quote?', cause));
  test('keeps the message that brought it about', () => {
    given(listed(), heldOver('m7')).then(stands({ holds: ['unsure-reply'], holdCauses: { 'unsure-reply': 'm7' } }));
    given(listed(), heldOver(null)).then(stands({ holds: ['unsure-reply'], holdCauses: {}, unwritten: null }));
    given(listed(), heldOver('m7')).when(heldOver('m8')).then(changedNothing);
  });
  test('that nobody set is not ended', () => given(listed()).when(holdEnded()).then(changedNothing));
  test('of one kind ends, and another stays', () => {
    given(listed(), held(), heldOver('m7'), holdEnded()).then(stands({ holds: ['unsure-reply'] }));
  });
});

test('a quote that is open is not opened again', () => given(listed()).when(reopened).then(changedNothing));
test('what a second check of the day finds closed out it leaves alone', () => {
  given(listed(), checked('2026-04-02')).when(checked('2026-04-03')).then(changedNothing);
});
