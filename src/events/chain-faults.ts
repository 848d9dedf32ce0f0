import type { StoredEvent } from './envelope.ts';
import { hashOf, NO_HASH, sha256Hex, storedJson } from './hash-chain.ts';
import { StreamFault } from './stream-fault.ts';

/** What is wrong with an event as it stands in its stream. */
export interface ChainFault {
  readonly stream: string;
  readonly version: number;
  readonly kind: 'gap' | 'hash' | 'link' | 'time' | 'id' | 'actor' | 'day';
  readonly detail: string;
  /** Tells the event as it stands now from any other that may stand there later. */
  readonly mark: string;
}

/** A stream is not as it was stored: nobody decides on it before the admin has answered for what was found. */
export class ChainBroken extends StreamFault {
  override readonly name = 'ChainBroken';
  readonly faults: readonly ChainFault[];

  constructor(stream: string, faults: readonly ChainFault[]) {
    const [first] = faults;
    super('chain', { stream, version: first?.version ?? null }, `${stream}/${first?.version}: ${first?.detail}`);
    this.faults = faults;
  }
}

/** What an event is checked against: the one before it, as it was read or as it was kept. */
export type Before = Pick<StoredEvent, 'version' | 'hash'> & { readonly ts: string | null };

/**
 * Checks a stream in version order, as a scan gives it, event by event: nothing missing, nothing changed, each linked
 * to the one before. What a chain cannot show is that its newest events are missing: the root over all heads does.
 * `from` is the event before the first, where the stream is not read from its start.
 */
export const chainFaults = (events: readonly StoredEvent[], from: Before | null = null): readonly ChainFault[] => {
  const faults: ChainFault[] = [];
  let before = from;
  for (const event of events) {
    for (const [kind, detail] of [...ownFaults(event), ...linkFaults(event, before)]) {
      const mark = sha256Hex(storedJson(event)).slice(0, 16);
      faults.push({ stream: event.quote_id, version: event.version, kind, detail, mark });
    }
    before = event;
  }
  return faults;
};

type Found = readonly [ChainFault['kind'], string];

const ownFaults = (event: StoredEvent): readonly Found[] => {
  const found: Found[] = [];
  if (hashOf(event) !== event.hash) found.push(['hash', 'the event is not the one that was stored: its hash differs']);
  const id = `${event.quote_id}/${event.version}`;
  if (event.event_id !== id) found.push(['id', `its event_id is ${event.event_id}`]);
  if ((event.by_user === undefined) === (event.by_system === undefined)) {
    found.push(['actor', 'it says neither or both of who and what acted']);
  }
  if (event.day !== event.ts?.slice(0, 10)) found.push(['day', `its day is ${event.day}, its time ${event.ts}`]);
  return found;
};

const linkFaults = (event: StoredEvent, before: Before | null): readonly Found[] => {
  const found: Found[] = [];
  const expected = (before?.version ?? 0) + 1;
  if (event.version !== expected) found.push(['gap', missing(expected, event.version)]);
  // After a gap the link cannot fit; it would only say the same again.
  else if (event.prev_hash !== (before?.hash ?? NO_HASH))
    found.push(['link', 'it is not linked to the event before it']);
  if (before !== null && before.ts !== null && event.ts < before.ts)
    found.push(['time', `its time ${event.ts} is before ${before.ts}`]);
  return found;
};

/** An intruder of DynamoDB can slip in a version 0 or 2.5 as well. */
const missing = (from: number, to: number): string =>
  to < from
    ? 'no event has such a version: it was slipped in'
    : to - from === 1
      ? `version ${from} is missing before it`
      : `versions ${from} to ${to - 1} are missing before it`;
