import * as fc from 'fast-check';
import type { Bound, Cadence, Policy, QuietHours, Tier } from '../../src/cadence/policy.ts';
import { addDays, fromDayNumber, toDayNumber } from '../../src/kernel/local-date.ts';
import type { Override, Row } from '../../src/sheet/row.ts';

/** Random sheets, rules and periods: small enough to shrink well, crowded enough that the rules meet each other. */
export interface PlanCase {
  readonly rows: readonly Row[];
  readonly policy: Policy;
  readonly from: string;
  readonly to: string;
}

const ZONES = ['Asia/Singapore', 'Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe', 'Africa/Cairo', 'UTC'];
const CURRENCIES = ['SGD', 'SGD', 'SGD', 'USD', 'JPY', 'KWD'];
const DIGITS: Readonly<Record<string, number>> = { JPY: 1, KWD: 1000 };

/** Around the year's end and both clock changes. */
const FIRST_DAYS = ['2025-12-15', '2026-02-23', '2026-03-16', '2026-04-01', '2026-10-12'];

const rising = (max: number, maxLength: number): fc.Arbitrary<readonly number[]> =>
  fc.uniqueArray(fc.integer({ min: 1, max }), { minLength: 1, maxLength }).map(days => [...days].sort((a, b) => a - b));

const lastCall = fc.option(fc.integer({ min: 1, max: 9 }), { nil: null, freq: 4 });
const cadence: fc.Arbitrary<Cadence> = fc.record({ nudgeDays: rising(20, 4), lastCallDays: lastCall });

const override: fc.Arbitrary<Override | null> = fc.option(
  fc.oneof(
    fc.constant<Override>({ kind: 'off' }),
    fc.record({
      kind: fc.constant('days' as const),
      nudgeDays: rising(20, 4),
      lastCallDays: fc.option(lastCall, { nil: undefined }),
    }),
  ),
  { nil: null, freq: 2 },
);

/** Nested and disjoint intervals, as a rules doc may have them. */
const BOUNDS: readonly (readonly [string, Bound])[] = [
  ['high-value', { min: { value: 20_000, inclusive: false } }],
  ['huge', { min: { value: 50_000, inclusive: true } }],
  ['small', { max: { value: 500, inclusive: false } }],
  ['tiny', { max: { value: 100, inclusive: true } }],
  ['middling', { min: { value: 1000, inclusive: true }, max: { value: 5000, inclusive: true } }],
];

const tiers: fc.Arbitrary<readonly [Tier, ...Tier[]]> = fc
  .tuple(cadence, fc.subarray([...BOUNDS]), fc.array(cadence, { minLength: 5, maxLength: 5 }))
  .map(([standard, chosen, cadences]) => [
    { name: 'standard', bound: {}, ...standard },
    ...chosen.map(([name, bound], i): Tier => ({ name, bound, ...(cadences[i] ?? standard) })),
  ]);

/** Of every shape that leaves a minute after eight; some keep nine o'clock, the hour of the check, quiet. */
const quietHours = fc.constantFrom<QuietHours>(
  null,
  ['18:00', '08:00'],
  ['18:00', '08:00'],
  ['18:00', '09:00'],
  ['18:00', '09:01'],
  ['20:00', '11:30'],
  ['08:30', '17:00'],
  ['09:00', '08:15'],
  ['08:45', '07:00'],
  ['12:00', '13:00'],
  ['00:00', '23:30'],
);

const ADDRESSES = [
  'Priya@shop.example',
  'sam@shop.example',
  'mei@shop.example',
  'stranger@else.example',
  'Sam',
  'PRIYA',
  'boss@shop.example',
];

const policyFrom = (first: string): fc.Arbitrary<Policy> =>
  fc.record({
    timezone: fc.constantFrom(...ZONES),
    currency: fc.constant('SGD'),
    admin: fc.constant('Boss@shop.example'),
    locale: fc.constant('en-US'),
    quietHours,
    skipWeekends: fc.boolean().map(keep => keep || Math.abs(toDayNumber(first)) % 2 === 0),
    holidays: fc
      .array(fc.tuple(fc.integer({ min: -3, max: 60 }), fc.integer({ min: 1, max: 9 }), fc.boolean()), { maxLength: 3 })
      .map(runs =>
        runs.flatMap(([start, length, yearly]) =>
          Array.from({ length }, (_, i) => addDays(first, start + i)).map(day => (yearly ? `--${day.slice(5)}` : day)),
        ),
      ),
    nudgeCap: fc.integer({ min: 1, max: 4 }),
    minGapDays: fc.integer({ min: 0, max: 5 }),
    tiers,
    teams: fc.constantFrom<Record<string, string>>(
      {},
      { catering: 'priya@shop.example', events: 'stranger@else.example' },
    ),
    people: fc.constantFrom<Record<string, string>>({}, { Priya: 'priya@shop.example', Sam: 'sam@shop.example' }),
    away: fc.constant([]),
    companyDomains: fc.constantFrom<readonly string[]>([], ['shop.example'], ['Else.example']),
    knownReps: fc.constantFrom<readonly string[]>([], ['mei@shop.example']),
  });

const rowFrom = (first: string): fc.Arbitrary<Omit<Row, 'row' | 'quoteId' | 'key'>> =>
  fc
    .record({
      customer: fc.constant('Customer'),
      contact: fc.constantFrom('ann@c.example', 'Ann@C.example', 'bob@c.example', 'cas@d.example', 'dee@e.example'),
      major: fc.constantFrom(50, 100, 499, 500, 1000, 3000, 5000, 20_000, 20_001, 50_000),
      currency: fc.constantFrom(...CURRENCIES),
      sentDay: fc.integer({ min: -25, max: 20 }),
      validDays: fc.option(fc.integer({ min: 0, max: 45 }), { nil: null, freq: 5 }),
      owner: fc.option(fc.constantFrom(...ADDRESSES), { nil: null }),
      team: fc.option(fc.constantFrom('Catering', 'events', 'unknown'), { nil: null }),
      override,
      status: fc.constantFrom('open', 'open', 'open', 'open', 'open', 'open', 'hold', 'won', 'lost', 'withdrawn'),
    })
    .map(({ major, currency, sentDay, validDays, ...rest }) => ({
      ...rest,
      amount: { minor: major * (DIGITS[currency] ?? 100), currency },
      sent: addDays(first, sentDay),
      expires: validDays === null ? null : addDays(first, sentDay + validDays),
      pdfLink: null,
    }));

export const planCases: fc.Arbitrary<PlanCase> = fc
  .tuple(fc.constantFrom(...FIRST_DAYS), fc.integer({ min: 0, max: 13 }), fc.integer({ min: 0, max: 45 }))
  .chain(([base, shift, length]) => {
    const from = fromDayNumber(toDayNumber(base) + shift);
    return fc.record({
      rows: fc.array(rowFrom(from), { maxLength: 12 }).map(rows =>
        rows.map((row, i): Row => {
          const quoteId = `${i % 3 === 0 ? 'q' : 'Q'}-${(i * 7) % 12}`;
          return { ...row, row: i + 2, quoteId, key: quoteId.toUpperCase() };
        }),
      ),
      policy: policyFrom(from),
      from: fc.constant(from),
      to: fc.constant(addDays(from, length)),
    });
  });
