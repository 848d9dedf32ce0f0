import type { StoredEvent } from './envelope.ts';
import { StreamFault } from './stream-fault.ts';

/** What this code does not know about a stored event. */
export type UnknownPart = 'action' | 'schema' | 'data';

/**
 * An event in the log that this code cannot read: written by a newer release, or not by us. Nobody decides for its
 * stream until the code knows it: a fold that skipped it could send where it must rest.
 */
export class UnknownEvent extends StreamFault {
  override readonly name = 'UnknownEvent';
  readonly action: string;
  readonly schema: number;
  readonly unknown: UnknownPart;

  constructor(stored: Pick<StoredEvent, 'quote_id' | 'version' | 'action' | 'schema'>, unknown: UnknownPart) {
    super(
      'unknown',
      { stream: stored.quote_id, version: stored.version },
      `${stored.quote_id}/${stored.version}: unknown ${unknown} of ${stored.action}@${stored.schema}`,
    );
    this.action = stored.action;
    this.schema = stored.schema;
    this.unknown = unknown;
  }
}
