import { describe, expect, test } from 'vitest';
import type { Cadence, Policy } from '../../../src/cadence/policy.ts';
import type { Row } from '../../../src/sheet/row.ts';
import { type Planned, planAhead } from '../../../src/workflows/planning/plan-ahead.ts';
import { compareRules, type RulesChange, rulesChanges } from '../../../src/workflows/planning/rules-changes.ts';

const row = (key: string, fields: Partial<Row> = {}): Row => ({
  row: 2,
  quoteId: key,
  key,
  customer: 'Northwind',
  contact: `${key}@northwind.example`,
  amount: { minor: 480_000, currency: 'SGD' },
  sent: '2026-03-02',
  expires: null,
  owner: null,
  team: null,
  pdfLink: null,
  override: null,
  status: 'open',
  ...fields,
});

const policy = (cadence: Cadence, fields: Partial<Policy> = {}): Policy => ({
  timezone: 'Asia/Singapore',
  currency: 'SGD',
  admin: 'owner@harbourline.example',
  locale: 'en-SG',
  quietHours: ['18:00', '08:00'],
  skipWeekends: false,
  holidays: [],
  nudgeCap: 3,
  minGapDays: 2,
  tiers: [{ name: 'standard', bound: {}, ...cadence }],
  teams: {},
  people: { Priya: 'priya@harbourline.example', Sam: 'sam@harbourline.example' },
  away: [],
  companyDomains: ['harbourline.example'],
  knownReps: [],
  ...fields,
});

const days = (...nudgeDays: number[]): Cadence => ({ nudgeDays, lastCallDays: null });

/** `Q-1 moved 2026-03-05 > 2026-03-07`. */
const brief = ({ kind, before, after }: RulesChange): string =>
  `${(after ?? before).nudge.row.key} ${kind} ${before?.day ?? '-'} > ${after?.day ?? '-'}`;

const compared = (before: Policy, after: Policy, rows: readonly Row[] = [row('Q-1')], to = '2026-03-31'): string[] => {
  const run = compareRules({ rows, before, after, from: '2026-03-02', to });
  for (;;) {
    const step = run.next();
    if (step.done) return step.value.map(brief);
  }
};

describe('what other rules change', () => {
  test('the same rules change nothing', () => {
    expect(compared(policy(days(3, 7)), policy(days(3, 7)))).toEqual([]);
  });

  test('later days move each nudge', () => {
    expect(compared(policy(days(3, 7)), policy(days(5, 12)))).toEqual([
      'Q-1 moved 2026-03-05 > 2026-03-07',
      'Q-1 moved 2026-03-09 > 2026-03-14',
    ]);
  });

  test('one more day adds a nudge, one less drops it, and the others stay', () => {
    expect(compared(policy(days(3, 7)), policy(days(3, 7, 11)))).toEqual(['Q-1 added - > 2026-03-13']);
    expect(compared(policy(days(3, 7, 11)), policy(days(3, 11)))).toEqual(['Q-1 dropped 2026-03-09 > -']);
  });

  test('a nudge that is left over goes to the nearest day, not to the first', () => {
    expect(compared(policy(days(3, 7)), policy(days(8)))).toEqual([
      'Q-1 dropped 2026-03-05 > -',
      'Q-1 moved 2026-03-09 > 2026-03-10',
    ]);
  });

  test('a last call moves as a last call, and never becomes a follow-up of another day', () => {
    const rows = [row('Q-1', { expires: '2026-03-30' })];
    const before = policy({ nudgeDays: [3], lastCallDays: 3 });
    expect(compared(before, policy({ nudgeDays: [3], lastCallDays: 5 }), rows)).toEqual([
      'Q-1 moved 2026-03-27 > 2026-03-25',
    ]);
    expect(compared(before, policy({ nudgeDays: [3, 20], lastCallDays: null }), rows)).toEqual([
      'Q-1 added - > 2026-03-22',
      'Q-1 dropped 2026-03-27 > -',
    ]);
  });

  test('the same minute as another move, or by another owner, is altered', () => {
    const rows = [row('Q-1', { team: 'catering' })];
    const before = policy(days(3), { teams: { catering: 'priya@harbourline.example' } });
    const after = policy(days(3), { teams: { catering: 'sam@harbourline.example' } });
    expect(compared(before, after, rows)).toEqual(['Q-1 altered 2026-03-05 > 2026-03-05']);
    const skipped = [row('Q-1', { expires: '2026-03-12' })];
    expect(
      compared(policy({ nudgeDays: [7], lastCallDays: null }), policy({ nudgeDays: [20], lastCallDays: 3 }), skipped),
    ).toEqual(['Q-1 altered 2026-03-09 > 2026-03-09']);
  });

  test('another hour of the same day is moved', () => {
    expect(compared(policy(days(3)), policy(days(3), { quietHours: ['18:00', '11:30'] }))).toEqual([
      'Q-1 moved 2026-03-05 > 2026-03-05',
    ]);
  });

  test('new holidays move what would have left on them', () => {
    expect(compared(policy(days(3)), policy(days(3), { holidays: ['2026-03-05'] }))).toEqual([
      'Q-1 moved 2026-03-05 > 2026-03-06',
    ]);
  });

  test('what goes beyond the last day is moved there, not dropped; what stays beyond it is not told', () => {
    expect(compared(policy(days(3)), policy(days(33)))).toEqual(['Q-1 moved 2026-03-05 > 2026-04-04']);
    expect(compared(policy(days(33)), policy(days(40)))).toEqual([]);
    expect(compared(policy(days(33)), policy(days(10)))).toEqual(['Q-1 moved 2026-04-04 > 2026-03-12']);
  });

  test('quotes of one contact push each other as in any plan', () => {
    const shared = { contact: 'ann@northwind.example' };
    const rows = [row('Q-1', { ...shared, sent: '2026-03-01' }), row('Q-2', shared)];
    expect(compared(policy(days(3)), policy(days(4)), rows)).toEqual([
      'Q-1 moved 2026-03-04 > 2026-03-05',
      'Q-2 moved 2026-03-05 > 2026-03-06',
    ]);
  });

  test('every nudge of both plans is told of or the same in both', () => {
    const plan = (cadence: Cadence): readonly Planned[] =>
      planAhead({ rows: [row('Q-1'), row('Q-2')], policy: policy(cadence), from: '2026-03-02', to: '2026-05-01' });
    const [before, after] = [plan(days(2, 9, 16)), plan(days(2, 5))];
    const changes = rulesChanges(before, after, 'Asia/Singapore');
    const kept = before.length - changes.filter(({ before: old }) => old !== null).length;
    expect(kept + changes.filter(({ after: fresh }) => fresh !== null).length).toBe(after.length);
  });
});
