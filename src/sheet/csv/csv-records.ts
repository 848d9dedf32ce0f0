const QUOTE = 34;
const LF = 10;
const CR = 13;
const SPACE = 32;

/**
 * The records of a CSV text, one at a time: a sheet of 100,000 rows is read without ever being held as cells. RFC 4180 with
 * the slips of real files let be: a quotation mark inside an unquoted cell, one inside a quoted cell that was not doubled
 * (only a mark before a separator or line end closes), spaces around a quoted cell, line ends of any kind. A blank line
 * is a record of one empty cell, as a spreadsheet shows it. Stops before a record that never ends (`unclosedRecord`).
 */
export function* csvRecords(text: string, delimiter: string): Generator<readonly string[], void, undefined> {
  const separator = delimiter.charCodeAt(0);
  for (let at = 0; at < text.length; ) {
    const cells: string[] = [];
    at = readRecord(text, at, separator, cells);
    if (at < 0) return;
    yield cells;
  }
}

/** The number (from 1) of the record that opens a quotation mark and never closes it; null when all is well. */
export const unclosedRecord = (text: string, delimiter: string): number | null => {
  if (!text.includes('"')) return null;
  const separator = delimiter.charCodeAt(0);
  let record = 0;
  for (let at = 0; at < text.length; record += 1) {
    at = readRecord(text, at, separator, null);
    if (at < 0) return record + 1;
  }
  return null;
};

/** Adds the cells of the record at `from` and gives the place of the next one; -1 when a quotation mark never closes. */
const readRecord = (text: string, from: number, separator: number, cells: string[] | null): number => {
  for (let at = from; ; ) {
    let close: number;
    const opening = skipSpaces(text, at);
    if (text.charCodeAt(opening) === QUOTE) {
      const closing = closeOfQuoted(text, opening + 1, separator);
      if (closing < 0) return -1;
      cells?.push(text.slice(opening + 1, closing).replaceAll('""', '"'));
      close = skipSpaces(text, closing + 1);
    } else {
      close = closeOfPlain(text, at, separator);
      cells?.push(text.slice(at, close));
    }
    at = close + 1;
    if (close < text.length && text.charCodeAt(close) === separator) continue;
    return text.charCodeAt(close) === CR && text.charCodeAt(at) === LF ? at + 1 : at;
  }
};

const closeOfPlain = (text: string, from: number, separator: number): number => {
  for (let at = from; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === separator || code === LF || code === CR) return at;
  }
  return text.length;
};

const closeOfQuoted = (text: string, from: number, separator: number): number => {
  for (let at = text.indexOf('"', from); at >= 0; at = text.indexOf('"', at + 1)) {
    if (text.charCodeAt(at + 1) === QUOTE) {
      at += 1;
      continue;
    }
    const next = skipSpaces(text, at + 1);
    const code = text.charCodeAt(next);
    if (next >= text.length || code === separator || code === LF || code === CR) return at;
  }
  return -1;
};

const skipSpaces = (text: string, from: number): number => {
  let at = from;
  while (text.charCodeAt(at) === SPACE) at += 1;
  return at;
};
