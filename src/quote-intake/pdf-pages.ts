/** A run of text as a PDF sets it: points from the page's upper left corner, `y` at the baseline, growing downwards. */
export interface PdfRun {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  /** Size of the type in points. */
  readonly size: number;
}

export interface PdfPage {
  readonly width: number;
  readonly height: number;
  readonly runs: readonly PdfRun[];
}

/** A file that a PDF carries with it, as text: an electronic invoice says in XML what the page prints. */
export interface EmbeddedXml {
  readonly name: string;
  readonly xml: string;
}

export interface PdfPages {
  readonly pages: readonly PdfPage[];
  /** Web addresses behind the links of the document, in order. */
  readonly links: readonly string[];
  /** The XML files the document carries; absent without any. */
  readonly embedded?: readonly EmbeddedXml[];
  /** The model that read them off pictures of text; absent for text. */
  readonly readBy?: string;
}

/** A PDF attached to a mail or handed in, read. */
export interface ReadPdf {
  readonly fileName: string;
  readonly pages: PdfPages;
}

/** Why a PDF gave no text. `scanned` holds pictures of text: a model may read it; the others need a person. */
export type PdfRefusal =
  | { readonly kind: 'not-a-pdf'; readonly why: string }
  | { readonly kind: 'too-large'; readonly bytes: number; readonly maxBytes: number }
  | { readonly kind: 'too-many-pages'; readonly pages: number; readonly maxPages: number }
  | { readonly kind: 'timed-out'; readonly timeoutMs: number }
  | { readonly kind: 'too-much-memory'; readonly maxRssMb: number }
  | { readonly kind: 'encrypted' }
  | { readonly kind: 'scanned'; readonly pages: number }
  | { readonly kind: 'stopped' }
  | { readonly kind: 'unreadable'; readonly why: string };

/** One sentence for a person. */
export const explainPdfRefusal = (refusal: PdfRefusal): string => {
  switch (refusal.kind) {
    case 'not-a-pdf':
      return `not a PDF: ${refusal.why}`;
    case 'too-large':
      return `the PDF has ${refusal.bytes} bytes; at most ${refusal.maxBytes} are read`;
    case 'too-many-pages':
      return `the PDF has ${refusal.pages} pages; at most ${refusal.maxPages} are read`;
    case 'timed-out':
      return `the PDF could not be read within ${refusal.timeoutMs / 1000} seconds`;
    case 'too-much-memory':
      return `reading the PDF took more than ${refusal.maxRssMb} MB of memory`;
    case 'encrypted':
      return 'the PDF asks for a password';
    case 'scanned':
      return 'the PDF holds pictures but no text';
    case 'stopped':
      return 'reading the PDF was stopped';
    case 'unreadable':
      return `the PDF cannot be read: ${refusal.why}`;
  }
};
