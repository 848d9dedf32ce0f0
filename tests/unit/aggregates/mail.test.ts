// biome-ignore-all lint/suspicious/noThenProperty: a rule reads given, when, then; nothing here is awaited
import * as E from 'fp-ts/lib/Either.js';
import { describe, expect, test } from 'vitest';
import type { Decision } from '../../../src/aggregates/decider.ts';
import {
  askAbout,
  assignMail,
  dismissMail,
  evolveMail,
  initialMail,
  isSettledMail,
  type MailEvent,
  type MailState,
  mailAggregate,
  receiveMail,
  recordQuestion,
  routeMail,
  setMailAside,
} from '../../../src/aggregates/mail.ts';

type Act = (state: MailState) => Decision<MailEvent>;

const received: Act = state =>
  receiveMail(state, { key: 'inbound/m1.eml', bytes: 900, kind: 'reply', envelope: ['q@h.example'] }, null);
const routed =
  (...quoteIds: readonly string[]): Act =>
  state =>
    routeMail(state, { kind: 'reply', quoteIds: [...quoteIds], how: 'message-id', why: 'w' });
const askedAbout: Act = state =>
  askAbout(
    state,
    { why: 'two quotes', candidates: ['Q-1', 'Q-2'], tokenHash: 't', recipientRef: 'ref-admin', expiresAt: 'x' },
    { to: 'admin@h.example' },
  );
const questionLeft: Act = state => recordQuestion(state, 'msg-1');
const assigned =
  (quoteId: string): Act =>
  state =>
    assignMail(state, quoteId);
const dismissed: Act = state => dismissMail(state, 'an advertisement');
const setAside: Act = state => setMailAside(state, { kind: 'list', why: 'a list' });

const AT = '2026-11-25T01:00:00.000Z';

/** What came of the last act: the event's name, `nothing`, or why it was refused. */
interface Told {
  readonly state: MailState;
  readonly last: string;
}

const take = ({ state }: Told, act: Act): Told => {
  const decision = act(state);
  if (E.isLeft(decision)) return { state, last: `${decision.left.refusal}: ${decision.left.because}` };
  if (decision.right === null) return { state, last: 'nothing' };
  const past = { ...decision.right, version: state.version + 1, ts: AT, by: { system: 'test' } };
  return { state: evolveMail(state, past), last: past.type };
};

const given = (...acts: readonly Act[]) => {
  const before = acts.reduce(take, { state: initialMail, last: 'nothing' });
  return {
    when: (act: Act) => ({ then: (expected: string) => expect(take(before, act).last).toBe(expected) }),
    state: before.state,
    shown: mailAggregate.summarize(before.state, {} as never),
  };
};

describe('each thing happens to a message once', () => {
  test.each<[string, Act]>([
    ['MailReceived', received],
    ['MailRouted', routed('Q-1')],
    ['MailUnmatched', askedAbout],
    ['MailQuestionSent', questionLeft],
    ['MailAssigned', assigned('Q-1')],
    ['MailDismissed', dismissed],
    ['MailSetAside', setAside],
  ])('%s', (happened, act) => {
    given().when(act).then(happened);
    given(act).when(act).then('nothing');
  });
});

describe('what a person decided about a message stands', () => {
  test('assigned to one quote, it goes to no other and is no advertisement', () => {
    given(received, askedAbout, assigned('Q-1'))
      .when(assigned('Q-2'))
      .then('Settled: this message was already assigned to Q-1');
    given(received, askedAbout, assigned('Q-1'))
      .when(dismissed)
      .then('Settled: this message was already assigned to Q-1');
  });
  test('marked as no reply, it is assigned to none', () => {
    given(received, askedAbout, dismissed)
      .when(assigned('Q-1'))
      .then('Settled: this message was already marked as no reply');
  });
});

describe('the sweep finds a message that was received and nothing more', () => {
  test.each<[string, Act]>([
    ['routed', routed('Q-1')],
    ['asked about', askedAbout],
    ['assigned', assigned('Q-1')],
    ['dismissed', dismissed],
    ['set aside', setAside],
  ])('not one that was %s; that one is not set aside any more', (_, act) => {
    expect(isSettledMail(given(received, act).state)).toBe(true);
    given(received, act).when(setAside).then('nothing');
  });
  test('also one whose question left', () => {
    expect(isSettledMail(given(received).state)).toBe(false);
    expect(isSettledMail(given(received, questionLeft).state)).toBe(false);
    given(received).when(setAside).then('MailSetAside');
  });
});

describe('of a message is known', () => {
  test('where it lies, since when, and where it went', () => {
    expect(given(received, routed('Q-1', 'Q-2')).state).toEqual({
      ...initialMail,
      version: 2,
      key: 'inbound/m1.eml',
      receivedAt: AT,
      routed: { kind: 'reply', quoteIds: ['Q-1', 'Q-2'] },
    });
  });
  test('who was asked about it, when, and whether the question left', () => {
    expect(given(received, askedAbout).state).toMatchObject({
      unmatched: { candidates: ['Q-1', 'Q-2'], recipientRef: 'ref-admin', tokenHash: 't', at: AT },
      asked: false,
    });
    expect(given(received, askedAbout, questionLeft).state.asked).toBe(true);
  });
});

describe('an auditor reads', () => {
  test.each<[string, readonly Act[]]>([
    ['not here', []],
    ['received', [received]],
    ['reply Q-1, Q-2', [received, routed('Q-1', 'Q-2')]],
    ['reply', [received, routed()]],
    ['waiting for a person', [received, askedAbout]],
    ['set aside: list', [received, setAside]],
    ['assigned to Q-1', [received, askedAbout, assigned('Q-1')]],
    ['not a reply', [received, askedAbout, dismissed]],
  ])('%s', (words, acts) => expect(given(...acts).shown).toBe(words));
});
