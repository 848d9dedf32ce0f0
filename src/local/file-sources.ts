import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as E from 'fp-ts/lib/Either.js';
import { writeAtomically } from '../adapters/local/atomic-file.ts';
import { versionOf } from '../application/business.ts';
import type { ConfigSource, SheetWriter, WritableField } from '../application/world.ts';
import type { Config } from '../cadence/policy.ts';
import { decodeConfig } from '../config/decode-config.ts';
import { quoteStream } from '../events/stream-name.ts';
import type { Sources } from '../handlers/sync.ts';
import type { Clock } from '../ports/world.ts';
import { cellText } from '../sheet/cell.ts';
import { csvDialect } from '../sheet/csv/csv-dialect.ts';
import { csvRecords } from '../sheet/csv/csv-records.ts';
import { decodeText } from '../sheet/csv/decode-text.ts';
import { readCsv } from '../sheet/csv/read-csv.ts';
import { QUOTE_HEADINGS } from '../sheet/headers/columns.ts';
import { matchHeaders } from '../sheet/headers/match-headers.ts';
import { EDITED } from './data-folder.ts';

const readIfThere = async (path: string): Promise<Buffer | null> => {
  try {
    return await readFile(path);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
};

/** Sheet and docs from the files of the data folder. */
export const fileSources = (folder: string, clock: Clock): Sources => {
  const doc = async (name: string): Promise<string | null> => {
    const bytes = await readIfThere(join(folder, name));
    return bytes && decodedOr(bytes);
  };
  return {
    sheet: async () => {
      const readAt = clock.now();
      const [quotes, closed] = await Promise.all([
        readIfThere(join(folder, EDITED.quotes)),
        readIfThere(join(folder, EDITED.closed)),
      ]);
      if (!quotes) return null;
      const read = readCsv(quotes);
      if (E.isLeft(read)) return { problem: `${EDITED.quotes} ${read.left}` };
      const ended = closed ? readCsv(closed) : null;
      return { quotes: read.right, closed: ended && E.isRight(ended) ? ended.right : null, readAt };
    },
    rules: () => doc(EDITED.rules),
    voice: () => doc(EDITED.voice),
  };
};

/** A doc in any usual encoding; what is no text is handed on as it is, for the reader to refuse with its own words. */
const decodedOr = (bytes: Buffer): string => {
  const text = decodeText(bytes);
  return E.isRight(text) ? text.right : bytes.toString('latin1');
};

export interface FileConfig extends ConfigSource {
  /** Reads the file again. Left: what is wrong with it; the last good config stays in force. */
  readonly reload: () => Promise<
    E.Either<readonly string[], { readonly config: Config; readonly version: string; readonly changed: boolean }>
  >;
}

/** `config.json`, decoded; one that cannot be read leaves the last good one in force. Throws at the start when there is none. */
export const fileConfig = async (folder: string): Promise<FileConfig> => {
  const path = join(folder, EDITED.config);
  const first = await decodeFile(path);
  if (E.isLeft(first)) throw new ConfigUnreadable(path, first.left);
  let current = first.right;
  return {
    read: async () => current,
    paused: async () => {
      const fresh = await decodeFile(path);
      return E.isRight(fresh) ? fresh.right.config.paused : current.config.paused;
    },
    reload: async () => {
      const fresh = await decodeFile(path);
      if (E.isLeft(fresh)) return fresh;
      const changed = fresh.right.version !== current.version;
      current = fresh.right;
      return E.right({ ...current, changed });
    },
  };
};

export class ConfigUnreadable extends Error {
  override readonly name = 'ConfigUnreadable';
  constructor(path: string, faults: readonly string[]) {
    super(`${path} cannot be used:\n${faults.map(fault => `  ${fault}`).join('\n')}`);
  }
}

const decodeFile = async (path: string): Promise<E.Either<readonly string[], { config: Config; version: string }>> => {
  const bytes = await readIfThere(path);
  if (!bytes) return E.left(['there is no such file']);
  try {
    const json: unknown = JSON.parse(bytes.toString('utf8').replace(/^\uFEFF/, ''));
    return E.map((config: Config) => ({ config, version: versionOf(bytes) }))(decodeConfig(json));
  } catch (error) {
    return E.left([`it is not JSON: ${error instanceof Error ? error.message : String(error)}`]);
  }
};

const ADDED_TITLES = { status: 'Status', contact: 'Contact email', expires: 'Date expires' } as const;

/** Writes one cell of a row of `quotes.csv`: the file as it was, column order and separator kept, replaced at once. */
export const fileSheetWriter = (folder: string): SheetWriter => {
  // Two quotes decided at once must not write over each other.
  let last: Promise<unknown> = Promise.resolve();
  return {
    write: (quoteKey, field, value) => {
      const writing = last.then(() => writeCell(join(folder, EDITED.quotes), quoteKey, field, value));
      last = writing.catch(() => {});
      return writing;
    },
  };
};

const writeCell = async (
  path: string,
  quoteKey: string,
  field: WritableField,
  value: string,
): Promise<{ readonly problem: string | null }> => {
  for (let attempt = 0; attempt < 3; attempt++) {
    const before = await readIfThere(path);
    if (!before) return { problem: `there is no ${EDITED.quotes}` };
    const after = withCell(before, quoteKey, field, value);
    if ('problem' in after) return after;
    // Somebody saved in between: theirs is newer, ours goes on top of it.
    const now = await readIfThere(path);
    if (!now?.equals(before)) continue;
    if (after.text !== null) await writeAtomically(path, after.text);
    return { problem: null };
  }
  return { problem: `${EDITED.quotes} kept changing while it was written` };
};

const withCell = (
  bytes: Buffer,
  quoteKey: string,
  field: WritableField,
  value: string,
): { readonly text: string | null } | { readonly problem: string } => {
  const decoded = decodeText(bytes);
  if (E.isLeft(decoded)) return { problem: `${EDITED.quotes} ${decoded.left}` };
  const marked = decoded.right.startsWith('\uFEFF');
  const body = marked ? decoded.right.slice(1) : decoded.right;
  const { delimiter, start } = csvDialect(body);
  const records = [...csvRecords(body.slice(start), delimiter)].map(cells => [...cells]);
  const header = records.findIndex(cells => cells.some(cell => cellText(cell) !== ''));
  const matched = matchHeaders(records[header] ?? [], QUOTE_HEADINGS);
  if (E.isLeft(matched)) return { problem: matched.left.error };
  const idAt = matched.right.places.quote_id;
  const rows = records.filter(
    (cells, at) => at > header && idAt !== undefined && quoteStream(cellText(cells[idAt])) === quoteKey,
  );
  const [row] = rows;
  if (!row || rows.length > 1)
    return { problem: row ? 'two rows have this quote number' : 'no row has this quote number' };
  let at = matched.right.places[field];
  if (at === undefined) {
    at = records[header]?.length ?? 0;
    records[header]?.push(ADDED_TITLES[field]);
  }
  while (row.length <= at) row.push('');
  if (row[at] === value) return { text: null };
  row[at] = value;
  const lineEnd = body.includes('\r\n') ? '\r\n' : '\n';
  const text = records.map(cells => cells.map(cell => quoted(cell, delimiter)).join(delimiter)).join(lineEnd);
  return { text: `${marked ? '\uFEFF' : ''}${body.slice(0, start)}${text}${lineEnd}` };
};

const quoted = (cell: string, delimiter: string): string =>
  cell.includes(delimiter) || /["\r\n]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
