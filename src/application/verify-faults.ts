import { type ChainFault, chainFaults } from '../events/chain-faults.ts';
import type { StoredEvent } from '../events/envelope.ts';
import { type Head, sha256Hex } from '../events/hash-chain.ts';
import { unseal } from '../events/seal.ts';
import type { KeyState, KeyStore } from '../ports/key-store.ts';
import type { Model } from '../ports/read-models.ts';
import type { KeptHeads } from './day-record.ts';
import { pastEvents } from './past-events.ts';
import { kindOf, type RowFault, type RowFaultKind } from './row-faults.ts';
import type { WholeStream } from './streams.ts';

/** One thing that is not as it should be, with the stream and (where one is at fault) the version. */
export interface Fault {
  /** Empty where it is about the whole log. */
  readonly stream: string;
  readonly version: number | null;
  readonly kind:
    | ChainFault['kind']
    | 'unknown'
    | 'head'
    | 'heads'
    | 'key'
    | 'root'
    | 'sequence'
    | 'tripwire'
    | 'guard'
    | `row ${RowFaultKind}`;
  readonly model: Model | null;
  readonly detail: string;
  /** Tells it from a later fault of the same kind in the same place. */
  readonly mark: string;
}

export const markOf = (what: string): string => sha256Hex(what).slice(0, 16);

/** What a stream's events say by themselves: gaps, hashes, links, and what this release cannot read. */
export const logFaults = ({ events }: WholeStream): readonly Fault[] => [
  ...chainFaults(events).map(fault => ({ ...fault, model: null })),
  ...pastEvents(events).unknown.map(({ stream, version, action, schema, unknown }) => ({
    stream,
    version,
    kind: 'unknown' as const,
    model: null,
    detail: `this release does not know the ${unknown} of ${action}@${schema}`,
    mark: `${action}@${schema}`,
  })),
];

/** A chain cannot show that its newest events are gone; the list of heads that the day's check kept can. */
export const keptFaults = (kept: KeptHeads | null, { stream, events }: WholeStream): readonly Fault[] => {
  const head = kept && Object.hasOwn(kept.heads, stream) ? kept.heads[stream] : undefined;
  if (!kept || !head) return [];
  const [version, hash] = head;
  const there = events.find(event => event.version === version);
  return there?.hash === hash ? [] : [headFault(kept, { stream, version, hash }, there?.hash ?? null)];
};

/** Streams of which nothing is left. */
export const goneStreams = (kept: KeptHeads | null, heads: readonly Head[]): readonly Fault[] => {
  if (!kept) return [];
  const there = new Set(heads.map(({ stream }) => stream));
  return Object.entries(kept.heads)
    .filter(([stream]) => !there.has(stream))
    .map(([stream, [version, hash]]) => headFault(kept, { stream, version, hash }, 'none'));
};

/** `there`: the hash of what stands in its place now; null for nothing, `none` where nothing is left of the stream. */
export const headFault = (
  { upTo }: Pick<KeptHeads, 'upTo'>,
  { stream, version, hash }: Head,
  there: string | 'none' | null,
): Fault => ({
  stream,
  version,
  kind: 'head',
  model: null,
  detail: `when the heads were kept on ${upTo}, it ${
    there === null
      ? 'was there and is gone'
      : there === 'none'
        ? 'was there, and all of its events are gone'
        : 'was another event'
  }`,
  mark: markOf(`${hash} ${there}`),
});

/**
 * Personal parts whose key is gone or no longer opens them. An event that is not as it was stored is left out: its own
 * fault says more. `erased`: whose keys were destroyed on purpose, which the log tells.
 */
export const keyFaults = async (
  keyOf: (ref: string) => Promise<KeyState>,
  { stream, events }: WholeStream,
  erased: (ref: string) => Promise<boolean>,
): Promise<readonly Fault[]> => {
  const faults = new Map<string, Fault>();
  const changed = new Set(chainFaults(events).map(({ version }) => version));
  for (const { sealed, version, event_id } of events) {
    if (!sealed || sealed.box === '' || changed.has(version) || faults.has(sealed.ref)) continue;
    const what = whatIsWrong(await keyOf(sealed.ref), sealed, event_id);
    if (what === null || (what === DESTROYED && (await erased(sealed.ref)))) continue;
    const detail = `its personal part was sealed under the key ${sealed.ref.slice(0, 8)}…, ${what}`;
    faults.set(sealed.ref, { stream, version, kind: 'key', model: null, detail, mark: markOf(detail) });
  }
  return [...faults.values()];
};

const DESTROYED = 'which was destroyed, and no event says so';

const whatIsWrong = (key: KeyState, sealed: NonNullable<StoredEvent['sealed']>, eventId: string): string | null => {
  if (key === 'absent') return 'which is gone';
  if (key === 'destroyed') return DESTROYED;
  try {
    unseal(sealed, { key: key.key, eventId });
    return null;
  } catch {
    return 'which was replaced by another';
  }
};

/** Each key is asked for once. */
export const keysOnce = (keys: Pick<KeyStore, 'get'>): ((ref: string) => Promise<KeyState>) => {
  const asked = new Map<string, Promise<KeyState>>();
  return ref => {
    const known = asked.get(ref) ?? keys.get(ref);
    asked.set(ref, known);
    return known;
  };
};

/** A row of a read model that is not what the fold says, in words. */
export const rowFault = (fault: RowFault): Fault => {
  const { model, stored, expected } = fault;
  const row = stored ?? expected;
  const kind = kindOf(fault);
  return {
    stream: row?.quote_id ?? '',
    version: row?.version ?? null,
    kind: `row ${kind}`,
    model,
    detail: `${nameOf(fault)} ${explained(fault, kind)}`,
    mark: markOf(JSON.stringify([model, stored, expected])),
  };
};

const nameOf = ({ model, stored, expected }: RowFault): string => {
  const row: Readonly<Record<string, unknown>> = { ...(stored ?? expected) };
  const key = { nudges: row.step_index, reply: row.reply_date, approvals: `${String(row.token).slice(0, 12)}…` }[model];
  return `qf-${model} ${String(key)}`;
};

const explained = ({ stored, expected }: RowFault, kind: RowFaultKind): string => {
  switch (kind) {
    case 'missing':
      return 'is not there';
    case 'planted':
      return 'stands for no event';
    case 'behind':
      return `is of version ${stored?.version}, the fold of ${expected?.version}`;
    case 'altered':
      return `says ${difference(stored, expected)}`;
  }
};

const difference = (stored: object | null, expected: object | null): string => {
  const wrong: Readonly<Record<string, unknown>> = { ...stored };
  const right: Readonly<Record<string, unknown>> = { ...expected };
  return [...new Set([...Object.keys(wrong), ...Object.keys(right)])]
    .filter(name => wrong[name] !== right[name])
    .map(
      name =>
        `${name} ${JSON.stringify(wrong[name] ?? null)} where the log says ${JSON.stringify(right[name] ?? null)}`,
    )
    .join(', ');
};
