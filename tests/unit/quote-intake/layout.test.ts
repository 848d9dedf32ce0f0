import { describe, expect, it } from 'vitest';
import { type Line, textOfLine } from '../../../src/quote-intake/layout/line.ts';
import { linesOfHtml } from '../../../src/quote-intake/layout/lines-of-html.ts';
import { pieceOfPdf } from '../../../src/quote-intake/layout/lines-of-pdf.ts';
import { linesOfText } from '../../../src/quote-intake/layout/lines-of-text.ts';
import type { PdfRun } from '../../../src/quote-intake/pdf-pages.ts';

const cells = (lines: readonly Line[]): string[][] => lines.map(line => line.cells.map(cell => cell.text));
const run = (x: number, y: number, text: string, over: Partial<PdfRun> = {}): PdfRun => ({
  text,
  x,
  y,
  width: text.length * 5,
  size: 10,
  ...over,
});
const pdf = (...runs: PdfRun[]) =>
  cells(pieceOfPdf('a.pdf', { pages: [{ width: 595, height: 842, runs }], links: [] }).lines);

describe('a PDF’s runs become lines of cells', () => {
  it('from top to bottom and left to right, whatever their order in the file', () => {
    expect(pdf(run(50, 200, 'second'), run(300, 100, 'right'), run(50, 100, 'left'))).toEqual([
      ['left', 'right'],
      ['second'],
    ]);
  });

  it('words come together, columns stay apart, letters set wide close up', () => {
    expect(pdf(run(50, 100, 'Bright'), run(83, 100, 'water'), run(200, 100, '1,200.00'))).toEqual([
      ['Bright water', '1,200.00'],
    ]);
    expect(pdf(run(50, 100, 'Total', { width: 25 }), run(75.5, 100, 's', { width: 5 }))).toEqual([['Totals']]);
    expect(pdf(run(50, 100, 'Q U O T E', { size: 20, width: 90 }))).toEqual([['QUOTE']]);
  });

  it('baselines a little apart are one line, half a line apart two', () => {
    expect(pdf(run(50, 100, 'Nr.'), run(200, 102, 'Q-1'))).toEqual([['Nr.', 'Q-1']]);
    expect(pdf(run(50, 100, 'Nr.'), run(200, 106, 'Q-1'))).toEqual([['Nr.'], ['Q-1']]);
  });

  it('words printed twice over themselves count once, words off the page not at all', () => {
    expect(
      pdf(run(50, 100, 'Total'), run(50.3, 100, 'Total'), run(50, -40, 'hidden'), run(700, 100, 'beyond')),
    ).toEqual([['Total']]);
  });

  it('a run padded with blanks is several cells', () => {
    expect(pdf(run(50, 100, 'Total ex GST       1,112.00'))).toEqual([['Total ex GST', '1,112.00']]);
  });
});

describe('plain text', () => {
  it('parts at tabs, bars and two blanks', () => {
    expect(cells(linesOfText('Total:\t1,200.00\nA | B\n\nNet   1 000,00 €'))).toEqual([
      ['Total:', '1,200.00'],
      ['A', 'B'],
      ['Net', '1 000,00 €'],
    ]);
  });
});

describe('an HTML mail', () => {
  it('keeps the cells of a table side by side, and the columns of all its rows aligned', () => {
    const { lines } = linesOfHtml(
      '<table><tr><td>Quote</td><td>Valid until</td></tr><tr><td>Q-1042</td><td>1 April</td></tr></table>',
    );
    expect(cells(lines)).toEqual([
      ['Quote', 'Valid until'],
      ['Q-1042', '1 April'],
    ]);
    expect(lines[0]?.cells[1]?.x).toBe(lines[1]?.cells[1]?.x);
  });

  it('sets the lines of neighbouring cells beside one another, also in tables in tables', () => {
    const { lines } = linesOfHtml(
      '<table><tr><td><p>Amount</p><p>£9.00</p></td><td><table><tr><td>Expires</td></tr><tr><td>22 Apr</td></tr></table></td></tr></table>after',
    );
    expect(cells(lines)).toEqual([['Amount', 'Expires'], ['£9.00', '22 Apr'], ['after']]);
  });

  it('shows what a reader sees and no more', () => {
    const { lines } = linesOfHtml(
      '<style>.x{display:none}</style><div class="x">Total $1.00</div><span style="font-size:0">$2.00</span><script>$3.00</script><p>Total $4.00</p>',
    );
    expect(lines.map(textOfLine)).toEqual(['Total $4.00']);
  });

  it('gives its links with their words', () => {
    expect(linesOfHtml('<a href="https://x.example/q">View <b>quote</b></a>').links).toEqual([
      { href: 'https://x.example/q', text: 'View quote' },
    ]);
  });

  it('broken or nested without end is read all the same', () => {
    const deep = `${'<table><tr><td>'.repeat(5_000)}Total $4.00`;
    expect(linesOfHtml(deep).lines.map(textOfLine).join(' ')).toContain('Total $4.00');
    expect(linesOfHtml('</td></tr></table><td>a<tr>b</table>c').lines.map(textOfLine).join('')).toContain('c');
  });
});
