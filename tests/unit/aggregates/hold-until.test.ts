import { describe, expect, it } from 'vitest';
import { endHold, endHoldOnItsDay, holdIsOver, holdUntil } from '../../../src/aggregates/quote/hold.ts';
import { pendingTasks } from '../../../src/aggregates/quote/pending-tasks.ts';
import {
  changedNothing,
  closed,
  given,
  happens,
  held,
  holdEnded,
  isToWrite,
  listed,
  nudged,
  rests,
  stands,
  wasRefused,
  writtenBack,
} from '../../support/given.ts';
import { type Act, decided, REP, start } from '../../support/scene.ts';

const heldUntil = (day: string): Act => decided(({ quote }) => holdUntil(quote, day), REP);
const endedOn = (day: string): Act => decided(({ quote }) => endHoldOnItsDay(quote, day), { system: 'timer' });
const endedBySync: Act = decided(({ quote }) => endHold(quote, 'rep'), { system: 'drive-sync' });

describe('a hold until a day', () => {
  it('rests the quote and is written into the row', () => {
    given(listed(), nudged(1))
      .when(heldUntil('2026-03-20'))
      .then(happens('QuoteHeld'), rests('held'), isToWrite('hold'));
  });

  it('is over on that day, not before', () => {
    const scene = [listed(), heldUntil('2026-03-20')].reduce((now, act) => act(now), start);
    expect([holdIsOver(scene.quote, '2026-03-19'), holdIsOver(scene.quote, '2026-03-20')]).toEqual([false, true]);
    const facts = {
      now: new Date('2026-03-20T01:00:00.000Z'),
      policy: scene.setting,
      contact: 'fine',
      standInRef: 'r1',
      adminRef: 'a',
      owner: 'priya@harbourline.example',
      ownerRef: 'r1',
      awaitingDayMail: new Set<string>(),
    } as const;
    expect(pendingTasks(scene.quote, facts)).toContainEqual({ kind: 'end-hold' });
  });

  it('ended on its day is taken out of the row; ended in the sheet, the sheet has spoken', () => {
    given(listed(), heldUntil('2026-03-20'), writtenBack)
      .when(endedOn('2026-03-20'))
      .then(stands({ holds: [], holdUntil: null }), isToWrite('open'));
    given(listed(), heldUntil('2026-03-20'), writtenBack)
      .when(endedBySync)
      .then(stands({ unwritten: null }));
  });

  it('may be moved, and said twice changes nothing', () => {
    given(listed(), heldUntil('2026-03-20')).when(heldUntil('2026-03-20')).then(changedNothing);
    given(listed(), heldUntil('2026-03-20'))
      .when(heldUntil('2026-03-27'))
      .then(stands({ holdUntil: '2026-03-27' }));
    given(listed(), held())
      .when(heldUntil('2026-03-27'))
      .then(stands({ holds: ['rep'], holdUntil: '2026-03-27' }));
  });

  it('leaves nothing behind once it is ended', () => {
    given(listed(), heldUntil('2026-03-20'), holdEnded())
      .when(held())
      .then(stands({ holdUntil: null }));
  });

  it('is for no closed quote', () => {
    given(listed(), closed('won')).when(heldUntil('2026-03-20')).then(wasRefused('Closed'));
    given(listed(), heldUntil('2026-03-20')).then(stands({ closed: null }));
  });
});
