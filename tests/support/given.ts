// biome-ignore-all lint/suspicious/noThenProperty: a rule reads given, when, then; nothing here is awaited

import { expect } from 'vitest';
import type { QuoteState } from '../../src/aggregates/quote/state.ts';
import type { RestReason } from '../../src/cadence/due.ts';
import type { Move, RecordedQuoteEvent } from '../../src/events/quote-events.ts';
import type { LocalDate } from '../../src/kernel/local-date.ts';
import { dueOf, gateOf } from './acts.ts';
import { type Act, type Scene, start, zoned } from './scene.ts';

export { addDays } from '../../src/kernel/local-date.ts';
export * from './acts.ts';
export { all, dateOf, later, on, where } from './scene.ts';

export type Claim = (scene: Scene) => void;

interface Given {
  readonly when: (...acts: readonly Act[]) => { readonly then: (...claims: readonly Claim[]) => void };
  readonly then: (...claims: readonly Claim[]) => void;
}

/**
 * Tests of a quote that read as rules: `given(listed(), nudged(1)).when(answered('accept')).then(rests('answered'))`.
 * Every act goes through the real decisions and the real fold; nothing is set by hand.
 *
 * Unless a test says otherwise the quote `Q-1` was sent on Monday 2 March 2026 and expires on Wednesday 1 April; its
 * cadence is 3/7 and a last call 3 days before expiry: step 1 is due on Thursday 5 March, step 2 on Monday 9 March,
 * the window opens on Sunday 29 March. Singapore; mail leaves between 08:00 and 18:00 on weekdays; cap 3, gap 2 days.
 * What is given must stand: an act that is refused there is a fault of the test.
 */
export const given = (...acts: readonly Act[]): Given => {
  const before = acts.reduce((scene, act) => {
    const next = took(act)(scene);
    if (next.refused !== null) throw new Error(`given: ${next.refused}`);
    return next;
  }, start);
  return {
    when: (...more) => ({ then: claimsOn(more.reduce((scene, act) => took(act)(scene), before)) }),
    then: claimsOn(before),
  };
};

/** Notes which of the quote's events the act brought about. */
const took =
  (act: Act): Act =>
  scene => ({ ...act(scene), lastActFrom: scene.events.length });

const claimsOn =
  (scene: Scene) =>
  (...claims: readonly Claim[]): void => {
    for (const claim of claims) claim(scene);
  };

export const rests =
  (reason: RestReason): Claim =>
  scene =>
    expect(dueOf(scene)).toEqual({ kind: 'rest', reason });

export const expires: Claim = scene =>
  expect(dueOf(scene)).toEqual({ kind: 'expire', expires: scene.quote.facts?.expires });

export const isOvertaken: Claim = scene => expect(dueOf(scene)).toEqual({ kind: 'overtaken' });

/** Today asks for this move, with this step number. */
export const offers =
  (move: Move, stepIndex: number): Claim =>
  scene =>
    expect(dueOf(scene)).toMatchObject({ kind: 'offer', offer: { move, stepIndex } });

export const goes: Claim = scene => expect(gateOf(scene)).toEqual({ kind: 'open' });
export const isVoid =
  (reason: string): Claim =>
  scene =>
    expect(gateOf(scene)).toEqual({ kind: 'void', reason });
export const waitsUntil =
  (date: LocalDate, time: string): Claim =>
  scene =>
    expect(gateOf(scene)).toMatchObject({ kind: 'defer', until: zoned(date, time, scene.setting) });

export const wasRefused =
  (refusal: string): Claim =>
  scene =>
    expect(scene.refused).toBe(refusal);
/** It was so already: no event. */
export const changedNothing: Claim = ({ refused, happened }) =>
  expect({ refused, happened }).toEqual({ refused: null, happened: 0 });
export const happens =
  (...types: readonly RecordedQuoteEvent['type'][]): Claim =>
  ({ events, lastActFrom }) =>
    expect(events.slice(lastActFrom).map(({ type }) => type)).toEqual(types);
export const stands =
  (part: Partial<QuoteState>): Claim =>
  ({ quote }) =>
    expect(quote).toMatchObject(part);
/** What a person decided waits to be written into the row's status cell. */
export const isToWrite =
  (value: string): Claim =>
  ({ quote }) =>
    expect(quote.unwritten).toMatchObject({ field: 'status', value });
export const draftIs =
  (status: NonNullable<QuoteState['draft']>['status'] | 'none'): Claim =>
  ({ quote }) =>
    expect(quote.draft?.status ?? 'none').toBe(status);
