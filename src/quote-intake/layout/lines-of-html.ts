import { readHtml } from '../../mail-reading/quoted-text/html-lines.ts';
import { cleanCharacters } from '../../mail-reading/quoted-text/line.ts';
import {
  declarationReader,
  isSeen,
  type Look,
  lookInside,
  PAGE,
  StyleSheet,
} from '../../mail-reading/quoted-text/visibility.ts';
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
const MAX_ROWS = 5_000;
const MAX_CHARS = 2_000;

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
    return this.here.rows.slice(0, MAX_ROWS).flatMap((row, index): Line[] => {
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
    if (here.text.length > MAX_CHARS) return;
    here.text += here.text === '' || here.text.endsWith(' ') ? text.trimStart() : text;
  }

  preformatted(text: string, newLine: boolean): void {
    if (newLine) this.lineBreak();
    this.here.text += text.slice(0, MAX_CHARS);
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
    } else if (item) this.here.rows.push(...laidOut(item).slice(0, MAX_ROWS));
  }

  private lineEnd(target: Flow): void {
    if (target.text.trim() !== '' && target.rows.length < MAX_ROWS) {
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

/** A link as a mail shows it. */
export interface Link {
  readonly href: string;
  readonly text: string;
}

type Attributes = Readonly<Record<string, string>>;

const UNREAD = new Set('script style title template svg math object iframe select textarea head xml'.split(' '));
const BLOCKS = new Set(
  'address article aside blockquote body center dd div dl dt fieldset figure footer form h1 h2 h3 h4 h5 h6 header li main nav ol p pre section ul'.split(
    ' ',
  ),
);
const VOID = new Set('br hr img input meta link base col area wbr embed source param'.split(' '));
const MAX_LINKS = 300;

/** The visible lines of an HTML mail, the cells of its tables side by side as a reader sees them, and its links. */
export const linesOfHtml = (html: string): { readonly lines: Line[]; readonly links: Link[] } => {
  const reading = new Reading();
  readHtml(html, {
    open: (tag, attributes) => reading.open(tag, attributes),
    text: text => reading.text(text),
    close: tag => reading.close(tag),
  });
  return { lines: reading.grid.lines(), links: reading.links };
};

class Reading {
  readonly grid = new TextGrid();
  readonly links: Link[] = [];
  private readonly looks: { tag: string; look: Look }[] = [];
  private readonly sheet = new StyleSheet();
  private readonly declarations = declarationReader();
  private css = '';
  private unread = 0;
  private anchor: { href: string; text: string } | null = null;

  private get look(): Look {
    return this.looks.at(-1)?.look ?? PAGE;
  }

  open(tag: string, attributes: Attributes): void {
    if (VOID.has(tag)) {
      if (this.unread === 0 && (tag === 'br' || tag === 'hr')) this.grid.lineBreak();
      return;
    }
    this.looks.push({ tag, look: this.lookOf(tag, attributes) });
    if (UNREAD.has(tag)) this.unread += 1;
    if (this.unread > 0) return;
    if (tag === 'table') this.grid.openTable();
    else if (tag === 'tr') this.grid.openRow();
    else if (tag === 'td' || tag === 'th') this.grid.openCell(Number(attributes.colspan) || 1);
    else if (BLOCKS.has(tag)) this.grid.blockBreak();
    if (tag === 'a' && attributes.href) this.anchor = { href: attributes.href.trim(), text: '' };
  }

  private lookOf(tag: string, attributes: Attributes): Look {
    const classes = (attributes.class ?? '').toLowerCase().split(/\s+/).filter(Boolean).slice(0, 20);
    const ruled = this.sheet.of(tag, classes, (attributes.id ?? '').toLowerCase());
    return lookInside(this.look, this.declarations(`${ruled};${attributes.style ?? ''}`), attributes);
  }

  text(text: string): void {
    const tag = this.looks.at(-1)?.tag;
    if (tag === 'style') this.css += text;
    if (this.unread > 0 || !isSeen(this.look)) return;
    const clean = cleanCharacters(text);
    if (tag === 'pre') for (const [at, line] of clean.split('\n').entries()) this.grid.preformatted(line, at > 0);
    else this.grid.write(clean.replace(/[ \t\n]+/g, ' '));
    if (this.anchor) this.anchor.text += clean;
  }

  close(tag: string): void {
    if (VOID.has(tag)) return;
    const at = this.looks.findLastIndex(open => open.tag === tag);
    if (at < 0) return;
    for (const { tag: ended } of this.looks.splice(at).reverse()) this.closed(ended);
  }

  private closed(tag: string): void {
    if (tag === 'style') {
      this.sheet.add(this.css);
      this.css = '';
    }
    if (UNREAD.has(tag)) {
      this.unread -= 1;
      return;
    }
    if (this.unread > 0) return;
    if (tag === 'table') this.grid.closeTable();
    else if (tag === 'tr') this.grid.closeRow();
    else if (tag === 'td' || tag === 'th') this.grid.closeCell();
    else if (BLOCKS.has(tag)) this.grid.blockBreak();
    if (tag === 'a' && this.anchor) {
      if (this.links.length < MAX_LINKS) this.links.push({ ...this.anchor, text: this.anchor.text.trim() });
      this.anchor = null;
    }
  }
}
