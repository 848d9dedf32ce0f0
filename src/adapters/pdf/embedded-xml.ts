import type { EmbeddedXml } from '../../intake/pdf-pages.ts';

/** Electronic invoices are a hundred kilobytes at most; what is larger, or the tenth file, is something else. */
const MOST_BYTES = 1024 * 1024;
const MOST_FILES = 4;
const MOST_LOOKED_AT = 50;

/** The XML among the files a PDF carries, as pdf.js lists them. */
export const embeddedXml = (attachments: unknown): EmbeddedXml[] =>
  filesIn(attachments)
    .filter(({ name, content }) => /\.xml$/i.test(name) && content.length <= MOST_BYTES)
    .slice(0, MOST_FILES)
    .map(({ name, content }) => ({ name: name.slice(0, 100), xml: decoded(content) }));

interface Attached {
  readonly name: string;
  readonly content: Uint8Array;
}

const filesIn = (attachments: unknown): Attached[] =>
  Object.values((attachments ?? {}) as Record<string, unknown>)
    .slice(0, MOST_LOOKED_AT)
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
