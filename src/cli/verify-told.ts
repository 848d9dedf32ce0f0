import type { Verified } from '../application/verify.ts';
import type { Anchor } from '../application/verify-anchor.ts';
import type { Fault } from '../application/verify-faults.ts';
import { printable } from './text-table.ts';

/** What a whole run came to. */
export interface Whole extends Pick<Verified, 'streams' | 'events' | 'faults'> {
  /** Null where the run did not begin at the start. */
  readonly root: string | null;
  /** As of the anchor's instant. */
  readonly rootThen: string | null;
}

/** The heads as of a day's close have another root than they had then. */
export const rootFault = ({ day, root }: Anchor, rootThen: string): Fault => ({
  stream: '',
  version: null,
  kind: 'root',
  model: null,
  detail: `when ${day} was closed the root over all heads was ${root}, of the same events it is ${rootThen} now: events are missing, changed or slipped in`,
  mark: rootThen,
});

export const faultLine = ({ stream, version, kind, detail }: Fault): string =>
  printable(
    `${stream === '' ? 'the log' : stream}${version === null ? '' : ` version ${version}`}: ${kind}: ${detail}`,
  );

export const toldLines = (
  { streams, events, faults, root, rootThen }: Whole,
  anchor: Anchor | null,
): readonly string[] => [
  `${faults === 0 ? 'whole' : count(faults, 'fault')}: ${count(events, 'event')} in ${count(streams, 'stream')}`,
  ...(root === null ? [] : [`root ${root}`]),
  ...anchorLines(rootThen, anchor),
];

/** What a chain per stream cannot show, and since when. */
const anchorLines = (rootThen: string | null, anchor: Anchor | null): readonly string[] => {
  if (anchor === null)
    return ['no closed day to hold it against: that newest events of a quote were removed would not show'];
  if (rootThen === null) return [`not held against the root of ${anchor.day}: that needs a run from the start`];
  return rootThen === anchor.root
    ? [
        `the root of ${anchor.day} holds`,
        `that newest events of a quote were removed would show up to ${anchor.until}, and not after`,
      ]
    : [`the root of ${anchor.day} does not hold`];
};

export const toldJson = ({ streams, events, faults, root, rootThen }: Whole, anchor: Anchor | null): string =>
  JSON.stringify({
    streams,
    events,
    faults,
    root,
    ...(anchor && rootThen !== null
      ? { anchor: { day: anchor.day, root: anchor.root, until: anchor.until }, root_holds: anchor.root === rootThen }
      : {}),
  });

export const count = (n: number, what: string): string => `${n.toLocaleString('en-US')} ${what}${n === 1 ? '' : 's'}`;
