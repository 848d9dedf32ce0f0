import { missRows } from '../application/miss-rows.ts';
import { syncRules, syncVoice } from '../application/sync-docs.ts';
import { type SheetCells, syncSheet } from '../application/sync-sheet.ts';
import { tellAboutSync } from '../application/tell-admin.ts';
import type { World } from '../application/world.ts';

/** Where sheet and docs are read: Google on AWS, files on a laptop. Null: not there (yet), which changes nothing. */
export interface Sources {
  readonly sheet: () => Promise<SheetCells | { readonly problem: string } | null>;
  readonly rules: () => Promise<string | null>;
  readonly voice: () => Promise<string | null>;
}

/** Brings sheet and docs in: each by itself, so that one that cannot be read keeps none of the others back. */
export const driveSync = (world: World, sources: Sources) => async (): Promise<void> => {
  // Docs first: the rules decide how a new row is followed up.
  const rules = await sources.rules();
  if (rules !== null) await tellAboutSync(world, { doc: 'rules', outcome: await syncRules(world, rules) });
  const voice = await sources.voice();
  if (voice !== null) await tellAboutSync(world, { doc: 'voice', outcome: await syncVoice(world, voice) });
  const sheet = await sources.sheet();
  if (sheet === null) return;
  if ('problem' in sheet) return tellAboutSync(world, { doc: 'sheet', problem: sheet.problem });
  const outcome = await syncSheet(world, sheet);
  if (outcome.kind !== 'refused') await missRows(world, sheet.readAt);
  await tellAboutSync(world, { doc: 'sheet', outcome });
};
