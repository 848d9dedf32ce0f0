// biome-ignore-all lint/suspicious/noThenProperty: a rule reads given, when, then; nothing here is awaited
import * as E from 'fp-ts/lib/Either.js';
import { describe, expect, test } from 'vitest';
import type { Decision } from '../../../src/aggregates/decider.ts';
import {
  approveProposal,
  discardProposal,
  doubtWrite,
  evolveProposal,
  type Fields,
  initialProposal,
  mailProposal,
  makeProposal,
  type ProposalEvent,
  type ProposalState,
  pendingProposalTasks,
  proposalAggregate,
  recordProposalLetter,
  recordRow,
  reopenProposal,
  writeAgain,
} from '../../../src/aggregates/proposal.ts';
import { eventRegistry } from '../../../src/events/event-registry.ts';
import type { StoredEvent } from '../../../src/events/stored-event.ts';

const NINE = Date.UTC(2026, 10, 25, 1);
const MINUTE = 60_000;

const FIELDS: Fields = {
  number: 'Q-7',
  minor: 480_000,
  currency: 'SGD',
  sent: '2026-11-24',
  expires: null,
  owner: 'priya@harbourline.example',
};
const PERSONAL = { customer: 'Northwind', contact: 'dana@northwind.example', link: null, sources: {} };
const MADE = { lane: 'mail', source: 'm1', missing: [], original: 'inbound/m1.eml', pdfKey: null } as const;

type Act = (state: ProposalState) => Decision<ProposalEvent>;

const madeOf =
  (part: Partial<Fields>): Act =>
  state =>
    makeProposal(state, { ...MADE, missing: [], fields: { ...FIELDS, ...part } }, PERSONAL);
const made = madeOf({});
const mailed =
  (mailing: number): Act =>
  state =>
    mailProposal(state, { mailing, tokenHash: `t${mailing}`, recipientRef: 'r', expiresAt: '' }, { to: 'p@h.example' });
const letterLeft =
  (mailing: number): Act =>
  state =>
    recordProposalLetter(state, { mailing, messageId: 'x' });
const approved =
  (change: Partial<Fields> = {}, changes: string | null = null, personal = PERSONAL): Act =>
  state =>
    approveProposal(state, { fields: { ...FIELDS, ...change }, changes }, personal);
const written: Act = state => recordRow(state, { row: 9, already: false });
const doubted: Act = state => doubtWrite(state, 'no answer');
const reopened: Act = state => reopenProposal(state, 'its row is gone from the sheet');
const again: Act = state => writeAgain(state, PERSONAL);

interface Told {
  readonly state: ProposalState;
  readonly last: 'happened' | 'nothing' | string;
}

const take = ({ state }: Told, act: Act): Told => {
  const decided = act(state);
  if (E.isLeft(decided)) return { state, last: decided.left.refusal };
  if (decided.right === null) return { state, last: 'nothing' };
  const { action, schema, data } = eventRegistry.encode(decided.right);
  const version = state.version + 1;
  const stored = { action, schema, data, version, ts: new Date(NINE).toISOString(), by_system: 's' };
  const past = eventRegistry.decode(stored as unknown as StoredEvent);
  if (E.isLeft(past) || !proposalAggregate.isOwn(past.right)) throw new Error('not a proposal’s event');
  return { state: evolveProposal(state, past.right), last: 'happened' };
};

const given = (...acts: readonly Act[]) => {
  const before = acts.reduce(
    (told, act) => {
      const next = take(told, act);
      if (next.last !== 'happened') throw new Error(`given: ${next.last}`);
      return next;
    },
    { state: initialProposal, last: 'nothing' } as Told,
  );
  return {
    when: (act: Act) => ({ then: (expected: Told['last']) => expect(take(before, act).last).toBe(expected) }),
    asks: (afterMs = 0) => pendingProposalTasks(before.state, new Date(NINE + afterMs)),
    ...before,
  };
};

describe('a proposal is made', () => {
  test('once, whoever tells of it again', () => {
    given().when(made).then('happened');
    given(made).when(made).then('nothing');
  });
  test('and is then mailed, once per mailing, and again only if its letter did not leave', () => {
    expect(given(made).asks()).toEqual([{ kind: 'mail', asks: 'row', mailing: 1 }]);
    given(made, mailed(1)).when(mailed(1)).then('nothing');
    given(made, mailed(1)).when(mailed(2)).then('nothing');
    expect(given(made, mailed(1)).asks()).toEqual([{ kind: 'resend', mailing: 1 }]);
    expect(given(made, mailed(1), letterLeft(1)).asks()).toEqual([]);
    given(made, mailed(1), letterLeft(1)).when(letterLeft(1)).then('nothing');
  });
});

describe('a proposal is approved', () => {
  test('once, with what the rep made of it', () => {
    given(made)
      .when(approved({ minor: 1 }))
      .then('happened');
    expect(given(made, approved({ minor: 1 })).state.fields?.minor).toBe(1);
    given(made, approved()).when(approved()).then('nothing');
    given(made, approved(), written).when(approved()).then('nothing');
  });
  test.each<[string, Act]>([
    ['a number', approved({ number: null })],
    ['an amount', approved({ minor: null })],
    ['a currency', approved({ currency: null })],
    ['a date sent', approved({ sent: null })],
    ['a customer', approved({}, null, { ...PERSONAL, customer: '' })],
    ['a contact', approved({}, null, { ...PERSONAL, contact: '' })],
  ])('never without %s', (_, act) => given(made).when(act).then('Incomplete'));
  test('never after it was discarded, nor while its row is in doubt', () => {
    given(made, discardProposal).when(approved()).then('Decided');
    given(made, approved(), doubted).when(approved()).then('Decided');
    given().when(approved()).then('NoProposal');
  });
  test('and nobody is asked any more', () => {
    expect(given(made, approved()).asks()).toEqual([]);
    expect(given(made, mailed(1), approved()).asks()).toEqual([]);
  });
});

describe('a proposal is discarded', () => {
  test('while it is open, and only then', () => {
    given(made).when(discardProposal).then('happened');
    given(made, discardProposal).when(discardProposal).then('nothing');
    given(made, approved()).when(discardProposal).then('Decided');
    given(made, approved(), written).when(discardProposal).then('Decided');
    given(made, approved(), doubted).when(discardProposal).then('Decided');
    given().when(discardProposal).then('NoProposal');
  });
});

describe('an approved row', () => {
  test('is written by whoever approved, and finished by the sweep two minutes later', () => {
    expect(given(made, approved()).asks(2 * MINUTE - 1)).toEqual([]);
    expect(given(made, approved()).asks(2 * MINUTE)).toEqual([{ kind: 'write' }]);
    expect(given(made, approved(), written).asks(9 * MINUTE)).toEqual([]);
  });
  test('stands in the sheet once', () => {
    given(made, approved()).when(written).then('happened');
    given(made, approved(), written).when(written).then('nothing');
    given(made).when(written).then('NotApproved');
  });
  test('in doubt is never written by itself: a person is asked', () => {
    const doubt = given(made, mailed(1), letterLeft(1), approved(), doubted);
    expect(doubt.asks(60 * MINUTE)).toEqual([{ kind: 'mail', asks: 'doubt', mailing: 2 }]);
    doubt.when(doubted).then('nothing');
  });
  test('in doubt was there, or is written again as it was approved', () => {
    given(made, approved({ minor: 7 }), doubted)
      .when(written)
      .then('happened');
    given(made, approved({ minor: 7 }), doubted)
      .when(again)
      .then('happened');
    expect(given(made, approved({ minor: 7 }, 'Q-1'), doubted, again).state).toMatchObject({
      status: 'approved',
      changes: 'Q-1',
      fields: { minor: 7 },
    });
    given(made, approved()).when(again).then('nothing');
    given(made).when(again).then('NotInDoubt');
  });
});

describe('a proposal opens again', () => {
  test('when its row could not be written, or is gone from the sheet, and is mailed again', () => {
    given(made, approved()).when(reopened).then('happened');
    const gone = given(made, mailed(1), letterLeft(1), approved(), written, reopened);
    expect(gone.asks()).toEqual([{ kind: 'mail', asks: 'row', mailing: 2 }]);
    expect(gone.state.because).toBe('its row is gone from the sheet');
    gone.when(approved()).then('happened');
  });
  test('but not while it is open, in doubt or discarded', () => {
    given(made).when(reopened).then('nothing');
    given(made, discardProposal).when(reopened).then('nothing');
    given(made, approved(), doubted).when(reopened).then('nothing');
  });
});

describe('a refusal says why', () => {
  const why = (act: Act, ...acts: readonly Act[]): string => {
    const decision = act(given(...acts).state);
    return E.isLeft(decision) ? decision.left.because : 'not refused';
  };
  test('in words for the person who asked', () => {
    expect(why(approved())).toBe('there is no such proposal');
    expect(why(discardProposal)).toBe('there is no such proposal');
    expect(why(approved(), made, discardProposal)).toBe('this proposal was discarded');
    expect(why(discardProposal, made, approved())).toBe('this proposal was already approved');
    expect(why(approved(), made, approved(), doubted)).toBe('this proposal was already approved');
    expect(why(approved({ number: null }), made)).toBe('number, customer, contact, amount and date sent are needed');
    expect(why(again, made)).toBe('this row is not in doubt');
    expect(why(written, made)).toBe('only an approved row is written');
  });
  test('a row is written for an approved or doubtful proposal only', () => {
    given(made, discardProposal).when(written).then('NotApproved');
    given().when(written).then('NotApproved');
    given(made, discardProposal).when(again).then('NotInDoubt');
    given(made, approved(), written).when(again).then('nothing');
    given(made, approved(), written).when(doubted).then('nothing');
    given(made).when(doubted).then('nothing');
    given(made, discardProposal).when(doubted).then('nothing');
  });
});

describe('what is known of a proposal', () => {
  const AT = new Date(NINE).toISOString();
  test('nothing before it is made', () => {
    expect(initialProposal).toEqual({
      version: 0,
      status: 'none',
      made: null,
      fields: null,
      fieldsVersion: 0,
      changes: null,
      because: null,
      approvedAt: null,
      written: null,
      mailings: [],
      unasked: null,
    });
    expect(pendingProposalTasks(initialProposal, new Date(NINE))).toEqual([]);
  });
  test('how it was made, and which event holds its personal part', () => {
    expect(given(made).state).toEqual({
      ...initialProposal,
      version: 1,
      status: 'open',
      made: { ...MADE, fields: FIELDS, at: AT },
      fields: FIELDS,
      fieldsVersion: 1,
      unasked: 'row',
    });
    expect(given(made, mailed(1), approved({ minor: 1 })).state).toMatchObject({ fieldsVersion: 3, approvedAt: AT });
  });
  test('every mailing: what it asks, with which token, and whether its letter left', () => {
    const mailing = { tokenHash: 't1', recipientRef: 'r', expiresAt: '' };
    expect(given(made, mailed(1)).state.mailings).toEqual([{ ...mailing, mailing: 1, asks: 'row', left: false }]);
    expect(given(made, mailed(1), letterLeft(1), approved(), doubted, mailed(2)).state.mailings).toEqual([
      { ...mailing, mailing: 1, asks: 'row', left: true },
      { ...mailing, mailing: 2, tokenHash: 't2', asks: 'doubt', left: false },
    ]);
    given(made, mailed(1), approved(), doubted, mailed(2), letterLeft(2)).when(letterLeft(1)).then('happened');
    given(made).when(letterLeft(1)).then('nothing');
    expect(given(made, mailed(1), letterLeft(1), approved(), doubted, mailed(2)).asks()).toEqual([
      { kind: 'resend', mailing: 2 },
    ]);
  });
  test('its row, until it is gone from the sheet', () => {
    expect(given(made, approved(), written).state.written).toEqual({ row: 9, already: false, at: AT });
    expect(given(made, approved(), written, reopened).state).toMatchObject({ written: null, unasked: 'row' });
    expect(given(made, approved(), doubted, written).state).toMatchObject({ because: null, status: 'written' });
    expect(given(made, approved(), reopened, approved()).state).toMatchObject({ because: null, unasked: null });
    expect(given(made, discardProposal).state.unasked).toBeNull();
  });
});

describe('what an auditor reads', () => {
  const shown = (...acts: readonly Act[]): string => proposalAggregate.summarize(given(...acts).state, {} as never);
  test.each<[string, readonly Act[]]>([
    ['not proposed', []],
    ['Q-7, SGD 4,800.00, sent 2026-11-24: proposed, not mailed', [made]],
    ['Q-7, SGD 4,800.00, sent 2026-11-24: proposed, mailed 1×', [made, mailed(1)]],
    ['no number: proposed, not mailed', [madeOf({ number: null, minor: null, currency: null, sent: null })]],
    ['Q-7: proposed, not mailed', [madeOf({ currency: null, sent: null })]],
    ['Q-7: proposed, not mailed', [madeOf({ minor: null, sent: null })]],
    [
      'Q-7, SGD 4,800.00, sent 2026-11-24: open again: its row is gone from the sheet; mailed 1×',
      [made, approved(), written, reopened, mailed(1)],
    ],
    ['Q-7, SGD 4,800.00, sent 2026-11-24: approved as a new row', [made, approved()]],
    ['Q-7, SGD 4,800.00, sent 2026-11-24: approved as a change of Q-1', [made, approved({}, 'Q-1')]],
    ['Q-7, SGD 4,800.00, sent 2026-11-24: in the sheet, row 9', [made, approved(), written]],
    ['Q-7, SGD 4,800.00, sent 2026-11-24: in doubt: no answer', [made, approved(), doubted]],
    [
      'Q-7, SGD 4,800.00, sent 2026-11-24: open again: its row is gone from the sheet; not mailed',
      [made, approved(), written, reopened],
    ],
    ['Q-7, SGD 4,800.00, sent 2026-11-24: discarded', [made, discardProposal]],
  ])('%s', (words, acts) => expect(shown(...acts)).toBe(words));
});
