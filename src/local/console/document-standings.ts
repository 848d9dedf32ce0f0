import { join } from 'node:path';
import { DOCS } from '../../application/business.ts';
import { pastEvents } from '../../application/past-events.ts';
import type { PastEvent } from '../../events/catalogue.ts';
import { SYSTEM_STREAM } from '../../events/stream-name.ts';
import type { DocumentStanding } from '../../letters/console/rules-page.ts';
import type { RulesFault } from '../../letters/views/understood.ts';
import { longMoment } from '../../letters/words/when.ts';
import { EDITED } from '../data-folder.ts';
import type { Visit } from './visit.ts';

export interface DocumentsStanding {
  readonly documents: readonly DocumentStanding[];
  /** Of the newest rules doc, where it is not in force. */
  readonly rulesFaults: readonly RulesFault[];
}

/** Each document people write: the version in force, and why a newer one is not, as the log's system stream has it. */
export const documentStandings = async (visit: Visit): Promise<DocumentsStanding> => {
  const { world, business, context } = visit;
  const [stored, rules, voice] = await Promise.all([
    world.store.read(SYSTEM_STREAM),
    world.objects.get('rules-source', DOCS.rules),
    world.objects.get('rules-source', DOCS.voice),
  ]);
  const { known } = pastEvents(stored);
  const { versions, mirror, policy } = business;
  const at = (instant: string | undefined): string | null =>
    instant === undefined ? null : longMoment(instant, policy.timezone);
  const place = (name: string): string => join(context.folder, name);
  const sheetReadAt = mirror.readAt.getTime() === 0 ? undefined : mirror.readAt.toISOString();
  const refused = refusals(known);
  return {
    documents: [
      {
        name: 'Sheet',
        place: place(EDITED.quotes),
        readAt: at(sheetReadAt),
        version: versionShown(versions.sheet),
        faults: refused.sheet,
      },
      {
        name: 'Rules doc',
        place: place(EDITED.rules),
        readAt: at(rules?.modified),
        version: versionShown(versions.rules),
        faults: refused.rules.map(({ line, expected }) => `line ${line}: expected ${expected}`),
      },
      {
        name: 'Voice doc',
        place: place(EDITED.voice),
        readAt: at(voice?.modified),
        version: versionShown(versions.voice),
        faults: refused.voice,
      },
      {
        name: 'Config',
        place: place(EDITED.config),
        // The config is read whenever it is saved; it has no copy whose time could be told.
        readAt: 'at its last saving',
        version: versionShown(versions.config),
        faults: refused.config,
      },
    ],
    rulesFaults: refused.rules,
  };
};

const versionShown = (version: string): string => (version === 'none' ? '' : version);

interface Refusals {
  readonly sheet: readonly string[];
  readonly rules: readonly RulesFault[];
  readonly voice: readonly string[];
  readonly config: readonly string[];
}

const NONE: Refusals = { sheet: [], rules: [], voice: [], config: [] };

/** A refusal stands until a version of the same document is accepted. */
const refusals = (events: readonly PastEvent[]): Refusals => events.reduce(withEvent, NONE);

const withEvent = (before: Refusals, event: PastEvent): Refusals => {
  switch (event.type) {
    case 'SheetRefused':
      return { ...before, sheet: [`${event.data.column}: ${event.data.error}`] };
    case 'SheetSynced':
      return { ...before, sheet: [] };
    case 'RulesRefused':
      return { ...before, rules: event.data.errors };
    case 'RulesAccepted':
      return { ...before, rules: [] };
    case 'VoiceRefused':
      return { ...before, voice: [event.data.error] };
    case 'VoiceAccepted':
      return { ...before, voice: [] };
    case 'ConfigRefused':
      return { ...before, config: event.data.errors };
    case 'ConfigAccepted':
      return { ...before, config: [] };
    default:
      return before;
  }
};
