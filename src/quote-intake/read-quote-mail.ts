import * as E from 'fp-ts/lib/Either.js';
import type { Attachment, Message } from '../mail-reading/message.ts';
import type { IntakeSettings } from './context.ts';
import { dataOfPdf } from './embedded-data.ts';
import { quoteNumbersIn } from './fields/quote-number.ts';
import { pieceOfPdf } from './layout/lines-of-pdf.ts';
import type { PdfPages, PdfRefusal, ReadPdf } from './pdf-pages.ts';
import type { QuoteFields } from './quote-fields.ts';
import { readQuote } from './read-quote.ts';
import { sourceOfMessage } from './source.ts';

/** Reads a PDF's text, out of this process. */
export type PdfReader = (bytes: Uint8Array) => Promise<E.Either<PdfRefusal, PdfPages>>;

export interface QuoteMail {
  readonly fields: QuoteFields;
  readonly pdfs: readonly ReadPdf[];
  /** PDFs that could not be read. A `scanned` one may be read by a model. */
  readonly refused: readonly { readonly fileName: string; readonly refusal: PdfRefusal }[];
}

/** A quote has its paper and perhaps terms and a brochure; what else hangs on a mail is not read. */
const MAX_PDFS = 5;
const LABELLED = 6;

/** A sent quote in a mail: its text, the PDFs attached to it, the mail forwarded inside it. */
export const readQuoteMail = async (
  message: Message,
  readPdf: PdfReader,
  settings: IntakeSettings,
): Promise<QuoteMail> => {
  const pdfs: ReadPdf[] = [];
  const refused: { fileName: string; refusal: PdfRefusal }[] = [];
  for (const attachment of attachedPdfs(message)) {
    const { content } = attachment;
    const fileName = pdfName(attachment);
    const read = await readPdf(content);
    if (E.isRight(read)) pdfs.push({ fileName, pages: read.right });
    else refused.push({ fileName, refusal: read.left });
  }
  const names = refused.map(({ fileName }) => fileName);
  const source = sourceOfMessage(message, papersOf(pdfs), settings.timezone);
  return { fields: readQuote({ ...source, fileNames: [...source.fileNames, ...names] }, settings), pdfs, refused };
};

/** A PDF alone, as it would hang on a mail. */
export const readQuotePdf = (fileName: string, pages: PdfPages, settings: IntakeSettings): QuoteFields =>
  readQuote(
    {
      pieces: [pieceOfPdf(fileName, pages)],
      envelope: null,
      links: pages.links.map(href => ({ href, text: '' })),
      data: dataOfPdf({ fileName, pages }),
      fileNames: [fileName],
    },
    settings,
  );

/** The PDFs of a mail that are read. */
export const attachedPdfs = ({ attachments }: Pick<Message, 'attachments'>): readonly Attachment[] =>
  attachments.filter(isPdf).slice(0, MAX_PDFS);

export const pdfName = ({ filename }: Attachment): string => filename ?? 'attachment.pdf';

const isPdf = ({ contentType, filename, content }: Attachment): boolean =>
  contentType === 'application/pdf' ||
  /\.pdf$/i.test(filename ?? '') ||
  String.fromCharCode(...content.subarray(0, 5)) === '%PDF-';

/** Of several PDFs those that bear a number or data; terms and brochures have sums and spans that are not the quote's. */
const papersOf = (pdfs: readonly ReadPdf[]): readonly ReadPdf[] => {
  const papers = pdfs.filter(
    pdf =>
      dataOfPdf(pdf).length > 0 ||
      quoteNumbersIn([pieceOfPdf(pdf.fileName, pdf.pages)], []).some(({ weight }) => weight >= LABELLED),
  );
  return papers.length > 0 ? papers : pdfs;
};
