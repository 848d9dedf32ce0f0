import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as E from 'fp-ts/lib/Either.js';
import { writeAtomically } from '../adapters/filesystem/atomic-file.ts';
import { type CsvEdit, editCsv, rowInCsv } from '../sheet/csv/edit-csv.ts';
import { encodeLike } from '../sheet/csv/encode-text.ts';
import type { RowOutcome, SheetWriter } from '../workflows/dependencies.ts';
import { EDITED } from './data-folder.ts';

const MAX_ATTEMPTS = 3;

/**
 * Writes into `quotes.csv`: the file as it was, column order, separator and encoding kept, replaced at once, and only if it is
 * still the one that was read. Looked at again afterwards, for a spreadsheet program may save at the same moment.
 */
export const fileSheetWriter = (folder: string, nextVersion: () => Promise<number>): SheetWriter => {
  const path = join(folder, EDITED.quotes);
  // Two rows decided at once must not write over each other.
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const turn = last.then(work);
    last = turn.catch(() => {});
    return turn;
  };
  return {
    write: async (key, field, value) => {
      const cells = { [field]: value };
      const outcome = await inTurn(() => put(path, { key, cells, how: 'change' }));
      if (outcome.kind !== 'written') return { problem: outcome.why };
      // Whoever reads under a greater number reads after this; that the cell holds it still is looked at once more.
      const version = await nextVersion();
      const stands = await inTurn(() => lookedAt(path, { key, cells, how: 'change' }, outcome, null));
      return stands.kind === 'written' ? { problem: null, version } : { problem: stands.why };
    },
    appendRow: (key, cells, usualCurrency) => inTurn(() => put(path, { key, cells, how: 'append', usualCurrency })),
    changeRow: (key, cells, usualCurrency) => inTurn(() => put(path, { key, cells, how: 'change', usualCurrency })),
    rowOf: async key => {
      const bytes = await readIfThere(path);
      return bytes ? E.getOrElse((): number | null => null)(rowInCsv(bytes, key)) : null;
    },
  };
};

const refused = (why: string): RowOutcome => ({ kind: 'refused', why });

const put = async (path: string, edit: CsvEdit): Promise<RowOutcome> => {
  for (let tries = 0; tries < MAX_ATTEMPTS; tries++) {
    const before = await readIfThere(path);
    if (!before) return refused(`there is no ${EDITED.quotes}`);
    const edited = editCsv(before, edit);
    if (E.isLeft(edited)) return refused(edited.left);
    const { text, row, already } = edited.right;
    if (text === null) return { kind: 'written', row, already: true };
    // Somebody saved in between: theirs is newer, ours goes on top of it.
    if (!(await readIfThere(path))?.equals(before)) continue;
    const failure = await replace(path, encodeLike(before, text));
    return lookedAt(path, edit, { row, already }, failure);
  }
  return refused(`${EDITED.quotes} kept changing while it was written`);
};

const replace = async (path: string, file: Uint8Array): Promise<string | null> => {
  try {
    await writeAtomically(path, file);
    return null;
  } catch (error) {
    return whyNotWritten(error);
  }
};

/** For the rep, who sees neither paths nor the names of system calls. */
export const whyNotWritten = (error: unknown): string => {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  switch (code) {
    case 'EPERM':
    case 'EACCES':
    case 'EBUSY':
      return `${EDITED.quotes} is open in another program, or may not be written to: close it there, or allow writing`;
    case 'EROFS':
      return `the folder of ${EDITED.quotes} may only be read: allow writing there`;
    case 'ENOSPC':
    case 'EDQUOT':
      return `there is no room on the disk for ${EDITED.quotes}: delete what is not needed`;
    default:
      return `${EDITED.quotes} could not be written${code === '' ? '' : ` (${code})`}`;
  }
};

/** What stands there now decides, not what we believe to have done. */
const lookedAt = async (
  path: string,
  edit: CsvEdit,
  done: { readonly row: number; readonly already: boolean },
  failure: string | null,
): Promise<RowOutcome> => {
  const now = await readIfThere(path).catch(() => null);
  const edited = now === null ? E.left(`${EDITED.quotes} cannot be read`) : editCsv(now, edit);
  const stands = E.isRight(edited) && edited.right.text === null;
  if (stands) return { kind: 'written', row: edited.right.row, already: edit.how === 'append' ? false : done.already };
  if (failure !== null && E.isRight(edited)) return refused(failure);
  return {
    kind: 'doubtful',
    why: E.isLeft(edited) ? edited.left : `${EDITED.quotes} was saved by another program at the same moment`,
  };
};

const readIfThere = async (path: string): Promise<Buffer | null> => {
  try {
    return await readFile(path);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
};
