import { execFileSync } from 'node:child_process';
import { createServer } from 'node:http';
import * as E from 'fp-ts/lib/Either.js';
import PDFDocument from 'pdfkit';
import { describe, expect, it } from 'vitest';
import { paper } from '../../../../scripts/quote-fixtures/paper.ts';
import { readPdf } from '../../../../src/adapters/pdf/read-pdf.ts';
import { callingHomePdf, endlessPdf, manyPagesPdf, swellingFilePdf, swellingPdf } from './hostile-pdfs.ts';

const encrypted = (): Promise<Uint8Array> =>
  new Promise(resolve => {
    const doc = new PDFDocument({ userPassword: 'secret' });
    const chunks: Uint8Array[] = [];
    doc.on('data', (chunk: Uint8Array) => chunks.push(chunk));
    doc.on('end', () => resolve(Buffer.concat(chunks)));
    doc.text('Quotation');
    doc.end();
  });

const form = (): Promise<Uint8Array> =>
  new Promise(resolve => {
    const doc = new PDFDocument();
    const chunks: Uint8Array[] = [];
    doc.on('data', (chunk: Uint8Array) => chunks.push(chunk));
    doc.on('end', () => resolve(Buffer.concat(chunks)));
    doc.font('Helvetica').text('Quotation number', 50, 50);
    doc.initForm();
    doc.formText('number', 200, 46, 150, 16, { value: 'Q-1042' });
    doc.end();
  });

/** Reading processes of this test process that still run. */
const readers = (): string[] =>
  execFileSync('ps', ['--ppid', String(process.pid), '-o', 'args='], { encoding: 'utf8' })
    .split('\n')
    .filter(line => line.includes('reader-process'));

const refusal = async (bytes: Uint8Array, options: Parameters<typeof readPdf>[1] = {}) => {
  const read = await readPdf(bytes, options);
  return E.isLeft(read) ? read.left : 'read';
};

describe('a PDF is read in a process of its own', () => {
  it('gives the runs of text with their places, and the links', async () => {
    const read = await readPdf(await paper(s => s.link(50, 100, 'Quotation HL-Q-2041', 'https://quotes.example/q/1')));
    expect(read).toEqual(
      E.right({
        pages: [
          {
            width: 595.28,
            height: 841.89,
            runs: [expect.objectContaining({ text: 'Quotation HL-Q-2041', x: 50, size: 10 })],
          },
        ],
        links: ['https://quotes.example/q/1'],
      }),
    );
    expect(E.isRight(read) && read.right.pages[0]?.runs[0]?.y).toBeCloseTo(100, 1);
  });

  it('with what was typed into the fields of a form', async () => {
    const read = await readPdf(await form());
    const texts = E.isRight(read) ? read.right.pages[0]?.runs.map(run => run.text) : [];
    expect(texts).toEqual(expect.arrayContaining(['Quotation number', 'Q-1042']));
  });

  it('that is killed when the time is up, and leaves nothing behind', async () => {
    expect(await refusal(endlessPdf(), { limits: { timeoutMs: 700 } })).toEqual({ kind: 'timed-out', timeoutMs: 700 });
    await expect.poll(readers).toEqual([]);
  });

  it('that is killed when it takes too much memory', async () => {
    const bytes = swellingPdf();
    expect(bytes.length).toBeLessThan(10_000);
    expect(await refusal(bytes)).toEqual({ kind: 'too-much-memory', maxRssMb: 320 });
    await expect.poll(readers).toEqual([]);
  });

  it('whose print counts, though a file that the PDF carries takes too much memory', async () => {
    const read = await readPdf(swellingFilePdf());
    expect(E.isRight(read) && read.right.pages[0]?.runs.map(run => run.text)).toEqual([
      'Quotation Q-1042 of 3 March 2026, total 4,523.06',
    ]);
    await expect.poll(readers).toEqual([]);
  });

  it('that is killed when the caller gives up', async () => {
    const giveUp = new AbortController();
    const reading = refusal(endlessPdf(), { signal: giveUp.signal });
    await expect.poll(readers).toHaveLength(1);
    giveUp.abort();
    expect(await reading).toEqual({ kind: 'stopped' });
    await expect.poll(readers).toEqual([]);
  });

  it('and is not begun when the caller has given up before', async () => {
    expect(await refusal(endlessPdf(), { signal: AbortSignal.abort() })).toEqual({ kind: 'stopped' });
  });

  it('that asks nothing of the network, whatever the file says', async () => {
    const asked: string[] = [];
    const server = createServer((request, response) => {
      asked.push(request.url ?? '');
      response.end();
    });
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    expect(await refusal(callingHomePdf(`http://127.0.0.1:${port}`))).toBe('read');
    expect(asked).toEqual([]);
    server.close();
  });
});

describe('a PDF is refused', () => {
  it('when it is too large, before any process is begun', async () => {
    const bytes = Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(10 * 1024 * 1024)]);
    expect(await refusal(bytes)).toEqual({ kind: 'too-large', bytes: bytes.length, maxBytes: 10 * 1024 * 1024 });
  });

  it('when it has more than fifty pages', async () => {
    expect(await refusal(manyPagesPdf(51))).toEqual({ kind: 'too-many-pages', pages: 51, maxPages: 50 });
  });

  it('when it asks for a password', async () => {
    expect(await refusal(await encrypted())).toEqual({ kind: 'encrypted' });
  });

  it('when it holds no text: a model may read the picture', async () => {
    expect(await refusal(await paper(() => undefined))).toEqual({ kind: 'scanned', pages: 1 });
  });

  it('when it is something else', async () => {
    expect(await refusal(Buffer.from('PK\u0003\u0004 a zip file'))).toMatchObject({ kind: 'not-a-pdf' });
    expect(await refusal(Buffer.from('%PDF-1.7\nand nothing of the sort'))).toMatchObject({ kind: 'not-a-pdf' });
    expect(await refusal(new Uint8Array())).toMatchObject({ kind: 'not-a-pdf' });
  });
});
