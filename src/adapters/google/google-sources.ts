import { type drive_v3, drive as driveApi } from '@googleapis/drive';
import { googleFault, isUnknownTab } from './google-fault.ts';
import { clientOptions, type GoogleAccess, persistent } from './google-signer.ts';
import { type Grid, readTabs, tabNames } from './sheet-grid.ts';

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
}

export interface SheetRead {
  readonly quotes: Grid;
  readonly closed: Grid | null;
  /** UTC instant before which nothing was read. */
  readonly readAt: Date;
  /** Which file it is, and the version that Drive gave it before its values were read. */
  readonly source: string;
  readonly version: number;
}

/** What a person must mend, in words that name the service account. */
export interface Problem {
  readonly problem: string;
}

const SHEET = 'the sheet of quotes';

/**
 * Sheet and docs from Google. A file is fetched when its `version` is another than that of the copy at hand; whether what
 * it says has changed, its content tells. What a person must mend comes back as a problem; trouble that passes by itself
 * is thrown, after a few tries: the next sync is in a quarter of an hour.
 */
export const googleSources = (options: GoogleSourcesOptions) => {
  const { access, sheetId, quotesTab, closedTab, rulesDocId, voiceDocId, now } = options;
  const tabs = closedTab === null ? [quotesTab] : [quotesTab, closedTab];
  const sheetCopy = copies<readonly Grid[]>(now);
  const rulesCopy = copies<string>(now);
  const voiceCopy = copies<string>(now);
  const doc = async (fileId: string | null, what: string, copy: Copies<string>): Promise<string | Problem | null> => {
    if (fileId === null) return null;
    const google = await access();
    const read = await orProblem(google, what, () => copy(google, fileId, () => docText(google, fileId)));
    return 'problem' in read ? read : read.content;
  };
  return {
    sheet: async (): Promise<SheetRead | Problem> => {
      const google = await access();
      const readAt = now();
      const read = await orProblem(google, SHEET, () =>
        sheetCopy(google, sheetId, () => readTabs(google, sheetId, tabs)).catch(async error => {
          if (!isUnknownTab(error)) throw error;
          return { problem: unknownTab(tabs, await tabNames(google, sheetId)) };
        }),
      );
      if ('problem' in read) return read;
      const [quotes = [], closed] = read.content;
      return { quotes, closed: closed ?? null, readAt, source: sheetId, version: orderOf(read.version) };
    },
    rules: () => doc(rulesDocId, 'the rules doc', rulesCopy),
    voice: () => doc(voiceDocId, 'the voice doc', voiceCopy),
  };
};

/** Drive numbers every change of a file. Without a number nobody could tell an older reading from a newer one. */
const orderOf = (version: string | null): number => {
  const order = Number(version ?? Number.NaN);
  if (!Number.isSafeInteger(order)) throw new Error('Drive gave the sheet no version');
  return order;
};

/** The number that a file's newest change has. */
export const fileOrder = async (google: GoogleAccess, fileId: string): Promise<number> =>
  orderOf(await versionOf(google, fileId));

const orProblem = async <T>({ account }: GoogleAccess, what: string, read: () => Promise<T>): Promise<T | Problem> => {
  try {
    return await read();
  } catch (error) {
    const problem = googleFault(error, { what, account });
    if (problem === null) throw error;
    return { problem };
  }
};

const unknownTab = (wanted: readonly string[], there: readonly string[]): string => {
  const missing = wanted.filter(tab => !there.includes(tab)).map(tab => `“${tab}”`);
  const found = there.map(tab => `“${tab}”`).join(', ');
  return `${SHEET} has no tab named ${missing.join(' and none named ')}; its tabs are ${found}. Name it as before, or set the new name`;
};

const driveOf = (google: GoogleAccess): drive_v3.Drive => driveApi({ version: 'v3', ...clientOptions(google) });

/** In the export's own words, without the mark that it begins with. */
const docText = async (google: GoogleAccess, fileId: string): Promise<string> => {
  const { files } = driveOf(google);
  const { data } = await persistent(google, () =>
    files.export({ fileId, mimeType: 'text/plain' }, { responseType: 'text' }),
  );
  return typeof data === 'string' ? data.replace(/^\uFEFF/, '') : '';
};

interface Copy<T> {
  readonly version: string | null;
  readonly content: T;
}

type Copies<T> = (google: GoogleAccess, fileId: string, read: () => Promise<T>) => Promise<Copy<T>>;

/** A formula may show something new without a new version of its file. */
const COPY_LIFE_MS = 60 * 60_000;

/** What was last read of a file, given again while Drive says that the file is the same. The version is asked for first: what changes meanwhile is read by the next. */
const copies = <T>(now: () => Date): Copies<T> => {
  let copy: (Copy<T> & { readonly at: number }) | null = null;
  return async (google, fileId, read) => {
    const version = await versionOf(google, fileId);
    const at = now().getTime();
    if (copy !== null && copy.version === version && at - copy.at < COPY_LIFE_MS) return copy;
    copy = null;
    const content = await read();
    if (version !== null) copy = { version, at, content };
    return { version, content };
  };
};

/** Counts every change of a file; the file may lie on a shared drive. */
const versionOf = async (google: GoogleAccess, fileId: string): Promise<string | null> => {
  const { files } = driveOf(google);
  const { data } = await persistent(google, () => files.get({ fileId, fields: 'version', supportsAllDrives: true }));
  return data.version ?? null;
};
