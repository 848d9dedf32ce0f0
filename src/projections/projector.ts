import { decodeAll } from '../event-store/decode-all.ts';
import { alarmUnknown } from '../event-store/load.ts';
import type { AnyKnownEvent } from '../events/event-registry.ts';
import type { Change, ChangeHandler } from '../ports/change-feed.ts';
import type { EventStore } from '../ports/event-store.ts';
import type { Model, ReadModels, Rows } from '../ports/read-models.ts';
import type { Log } from '../ports/world.ts';
import { approvalRows } from './approvals.ts';
import { nudgeRows } from './nudges.ts';
import { replyRows } from './replies.ts';

/** The rows of one stream, by model. */
export type StreamRows = { readonly [M in Model]: readonly Rows[M][] };

export const MODELS: readonly Model[] = ['nudges', 'reply', 'approvals'];

/**
 * What the read models show of a stream: a function of its events and of nothing else. Each row carries the version of
 * the last event that changed it, so rows of two folds can be told apart by age.
 */
export const projectStream = (stream: string, events: readonly AnyKnownEvent[]): StreamRows => ({
  nudges: nudgeRows(stream, events),
  reply: replyRows(stream, events),
  approvals: approvalRows(stream, events),
});

export interface ProjectDeps {
  readonly store: Pick<EventStore, 'read'>;
  readonly readModels: Pick<ReadModels, 'put'>;
  readonly log: Log;
}

/** Actions that no row shows: their streams are long (`~system` grows by every sync), and need no reading. */
const SHOWN_NOWHERE: ReadonlySet<string> = new Set([
  'ContactDayTaken',
  'ContactBounced',
  'ContactComplained',
  'ContactStopped',
  'ContactLifted',
  'MailReceived',
  'MailRouted',
  'MailClaimed',
  'MailRepeated',
  'DayChecked',
  'ReportFinished',
  'SheetSynced',
  'SheetRefused',
  'RulesAccepted',
  'RulesRefused',
  'VoiceAccepted',
  'VoiceRefused',
  'ConfigAccepted',
  'ConfigRefused',
  'ClockMoved',
  'KeyDestroyed',
  'TrailExported',
  'FaultsFound',
  'FaultsAnswered',
  'QuoteListed',
  'DraftWritten',
  'SendDeferred',
  'SendClaimed',
  'LetterSent',
  'ProposalMade',
  'ProposalLetterSent',
  'ProposalRowWritten',
  'ProposalWriteDoubtful',
  'RowWriteFailed',
]);

/**
 * Keeps the read models. A change is only a signal: the stream is read consistently and folded, and the rows are put if
 * what stands there is older. So changes may come twice, late or in any order, and a rebuild may run meanwhile.
 * A stream is read once per batch. Stops at the first failure and names it.
 */
export const projector =
  (deps: ProjectDeps): ChangeHandler =>
  async changes => {
    const done = new Set<string>();
    for (const change of changes) {
      if (!isShown(change) || done.has(change.stream)) continue;
      try {
        await projectOnto(deps, change.stream);
        done.add(change.stream);
      } catch (error) {
        const { stream, version } = change;
        deps.log('error', 'ProjectionFailed', { stream, version, error: String(error) });
        return { failed: change.sequence };
      }
    }
    return { failed: null };
  };

const isShown = ({ kind, event }: Change): boolean =>
  kind === 'INSERT' && (event === null || !SHOWN_NOWHERE.has(event.action));

/** Puts the rows of a stream. Events this code does not know are alarmed and left out; a rebuild mends the rows later. */
const projectOnto = async ({ store, readModels, log }: ProjectDeps, stream: string): Promise<void> => {
  const { known, unknown } = decodeAll(await store.read(stream));
  for (const error of unknown) alarmUnknown(log, error);
  const rows = projectStream(stream, known);
  for (const model of MODELS) await putAll(readModels, model, rows[model]);
};

const putAll = async <M extends Model>(
  readModels: Pick<ReadModels, 'put'>,
  model: M,
  rows: readonly Rows[M][],
): Promise<void> => {
  for (const row of rows) await readModels.put(model, row);
};
