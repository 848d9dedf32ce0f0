import { open, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import type { FeedPosition, FeedPositions } from '../batch-processor.ts';

/**
 * Positions in files `feed-<consumer>.json` of a folder. Written beside and renamed, so that a crash leaves the old or
 * the new one; an unreadable file counts as none, and the feed is read from its beginning, which does no harm.
 */
export const fileFeedPositions = (folder: string): FeedPositions => {
  const pathOf = (consumer: string): string => join(folder, `feed-${consumer}.json`);
  return {
    load: async consumer => {
      try {
        return JSON.parse(await readFile(pathOf(consumer), 'utf8')) as FeedPosition;
      } catch {
        return null;
      }
    },
    save: async (consumer, position) => {
      const path = pathOf(consumer);
      const file = await open(`${path}.new`, 'w', 0o600);
      try {
        await file.writeFile(JSON.stringify(position));
      } finally {
        await file.close();
      }
      await rename(`${path}.new`, path);
    },
  };
};
