import { Socket as Datagrams } from 'node:dgram';
import dns from 'node:dns';
import { syncBuiltinESMExports } from 'node:module';
import { Socket } from 'node:net';
import { getDocumentProxy } from 'unpdf';
import { asTyped } from '../../quote-intake/layout/line.ts';
import type { EmbeddedXml, PdfPage, PdfPages, PdfRun } from '../../quote-intake/pdf-pages.ts';
import type { FromReader } from './reader-messages.ts';

/**
 * Takes the network away from this thread: a document is data and fetches nothing. For a thread that reads what strangers
 * wrote; there is no way back.
 */
export const cutOffNetwork = (): void => {
  const refuse = (): never => {
    throw new Error('no network here');
  };
  Socket.prototype.connect = refuse;
  Datagrams.prototype.connect = refuse;
  Datagrams.prototype.send = refuse;
  // Whom a name is asked for hears of it.
  for (const asking of [dns, dns.promises, dns.Resolver.prototype, dns.promises.Resolver.prototype]) {
    for (const name of Object.getOwnPropertyNames(asking)) {
      if (/^(?:lookup|resolve|reverse)/.test(name)) Object.defineProperty(asking, name, { value: refuse });
    }
  }
  syncBuiltinESMExports();
  for (const name of ['fetch', 'XMLHttpRequest', 'WebSocket', 'EventSource']) {
    Object.defineProperty(globalThis, name, { value: undefined, writable: false, configurable: false });
  }
};

const ORDERING: Readonly<Record<string, string>> = { JIS: 'Japan1', GB: 'GB1', CNS: 'CNS1', KS: 'Korea1' };

/**
 * The character maps of East Asian fonts that a file names and does not carry. Those whose codes are Unicode already are
 * one line each; of any other the text stays unread, as in a picture. One for each document.
 */
export class UnicodeCMaps {
  readonly #named = new Set<string | undefined>();

  async fetch({ kind, filename }: { kind: string; filename: string }): Promise<Uint8Array> {
    const body = kind === 'cMapUrl' ? this.#bodyOf(filename) : undefined;
    if (body === undefined) throw new Error(`${filename} is not at hand`);
    return Buffer.from(`begincmap 1 begincodespacerange <0000> <FFFF> endcodespacerange ${body} endcmap`);
  }

  #bodyOf(name: string): string | undefined {
    const codes = /^Uni(JIS|GB|CNS|KS)\w*-(?:UCS2|UTF16)-(?:HW-)?[HV]$/.exec(name)?.[1];
    if (codes !== undefined) {
      this.#named.add(ORDERING[codes]);
      return '1 begincidrange <0000> <FFFF> 0 endcidrange';
    }
    // A font's own numbers are Unicode only where its codes were; for others this map would make up text.
    const numbers = /^Adobe-(\w+)-UCS2$/.exec(name)?.[1];
    return this.#named.has(numbers) ? '1 beginbfrange <0000> <FFFF> <0000> endbfrange' : undefined;
  }
}

/** Electronic invoices are a hundred kilobytes at most; what is larger, or the tenth file, is something else. */
const MAX_BYTES = 1024 * 1024;
const MAX_FILES = 4;
const MAX_LOOKED_AT = 50;

/** The XML among the files a PDF carries, as pdf.js lists them. */
export const embeddedXml = (attachments: unknown): EmbeddedXml[] =>
  filesIn(attachments)
    .filter(({ name, content }) => /\.xml$/i.test(name) && content.length <= MAX_BYTES)
    .slice(0, MAX_FILES)
    .map(({ name, content }) => ({ name: name.slice(0, 100), xml: decoded(content) }));

interface Attached {
  readonly name: string;
  readonly content: Uint8Array;
}

const filesIn = (attachments: unknown): Attached[] =>
  Object.values((attachments ?? {}) as Record<string, unknown>)
    .slice(0, MAX_LOOKED_AT)
    .flatMap(file => {
      const { filename, content } = (file ?? {}) as { filename?: unknown; content?: unknown };
      return typeof filename === 'string' && content instanceof Uint8Array ? [{ name: filename, content }] : [];
    });

/** By the mark at its head, else as its declaration says. Bytes that fit no character are shown as such. */
const decoded = (content: Uint8Array): string => {
  const [first, second] = content;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(content);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(content);
  const head = new TextDecoder('latin1').decode(content.subarray(0, 200));
  const label = /^[^<]*<\?xml[^>]*\bencoding=["']([\w.-]{1,30})["']/.exec(head)?.[1] ?? 'utf-8';
  try {
    return new TextDecoder(label).decode(content);
  } catch {
    return new TextDecoder().decode(content);
  }
};

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
