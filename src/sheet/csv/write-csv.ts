const NEEDS_QUOTES = /[",\r\n]|^\s|\s$|^sep=/i;

/** RFC 4180: commas, CRLF after every record, quotation marks only where they are needed. */
export const writeCsv = (records: Iterable<readonly string[]>): string => {
  const lines: string[] = [];
  for (const cells of records) lines.push(`${cells.map(quoted).join(',')}\r\n`);
  return lines.join('');
};

const quoted = (cell: string): string => (NEEDS_QUOTES.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
