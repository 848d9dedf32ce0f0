import * as t from 'io-ts';
import { defineEvent, nullable } from './event-type.ts';

// ~system: the business's own settings and the keeper's acts.
export const SheetSynced = defineEvent(
  'SheetSynced',
  t.intersection([
    t.type({
      version: t.string,
      rows: t.number,
      refused: t.array(t.type({ row: t.number, column: t.string, error: t.string })),
      vanished: t.array(t.string),
    }),
    /** By which readings of the sheet are ordered; absent in logs from before they were. */
    t.partial({ sheetVersion: t.number }),
  ]),
);
export const SheetRefused = defineEvent(
  'SheetRefused',
  t.type({ version: t.string, column: t.string, error: t.string }),
);
export const RulesAccepted = defineEvent('RulesAccepted', t.type({ version: t.string, understood: t.unknown }));
export const RulesRefused = defineEvent(
  'RulesRefused',
  t.type({ version: t.string, errors: t.array(t.type({ line: t.number, sentence: t.string, expected: t.string })) }),
);
export const VoiceAccepted = defineEvent('VoiceAccepted', t.type({ version: t.string }));
export const VoiceRefused = defineEvent('VoiceRefused', t.type({ version: t.string, error: t.string }));
export const ConfigAccepted = defineEvent('ConfigAccepted', t.type({ version: t.string, config: t.unknown }));
export const ConfigRefused = defineEvent('ConfigRefused', t.type({ version: t.string, errors: t.array(t.string) }));
export const ClockMoved = defineEvent('ClockMoved', t.type({ from: t.string, to: t.string }));
export const KeyDestroyed = defineEvent('KeyDestroyed', t.type({ ref: t.string, reason: t.string }));
export const TrailExported = defineEvent('TrailExported', t.type({ view: t.string, rows: t.number }));
export const AdminNotified = defineEvent(
  'AdminNotified',
  t.type({
    about: t.string,
    key: t.string,
    tokenHash: nullable(t.string),
    recipientRef: t.string,
    expiresAt: nullable(t.string),
  }),
);
export const installationEventTypes = [
  SheetSynced,
  SheetRefused,
  RulesAccepted,
  RulesRefused,
  VoiceAccepted,
  VoiceRefused,
  ConfigAccepted,
  ConfigRefused,
  ClockMoved,
  KeyDestroyed,
  TrailExported,
  AdminNotified,
] as const;
