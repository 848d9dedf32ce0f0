import * as E from 'fp-ts/lib/Either.js';
import type { ScanReader } from '../ports/scan-reader.ts';
import { pagesOfTranscript } from './pages-of-transcript.ts';
import type { PdfReader } from './read-quote-mail.ts';

/** Beside the twenty seconds that a PDF may take to be read, it leaves room in a function's minute. */
const SCAN_MS = 20_000;

/**
 * Reads PDFs; one that holds pictures of text goes to a model, which says what stands on them. If that fails it stays a
 * scan that nobody has read, and a person does.
 */
export const readingScans =
  (readPdf: PdfReader, readScan: ScanReader): PdfReader =>
  async bytes => {
    const read = await readPdf(bytes);
    if (E.isRight(read) || read.left.kind !== 'scanned') return read;
    const scan = await readScan(bytes, { timeoutMs: SCAN_MS });
    const hasText = scan.ok && scan.value.some(page => /[\p{L}\p{N}]/u.test(page));
    return hasText ? E.right(pagesOfTranscript(scan.value, scan.model)) : read;
  };
