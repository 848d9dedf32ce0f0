import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { wallClock } from '../../src/cadence/sending-hours.ts';
import { plannedLine, sendTimeIn } from '../../src/cli/commands/plan.ts';
import { daysBetween } from '../../src/kernel/local-date.ts';
import { type Planned, type PlannedNudge, planAhead } from '../../src/workflows/planning/plan-ahead.ts';
import { oracle } from '../support/oracle.ts';
import { isWorking, PaperClock } from '../support/paper-clock.ts';
import { type PlanCase, planCases } from '../support/plan-cases.ts';

const law = (claim: (input: PlanCase, plan: readonly Planned[]) => void, numRuns = 150): void =>
  fc.assert(
    fc.property(planCases, input => claim(input, planAhead(input))),
    { numRuns },
  );

const nudgesOf = (plan: readonly Planned[]): readonly PlannedNudge[] => plan.filter(line => line.kind === 'nudge');

const byQuote = (plan: readonly Planned[]): readonly (readonly PlannedNudge[])[] =>
  [...Map.groupBy(nudgesOf(plan), ({ row }) => row.key).values()].map(nudges =>
    [...nudges].sort((a, b) => a.sendAt.getTime() - b.sendAt.getTime()),
  );

const byContact = (plan: readonly Planned[]): readonly (readonly PlannedNudge[])[] => [
  ...Map.groupBy(nudgesOf(plan), ({ row }) => row.contact.toLowerCase()).values(),
];

/** Every minute is tried, on a day that no other nudge of the contact took. */
const firstFree = (paper: PaperClock, checked: string, taken: ReadonlySet<string>): number => {
  let leaves = paper.firstAllowed(paper.at(checked, 9 * 60), false);
  while (leaves !== null && taken.has(paper.dateOf(leaves))) leaves = paper.firstAllowed(leaves, true);
  return leaves ?? Number.NaN;
};

const dayOf = ({ sendAt }: PlannedNudge, { policy }: PlanCase): string => wallClock(sendAt, policy.timezone).date;

describe('a plan over random rows, rules and months', () => {
  test('says line by line what the rules say when they are read one by one', () => {
    law((input, plan) => {
      const { rows, policy, from, to } = input;
      const sendTime = sendTimeIn(policy.timezone);
      expect(plan.map(line => plannedLine(line, sendTime))).toEqual(oracle(rows, policy, from, to));
    }, 300);
  });

  test('P2 no step of a quote leaves twice, and steps leave in rising order', () => {
    law((_, plan) => {
      for (const nudges of byQuote(plan)) {
        const steps = nudges.map(({ stepIndex }) => stepIndex);
        expect(steps).toEqual([...new Set(steps)].sort((a, b) => a - b));
      }
    });
  });

  test('P3 nothing leaves for a quote that is closed, held, past its expiry or not yet sent', () => {
    law((input, plan) => {
      for (const nudge of nudgesOf(plan)) {
        expect(nudge.row.status).toBe('open');
        expect(dayOf(nudge, input) <= (nudge.row.expires ?? '9999-12-31')).toBe(true);
        expect(nudge.row.sent <= nudge.checked).toBe(true);
      }
    });
  });

  test('P4 nothing leaves in quiet hours, on a weekend or on a holiday, nor is anybody asked on a day off', () => {
    law(({ policy }, plan) => {
      const paper = new PaperClock(policy);
      for (const { sendAt, checked } of nudgesOf(plan)) {
        expect(paper.allows(sendAt.getTime()), paper.iso(sendAt.getTime())).toBe(true);
        expect(isWorking(checked, policy), checked).toBe(true);
      }
    });
  });

  test('5.5 each leaves in the first minute that lets it, counted from nine on the day it was offered', () => {
    law((input, plan) => {
      const paper = new PaperClock(input.policy);
      for (const nudges of byContact(plan)) {
        for (const nudge of nudges) {
          const others = new Set(nudges.filter(one => one !== nudge).map(one => dayOf(one, input)));
          expect(paper.iso(nudge.sendAt.getTime())).toBe(paper.iso(firstFree(paper, nudge.checked, others)));
        }
      }
    });
  });

  test('P5 never more than the cap, never closer than the gap', () => {
    law((input, plan) => {
      for (const nudges of byQuote(plan)) {
        expect(nudges.length).toBeLessThanOrEqual(input.policy.nudgeCap);
        const days = nudges.map(nudge => dayOf(nudge, input));
        for (const [i, day] of days.entries()) {
          const before = days[i - 1];
          if (before !== undefined) expect(daysBetween(before, day)).toBeGreaterThanOrEqual(input.policy.minGapDays);
        }
      }
    });
  });

  test('P5 one contact, one nudge a day and one offer a check, over all its quotes', () => {
    law((input, plan) => {
      const nudges = nudgesOf(plan);
      for (const key of [(nudge: PlannedNudge) => dayOf(nudge, input), ({ checked }: PlannedNudge) => checked]) {
        const turns = nudges.map(nudge => `${nudge.row.contact.toLowerCase()} ${key(nudge)}`);
        expect(new Set(turns).size).toBe(turns.length);
      }
    });
  });

  test('every open quote past its expiry is closed out once, on the first check that sees it', () => {
    law(({ rows, from, to }, plan) => {
      const closeOuts = plan.filter(({ kind }) => kind === 'expired').map(({ row, checked }) => [row.key, checked]);
      const expected = rows
        .filter(({ status, expires }) => status === 'open' && expires !== null && expires < to)
        .map(({ key, expires }) => [key, (expires ?? '') < from ? from : dayAfter(expires ?? '')]);
      expect(closeOuts.sort()).toEqual(expected.sort());
    });
  });

  test('P9 the order of the rows says nothing, and planning again says the same', () => {
    law((input, plan) => {
      const again = planAhead({ ...input, rows: [...input.rows].reverse() });
      expect(again).toEqual(plan);
    });
  });

  test('a longer plan begins like a shorter one', () => {
    law((input, plan) => {
      const half = { ...input, to: dayAfter(input.from) };
      if (half.to > input.to) return;
      expect(plan.filter(({ checked }) => checked <= half.to)).toEqual(planAhead(half));
    });
  });
});

const dayAfter = (date: string): string => new Date(Date.parse(date) + 86_400_000).toISOString().slice(0, 10);
