import { type Law, law, line } from '../law.ts';

const PLAN = 'tests/properties/plan.test.ts';
const DUE = 'src/cadence/due.ts';
const MINUTE = 'src/cadence/sending-hours.ts';
const WORKING = 'src/cadence/working-day.ts';
const SEND = 'src/aggregates/quote/send.ts';
const TURNS = 'src/cadence/one-per-contact.ts';

const noExpiryAtTheGate = line(SEND, 'if (state.facts.expires !== null && today > state.facts.expires)', 'if (false)');
const noExpiryAtTheClaim = line(SEND, 'if (facts.expires !== null && data.day > facts.expires)', 'if (false)');

/** What leaves over random rows, rules and months. */
export const planLaws: readonly Law[] = [
  law('P2', PLAN, 'P2 no step of a quote leaves twice, and steps leave in rising order', [
    line(DUE, "if (stepDay <= chain.lastHandledStepDay) return rest('step-done');", ''),
    line(SEND, 'state.nudges.some(nudge => nudge.stepIndex === stepIndex)', 'false'),
  ]),
  law(
    'P3',
    PLAN,
    'P3 nothing leaves for a quote that is closed, held, past its expiry or not yet sent',
    line('src/workflows/planning/plan-quote.ts', "status === 'open' || (", "status !== 'won' || ("),
    [
      line(
        'src/workflows/planning/plan-ahead.ts',
        'leaves !== null && (row.expires === null || leaves <= row.expires)',
        'true',
      ),
      noExpiryAtTheGate,
      noExpiryAtTheClaim,
    ],
  ),
  law(
    'P4',
    PLAN,
    'P4 nothing leaves in quiet hours, on a weekend or on a holiday, nor is anybody asked on a day off',
    line(WORKING, 'weekday(date) >= 6', 'weekday(date) > 6'),
    line(WORKING, 'holidays.includes(date) || ', ''),
    line(MINUTE, 'minute >= start || minute < end', 'minute > start || minute < end'),
    line(SEND, "if (!mayLeaveAt(now, policy)) return later('quiet hours or no working day', facts, false);", ''),
    line(DUE, "if (!isWorkingDay(today, rules)) return rest('no-working-day');", ''),
  ),
  law(
    'P4',
    PLAN,
    '5.5 each leaves in the first minute that lets it, counted from nine on the day it was offered',
    line(MINUTE, 'ahead === 0 ? 0 : floor, hours', '0, hours'),
    line(MINUTE, 'minute >= start || minute < end', 'minute >= start || minute <= end'),
    line(
      'src/workflows/planning/plan-ahead.ts',
      'this.#await(answer.until, pending);',
      'this.#await(new Date(answer.until.getTime() + 60_000), pending);',
    ),
  ),
  law(
    'P5',
    PLAN,
    'P5 never more than the cap, never closer than the gap',
    [
      line(DUE, 'chain.sentInChain >= rules.nudgeCap', 'chain.sentInChain > rules.nudgeCap'),
      line(SEND, 'state.sentInChain >= policy.nudgeCap', 'state.sentInChain > policy.nudgeCap'),
    ],
    [
      line(
        DUE,
        'daysBetween(chain.lastNudge, today) < rules.minGapDays',
        'daysBetween(chain.lastNudge, today) < rules.minGapDays - 1',
      ),
      line(
        SEND,
        'daysBetween(state.lastNudge, today) < policy.minGapDays',
        'daysBetween(state.lastNudge, today) < policy.minGapDays - 1',
      ),
    ],
  ),
  law(
    'P5',
    PLAN,
    'P5 one contact, one nudge a day and one offer a check, over all its quotes',
    line(TURNS, '      taken.add(candidate.contactRef);', ''),
  ),
  law(
    'cadence',
    PLAN,
    'every open quote past its expiry is closed out once, on the first check that sees it',
    line(
      DUE,
      'if (facts.expires !== null && today > facts.expires)',
      'if (facts.expires !== null && today >= facts.expires)',
    ),
    [
      line(
        'src/workflows/planning/plan-ahead.ts',
        'if (expired.length > 0) this.#open',
        'if (expired.length > 9) this.#open',
      ),
      line('src/aggregates/quote/evolve.ts', 'return { ...state, expired: true,', 'return { ...state, expired: false,'),
    ],
  ),
  law(
    'P9',
    PLAN,
    'P9 the order of the rows says nothing, and planning again says the same',
    line(TURNS, ' || (a.key < b.key ? -1 : a.key > b.key ? 1 : 0)', ''),
  ),
  law(
    'P9',
    PLAN,
    'a longer plan begins like a shorter one',
    line('src/workflows/planning/plan-ahead.ts', 'run.check(date);', 'run.check(date === from ? to : date);'),
  ),
];
