import { drive as driveApi } from '@googleapis/drive';
import { clientOptions, type GoogleAccess, persistent } from '../adapters/google/google-signer.ts';
import { googleSources } from '../adapters/google/google-sources.ts';
import { type Deployment, type Finding, good, wrong } from './finding.ts';

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

/** Sheet and docs are shared with the service account, the sheet as editor. */
export const checkSheet = ({ account, sheetId, problems, rows, mayEdit }: SheetFacts): readonly Finding[] => {
  const share = `open https://docs.google.com/spreadsheets/d/${sheetId}, Share, add ${account} as Editor`;
  if (problems.length > 0) return problems.map(problem => wrong('sheet', problem, share));
  return mayEdit === false
    ? [wrong('sheet', `${account} may read the sheet but not write: outcomes and approved rows cannot be kept`, share)]
    : [good('sheet', `the sheet is shared with ${account}, ${rows} ${rows === 1 ? 'row' : 'rows'}`)];
};
