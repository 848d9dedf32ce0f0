import type { PdfPages, PdfRefusal } from '../../intake/pdf-pages.ts';

/** What the reading process is asked. */
export interface ToReader {
  readonly bytes: Uint8Array;
  readonly maxPages: number;
  readonly maxRssMb: number;
}

/** What it answers, once. */
export type FromReader = { readonly pages: PdfPages } | { readonly refusal: PdfRefusal };
