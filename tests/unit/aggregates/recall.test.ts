import { describe, expect, test } from 'vitest';
import {
  approved,
  attempted,
  type Claim,
  calledUnknown,
  given,
  later,
  listed,
  nudged,
  offered,
  on,
  recalled,
  rests,
} from '../../support/given.ts';

const first = { stepIndex: 1, stepDay: 3 };
const second = { stepIndex: 2, stepDay: 7 };
const tells =
  (...actions: readonly string[]): Claim =>
  ({ events }) =>
    expect(events.map(({ type }) => type).slice(-actions.length)).toEqual(actions);

const refusedAs =
  (why: string): Claim =>
  ({ refused }) =>
    expect(refused).toBe(why);

describe('a send that the log forgot', () => {
  test('a step that was forgotten too is planned again, and claimed', () => {
    given(listed(), on('2026-03-05'))
      .when(recalled(first), recalled(first))
      .then(tells('MovePlanned', 'SendClaimed'), rests('send-approved'));
  });
  test('a draft of the step that waits takes the claim: it can be neither approved nor sent', () => {
    given(listed(), offered('2026-03-05'))
      .when(recalled(first), approved())
      .then(tells('SendClaimed'), rests('send-approved'));
  });
  test('a draft of another step makes room first', () => {
    given(listed(), nudged(1), offered('2026-03-09')).when(recalled(first)).then(tells('DraftVoided'));
  });
  test('beside a send of unknown outcome it waits for whoever decides about that one', () => {
    given(listed(), offered('2026-03-05'), on('2026-03-05', '10:00'), approved(), later({ minutes: 2 }), attempted)
      .when(later({ minutes: 11 }), calledUnknown, recalled(second))
      .then(refusedAs('OtherSend'), rests('send-unknown'));
  });
  test('a chain that the log has not begun yet begins with the sheet', () => {
    given(listed())
      .when(recalled({ ...first, chain: 2 }))
      .then(refusedAs('SheetUnread'));
  });
});
