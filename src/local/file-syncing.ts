import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import * as E from 'fp-ts/lib/Either.js';
import type { TakingIn } from '../console/request.ts';
import { byItself } from '../event-store/by-itself.ts';
import { driveSync } from '../handlers/sync.ts';
import type { Clock } from '../ports/world.ts';
import { tellAboutSync } from '../workflows/notifications/notify-admin.ts';
import { syncConfig } from '../workflows/sheet-sync/sync-settings.ts';
import { EDITED } from './data-folder.ts';
import { fileSources } from './file-sources.ts';
import type { Runtime } from './runtime.ts';
import { sheetVersions } from './sheet-versions.ts';

/** So many changed rows keep a small machine busy for longer than anybody waits for a page. */
const MANY_ROWS = 500;

export interface FileSyncing {
  readonly now: () => Promise<void>;
  readonly ifChanged: () => Promise<void>;
  /** A sync of very many rows that is under way. */
  readonly takingIn: () => TakingIn | null;
}

/** Saving one of the files is a sync: their times are looked at every second. */
export const fileSyncing = (folder: string, { deps, config }: Runtime, clock: Clock): FileSyncing => {
  const sources = fileSources(folder, clock, sheetVersions(deps.objects));
  let seen = '';
  let takingIn: TakingIn | null = null;
  const stamp = async (): Promise<string> =>
    (
      await Promise.all(
        Object.values(EDITED).map(name =>
          stat(join(folder, name)).then(
            ({ mtimeMs, size }) => `${mtimeMs}/${size}`,
            () => '-',
          ),
        ),
      )
    ).join();
  const now = async (): Promise<void> => {
    seen = await stamp();
    const reloaded = await config.reload();
    await byItself(async () => {
      await syncConfig(deps, reloaded);
      if (E.isLeft(reloaded)) await tellAboutSync(deps, { doc: 'config', errors: reloaded.left });
    });
    try {
      await driveSync(deps, sources, (done, of) => {
        takingIn = of < MANY_ROWS ? null : { done, of };
      })();
    } finally {
      takingIn = null;
    }
  };
  return { now, takingIn: () => takingIn, ifChanged: async () => ((await stamp()) !== seen ? now() : undefined) };
};
