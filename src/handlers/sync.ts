import { byItself } from '../event-store/by-itself.ts';
import type { Dependencies } from '../workflows/dependencies.ts';
import { lazy } from '../workflows/lazy.ts';
import type { SheetCells, SyncProgress } from '../workflows/sheet-sync/sync-sheet.ts';

/** What reads the sheet and the docs is loaded while they come. */
const sheetSyncing = lazy(() => import('../workflows/sheet-sync/sync-sheet.ts'));
const docsSyncing = lazy(() => import('../workflows/sheet-sync/sync-settings.ts'));
const missing = lazy(() => import('../workflows/sheet-sync/check-written-rows.ts'));
const telling = lazy(() => import('../workflows/notifications/notify-admin.ts'));

/** What a person must mend before it can be read. */
export interface Problem {
  readonly problem: string;
}

/** Where sheet and docs are read: Google on AWS, files on a laptop. Null: not there (yet), which changes nothing. */
export interface Sources {
  readonly sheet: () => Promise<SheetCells | Problem | null>;
  readonly rules: () => Promise<string | Problem | null>;
  readonly voice: () => Promise<string | Problem | null>;
}

/**
 * Brings sheet and docs in: each by itself, so that one that cannot be read keeps none of the others back. Rejects in the
 * end where one could not be asked for at all; of that the admin hears when the mirror is too old to send by.
 */
export const driveSync = (deps: Dependencies, sources: Sources, progress?: SyncProgress) => async (): Promise<void> => {
  const faults: unknown[] = [];
  // Docs first: the rules decide how a new row is followed up.
  for (const sync of [rulesSync, voiceSync, sheetSync]) {
    try {
      // A stream's own fault has its alarm and is told of by the sweep; the next sync tries again.
      await byItself(() => sync(deps, sources, progress));
    } catch (error) {
      faults.push(error);
      deps.log('error', 'SyncFailed', { what: sync.name, error: error instanceof Error ? error.name : 'unknown' });
    }
  }
  if (faults.length === 0) return;
  await byItself(async () => (await telling()).tellIfStale(deps));
  throw faults[0];
};

const rulesSync = async (deps: Dependencies, sources: Sources): Promise<void> => {
  const [rules, { syncRules }] = await Promise.all([sources.rules(), docsSyncing()]);
  if (rules === null) return;
  if (typeof rules !== 'string') return (await telling()).tellAboutSync(deps, { doc: 'rules', ...rules });
  await (await telling()).tellAboutSync(deps, { doc: 'rules', outcome: await syncRules(deps, rules) });
};

const voiceSync = async (deps: Dependencies, sources: Sources): Promise<void> => {
  const [voice, { syncVoice }] = await Promise.all([sources.voice(), docsSyncing()]);
  if (voice === null) return;
  if (typeof voice !== 'string') return (await telling()).tellAboutSync(deps, { doc: 'voice', ...voice });
  await (await telling()).tellAboutSync(deps, { doc: 'voice', outcome: await syncVoice(deps, voice) });
};

const sheetSync = async (deps: Dependencies, sources: Sources, progress?: SyncProgress): Promise<void> => {
  const [sheet, { syncSheet }, { checkWrittenRows: missRows }] = await Promise.all([
    sources.sheet(),
    sheetSyncing(),
    missing(),
  ]);
  if (sheet === null) return;
  if ('problem' in sheet) return (await telling()).tellAboutSync(deps, { doc: 'sheet', ...sheet });
  const outcome = await syncSheet(deps, sheet, progress);
  if (outcome.kind === 'synced' || outcome.kind === 'unchanged') await missRows(deps, sheet.readAt);
  await (await telling()).tellAboutSync(deps, { doc: 'sheet', outcome });
};
