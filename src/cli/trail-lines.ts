import type { StoredEvent } from '../events/envelope.ts';
import { storedJson } from '../events/hash-chain.ts';
import { trailCsvHead, trailCsvLine } from '../letters/words/trail-csv.ts';
import { printable, textTable } from './text-table.ts';
import type { TrailFormat } from './trail-question.ts';

/** What stands above events that are printed as they are read. */
export const trailHead = (format: TrailFormat): readonly string[] => {
  switch (format) {
    case 'table':
      return [row('time (UTC)', 'stream', '#', 'action', 'who', 'before → after'), '─'.repeat(120)];
    case 'csv':
      return [trailCsvHead().trimEnd()];
    case 'jsonl':
      return [];
  }
};

export const trailLine = (format: TrailFormat, event: StoredEvent): string => {
  switch (format) {
    case 'table':
      return row(
        timeOf(event),
        printable(event.quote_id),
        String(event.version),
        printable(event.action),
        whoOf(event),
        changeOf(event),
      );
    case 'csv':
      return trailCsvLine(event).trimEnd();
    case 'jsonl':
      return storedJson(event);
  }
};

/** One stream's events, whose number is known: their columns are as wide as they need to be. */
export const trailTable = (stream: string, events: readonly StoredEvent[]): readonly string[] => [
  `${printable(stream)}  ·  ${events.length} ${events.length === 1 ? 'event' : 'events'}`,
  '',
  ...textTable(
    ['#', 'time (UTC)', 'action', 'who', 'before → after'],
    events.map(event => [String(event.version), timeOf(event), printable(event.action), whoOf(event), changeOf(event)]),
  ),
];

/** Columns of one width for a table whose end nobody knows; what is longer pushes the rest of its line. */
const WIDTHS = [19, 16, 4, 18, 28] as const;
const row = (...cells: readonly string[]): string =>
  cells
    .map((cell, column) => cell.padEnd(WIDTHS[column] ?? 0))
    .join('  ')
    .trimEnd();

const timeOf = ({ ts }: StoredEvent): string => `${ts.slice(0, 10)} ${ts.slice(11, 19)}`;
const whoOf = ({ by_user, by_system }: StoredEvent): string => printable(by_user ?? `(${by_system})`);
const changeOf = ({ before, after }: StoredEvent): string =>
  printable(before === after ? after : `${before || '–'} → ${after || '–'}`);
