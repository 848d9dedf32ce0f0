import { type NewEventOf, newEvent, type RecordedEventOf } from '../events/event-type.ts';
import { ClockMoved, installationEventTypes } from '../events/installation-events.ts';
import { type Decision, defineAggregate, emit, noChange } from './decider.ts';

// Events: the business's settings as they came into force, and the keeper's acts.
type SystemEventType = (typeof installationEventTypes)[number];
type HappenedOfEach<T> = T extends SystemEventType ? NewEventOf<T> : never;
type PastOfEach<T> = T extends SystemEventType ? RecordedEventOf<T> : never;
export type InstallationEvent = HappenedOfEach<SystemEventType>;
export type RecordedInstallationEvent = PastOfEach<SystemEventType>;

// Fold. The stream grows with every sync that changed something, so only what decisions ask for is kept.
export interface InstallationState {
  readonly version: number;
  readonly sheet: string | null;
  /** The newest reading of the sheet that a sync finished with; 0: none, or only from before they were ordered. */
  readonly sheetVersion: number;
  /** Sheet versions that were ever put in force: the first sync adopts. */
  readonly everSynced: boolean;
  readonly refusedSheet: string | null;
  readonly rules: string | null;
  readonly refusedRules: string | null;
  readonly voice: string | null;
  readonly refusedVoice: string | null;
  readonly config: string | null;
  readonly refusedConfig: string | null;
  /** Rows refused at the last sync, `row/column`: still wrong at the next, they are listed to the admin once. */
  readonly refusedRows: readonly string[];
  readonly notified: readonly string[];
  /** The version of a source that the admin is to hear of and has not: a letter that failed is written again. */
  readonly untold: Readonly<Record<'rules' | 'voice' | 'sheet', string | null>>;
}

export const initialInstallation: InstallationState = {
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
};

const MAX_NOTES = 500;

const apply = (state: InstallationState, event: RecordedInstallationEvent): InstallationState => {
  switch (event.type) {
    case 'SheetSynced':
      return {
        ...state,
        sheet: event.data.version,
        sheetVersion: Math.max(state.sheetVersion, event.data.sheetVersion ?? 0),
        everSynced: true,
        refusedSheet: null,
        untold: { ...state.untold, sheet: null },
        refusedRows: event.data.refused.map(({ row, column }) => `${row}/${column}`),
      };
    case 'SheetRefused':
      return { ...toTell(state, 'sheet', event.data.version), refusedSheet: event.data.version };
    case 'RulesAccepted':
      return { ...toTell(state, 'rules', event.data.version), rules: event.data.version, refusedRules: null };
    case 'RulesRefused':
      return { ...toTell(state, 'rules', event.data.version), refusedRules: event.data.version };
    case 'VoiceAccepted':
      return { ...toTell(state, 'voice', null), voice: event.data.version, refusedVoice: null };
    case 'VoiceRefused':
      return { ...toTell(state, 'voice', event.data.version), refusedVoice: event.data.version };
    case 'ConfigAccepted':
      return { ...state, config: event.data.version, refusedConfig: null };
    case 'ConfigRefused':
      return { ...state, refusedConfig: event.data.version };
    case 'AdminNotified':
      return { ...told(state, event.data), notified: [...state.notified, event.data.key].slice(-MAX_NOTES) };
    case 'ClockMoved':
    case 'KeyDestroyed':
    case 'TrailExported':
      return state;
  }
};

const toTell = (
  state: InstallationState,
  source: keyof InstallationState['untold'],
  version: string | null,
): InstallationState => ({
  ...state,
  untold: { ...state.untold, [source]: version },
});

/** A letter about a sheet names what is wrong with it, one about a doc the version that it is about. */
const told = (
  state: InstallationState,
  { about, key }: { readonly about: string; readonly key: string },
): InstallationState => {
  switch (about) {
    case 'sheet-refused':
      return toTell(state, 'sheet', null);
    case 'rules-accepted':
    case 'rules-refused':
      return key.includes(`/${state.untold.rules}/`) ? toTell(state, 'rules', null) : state;
    case 'voice-refused':
      return key.includes(`/${state.untold.voice}/`) ? toTell(state, 'voice', null) : state;
    default:
      return state;
  }
};

export const evolveInstallation = (state: InstallationState, event: RecordedInstallationEvent): InstallationState => ({
  ...apply(state, event),
  version: event.version,
});

const displaySystem = (state: InstallationState, event: RecordedInstallationEvent): string => {
  switch (event.type) {
    case 'SheetSynced':
    case 'SheetRefused':
      return `sheet ${state.sheet ?? 'none'}`;
    case 'RulesAccepted':
    case 'RulesRefused':
      return `rules ${state.rules ?? 'none'}`;
    case 'VoiceAccepted':
    case 'VoiceRefused':
      return `voice ${state.voice ?? 'none'}`;
    case 'ConfigAccepted':
    case 'ConfigRefused':
      return `config ${state.config ?? 'none'}`;
    case 'AdminNotified':
    case 'ClockMoved':
    case 'KeyDestroyed':
    case 'TrailExported':
      return '';
  }
};

// Decisions.

/** Somebody let time pass ahead of the wall clock. Events after it are dated by the moved clock. */
export const moveClock = (
  _: InstallationState,
  { from, to }: { readonly from: string; readonly to: string },
): Decision<InstallationEvent> => (to <= from ? noChange : emit(newEvent(ClockMoved, { from, to }, null)));

export const installationAggregate = defineAggregate(installationEventTypes, {
  initial: initialInstallation,
  evolve: evolveInstallation,
  summarize: displaySystem,
});
