import type { World } from '../../application/world.ts';

/** The reading process's module lies beside the bundle; what starts it is loaded with the first PDF. */
export const awsPdfReader: World['readPdf'] = async bytes => {
  const { readPdf } = await import('../../adapters/pdf/read-pdf.ts');
  return readPdf(bytes, { readerModule: new URL('./reader-process.mjs', import.meta.url) });
};
