import { describe, expect, test } from 'vitest';
import { isRep, nameOf, ownerOf, standInFor } from '../../../src/cadence/owner.ts';
import { cadenceFor } from '../../../src/cadence/tiers.ts';

const policy = {
  admin: 'Owner@harbourline.example',
  people: { Priya: 'priya@harbourline.example', Sam: 'Sam@harbourline.example', Ext: 'ext@agency.example' },
  teams: { catering: 'priya@harbourline.example', fairs: 'ext@agency.example' },
  knownReps: ['mei@harbourline.example'],
  companyDomains: ['Harbourline.example'],
  away: [
    { person: 'Priya', from: '2026-08-03', to: '2026-08-14', cover: 'Sam' },
    { person: 'Sam', from: '2026-08-10', to: '2026-08-10', cover: 'Priya' },
    { person: 'sam', from: '2026-09-01', to: '2026-09-02', cover: 'Somebody' },
  ],
};

describe('5.1 the owner', () => {
  test.each([
    ['the row’s address', 'PRIYA@harbourline.example ', null, 'priya@harbourline.example', 'row'],
    ['the row’s person, by name', ' sam', 'catering', 'sam@harbourline.example', 'row'],
    ['a known rep of the config', 'mei@harbourline.example', null, 'mei@harbourline.example', 'row'],
    ['the admin, named', 'owner@harbourline.example', null, 'owner@harbourline.example', 'row'],
    ['the team’s default', null, ' Catering', 'priya@harbourline.example', 'team'],
    ['a team nobody knows', null, 'roofing', 'owner@harbourline.example', 'admin'],
    ['a team with the name of a built-in', null, '__proto__', 'owner@harbourline.example', 'admin'],
    ['nobody', null, null, 'owner@harbourline.example', 'admin'],
    ['a stranger of our own domain', 'x@harbourline.example', 'catering', 'owner@harbourline.example', 'admin'],
    ['a person outside the company domains', 'Ext', null, 'owner@harbourline.example', 'admin'],
    ['a team whose default is outside them', null, 'fairs', 'owner@harbourline.example', 'admin'],
    ['a name nobody knows', 'Zoe', 'catering', 'owner@harbourline.example', 'admin'],
  ])('5.1 %s', (_, owner, team, address, from) => {
    expect(ownerOf({ owner, team }, policy)).toMatchObject({ owner: address, from });
  });

  test('5.1 who fell through is told, for the digest', () => {
    expect(ownerOf({ owner: 'Zoe', team: null }, policy).fellThrough).toBe('Zoe');
    expect(ownerOf({ owner: 'Sam', team: null }, policy).fellThrough).toBeNull();
    expect(ownerOf({ owner: null, team: 'roofing' }, policy).fellThrough).toBe('roofing');
    expect(ownerOf({ owner: null, team: 'fairs' }, policy).fellThrough).toBe('ext@agency.example');
    expect(ownerOf({ owner: null, team: 'catering' }, policy).fellThrough).toBeNull();
    expect(ownerOf({ owner: null, team: null }, policy).fellThrough).toBe('');
  });

  test('1 a rep is named by docs or config; without configured domains any domain will do', () => {
    expect(isRep('ext@agency.example', { ...policy, companyDomains: [] })).toBe(true);
    expect(isRep('x@harbourline.example', { ...policy, companyDomains: [] })).toBe(false);
    expect(isRep('x@harbourline.example', { ...policy, people: {}, knownReps: [] })).toBe(false);
    expect(isRep('not an address', policy)).toBe(false);
    expect(isRep('priya', { ...policy, companyDomains: [], people: { Priya: 'priya' } })).toBe(false);
  });
});

describe('3 while a rep is away', () => {
  test.each([
    ['the day before', '2026-08-02', 'priya@harbourline.example'],
    ['the first day', '2026-08-03', 'sam@harbourline.example'],
    ['the last day', '2026-08-14', 'sam@harbourline.example'],
    ['when both cover each other', '2026-08-10', 'owner@harbourline.example'],
  ])('3 %s', (_, today, expected) => {
    expect(standInFor('priya@harbourline.example', policy, today)).toBe(expected);
  });
  test('3 a cover whose address nobody gave is the admin', () => {
    expect(standInFor('sam@harbourline.example', policy, '2026-09-01')).toBe('owner@harbourline.example');
  });
  test('a rep is known by the name the doc gives, else by the address', () => {
    expect(nameOf('PRIYA@harbourline.example', policy)).toBe('Priya');
    expect(nameOf('mei-lin.tan@harbourline.example', policy)).toBe('Mei Lin Tan');
    expect(nameOf('mei._lin@harbourline.example', policy)).toBe('Mei Lin');
  });
});

describe('2 the cadence of a row', () => {
  const tier = { name: 'standard', bound: {}, nudgeDays: [3, 7], lastCallDays: 3 };
  test('its own, with the tier’s last call unless it says otherwise', () => {
    const days = { kind: 'days', nudgeDays: [2, 5] } as const;
    expect(cadenceFor(null, tier)).toMatchObject({ nudgeDays: [3, 7], lastCallDays: 3 });
    expect(cadenceFor({ ...days, lastCallDays: undefined }, tier)).toEqual({ nudgeDays: [2, 5], lastCallDays: 3 });
    expect(cadenceFor({ ...days, lastCallDays: null }, tier)).toEqual({ nudgeDays: [2, 5], lastCallDays: null });
    expect(cadenceFor({ ...days, lastCallDays: 9 }, tier)).toEqual({ nudgeDays: [2, 5], lastCallDays: 9 });
    expect(cadenceFor({ kind: 'off' }, tier)).toEqual({ nudgeDays: [], lastCallDays: null });
  });
});
