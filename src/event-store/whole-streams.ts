import type { StoredEvent } from '../events/stored-event.ts';

/** A whole stream, as a scan of the log gives it. */
export interface WholeStream {
  readonly stream: string;
  readonly events: readonly StoredEvent[];
}

/** Cuts a scan, in which a stream's events stand together, into its streams; one stream is held in memory at a time. */
export async function* wholeStreams(events: AsyncIterable<StoredEvent>): AsyncIterable<WholeStream> {
  let current: StoredEvent[] = [];
  for await (const event of events) {
    const first = current[0];
    if (first !== undefined && first.quote_id !== event.quote_id) {
      yield { stream: first.quote_id, events: current };
      current = [];
    }
    current.push(event);
  }
  const first = current[0];
  if (first !== undefined) yield { stream: first.quote_id, events: current };
}

/** So many items at a time, for work that is done side by side. */
export async function* inGroups<T>(items: AsyncIterable<T>, size: number): AsyncIterable<readonly T[]> {
  let group: T[] = [];
  for await (const item of items) {
    group.push(item);
    if (group.length < size) continue;
    yield group;
    group = [];
  }
  if (group.length > 0) yield group;
}
