import * as E from 'fp-ts/lib/Either.js';
import { describe, expect, it } from 'vitest';
import type { Decision } from '../../../src/aggregates/decider.ts';
import {
  answerFaults,
  faultKey,
  faultsOfQuote,
  type IntegrityEvent,
  type IntegrityState,
  integrityAggregate,
  MAX_OPEN,
  noteFaults,
  noteMailed,
  nothingFound,
  openFaults,
} from '../../../src/aggregates/integrity.ts';
import type { FoundFault } from '../../../src/events/integrity-events.ts';

const fault = (stream: string, mark = 'm'): FoundFault => ({ stream, version: 1, kind: 'hash', mark, detail: 'd' });

/** The state after these decisions, each made by the admin on the state that the one before left. */
const stateAfter = (...decide: readonly ((state: IntegrityState) => Decision<IntegrityEvent>)[]): IntegrityState =>
  decide.reduce((state, one, index) => {
    const decided = one(state);
    if (E.isLeft(decided)) throw new Error(decided.left.because);
    const past = decided.right && {
      ...decided.right,
      version: index + 1,
      ts: '2026-03-02T01:00:00.000Z',
      by: { user: 'owner@x.example' },
    };
    return past ? integrityAggregate.evolve(state, past) : state;
  }, nothingFound);

const found =
  (...faults: readonly FoundFault[]) =>
  (state: IntegrityState) =>
    noteFaults(state, faults);
const mailed =
  (tokenHash: string, ...faults: readonly FoundFault[]) =>
  (state: IntegrityState) =>
    noteMailed(state, { faults: faults.map(faultKey), tokenHash, recipientRef: 'r', expiresAt: 'e' });
const answered = (tokenHash: string) => (state: IntegrityState) => answerFaults(state, { tokenHash, note: null });

describe('what is found wrong with the log', () => {
  it('is recorded once, and again only where something else was changed', () => {
    const state = stateAfter(found(fault('Q-1')));
    expect(noteFaults(state, [fault('Q-1')])).toEqual(E.right(null));
    expect(noteFaults(state, [fault('Q-1', 'other')])).toMatchObject({ right: { type: 'FaultsFound' } });
  });

  it('stops the quote, its contact’s quotes, or every quote', () => {
    const stops = (stream: string): boolean =>
      faultsOfQuote(openFaults(stateAfter(found(fault(stream)))), 'Q-1', 'ann') > 0;
    expect(['Q-1', '~contact/ann', '', '~system', '~integrity'].map(stops)).toEqual([true, true, true, true, true]);
    expect(['Q-2', '~contact/bob', '~mail/1'].map(stops)).toEqual([false, false, false]);
  });

  it('is answered for by the page that asked about it, and by no other', () => {
    const state = stateAfter(
      found(fault('Q-1'), fault('Q-2')),
      mailed('t1', fault('Q-1')),
      mailed('t2', fault('Q-2')),
      answered('t1'),
    );
    expect(openFaults(state).map(({ stream }) => stream)).toEqual(['Q-2']);
    expect(answerFaults(state, { tokenHash: 't1', note: null })).toEqual(E.right(null));
    expect(answerFaults(state, { tokenHash: 't3', note: null })).toMatchObject({ left: { refusal: 'NotAsked' } });
  });

  it('is one fault of the whole log where there is more of it than anybody can answer for', () => {
    const many = Array.from({ length: MAX_OPEN + 10 }, (_, n) => fault(`Q-${n}`));
    const state = stateAfter(...Array.from({ length: 30 }, () => found(...many)));
    expect(openFaults(state)).toHaveLength(MAX_OPEN + 1);
    expect(openFaults(state).at(-1)).toMatchObject({ stream: '', kind: 'flood' });
    expect(noteFaults(state, many)).toEqual(E.right(null));
  });
});
