import type { ObjectStore } from '../ports/object-store.ts';
import { MIRROR, readManifest } from '../workflows/business-context.ts';

const COUNTER = 'sheet-version.json';

/**
 * A file has no version of its own: its readings are counted, over restarts too. Each gets a greater number than those
 * that began before it. A counter that was lost goes on after the mirror's.
 */
export const sheetVersions = (objects: Pick<ObjectStore, 'get' | 'putOver'>) => async (): Promise<number> => {
  for (;;) {
    const stored = await objects.get('quotes-source', COUNTER);
    const before = stored === null ? await versionOfMirror(objects) : countOf(stored.body);
    const body = new TextEncoder().encode(JSON.stringify({ version: before + 1 }));
    if (await objects.putOver('quotes-source', COUNTER, body, stored?.version ?? null, 'application/json'))
      return before + 1;
  }
};

const countOf = (body: Uint8Array): number => {
  const { version }: { readonly version: number } = JSON.parse(new TextDecoder().decode(body));
  return version;
};

const versionOfMirror = async (objects: Pick<ObjectStore, 'get'>): Promise<number> => {
  const manifest = await objects.get('quotes-source', MIRROR.manifest);
  return (manifest && readManifest(manifest.body).sheet?.version) ?? 0;
};
