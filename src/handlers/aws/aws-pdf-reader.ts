import { readPdf } from '../../adapters/pdf/read-pdf.ts';
import type { World } from '../../application/world.ts';

/** The reading process's module lies beside the bundle. */
export const awsPdfReader: World['readPdf'] = bytes =>
  readPdf(bytes, { readerModule: new URL('./reader-process.mjs', import.meta.url) });
