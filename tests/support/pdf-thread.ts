import { once } from 'node:events';
import { isMainThread, parentPort, Worker } from 'node:worker_threads';
import * as E from 'fp-ts/lib/Either.js';
import type { FromReader } from '../../src/adapters/pdf/reader-messages.ts';
import type { PdfReader } from '../../src/quote-intake/read-quote-mail.ts';

const MAX_PAGES = 50;

/**
 * Reads trusted PDFs in one thread, one after another: a process for each costs ten times the reading. What the process
 * is for, hostile files, is `read-pdf.test.ts`.
 */
export const pdfThread = (): { readonly read: PdfReader; readonly close: () => Promise<number> } => {
  const worker = new Worker(new URL(import.meta.url));
  return {
    read: async bytes => {
      worker.postMessage(bytes);
      const [answer] = (await once(worker, 'message')) as [FromReader];
      return 'pages' in answer ? E.right(answer.pages) : E.left(answer.refusal);
    },
    close: () => worker.terminate(),
  };
};

if (!isMainThread && parentPort) {
  const { textOfPdf } = await import('../../src/adapters/pdf/text-of-pdf.ts');
  const port = parentPort;
  port.on('message', async (bytes: Uint8Array) => port.postMessage(await textOfPdf(bytes, MAX_PAGES)));
}
