import type { ChangeFeed } from '../ports/change-feed.ts';
import type { EventStore } from '../ports/event-store.ts';
import type { KeyStore } from '../ports/key-store.ts';
import type { ReadModels } from '../ports/read-models.ts';
import type { Tripwire } from '../ports/tripwire.ts';
import type { EngineKind } from './engine-record.ts';

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
