import { explainPdfRefusal, type ReadPdf } from './pdf-pages.ts';
import type { QuoteMail } from './read-quote-mail.ts';

/** Why nothing was read from a PDF, for whoever decides on the proposal. */
export const unreadNote = ({ fileName, refusal }: QuoteMail['refused'][number]): string =>
  `${fileName}: ${explainPdfRefusal(refusal)}.`;

/** What a model read off a picture is to be looked at twice. */
export const scanNote = ({ fileName, pages: { readBy } }: ReadPdf): readonly string[] =>
  readBy === undefined
    ? []
    : [`${fileName} is a scan: its text was read by the model ${readBy}. Check each value against the PDF.`];
