import { type ChainFault, chainFaults } from '../events/chain-faults.ts';
import type { Head } from '../events/hash-chain.ts';
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
  readonly kind: ChainFault['kind'] | 'unknown' | 'head' | 'root' | 'tripwire' | 'guard' | `row ${RowFaultKind}`;
  readonly model: Model | null;
  readonly detail: string;
}

/** What a stream's events say by themselves: gaps, hashes, links, and what this release cannot read. */
export const logFaults = ({ events }: WholeStream): readonly Fault[] => [
  ...chainFaults(events).map(fault => ({ ...fault, model: null })),
  ...pastEvents(events).unknown.map(({ stream, version, action, schema, unknown }) => ({
    stream,
    version,
    kind: 'unknown' as const,
    model: null,
    detail: `this release does not know the ${unknown} of ${action}@${schema}`,
  })),
];

/** A chain cannot show that its newest events are gone; the list of heads that the day's check kept can. */
export const keptFaults = (kept: KeptHeads | null, { stream, events }: WholeStream): readonly Fault[] => {
  const head = kept && Object.hasOwn(kept.heads, stream) ? kept.heads[stream] : undefined;
  if (!kept || !head) return [];
  const [version, hash] = head;
  const there = events.find(event => event.version === version);
  if (there?.hash === hash) return [];
  return [headFault(stream, version, there ? 'was another event' : 'was there and is gone', kept)];
};

/** Streams of which nothing is left. */
export const goneStreams = (kept: KeptHeads | null, heads: readonly Head[]): readonly Fault[] => {
  if (!kept) return [];
  const there = new Set(heads.map(({ stream }) => stream));
  return Object.entries(kept.heads)
    .filter(([stream]) => !there.has(stream))
    .map(([stream, [version]]) => headFault(stream, version, 'was there, and all of its events are gone', kept));
};

const headFault = (stream: string, version: number, what: string, { upTo }: KeptHeads): Fault => ({
  stream,
  version,
  kind: 'head',
  model: null,
  detail: `when the heads were kept on ${upTo}, it ${what}`,
});

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
