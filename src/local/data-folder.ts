import { chmod, copyFile, mkdir, open, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { wallClock } from '../cadence/sending-hours.ts';
import { addDays, type LocalDate } from '../kernel/local-date.ts';

const PLACE = /\{([+-]?\d{1,4})(?: (long))?\}/g;
const MONTHS = 'January February March April May June July August September October November December'.split(' ');

/**
 * The example files with their dates filled in: `{-3}` is three days before `today` as ISO, `{+20 long}` is twenty days
 * after as `23 March 2026`. Examples copied on the first start are always fresh. Other braces stay.
 */
export const renderExamples = (template: string, today: LocalDate): string =>
  template.replace(PLACE, (_, days: string, long: string | undefined) => {
    const date = addDays(today, Number(days));
    return long === undefined ? date : inWords(date);
  });

const inWords = (date: LocalDate): string => {
  const [year = '', month = '', day = ''] = date.split('-');
  return `${Number(day)} ${MONTHS[Number(month) - 1] ?? ''} ${year}`;
};

/** The files a person edits. Saving one is a sync, as the Google sheet and docs are on AWS. */
export const EDITED = {
  quotes: 'quotes.csv',
  closed: 'closed.csv',
  rules: 'rules.txt',
  voice: 'voice.txt',
  config: 'config.json',
} as const;

/** A start that cannot be: said to the person, without a stack. */
export class CannotStart extends Error {
  override readonly name = 'CannotStart';
}

const exists = async (path: string): Promise<boolean> => {
  try {
    await stat(path);
    return true;
  } catch {
    return false;
  }
};

/** Makes the folder, for its owner's eyes only. */
export const openFolder = async (folder: string): Promise<void> => {
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await chmod(folder, 0o700);
  } catch (error) {
    throw new CannotStart(
      `the data folder ${folder} cannot be used: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
};

/** One process a folder. The lock names its process, so that one left by a crash is taken over. */
export const lockFolder = async (folder: string): Promise<() => Promise<void>> => {
  const path = join(folder, 'lock');
  for (let attempt = 0; attempt < 2; attempt++) {
    try {
      const file = await open(path, 'wx', 0o600);
      await file.writeFile(String(process.pid));
      await file.close();
      return () => rm(path, { force: true });
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
      const pid = Number((await readFile(path, 'utf8').catch(() => '')) || Number.NaN);
      if (isRunning(pid))
        throw new CannotStart(
          `${folder} is in use by process ${pid}; stop that one first, or set QF_DATA to another folder`,
        );
      await rm(path, { force: true });
    }
  }
  throw new CannotStart(`${folder} is in use by another process`);
};

const isRunning = (pid: number): boolean => {
  if (!Number.isInteger(pid) || pid <= 0 || pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
};

const EXAMPLES = join(dirname(fileURLToPath(import.meta.url)), '..', '..', 'examples');

/**
 * The first start copies the example business in, its dates counted from today. The marker goes last, so that a start
 * cut short begins again; a file that is there already is never overwritten.
 */
export const copyExamples = async (folder: string, today: LocalDate): Promise<boolean> => {
  const marker = join(folder, 'examples.json');
  if (await exists(marker)) return false;
  for (const name of Object.values(EDITED)) {
    const from = join(EXAMPLES, name);
    const to = join(folder, name);
    if ((await exists(to)) || !(await exists(from))) continue;
    if (name.endsWith('.csv'))
      await writeFile(to, renderExamples(await readFile(from, 'utf8'), today), { mode: 0o600 });
    else await copyFile(from, to);
  }
  await writeFile(marker, JSON.stringify({ copied: today }), { mode: 0o600 });
  return true;
};

/** The files that a person edits, from the examples at the first start. With a relay real people are written to: example data must not be there. */
export const prepareFiles = async (folder: string, smtpUrl: string | null, now: Date): Promise<void> => {
  if (smtpUrl === null) {
    await copyExamples(folder, wallClock(now, 'UTC').date);
    return;
  }
  const isThere = (name: string): Promise<boolean> =>
    stat(join(folder, name)).then(
      () => true,
      () => false,
    );
  const missing = (
    await Promise.all(
      [EDITED.quotes, EDITED.rules, EDITED.voice, EDITED.config].map(async name =>
        (await isThere(name)) ? null : name,
      ),
    )
  ).filter(name => name !== null);
  if (missing.length > 0)
    throw new CannotStart(
      `with QF_SMTP_URL mail really leaves, so no examples are copied: put ${missing.join(', ')} into ${folder} first`,
    );
  if (await isThere('examples.json'))
    throw new CannotStart(
      `${folder} began with example data, and with QF_SMTP_URL mail really leaves: set QF_DATA to a folder of your own`,
    );
};
