import type { HeaderLine } from '../message.ts';
import { decodeHeaderBytes } from './charset.ts';

/** How much of a block is kept, and whether empty lines before its first field are passed over (a message) or end it (a part). */
export interface BlockLimit {
  readonly lines: number;
  readonly bytes: number;
  readonly skipBlank: boolean;
  /** How raw eight-bit bytes are read when they are no UTF-8; Windows-1252 by default. */
  readonly charset?: string;
}

/** Header fields and where the body begins. */
export interface HeaderBlock {
  readonly headers: readonly HeaderLine[];
  /** Offset of the body's first byte. */
  readonly bodyAt: number;
  readonly cut: boolean;
}

const LF = 0x0a;
const CR = 0x0d;

/** A line that can begin a header field. Blanks before the colon are forgiven, blanks inside the name are not. */
const FIELD = /^([!-9;-~]{1,100})[ \t]*:/;

interface Line {
  readonly text: string;
  readonly start: number;
}

/**
 * Reads the fields of `bytes` from `start` up to the first empty line or `end`. A line that is no field continues the
 * one before it if fields follow; otherwise the body began without an empty line and starts there.
 * An mbox `From ` line is passed over.
 */
export const readHeaderBlock = (bytes: Uint8Array, start: number, end: number, limit: BlockLimit): HeaderBlock => {
  const { lines, bodyAt, cut } = blockLines(bytes, start, end, limit);
  const lastField = lines.findLastIndex(line => FIELD.test(line.text));
  const headers: HeaderLine[] = [];
  const values: string[][] = [];
  for (const [index, line] of lines.entries()) {
    const field = FIELD.exec(line.text);
    if (field) {
      headers.push({ name: (field[1] ?? '').toLowerCase(), value: '' });
      values.push([line.text.slice(field[0].length).trim()]);
    } else if (/^[ \t]/.test(line.text) || index < lastField) values.at(-1)?.push(line.text.trim());
    else if (headers.length > 0) return { headers: filled(headers, values), bodyAt: line.start, cut };
  }
  return { headers: filled(headers, values), bodyAt, cut };
};

const filled = (headers: readonly HeaderLine[], values: readonly (readonly string[])[]): readonly HeaderLine[] =>
  headers.map((header, index) => ({ name: header.name, value: (values[index] ?? []).join(' ').trim() }));

const blockLines = (
  bytes: Uint8Array,
  start: number,
  end: number,
  limit: BlockLimit,
): { readonly lines: readonly Line[]; readonly bodyAt: number; readonly cut: boolean } => {
  const lines: Line[] = [];
  let at = start;
  let cut = false;
  while (at < end) {
    const next = lineEnd(bytes, at, end);
    const text = decodeHeaderBytes(bytes.subarray(at, next.textEnd), limit.charset);
    if (text.trim() === '') {
      // A line of blanks alone is folding to the standard and a separator to careless mailers: what follows decides.
      if (next.textEnd > at && lines.length > 0 && goesOn(bytes, next.after, end)) {
        at = next.after;
        continue;
      }
      if (lines.length > 0 || !limit.skipBlank) return { lines, bodyAt: next.after, cut };
    } else if (!(lines.length === 0 && /^>?From /.test(text))) {
      if (lines.length < limit.lines && at - start < limit.bytes) lines.push({ text, start: at });
      else cut = true;
    }
    at = next.after;
  }
  return { lines, bodyAt: end, cut };
};

const goesOn = (bytes: Uint8Array, at: number, end: number): boolean => {
  const line = decodeHeaderBytes(bytes.subarray(at, Math.min(lineEnd(bytes, at, end).textEnd, at + 200)));
  return FIELD.test(line) || /^[ \t]+\S/.test(line);
};

/** The end of the line that begins at `at`: before its line break, and behind it. */
export const lineEnd = (
  bytes: Uint8Array,
  at: number,
  end: number,
): { readonly textEnd: number; readonly after: number } => {
  const found = bytes.indexOf(LF, at);
  const feed = found < 0 || found >= end ? end : found;
  const textEnd = feed > at && bytes[feed - 1] === CR ? feed - 1 : feed;
  return { textEnd, after: Math.min(feed + 1, end) };
};
