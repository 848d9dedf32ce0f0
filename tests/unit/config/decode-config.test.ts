import * as E from 'fp-ts/lib/Either.js';
import { describe, expect, test } from 'vitest';
import { decodeConfig, defaultConfig } from '../../../src/config/decode-config.ts';
import { byKind } from '../../../src/config/settings.ts';

const least = { timezone: 'Asia/Singapore', currency: 'SGD', admin: 'Owner@Harbourline.example' };

const faultsOf = (json: unknown): readonly string[] => {
  const result = decodeConfig(json);
  return E.isLeft(result) ? result.left : [];
};

describe('config', () => {
  test('timezone, currency and admin are enough; the rest has defaults', () => {
    expect(decodeConfig(least)).toEqual(
      E.right({
        timezone: 'Asia/Singapore',
        currency: 'SGD',
        admin: 'owner@harbourline.example',
        locale: 'en-US',
        localeConfigured: false,
        quietHours: ['18:00', '08:00'],
        skipWeekends: true,
        holidays: [],
        defaultCadence: { nudgeDays: [3, 7], lastCallDays: 3 },
        nudgeCap: 3,
        minGapDays: 2,
        companyDomains: [],
        knownReps: [],
        stakeholders: [],
        paused: false,
      }),
    );
  });

  test('the default config is what an almost empty file means', () => {
    expect(decodeConfig({ timezone: 'UTC', currency: 'USD', admin: 'admin@example.com' })).toEqual(
      E.right(defaultConfig),
    );
  });

  test('the webhook takes plain secrets and maps of one’s own only where the file says so', () => {
    const fields = { quote_id: 'no', customer: 'who', contact_email: 'to', amount: ['net', 'gross'] };
    const json = { ...least, webhook_plain_secret: true, webhook_maps: { 'our-tool': { fields, amount_in: 'minor' } } };
    expect(decodeConfig(json)).toMatchObject(
      E.right({
        hook: {
          plainSecret: true,
          maps: { 'our-tool': { fields: { quote_id: ['no'], amount: ['net', 'gross'] }, amountIn: 'minor' } },
        },
      }),
    );
    expect(faultsOf({ ...least, webhook_maps: { 'our-tool': { fields: { quote_id: 'no' } } } })).toMatchObject([
      expect.stringMatching(/^webhook_maps: .*"our-tool".*fields.customer: is missing/),
    ]);
    expect(faultsOf({ ...least, webhook_maps: { 'Our Tool': { fields } } })).toMatchObject([
      expect.stringContaining('names a tool "Our Tool"'),
    ]);
  });

  test('every key is read', () => {
    const json = {
      ...least,
      currency: ' sgd ',
      locale: 'en_SG',
      quiet_hours: ['7:30', '24:00'],
      skip_weekends: false,
      holidays: ['2026-12-25', '--01-01', '--02-29'],
      nudge_cap: 5,
      min_gap_days: 1,
      default_cadence: '5/12 no last call',
      company_domains: ['@Harbourline.example'],
      known_reps: ['priya@harbourline.example'],
      stakeholders: [],
      paused: true,
      _comment: 'ours',
    };
    expect(decodeConfig(json)).toMatchObject(
      E.right({
        currency: 'SGD',
        locale: 'en-SG',
        localeConfigured: true,
        quietHours: ['07:30', '00:00'],
        skipWeekends: false,
        holidays: ['2026-12-25', '--01-01', '--02-29'],
        nudgeCap: 5,
        minGapDays: 1,
        defaultCadence: { nudgeDays: [5, 12], lastCallDays: null },
        companyDomains: ['harbourline.example'],
        paused: true,
      }),
    );
  });

  test('null quiet hours mean none', () => {
    expect(decodeConfig({ ...least, quiet_hours: null })).toMatchObject(E.right({ quietHours: null }));
  });

  test.each([
    ['timezone', 'Mars/Base', '"Mars/Base" is not an IANA time zone; for example "Asia/Singapore"'],
    ['timezone', '+08:00', 'IANA'],
    ['timezone', 8, 'not text'],
    ['currency', 'S$', 'ISO 4217'],
    ['currency', 'ABC', 'ISO 4217'],
    ['admin', 'the boss', 'not an e-mail address'],
    ['admin', 'a@b.example\r\nBcc: x@y.example', 'not an e-mail address'],
    ['locale', 'Singapore', 'locale'],
    ['quiet_hours', '18:00-08:00', 'pair of times'],
    ['quiet_hours', ['18:00', '18:00'], 'same time'],
    ['quiet_hours', ['25:00', '08:00'], 'pair of times'],
    ['quiet_hours', ['18:00'], 'pair of times'],
    ['skip_weekends', 'yes', 'neither true nor false'],
    ['holidays', '2026-12-25', 'not a list'],
    ['holidays', ['2026-02-30'], 'holds "2026-02-30"'],
    ['holidays', ['--02-30'], 'holds "--02-30"'],
    ['holidays', ['25/12/2026'], 'YYYY-MM-DD'],
    ['default_cadence', '7/3', 'rise'],
    ['default_cadence', 'off', 'paused'],
    ['default_cadence', [3, 7], 'not text'],
    ['nudge_cap', 0, 'whole number'],
    ['nudge_cap', 2.5, 'whole number'],
    ['nudge_cap', '3', 'whole number'],
    ['min_gap_days', -1, 'whole number'],
    ['company_domains', ['not a domain'], 'domain'],
    ['known_reps', ['priya'], 'e-mail'],
    ['paused', null, 'neither true nor false'],
  ])('%s: %j is refused by name', (key, value, reason) => {
    const faults = faultsOf({ ...least, [key]: value });
    expect(faults).toHaveLength(1);
    expect(faults[0]).toMatch(new RegExp(`^${key}: `));
    expect(faults[0]).toContain(reason);
    expect(faults[0]).toContain('for example');
  });

  test('all faults are listed at once', () => {
    expect(faultsOf({ currency: '?', paused: 1 }).map(fault => fault.split(':')[0])).toEqual([
      'timezone',
      'currency',
      'admin',
      'paused',
    ]);
  });

  test.each([
    ['time_zone', 'timezone'],
    ['quietHours', 'quiet_hours'],
    ['skip-weekend', 'skip_weekends'],
    ['holiday', 'holidays'],
    ['nudge_caps', 'nudge_cap'],
    ['Admin', 'admin'],
  ])('a misspelt %s is named, not ignored', (slip, meant) => {
    expect(faultsOf({ ...least, [slip]: null })).toEqual([expect.stringContaining(`did you mean ${meant}`)]);
  });

  test.each([[null], [[]], ['x'], [3], [undefined]])('%j is no config', json => {
    expect(faultsOf(json)).toEqual([expect.stringContaining('not a JSON object')]);
  });
});

describe('a fault told by kind', () => {
  test.each([
    ['Singapore time', 'a text of 14 characters'],
    ['', 'an empty text'],
    [8, 'a number'],
    [null, 'null'],
    [true, 'true or false'],
    [['Asia/Singapore'], 'a list of 1'],
    [{ zone: 'Asia/Singapore' }, 'an object'],
  ])('says of %j: %s', (timezone, kind) => {
    const read = decodeConfig({ timezone, currency: 'SGD', admin: 'owner@your-company.com' }, byKind);
    const [fault = ''] = E.isLeft(read) ? read.left : [];
    expect(fault).toMatch(new RegExp(`^timezone: ${kind} is not`));
    expect(fault).toContain('for example "Asia/Singapore"');
  });
});
