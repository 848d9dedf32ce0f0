import PDFDocument from 'pdfkit';

export interface Style {
  readonly size?: number;
  readonly bold?: boolean;
  readonly font?: string;
  /** `right`: `x` is where the text ends; `center`: where its middle stands. */
  readonly align?: 'left' | 'right' | 'center';
  readonly spacing?: number;
}

/** A page to set text on, in points from its upper left corner; `y` is the baseline. */
export interface Sheet {
  readonly text: (x: number, y: number, words: string, style?: Style) => void;
  /** Lines under one another. */
  readonly lines: (x: number, y: number, lines: readonly string[], style?: Style & { step?: number }) => void;
  /** Rows of cells; a column's `x` may say that its cells end there. */
  readonly table: (
    y: number,
    columns: readonly (number | { right: number })[],
    rows: readonly (readonly string[])[],
    style?: Style & { step?: number },
  ) => number;
  readonly link: (x: number, y: number, words: string, href: string) => void;
  readonly nextPage: () => void;
}

const FIXED = new Date('2026-01-01T00:00:00Z');

export interface PaperOptions {
  readonly size?: 'A4' | 'LETTER';
  readonly font?: 'Helvetica' | 'Times-Roman' | 'Courier';
  /** What the PDF carries beside its pages. */
  readonly files?: readonly { readonly name: string; readonly bytes: Buffer }[];
}

/** A PDF of the standard fonts, the same bytes every time. */
export const paper = (
  draw: (sheet: Sheet) => void,
  { size = 'A4', font = 'Helvetica', files = [] }: PaperOptions = {},
): Promise<Uint8Array> =>
  new Promise(resolve => {
    const doc = new PDFDocument({
      size,
      margin: 0,
      info: { CreationDate: FIXED, ModDate: FIXED, Producer: 'fixtures', Creator: 'fixtures' },
    });
    const chunks: Uint8Array[] = [];
    doc.on('data', (chunk: Uint8Array) => chunks.push(chunk));
    doc.on('end', () => resolve(Buffer.concat(chunks)));
    const bold = { Helvetica: 'Helvetica-Bold', 'Times-Roman': 'Times-Bold', Courier: 'Courier-Bold' }[font];
    const text: Sheet['text'] = (x, y, words, style = {}) => {
      doc.font(style.font ?? (style.bold ? bold : font)).fontSize(style.size ?? 10);
      const width = doc.widthOfString(words, { characterSpacing: style.spacing ?? 0 });
      const left = style.align === 'right' ? x - width : style.align === 'center' ? x - width / 2 : x;
      doc.text(words, left, y, { lineBreak: false, baseline: 'alphabetic', characterSpacing: style.spacing ?? 0 });
    };
    const sheet: Sheet = {
      text,
      lines: (x, y, lines, style = {}) => {
        for (const [i, words] of lines.entries()) if (words !== '') text(x, y + i * (style.step ?? 14), words, style);
      },
      table: (y, columns, rows, style = {}) => {
        const step = style.step ?? 18;
        for (const [i, row] of rows.entries()) {
          for (const [c, words] of row.entries()) {
            const column = columns[c] ?? 0;
            if (words === '') continue;
            if (typeof column === 'number') text(column, y + i * step, words, style);
            else text(column.right, y + i * step, words, { ...style, align: 'right' });
          }
        }
        return y + rows.length * step;
      },
      link: (x, y, words, href) => {
        text(x, y, words);
        doc.link(x, y - 10, 150, 14, href);
      },
      nextPage: () => {
        doc.addPage();
      },
    };
    draw(sheet);
    for (const { name, bytes } of files) doc.file(bytes, { name, creationDate: FIXED, modifiedDate: FIXED });
    doc.end();
  });
