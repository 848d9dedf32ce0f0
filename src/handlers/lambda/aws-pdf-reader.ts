import type { Dependencies } from '../../workflows/dependencies.ts';

/** The reading process's module lies beside the bundle; what starts it is loaded with the first PDF. */
export const awsPdfReader: Dependencies['readPdf'] = async bytes => {
  const { readPdf } = await import('../../adapters/pdf/read-pdf.ts');
  return readPdf(bytes, { readerModule: new URL('./reader-process.mjs', import.meta.url) });
};
