import type { PdfPages, PdfRefusal } from '../../quote-intake/pdf-pages.ts';

/** What the reading process is asked. */
export interface ToReader {
  readonly bytes: Uint8Array;
  readonly maxPages: number;
  readonly maxRssMb: number;
}

/** What it says when the pages are read and the files the PDF carries are not yet: if those blow up, the print counts. */
export interface Printed {
  readonly printed: PdfPages;
}

/** What it answers, once. */
export type FromReader = { readonly pages: PdfPages } | { readonly refusal: PdfRefusal };
