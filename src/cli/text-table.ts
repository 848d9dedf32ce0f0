/** Rows under headers in columns as wide as their widest cell; the last column runs free. No line ends in spaces. */
export const textTable = (headers: readonly string[], rows: readonly (readonly string[])[]): readonly string[] => {
  const widths = headers.map((header, column) =>
    Math.max(width(header), ...rows.map(cells => width(cells[column] ?? ''))),
  );
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, column) => cell + ' '.repeat(Math.max(0, (widths[column] ?? 0) - width(cell))))
      .join('  ')
      .trimEnd();
  return [line(headers), line(widths.map(columns => '─'.repeat(columns))), ...rows.map(line)];
};

/** Columns a text takes in a terminal: East Asian wide characters take two, combining marks none. */
const width = (text: string): number => {
  let columns = 0;
  for (const char of text) columns += MARK.test(char) ? 0 : WIDE.test(char) ? 2 : 1;
  return columns;
};

const MARK = /\p{Mark}/u;
const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}]/u;

/** A text on one line of a terminal: control characters, which could move the cursor or colour lies, shown as `?`. */
export const printable = (text: string): string =>
  text.replace(/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]+/gu, '?');

const CHUNK_CHARS = 65_536;

/** Gathers lines and writes them in large chunks: at 64 KB, and at the latest when the current turn of the loop ends. */
export const lineWriter = (write: (text: string) => void) => {
  let pending: string[] = [];
  let chars = 0;
  let scheduled: NodeJS.Immediate | undefined;
  const flush = (): void => {
    clearImmediate(scheduled);
    scheduled = undefined;
    if (pending.length === 0) return;
    const text = `${pending.join('\n')}\n`;
    pending = [];
    chars = 0;
    write(text);
  };
  const line = (text: string): void => {
    pending.push(text);
    chars += text.length;
    if (chars >= CHUNK_CHARS) flush();
    else scheduled ??= setImmediate(flush);
  };
  return { line, flush };
};
