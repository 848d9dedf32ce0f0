import { describe, expect, test } from 'vitest';
import { defaultConfig } from '../../../src/config/decode-config.ts';
import { rulesJson } from '../../../src/rules-doc/rules-json.ts';
import { rulesErrorLines, rulesTable } from '../../../src/rules-doc/rules-table.ts';
import { readingOf } from './reading.ts';

const SENTENCES = {
  standard: 'Standard quotes: nudge at 4 days, last call 2 days before expiry.',
  big: 'Big quotes between $5,000 and $9,000: 6/14 cadence.',
  priya: 'Priya is priya@x.example and Sam is sam@x.example.',
  events: 'Quotes from the events team default to Sam.',
  away: 'Priya is away 4–15 May 2027, Sam covers.',
  sending: 'No nudges between 7pm and 9am, on weekends, or on 26 December.',
  limits: 'At most four nudges per quote, at least three days apart.',
  prose: 'We are at 12 High Street.',
};

const reading = readingOf(Object.values(SENTENCES).join('\n'));

describe('what was understood, as JSON', () => {
  const { sentences, ...said } = rulesJson(reading, defaultConfig);

  test('has the values, teams by address, bounds in major units', () => {
    expect(said).toEqual({
      tiers: [
        { name: 'standard', nudge_days: [4], last_call_days: 2 },
        { name: 'big', at_least: 5000, up_to: 9000, nudge_days: [6, 14], last_call_days: 2 },
      ],
      owners: {
        teams: { events: 'sam@x.example' },
        people: { Priya: 'priya@x.example', Sam: 'sam@x.example' },
      },
      away: [{ person: 'Priya', from: '2027-05-04', to: '2027-05-15', cover: 'Sam' }],
      quiet_hours: ['19:00', '09:00'],
      skip_weekends: true,
      holidays: ['--12-26'],
      nudge_cap: 4,
      min_gap_days: 3,
      not_used: [{ line: 8, sentence: SENTENCES.prose }],
    });
  });

  test('has the sentence of every value, by its path', () => {
    expect(sentences).toEqual({
      'tiers.standard.nudge_days': SENTENCES.standard,
      'tiers.standard.last_call_days': SENTENCES.standard,
      'tiers.big.at_least': SENTENCES.big,
      'tiers.big.up_to': SENTENCES.big,
      'tiers.big.nudge_days': SENTENCES.big,
      'tiers.big.last_call_days': SENTENCES.standard,
      'owners.people.Priya': SENTENCES.priya,
      'owners.people.Sam': SENTENCES.priya,
      'owners.teams.events': SENTENCES.events,
      'away.0': SENTENCES.away,
      quiet_hours: SENTENCES.sending,
      skip_weekends: SENTENCES.sending,
      'holidays.0': SENTENCES.sending,
      nudge_cap: SENTENCES.limits,
      min_gap_days: SENTENCES.limits,
    });
  });

  test('leaves out what the doc does not say', () => {
    expect(rulesJson(readingOf('We love our customers.'), defaultConfig)).toEqual({ sentences: {} });
  });
});

describe('what was understood, for people', () => {
  const table = rulesTable(reading, defaultConfig).join('\n');

  test.each([
    'standard        nudge at 4 days, last call 2 days before expiry',
    'big             at least USD 5,000, up to USD 9,000: nudge at 6 and 14 days, last call 2 days before expiry',
    'events team     Sam',
    'Priya           2027-05-04 to 2027-05-15, covered by Sam',
    'quiet hours     19:00 to 09:00',
    'holiday         12-26 every year',
    `“${SENTENCES.limits}”`,
    `line 8: “${SENTENCES.prose}”`,
  ])('%s', line => {
    expect(table).toContain(line);
  });

  test('what config says is marked so', () => {
    const silent = rulesTable(readingOf(''), { ...defaultConfig, holidays: ['2027-01-01'] });
    expect(silent).toContain('  standard        nudge at 3 and 7 days, last call 3 days before expiry  (config)');
    expect(silent).toContain('  holiday         2027-01-01  (config)');
  });

  test('a cover without an address is told', () => {
    const absent = readingOf('Ana is ana@y.example.\nAna is away on 4 May 2027, Zoe covers.');
    expect(rulesTable(absent, defaultConfig).join('\n')).toContain(
      'Zoe, whose address is not given: the admin stands in',
    );
  });
});

test('a refusal is one line a fault', () => {
  expect(rulesErrorLines([{ line: 4, sentence: 'Nudge soon.', expected: 'days' }])).toEqual([
    'line 4: "Nudge soon." — expected days',
  ]);
});
