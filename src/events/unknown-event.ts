import type { StoredEvent } from './envelope.ts';

/** What this code does not know about a stored event. */
export type UnknownPart = 'action' | 'schema' | 'data';

/**
 * An event in the log that this code cannot read: written by a newer release, or not by us. Nobody decides for its
 * stream until the code knows it: a fold that skipped it could send where it must rest.
 */
export class UnknownEvent extends Error {
  override readonly name = 'UnknownEvent';
  readonly stream: string;
  readonly version: number;
  readonly action: string;
  readonly schema: number;
  readonly unknown: UnknownPart;

  constructor(stored: Pick<StoredEvent, 'quote_id' | 'version' | 'action' | 'schema'>, unknown: UnknownPart) {
    super(`${stored.quote_id}/${stored.version}: unknown ${unknown} of ${stored.action}@${stored.schema}`);
    this.stream = stored.quote_id;
    this.version = stored.version;
    this.action = stored.action;
    this.schema = stored.schema;
    this.unknown = unknown;
  }
}
