import { headersOf, type Message } from '../mail-reading/message.ts';
import { decodeWords } from '../mail-reading/parse/encoded-word.ts';
import { htmlToText } from '../mail-reading/plain-text.ts';
import { type Datum, dataOfPdf, shownDatum } from './embedded-data.ts';
import { textOfLine } from './layout/line.ts';
import { pieceOfPdf } from './layout/lines-of-pdf.ts';
import type { ReadPdf } from './pdf-pages.ts';

/** A part of what was read, as text, for showing where each field's words stand. */
export interface TextPart {
  readonly title: string;
  readonly text: string;
}

const SHOWN_HEADERS = ['from', 'to', 'cc', 'date'] as const;
/** Texts longer than this are kept to here; what is read stands near the beginning. */
const MAX_PART = 60_000;
const MAX_PARTS = 60;

/** A mail and its PDFs as texts: subject, header, body, and each page by itself. */
export const originalParts = (message: Message, pdfs: readonly ReadPdf[]): readonly TextPart[] =>
  bounded([
    { title: 'Subject', text: message.subject },
    { title: 'Header', text: headerText(message) },
    { title: 'The mail', text: bodyText(message) },
    ...pdfs.flatMap(pdfParts),
  ]);

/** A PDF alone. */
export const pdfOriginal = (pdf: ReadPdf): readonly TextPart[] => bounded(pdfParts(pdf));

const bounded = (parts: readonly TextPart[]): readonly TextPart[] =>
  parts
    .filter(({ text }) => text.trim() !== '')
    .slice(0, MAX_PARTS)
    .map(({ title, text }) => ({ title, text: text.slice(0, MAX_PART).toWellFormed() }));

const headerText = ({ headers }: Message): string =>
  SHOWN_HEADERS.flatMap(name => headersOf(headers, name).map(value => `${title(name)}: ${decodeWords(value)}`)).join(
    '\n',
  );

const title = (name: string): string => `${name.slice(0, 1).toUpperCase()}${name.slice(1)}`;

const bodyText = ({ html, text }: Message): string => {
  const shown = html === null ? '' : htmlToText(html);
  return shown === '' ? (text ?? '') : shown;
};

const pdfParts = (pdf: ReadPdf): readonly TextPart[] => {
  const { fileName, pages } = pdf;
  const byPage = Map.groupBy(pieceOfPdf(fileName, pages).lines, ({ page }) => page);
  return [
    ...[...byPage].map(([page, lines]) => ({
      title: byPage.size === 1 ? fileName : `${fileName}, page ${page}`,
      text: lines.map(textOfLine).join('\n'),
    })),
    ...dataOfPdf(pdf).map(({ data }) => ({
      title: `${fileName}, embedded invoice data`,
      text: Object.values(data)
        .flatMap((datum: Datum<unknown> | null) => (datum === null ? [] : shownDatum(datum)))
        .join('\n'),
    })),
  ];
};
