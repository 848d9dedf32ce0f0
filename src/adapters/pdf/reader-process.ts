import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import type { FromReader, Printed, ToReader } from './reader-messages.ts';

/**
 * The process a PDF is read in. The reading itself runs in a thread, so that this thread stays free to watch how much
 * memory the process holds: a stream that unpacks to gigabytes lies outside the heap that V8 can cap.
 */
const WATCH_EVERY_MS = 20;

const answer = (message: FromReader): void => {
  process.send?.(message, () => process.exit(0));
};

const serve = (request: ToReader): void => {
  const watch = setInterval(() => {
    if (process.memoryUsage.rss() <= request.maxRssMb * 1024 * 1024) return;
    clearInterval(watch);
    answer({ refusal: { kind: 'too-much-memory', maxRssMb: request.maxRssMb } });
  }, WATCH_EVERY_MS);
  const worker = new Worker(new URL(import.meta.url), {
    workerData: request,
    resourceLimits: { maxOldGenerationSizeMb: request.maxRssMb },
  });
  worker.on('message', (said: FromReader | Printed) => ('printed' in said ? process.send?.(said) : answer(said)));
  worker.once('error', (error: Error & { code?: string }) =>
    answer({
      refusal:
        error.code === 'ERR_WORKER_OUT_OF_MEMORY'
          ? { kind: 'too-much-memory', maxRssMb: request.maxRssMb }
          : { kind: 'unreadable', why: error.message },
    }),
  );
};

if (isMainThread) {
  process.once('disconnect', () => process.exit(0));
  process.once('message', message => serve(message as ToReader));
} else {
  const { bytes, maxPages } = workerData as ToReader;
  // Loaded in this thread only: the other has no use for it.
  const { textOfPdf } = await import('./text-of-pdf.ts');
  const tell = (printed: Printed['printed']): void => parentPort?.postMessage({ printed } satisfies Printed);
  parentPort?.postMessage(await textOfPdf(bytes, maxPages, tell));
}
