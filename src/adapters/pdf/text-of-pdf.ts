import { getDocumentProxy } from 'unpdf';
import { asTyped } from '../../intake/layout/as-typed.ts';
import type { PdfPage, PdfPages, PdfRun } from '../../intake/pdf-pages.ts';
import { cutOffNetwork } from './cut-off-network.ts';
import { embeddedXml } from './embedded-xml.ts';
import type { FromReader } from './reader-messages.ts';
import { UnicodeCMaps } from './unicode-cmaps.ts';

type Document = Awaited<ReturnType<typeof getDocumentProxy>>;
type Page = Awaited<ReturnType<Document['getPage']>>;

const MAX_RUNS = 200_000;
const MAX_LINKS = 200;
/** Fewer letters and digits than this in all: a picture of text with, at most, a stamp or a page number. */
const LETTERS_OF_A_TEXT = 12;

/** Reads every page's runs of text. Only for a process that can be killed: a hostile file can take for ever. */
export const textOfPdf = async (
  bytes: Uint8Array,
  maxPages: number,
  tell: (printed: PdfPages) => void = () => {},
): Promise<FromReader> => {
  cutOffNetwork();
  let document: Document;
  try {
    document = await getDocumentProxy(bytes, {
      verbosity: 0,
      disableFontFace: true,
      useSystemFonts: false,
      enableXfa: false,
      stopAtErrors: false,
      cMapPacked: false,
      BinaryDataFactory: UnicodeCMaps,
    });
  } catch (error) {
    return { refusal: refusalOf(error) };
  }
  if (document.numPages > maxPages) {
    return { refusal: { kind: 'too-many-pages', pages: document.numPages, maxPages } };
  }
  try {
    return await pagesOf(document, tell);
  } catch (error) {
    return { refusal: { kind: 'unreadable', why: messageOf(error) } };
  }
};

const pagesOf = async (document: Document, tell: (printed: PdfPages) => void): Promise<FromReader> => {
  const pages: PdfPage[] = [];
  const links: string[] = [];
  let runs = 0;
  for (let number = 1; number <= document.numPages && runs < MAX_RUNS; number++) {
    const page = await document.getPage(number);
    const annotations: Annotation[] = await page.getAnnotations();
    const read = await pageOf(page, annotations, MAX_RUNS - runs);
    runs += read.runs.length;
    pages.push(read);
    for (const { url } of annotations) if (typeof url === 'string' && links.length < MAX_LINKS) links.push(url);
    page.cleanup();
  }
  const letters = pages.reduce((sum, page) => sum + page.runs.reduce((n, run) => n + lettersIn(run.text), 0), 0);
  if (letters >= LETTERS_OF_A_TEXT) tell({ pages, links });
  const embedded = embeddedXml(await document.getAttachments());
  if (letters < LETTERS_OF_A_TEXT && embedded.length === 0)
    return { refusal: { kind: 'scanned', pages: pages.length } };
  return { pages: { pages, links, ...(embedded.length === 0 ? {} : { embedded }) } };
};

interface Annotation {
  readonly url?: unknown;
  readonly fieldType?: unknown;
  readonly fieldValue?: unknown;
  readonly rect?: readonly number[];
}

const pageOf = async (page: Page, annotations: readonly Annotation[], maxRuns: number): Promise<PdfPage> => {
  const view = page.getViewport({ scale: 1 });
  const [a, b, c, d, e, f] = view.transform as [number, number, number, number, number, number];
  const at = (x: number, y: number) => ({ x: a * x + c * y + e, y: b * x + d * y + f });
  const runs: PdfRun[] = [];
  const { items } = await page.getTextContent({ disableNormalization: false });
  for (const item of items) {
    const text = 'str' in item ? asTyped(item.str) : '';
    if (!('str' in item) || text.trim() === '' || runs.length >= maxRuns) continue;
    const [ia = 0, ib = 0, , , ie = 0, jf = 0] = item.transform as number[];
    const across = a * ia + c * ib;
    const down = b * ia + d * ib;
    // Text that does not run from left to right is a margin note or a watermark, not a field.
    if (across <= 0 || Math.abs(down) > 0.1 * across) continue;
    runs.push({ text, ...at(ie, jf), width: item.width, size: item.height || Math.hypot(ia, ib) });
  }
  for (const { fieldType, fieldValue, rect = [] } of annotations) {
    if (fieldType !== 'Tx' || typeof fieldValue !== 'string' || fieldValue.trim() === '') continue;
    const [left = 0, bottom = 0, right = 0] = rect;
    // What is typed into a form stands a little above its field's lower edge.
    if (runs.length < maxRuns) runs.push({ text: fieldValue, ...at(left, bottom + 4), width: right - left, size: 10 });
  }
  return { width: view.width, height: view.height, runs };
};

const lettersIn = (text: string): number => text.match(/[\p{L}\p{N}]/gu)?.length ?? 0;

const refusalOf = (error: unknown): Extract<FromReader, { refusal: unknown }>['refusal'] => {
  const name = error instanceof Error ? error.name : '';
  if (name === 'PasswordException') return { kind: 'encrypted' };
  if (name === 'InvalidPDFException') return { kind: 'not-a-pdf', why: messageOf(error) };
  return { kind: 'unreadable', why: messageOf(error) };
};

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
