import { drive as driveApi } from '@googleapis/drive';
import { clientOptions, type GoogleAccess, persistent } from '../../../google/google-signer.ts';
import { googleSources } from '../../../google/google-sources.ts';
import type { Deployment } from '../deployment.ts';

export interface SheetFacts {
  /** The service account: with whom everything must be shared. */
  readonly account: string;
  readonly sheetId: string;
  /** In words that name the account; null where it could be read. */
  readonly problems: readonly string[];
  /** Rows below the headers. */
  readonly rows: number;
  /** May the account write outcomes and approved rows; null where Google does not say. */
  readonly mayEdit: boolean | null;
}

/** Reads sheet and docs as the sync does. */
export const lookAtSheet = async (access: GoogleAccess, at: Deployment, now: () => Date): Promise<SheetFacts> => {
  const sheetId = at.variable('QF_SHEET_ID');
  const orNull = (name: string): string | null => at.variable(name) || null;
  const sources = googleSources({
    access: async () => access,
    sheetId,
    quotesTab: at.variable('QF_QUOTES_TAB'),
    closedTab: orNull('QF_CLOSED_TAB'),
    rulesDocId: orNull('QF_RULES_DOC'),
    voiceDocId: orNull('QF_VOICE_DOC'),
    now,
  });
  const [sheet, rules, voice] = await Promise.all([sources.sheet(), sources.rules(), sources.voice()]);
  const problems = [sheet, rules, voice].flatMap(read =>
    typeof read === 'object' && read !== null && 'problem' in read ? [read.problem] : [],
  );
  const mayEdit = 'problem' in sheet ? null : await canEdit(access, sheetId);
  const rows = 'problem' in sheet ? 0 : Math.max(0, sheet.quotes.length - 1);
  return { account: access.account, sheetId, problems, rows, mayEdit };
};

const canEdit = async (access: GoogleAccess, fileId: string): Promise<boolean | null> => {
  const { files } = driveApi({ version: 'v3', ...clientOptions(access) });
  const { data } = await persistent(access, () =>
    files.get({ fileId, fields: 'capabilities(canEdit)', supportsAllDrives: true }),
  );
  return data.capabilities?.canEdit ?? null;
};
