import type { Line } from './line.ts';
import { linesOfText } from './lines-of-text.ts';

/** One line of text at a place across the page, in characters. */
interface Strip {
  readonly text: string;
  readonly column: number;
}
type Row = readonly Strip[];

/** Lines gathered in one table cell, or on the page itself. */
interface Flow {
  readonly kind: 'flow';
  readonly rows: Row[];
  text: string;
  readonly span: number;
}
interface TableRow {
  readonly kind: 'row';
  readonly cells: Flow[];
}
interface Table {
  readonly kind: 'table';
  readonly rows: TableRow[];
}
type Open = Flow | TableRow | Table;

const CHAR_WIDTH = 6;
const LINE_HEIGHT = 12;
/** Columns of a table stand this many characters apart, so that no text reaches into the next. */
const COLUMN = 40;
const MOST_ROWS = 5_000;
const MOST_CHARS = 2_000;

const flow = (span = 1): Flow => ({ kind: 'flow', rows: [], text: '', span });

/** Lays out text, line breaks and tables: the n-th lines of a row's cells stand side by side. */
export class TextGrid {
  private readonly open: Open[] = [flow()];

  private get here(): Flow {
    const last = this.open.findLast(item => item.kind === 'flow');
    return last ?? flow();
  }

  /** Everything laid out so far; what is open is closed. */
  lines(): Line[] {
    while (this.open.length > 1) this.closeInnermost();
    this.lineEnd(this.here);
    return this.here.rows.slice(0, MOST_ROWS).flatMap((row, index): Line[] => {
      const cells = [...row]
        .sort((a, b) => a.column - b.column)
        .flatMap(({ text, column }) =>
          linesOfText(text).flatMap(line =>
            line.cells.map(cell => ({
              text: cell.text,
              x: cell.x + column * CHAR_WIDTH,
              right: cell.right + column * CHAR_WIDTH,
            })),
          ),
        );
      return cells.length === 0 ? [] : [{ cells, y: (index + 1) * LINE_HEIGHT, size: 10, page: 1 }];
    });
  }

  write(text: string): void {
    const { here } = this;
    if (here.text.length > MOST_CHARS) return;
    here.text += here.text === '' || here.text.endsWith(' ') ? text.trimStart() : text;
  }

  preformatted(text: string, newLine: boolean): void {
    if (newLine) this.lineBreak();
    this.here.text += text.slice(0, MOST_CHARS);
  }

  lineBreak(): void {
    const { here } = this;
    here.rows.push(here.text === '' ? [] : [{ text: here.text.trimEnd(), column: 0 }]);
    here.text = '';
  }

  blockBreak(): void {
    this.lineEnd(this.here);
  }

  openTable(): void {
    this.blockBreak();
    this.open.push({ kind: 'table', rows: [] });
  }

  openRow(): void {
    if (this.open.at(-1)?.kind !== 'table') return;
    this.open.push({ kind: 'row', cells: [] });
  }

  openCell(span: number): void {
    if (this.open.at(-1)?.kind !== 'row') this.blockBreak();
    else this.open.push(flow(Math.min(Math.max(span, 1), 50)));
  }

  closeCell(): void {
    if (this.open.at(-1)?.kind === 'flow' && this.open.at(-2)?.kind === 'row') this.closeInnermost();
    else this.blockBreak();
  }

  closeRow(): void {
    this.closeCell();
    if (this.open.at(-1)?.kind === 'row') this.closeInnermost();
  }

  closeTable(): void {
    while (this.open.length > 1 && this.open.at(-1)?.kind !== 'table') this.closeInnermost();
    if (this.open.length > 1) this.closeInnermost();
  }

  private closeInnermost(): void {
    const item = this.open.pop();
    const outer = this.open.at(-1);
    if (item?.kind === 'flow') {
      this.lineEnd(item);
      if (outer?.kind === 'row') outer.cells.push(item);
    } else if (item?.kind === 'row') {
      if (outer?.kind === 'table') outer.rows.push(item);
    } else if (item) this.here.rows.push(...laidOut(item).slice(0, MOST_ROWS));
  }

  private lineEnd(target: Flow): void {
    if (target.text.trim() !== '' && target.rows.length < MOST_ROWS) {
      target.rows.push([{ text: target.text.trimEnd(), column: 0 }]);
    }
    target.text = '';
  }
}

/** Columns are as wide as their widest nested content needs, the same in every row. */
const laidOut = ({ rows }: Table): Row[] => {
  const widths: number[] = [];
  for (const { cells } of rows) {
    let column = 0;
    for (const cell of cells) {
      if (cell.span === 1) widths[column] = Math.max(widths[column] ?? COLUMN, widthOf(cell));
      column += cell.span;
    }
  }
  const startOf = (column: number): number => {
    let start = 0;
    for (let i = 0; i < column; i++) start += widths[i] ?? COLUMN;
    return start;
  };
  return rows.flatMap(({ cells }) => {
    const height = Math.max(0, ...cells.map(cell => cell.rows.length));
    let column = 0;
    const placed = cells.map(cell => {
      const start = startOf(column);
      column += cell.span;
      return { cell, start };
    });
    return Array.from({ length: height }, (_, k) =>
      placed.flatMap(({ cell, start }) =>
        (cell.rows[k] ?? []).map(strip => ({ text: strip.text, column: strip.column + start })),
      ),
    );
  });
};

const widthOf = (cell: Flow): number =>
  cell.rows.reduce(
    (width, row) => row.reduce((w, strip) => Math.max(w, strip.column + strip.text.length + 4), width),
    0,
  );
