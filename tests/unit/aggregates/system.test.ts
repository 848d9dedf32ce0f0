import { describe, expect, test } from 'vitest';
import {
  evolveInstallation,
  type InstallationState,
  initialInstallation,
  installationAggregate,
  type RecordedInstallationEvent,
} from '../../../src/aggregates/installation.ts';

type Step = {
  readonly [A in RecordedInstallationEvent['type']]: readonly [
    A,
    Extract<RecordedInstallationEvent, { type: A }>['data'],
  ];
}[RecordedInstallationEvent['type']];

const pastOf = ([type, data]: Step, version: number): RecordedInstallationEvent =>
  ({ type, data, version, ts: '2026-11-25T01:00:00.000Z', by: { system: 'test' } }) as RecordedInstallationEvent;

const stateAfter = (...steps: readonly Step[]): InstallationState =>
  steps.reduce((state, step, index) => evolveInstallation(state, pastOf(step, index + 1)), initialInstallation);

const synced = (version: string, ...refused: readonly { row: number; column: string }[]): Step => [
  'SheetSynced',
  { version, rows: 4, refused: refused.map(one => ({ ...one, error: 'e' })), vanished: [] },
];
const sheetRefused = (version: string): Step => ['SheetRefused', { version, column: 'Amount', error: 'e' }];
const rules = (version: string): Step => ['RulesAccepted', { version, understood: {} }];
const rulesRefused = (version: string): Step => ['RulesRefused', { version, errors: [] }];
const voice = (version: string): Step => ['VoiceAccepted', { version }];
const voiceRefused = (version: string): Step => ['VoiceRefused', { version, error: 'e' }];
const config = (version: string): Step => ['ConfigAccepted', { version, config: {} }];
const configRefused = (version: string): Step => ['ConfigRefused', { version, errors: [] }];
const told = (about: string, key: string): Step => [
  'AdminNotified',
  { about, key, tokenHash: null, recipientRef: 'r', expiresAt: null },
];

describe('what is in force', () => {
  test('is nothing at first', () => {
    expect(stateAfter()).toEqual({
      version: 0,
      sheet: null,
      sheetVersion: 0,
      everSynced: false,
      refusedSheet: null,
      rules: null,
      refusedRules: null,
      voice: null,
      refusedVoice: null,
      config: null,
      refusedConfig: null,
      refusedRows: [],
      notified: [],
      untold: { rules: null, voice: null, sheet: null },
    });
  });

  test.each<[string, Step, Step, Step, keyof InstallationState, keyof InstallationState]>([
    ['sheet', synced('v1'), sheetRefused('v2'), synced('v3'), 'sheet', 'refusedSheet'],
    ['rules', rules('v1'), rulesRefused('v2'), rules('v3'), 'rules', 'refusedRules'],
    ['voice', voice('v1'), voiceRefused('v2'), voice('v3'), 'voice', 'refusedVoice'],
    ['config', config('v1'), configRefused('v2'), config('v3'), 'config', 'refusedConfig'],
  ])(
    'is the last good %s, while a refused one is known as such until a good one comes',
    (_, first, bad, good, inForce, refused) => {
      expect(stateAfter(first)).toMatchObject({ [inForce]: 'v1', [refused]: null });
      expect(stateAfter(first, bad)).toMatchObject({ version: 2, [inForce]: 'v1', [refused]: 'v2' });
      expect(stateAfter(first, bad, good)).toMatchObject({ [inForce]: 'v3', [refused]: null });
    },
  );

  test('a sheet that was only refused was never synced', () => {
    expect(stateAfter(sheetRefused('v1')).everSynced).toBe(false);
    expect(stateAfter(synced('v1')).everSynced).toBe(true);
  });

  test('the rows refused are those of the last sync', () => {
    const first = synced('v1', { row: 7, column: 'Amount' }, { row: 9, column: 'Date sent' });
    expect(stateAfter(first).refusedRows).toEqual(['7/Amount', '9/Date sent']);
    expect(stateAfter(first, synced('v2', { row: 7, column: 'Amount' })).refusedRows).toEqual(['7/Amount']);
  });
});

describe('the admin is to hear of', () => {
  test('a refused sheet, until a letter about it left or the sheet is good', () => {
    expect(stateAfter(sheetRefused('v1')).untold).toEqual({ rules: null, voice: null, sheet: 'v1' });
    expect(stateAfter(sheetRefused('v1'), told('sheet-refused', 'anything')).untold.sheet).toBeNull();
    expect(stateAfter(sheetRefused('v1'), synced('v2')).untold.sheet).toBeNull();
    expect(stateAfter(sheetRefused('v1'), told('rules-refused', 'r/v1/x')).untold.sheet).toBe('v1');
  });

  test.each([
    ['accepted', rules('v2')],
    ['refused', rulesRefused('v2')],
  ])('rules that were %s, until a letter about that very version left', (how, step) => {
    expect(stateAfter(step).untold).toEqual({ rules: 'v2', voice: null, sheet: null });
    expect(stateAfter(step, told(`rules-${how}`, 'rules/v1/x')).untold.rules).toBe('v2');
    expect(stateAfter(step, told(`rules-${how}`, 'rules/v2/x')).untold.rules).toBeNull();
    expect(stateAfter(step, told('rows', 'rules/v2/x')).untold.rules).toBe('v2');
  });

  test('a refused voice doc, until a letter about that very version left or the doc is good', () => {
    expect(stateAfter(voiceRefused('v2')).untold).toEqual({ rules: null, voice: 'v2', sheet: null });
    expect(stateAfter(voiceRefused('v2'), told('voice-refused', 'voice/v1/x')).untold.voice).toBe('v2');
    expect(stateAfter(voiceRefused('v2'), told('voice-refused', 'voice/v2/x')).untold.voice).toBeNull();
    expect(stateAfter(voiceRefused('v2'), voice('v3')).untold.voice).toBeNull();
  });

  test('each thing once: the newest 500 are remembered', () => {
    const notes = Array.from({ length: 501 }, (_, n) => told('rows', `note ${n}`));
    const { notified } = stateAfter(...notes);
    expect(notified).toHaveLength(500);
    expect([notified[0], notified.at(-1)]).toEqual(['note 1', 'note 500']);
  });
});

const moved: Step = ['ClockMoved', { from: 'a', to: 'b' }];
const destroyed: Step = ['KeyDestroyed', { ref: 'r', reason: 'asked' }];
const exported: Step = ['TrailExported', { view: 'trail', rows: 9 }];

test.each([moved, destroyed, exported])('%s is recorded, and decides nothing', (...step) => {
  expect(stateAfter(rules('v1'), step as unknown as Step)).toEqual({ ...stateAfter(rules('v1')), version: 2 });
});

describe('an auditor reads', () => {
  const shown = (step: Step, ...before: readonly Step[]): string =>
    installationAggregate.summarize(stateAfter(...before), pastOf(step, before.length + 1));
  test.each<[string, Step, Step, Step]>([
    ['sheet', synced('v1'), synced('v2'), sheetRefused('v2')],
    ['rules', rules('v1'), rules('v2'), rulesRefused('v2')],
    ['voice', voice('v1'), voice('v2'), voiceRefused('v2')],
    ['config', config('v1'), config('v2'), configRefused('v2')],
  ])('which %s is in force', (what, first, good, bad) => {
    for (const step of [good, bad]) {
      expect(shown(step)).toBe(`${what} none`);
      expect(shown(step, first)).toBe(`${what} v1`);
    }
  });
  test('nothing about what changes nothing', () => {
    for (const step of [told('rows', 'k'), moved, destroyed, exported]) expect(shown(step, rules('v1'))).toBe('');
  });
});
