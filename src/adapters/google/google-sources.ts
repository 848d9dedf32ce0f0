import { drive as driveApi } from '@googleapis/drive';
import type { Log } from '../../ports/world.ts';
import { googleFault } from './google-fault.ts';
import { clientOptions, type GoogleAccess } from './google-signer.ts';
import { type Grid, readTabs } from './sheet-grid.ts';

export interface GoogleSourcesOptions {
  readonly access: () => Promise<GoogleAccess>;
  readonly sheetId: string;
  readonly quotesTab: string;
  /** Null: there is no second tab. */
  readonly closedTab: string | null;
  /** Null: there is no such doc. */
  readonly rulesDocId: string | null;
  readonly voiceDocId: string | null;
  readonly now: () => Date;
  readonly log: Log;
}

export interface SheetRead {
  readonly quotes: Grid;
  readonly closed: Grid | null;
  readonly readAt: Date;
}

/**
 * Sheet and docs from Google. What a person must mend comes back in words that name the service account; trouble that
 * passes by itself is thrown for the sheet, whose next reading is in a quarter of an hour, and left for a doc.
 */
export const googleSources = (options: GoogleSourcesOptions) => ({
  sheet: async (): Promise<SheetRead | { readonly problem: string }> => {
    const { sheetId, quotesTab, closedTab, now } = options;
    const access = await options.access();
    const readAt = now();
    try {
      const tabs = closedTab === null ? [quotesTab] : [quotesTab, closedTab];
      const [quotes = [], closed] = await readTabs(access, sheetId, tabs);
      return { quotes, closed: closed ?? null, readAt };
    } catch (error) {
      const problem = googleFault(error, { what: 'the sheet of quotes', account: access.account });
      if (problem === null) throw error;
      return { problem };
    }
  },
  rules: () => docText(options, options.rulesDocId, 'the rules doc'),
  voice: () => docText(options, options.voiceDocId, 'the voice doc'),
});

const docText = async (
  { access, log }: GoogleSourcesOptions,
  fileId: string | null,
  what: string,
): Promise<string | null> => {
  if (fileId === null) return null;
  const google = await access();
  const { account } = google;
  const drive = driveApi({ version: 'v3', ...clientOptions(google) });
  try {
    const { data } = await drive.files.export({ fileId, mimeType: 'text/plain' }, { responseType: 'text' });
    return typeof data === 'string' ? data.replace(/^\uFEFF/, '') : null;
  } catch (error) {
    log('error', 'DocUnreadable', { doc: what, reason: googleFault(error, { what, account }) ?? 'Google is unwell' });
    return null;
  }
};
