import { emit } from '../aggregates/decider.ts';
import { newEvent } from '../events/event-type.ts';
import { TrailExported } from '../events/installation-events.ts';
import { harmlessCsv } from '../presentation/csv-export.ts';
import { type Html, html } from '../presentation/html.ts';
import type { Fact } from '../presentation/view-models/facts.ts';
import { decideSystem } from '../workflows/installation-log.ts';
import type { ConsoleResponse } from './request.ts';
import type { Visit } from './visit.ts';

/** In a page's address: the view as a file. */
export const AS_CSV = { format: 'csv' } as const;

/** The link to the view that is shown, whole, as a file. */
export const takeCsv = (address: string): Html =>
  html`<p class="soft"><a href="${address}" download>Take this as CSV</a>. An export is itself recorded.</p>`;

/** Links to a view as a file. */
export const takeAll = (address: (format: 'csv' | 'jsonl') => string): Html =>
  html`<p class="soft">Take all of it: <a href="${address('csv')}" download>CSV</a>, <a href="${address('jsonl')}" download>JSON lines</a>. An export is itself recorded.</p>`;

export type ExportFormat = 'csv' | 'jsonl';

export const isFormat = (text: string): text is ExportFormat => text === 'csv' || text === 'jsonl';

export interface Export {
  /** Which view it is of, for the log. Holds nothing personal. */
  readonly view: string;
  /** First part of the file's name. */
  readonly name: string;
  readonly rows: number;
  readonly format: ExportFormat;
  readonly body: string;
}

/** Whether a page is asked for as a file. */
export const wantsCsv = ({ request }: Visit): boolean => request.query.get('format') === AS_CSV.format;

/** One thing that a page says: under which heading, its name, and its value. */
export type SaidLine = readonly [part: string, name: string, value: string];

export const factLines = (part: string, facts: readonly Fact[]): readonly SaidLine[] =>
  facts.map(({ label, value }) => [part, label, value]);

/** A page of several parts as a file: a line for everything that it says. */
export const exportedPage = (
  visit: Visit,
  { view, name, lines }: { readonly view: string; readonly name: string; readonly lines: readonly SaidLine[] },
): Promise<ConsoleResponse> =>
  exported(visit, {
    view,
    name,
    rows: lines.length,
    format: 'csv',
    body: harmlessCsv([['Part', 'Name', 'Value'], ...lines]),
  });

const TYPES: Readonly<Record<ExportFormat, string>> = {
  csv: 'text/csv; charset=utf-8',
  jsonl: 'application/x-ndjson; charset=utf-8',
};

/** A view as a file to keep. First the log has it that it was taken, then it is handed over. */
export const exported = async (
  { deps, business }: Visit,
  { view, name, rows, format, body }: Export,
): Promise<ConsoleResponse> => {
  await decideSystem(deps, 'console', () => emit(newEvent(TrailExported, { view, rows }, null)));
  // A mark in front, by which spreadsheet programs know that it is UTF-8.
  const text = format === 'csv' ? `\uFEFF${body}` : body;
  return {
    status: 200,
    headers: {
      'Content-Type': TYPES[format],
      'Content-Disposition': `attachment; filename="${name}-${business.today}.${format}"`,
      'Content-Security-Policy': "default-src 'none'; sandbox",
      'X-Content-Type-Options': 'nosniff',
      'Cache-Control': 'no-store',
    },
    body: text,
  };
};
