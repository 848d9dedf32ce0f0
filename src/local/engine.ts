import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ChangeFeed } from '../ports/change-feed.ts';
import type { EventStore } from '../ports/event-store.ts';
import type { KeyStore } from '../ports/key-store.ts';
import type { ReadModels } from '../ports/read-models.ts';
import type { Tripwire } from '../ports/tripwire.ts';
import { CannotStart } from './data-folder.ts';

/** A folder's data, open. */
export interface OpenEngine {
  readonly kind: EngineKind;
  /** For a person: `SQLite`, `the bundled DynamoDB engine`. */
  readonly name: string;
  readonly store: EventStore;
  readonly readModels: ReadModels;
  readonly keys: KeyStore;
  readonly feed: ChangeFeed;
  readonly tripwire: Tripwire;
  /** What keeps the log from being written, in words; null when nothing does. Appends nothing. */
  readonly writeFault: () => Promise<string | null>;
  /** Ends what was started for it. Call it after the feed's runs have ended. */
  readonly close: () => Promise<void>;
}

/** Which engine holds a folder's data. */
export type EngineKind = { readonly engine: 'sqlite' } | DynamoDbKind;

export interface DynamoDbKind {
  readonly engine: 'dynamodb';
  /** Null for the bundled one. */
  readonly url: string | null;
  /** What the tables' names begin with. */
  readonly tables: string;
}

export const TABLES = 'qf';

const fileOf = (folder: string): string => join(folder, 'engine.json');

/** The engine a folder belongs to, or null when none has started on it yet. */
export const recordedEngine = async (folder: string): Promise<EngineKind | null> => {
  const text = await readFile(fileOf(folder), 'utf8').catch(() => null);
  if (text === null) return null;
  const kind = toKind(text);
  if (kind) return kind;
  throw new CannotStart(`${fileOf(folder)} does not say which engine holds the data; it may have been edited`);
};

const toKind = (text: string): EngineKind | null => {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return null;
  }
  if (typeof json !== 'object' || json === null || !('engine' in json)) return null;
  if (json.engine === 'sqlite') return { engine: 'sqlite' };
  if (json.engine !== 'dynamodb') return null;
  return {
    engine: 'dynamodb',
    url: 'url' in json && typeof json.url === 'string' ? json.url : null,
    tables: 'tables' in json && typeof json.tables === 'string' ? json.tables : TABLES,
  };
};

/** A folder belongs to one engine for good: another one would begin with an empty log, and send everything again. */
export const claimFolder = async (folder: string, wanted: EngineKind): Promise<void> => {
  const recorded = await recordedEngine(folder);
  if (recorded === null) return record(folder, wanted);
  if (nameOf(recorded) === nameOf(wanted)) return;
  throw new CannotStart(
    `${folder} belongs to ${nameOf(recorded)}, not to ${nameOf(wanted)}: start it with \`${startOf(recorded)}\`, or set QF_DATA to another folder`,
  );
};

const record = async (folder: string, kind: EngineKind): Promise<void> => {
  await writeFile(`${fileOf(folder)}.new`, `${JSON.stringify(kind)}\n`, { mode: 0o600 });
  await rename(`${fileOf(folder)}.new`, fileOf(folder));
};

/** One URL, one way of writing it. Throws `CannotStart` when it is none. */
export const asRecorded = (kind: EngineKind): EngineKind => {
  if (kind.engine === 'sqlite' || kind.url === null) return kind;
  if (!URL.canParse(kind.url))
    throw new CannotStart(`${kind.url} is no URL of a DynamoDB engine; one looks like http://127.0.0.1:8000`);
  return { ...kind, url: new URL(kind.url).href.replace(/\/$/, '') };
};

export const nameOf = (kind: EngineKind): string => {
  if (kind.engine === 'sqlite') return 'SQLite';
  if (kind.url === null) return 'the bundled DynamoDB engine';
  return `the DynamoDB engine at ${kind.url}${kind.tables === TABLES ? '' : `, tables ${kind.tables}-…`}`;
};

const startOf = (kind: EngineKind): string => {
  if (kind.engine === 'sqlite') return 'npm start';
  if (kind.url === null) return 'npm start -- --dynamodb';
  return `${kind.tables === TABLES ? '' : `QF_TABLES=${kind.tables} `}npm start -- --dynamodb ${kind.url}`;
};
