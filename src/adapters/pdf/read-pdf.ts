import { type ChildProcess, fork } from 'node:child_process';
import * as E from 'fp-ts/lib/Either.js';
import type { PdfPages, PdfRefusal } from '../../quote-intake/pdf-pages.ts';
import type { FromReader, Printed, ToReader } from './reader-messages.ts';

export interface PdfLimits {
  readonly maxBytes: number;
  readonly maxPages: number;
  readonly timeoutMs: number;
  /** Resident memory of the reading process. */
  readonly maxRssMb: number;
}

export const PDF_LIMITS: PdfLimits = { maxBytes: 10 * 1024 * 1024, maxPages: 50, timeoutMs: 20_000, maxRssMb: 320 };

export interface ReadPdfOptions {
  readonly limits?: Partial<PdfLimits>;
  readonly signal?: AbortSignal;
  /** The reading process's module, where a bundle keeps it elsewhere. */
  readonly readerModule?: URL;
}

/**
 * The text of a PDF, run by run. It is read in a process of its own, with an empty environment and no network, which is
 * killed at the time limit, when its memory is used up, or on `signal`; nothing of it outlives this call. Pages that were
 * read by then count; the files the PDF carries may be missing. Never rejects.
 */
export const readPdf = async (
  bytes: Uint8Array,
  { limits, signal, readerModule }: ReadPdfOptions = {},
): Promise<E.Either<PdfRefusal, PdfPages>> => {
  const bounds: PdfLimits = { ...PDF_LIMITS, ...limits };
  if (bytes.length > bounds.maxBytes) {
    return E.left({ kind: 'too-large', bytes: bytes.length, maxBytes: bounds.maxBytes });
  }
  if (!looksLikePdf(bytes)) return E.left({ kind: 'not-a-pdf', why: 'it does not begin with %PDF-' });
  if (signal?.aborted) return E.left({ kind: 'stopped' });
  const reader = fork(readerModule ?? new URL('./reader-process.ts', import.meta.url), [], {
    execArgv: ['--disable-warning=ExperimentalWarning'],
    env: {},
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    serialization: 'advanced',
  });
  try {
    return await answerOf(reader, bytes, bounds, signal);
  } finally {
    reader.kill('SIGKILL');
  }
};

const answerOf = (
  reader: ChildProcess,
  bytes: Uint8Array,
  { maxPages, timeoutMs, maxRssMb }: PdfLimits,
  signal: AbortSignal | undefined,
): Promise<E.Either<PdfRefusal, PdfPages>> =>
  new Promise(resolve => {
    let printed: PdfPages | null = null;
    const refuse = (refusal: PdfRefusal): void => settle(printed ? E.right(printed) : E.left(refusal));
    const stop = (): void => settle(E.left({ kind: 'stopped' }));
    const timer = setTimeout(() => refuse({ kind: 'timed-out', timeoutMs }), timeoutMs);
    const settle = (answer: E.Either<PdfRefusal, PdfPages>): void => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', stop);
      resolve(answer);
    };
    signal?.addEventListener('abort', stop, { once: true });
    reader.on('message', message => {
      const said = message as FromReader | Printed;
      if ('printed' in said) printed = said.printed;
      else if ('refusal' in said) refuse(said.refusal);
      else settle(E.right(said.pages));
    });
    reader.once('error', error => refuse({ kind: 'unreadable', why: error.message }));
    reader.once('exit', (code, killer) =>
      refuse({ kind: 'unreadable', why: `the reading process ended with ${killer ?? `code ${code}`}` }),
    );
    const request: ToReader = { bytes, maxPages, maxRssMb };
    reader.send(request, error => error && refuse({ kind: 'unreadable', why: error.message }));
  });

/** The mark may stand anywhere in the first kilobyte. */
const looksLikePdf = (bytes: Uint8Array): boolean =>
  Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 1024)).includes('%PDF-');
