import { describe, expect, test } from 'vitest';
import { type Config, policyOf, type Rules, type Tier } from '../../../src/cadence/policy.ts';

const config: Config = {
  timezone: 'Asia/Singapore',
  currency: 'SGD',
  admin: 'admin@h.example',
  locale: 'en-SG',
  quietHours: ['18:00', '08:00'],
  skipWeekends: true,
  holidays: ['2026-12-25', '--01-01'],
  defaultCadence: { nudgeDays: [3, 7], lastCallDays: 3 },
  nudgeCap: 3,
  minGapDays: 2,
  companyDomains: ['h.example'],
  knownReps: ['mei@h.example'],
  stakeholders: ['boss@h.example'],
  paused: false,
};
const silent: Rules = { tiers: [], teams: {}, people: {}, away: [] };
const policy = (part: Partial<Rules> = {}) => policyOf(config, { ...silent, ...part });

describe('what the rules doc leaves unsaid', () => {
  test('the config says', () => {
    expect(policy()).toEqual({
      timezone: 'Asia/Singapore',
      currency: 'SGD',
      admin: 'admin@h.example',
      locale: 'en-SG',
      quietHours: ['18:00', '08:00'],
      skipWeekends: true,
      holidays: ['--01-01', '2026-12-25'],
      nudgeCap: 3,
      minGapDays: 2,
      tiers: [{ name: 'standard', bound: {}, nudgeDays: [3, 7], lastCallDays: 3 }],
      teams: {},
      people: {},
      away: [],
      companyDomains: ['h.example'],
      knownReps: ['mei@h.example'],
    });
  });
});

describe('what the rules doc says', () => {
  test('wins over the config, also where it says no, none or nought', () => {
    expect(policy({ quietHours: ['20:00', '07:00'], nudgeCap: 5, minGapDays: 4 })).toMatchObject({
      quietHours: ['20:00', '07:00'],
      nudgeCap: 5,
      minGapDays: 4,
    });
    expect(policy({ quietHours: null, skipWeekends: false, nudgeCap: 0, minGapDays: 0 })).toMatchObject({
      quietHours: null,
      skipWeekends: false,
      nudgeCap: 0,
      minGapDays: 0,
    });
  });

  test('adds its holidays to those of the config, each once', () => {
    expect(policy({ holidays: ['2026-11-30', '2026-12-25'] }).holidays).toEqual([
      '--01-01',
      '2026-11-30',
      '2026-12-25',
    ]);
  });

  test('names people, absences, and teams that default to a person by name or address', () => {
    const people = { Priya: 'priya@h.example' };
    const away = [{ person: 'Priya', from: '2026-08-03', to: '2026-08-14', cover: 'Sam' }];
    expect(policy({ people, away, teams: { catering: 'Priya', fairs: 'sam@h.example' } })).toMatchObject({
      people,
      away,
      teams: { catering: 'priya@h.example', fairs: 'sam@h.example' },
    });
  });
});

describe('the tiers', () => {
  const tier = (name: string, bound: Tier['bound']): Tier => ({ name, bound, nudgeDays: [5], lastCallDays: null });
  const limit = { value: 500, inclusive: false };
  const [over, under] = [tier('high-value', { min: limit }), tier('small', { max: limit })];

  test('begin with the doc’s own standard tier, wherever it stands', () => {
    const standard = tier('standard', {});
    expect(policy({ tiers: [over, standard, under] }).tiers).toEqual([standard, over, under]);
  });
  test('begin with the config’s cadence where the doc has none without a bound', () => {
    expect(policy({ tiers: [under, over] }).tiers).toEqual([
      { name: 'standard', bound: {}, nudgeDays: [3, 7], lastCallDays: 3 },
      under,
      over,
    ]);
  });
});
