import { hash } from 'node:crypto';
import canonicalize from 'canonicalize';
import { oncePerImmutable } from '../events/immutable.ts';
import type { StoredEvent } from '../events/stored-event.ts';
import { StreamFault } from '../events/stream-fault.ts';

/** `prev_hash` of a stream's first event. */
export const NO_HASH = '0'.repeat(64);

export type Unhashed = Omit<StoredEvent, 'hash'>;

/**
 * RFC 8785 JSON: names in code-unit order, nothing between the tokens. Throws on what has none: NaN, infinities, half a
 * surrogate pair. Every event that a decision rests on is hashed before, so the usual item takes the short way: the
 * engine's own JSON of a copy whose names are in order.
 */
export const canonicalJson = (value: unknown): string => {
  const copy = inOrder(value);
  const json = copy === undefined ? undefined : JSON.stringify(copy);
  // Half a pair is written as an escape; whether this one is a text about escapes, the library finds out.
  return json === undefined || json.includes('\\ud') ? (canonicalize(value) ?? '') : json;
};

/** Undefined where a copy cannot have its names in order, for an object gives whole numbers first. */
const inOrder = (value: unknown): unknown => {
  if (typeof value === 'number') return Number.isFinite(value) ? value : undefined;
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) {
    const items: unknown[] = [];
    for (const item of value) {
      const copy = inOrder(item);
      if (copy === undefined) return undefined;
      items.push(copy);
    }
    return items;
  }
  const copy: Record<string, unknown> = {};
  for (const [name, field] of Object.entries(value).sort(byName)) {
    if (field === undefined) continue;
    const ordered = UNUSUAL_NAME.test(name) ? undefined : inOrder(field);
    if (ordered === undefined) return undefined;
    copy[name] = ordered;
  }
  return copy;
};

const UNUSUAL_NAME = /^\d|^__proto__$/;

const byName = ([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number => (a < b ? -1 : 1);

export const sha256Hex = (text: string): string => hash('sha256', text, 'hex');

/**
 * SHA-256, hex, of the RFC 8785 JSON of the stored item without its `hash`: of everything that is stored, fields this
 * code does not know included, before upcasting.
 */
export const hashOf: (item: Unhashed) => string = oncePerImmutable(item => {
  const { hash: _, ...unhashed }: Unhashed & { readonly hash?: unknown } = item;
  return sha256Hex(canonicalJson(unhashed));
});

/** An event as one line of RFC 8785 JSON: whatever engine it was read from, the text is the same. */
export const storedJson = (event: StoredEvent): string => canonicalJson(event);

export const withHash = (item: Unhashed): StoredEvent => ({ ...item, hash: hashOf(item) });

/** Time of an event after one of time `lastTs`: now, but never earlier than the one before, whatever the clock did. */
export const tsAfter = (lastTs: string | null, now: Date): string => {
  const ts = now.toISOString();
  return lastTs !== null && lastTs > ts ? lastTs : ts;
};

/** The newest event of a stream (at some instant), by which all before it are fixed. */
export interface Head {
  readonly stream: string;
  readonly version: number;
  readonly hash: string;
}

/**
 * Root, hex, over the heads of all streams, in whatever order they come: a Merkle tree as RFC 6962 builds it, whose
 * leaves are the heads sorted by stream name in code-unit order. A chain per stream cannot show that its newest events
 * are missing; a root kept elsewhere can. No streams have the root of the empty tree, the SHA-256 of nothing.
 */
export const rootOf = (heads: readonly Head[]): string => {
  const leaves = heads
    .toSorted((a, b) => (a.stream < b.stream ? -1 : a.stream > b.stream ? 1 : 0))
    .map(({ stream, version, hash: head }) => sha256Hex(`\u0000${canonicalJson([stream, version, head])}`));
  return treeOf(leaves, 0, leaves.length);
};

const treeOf = (leaves: readonly string[], from: number, to: number): string => {
  const leaf = leaves[from];
  if (leaf === undefined) return sha256Hex('');
  if (to - from === 1) return leaf;
  const half = from + 2 ** Math.ceil(Math.log2(to - from) - 1);
  return sha256Hex(`\u0001${treeOf(leaves, from, half)}${treeOf(leaves, half, to)}`);
};

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
