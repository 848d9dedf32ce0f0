import type { Attachment } from '../message.ts';
import { headerOf } from '../message.ts';
import { decodeText, metaCharset } from './charset.ts';
import { decodeWords } from './encoded-word.ts';
import { readParametrised } from './header-params.ts';
import type { Part } from './part-tree.ts';
import { decodeTransfer } from './transfer-encoding.ts';

/** One stretch of a message's own words: as plain text, as HTML, or the same words as both. */
export interface Stretch {
  readonly text: string | null;
  readonly html: string | null;
}

/** A leaf that is not body text. */
export interface Leaf {
  readonly part: Part;
  readonly content: Uint8Array;
}

export interface Sorted {
  readonly body: readonly Stretch[];
  readonly leaves: readonly Leaf[];
}

/**
 * Tells body text from attachments: inline plain and HTML parts are body, the two sides of an alternative are one
 * stretch, of related parts the root is body. Everything else, and text that has a file name, is a leaf.
 */
export const sortParts = (part: Part, first = true): Sorted => {
  if (part.children.length === 0) return sortLeaf(part, first);
  const { value, params } = part.type;
  if (value === 'multipart/related') return sortRelated(part.children, params.start ?? null);
  const sorted = part.children.map((child, index) => sortParts(child, index === 0));
  const leaves = sorted.flatMap(child => child.leaves);
  const body = sorted.flatMap(child => child.body);
  return { body: value === 'multipart/alternative' ? alternative(body) : body, leaves };
};

const sortRelated = (children: readonly Part[], start: string | null): Sorted => {
  const named = start === null ? -1 : children.findIndex(child => contentIdOf(child) === start.replace(/^<|>$/g, ''));
  const root = Math.max(named, 0);
  const sorted = children.map((child, index) => (index === root ? sortParts(child) : sortAside(child)));
  return { body: sorted.flatMap(child => child.body), leaves: sorted.flatMap(child => child.leaves) };
};

/** Parts beside the root of a related group: all attachments, whatever their type. */
const sortAside = (part: Part): Sorted =>
  part.children.length > 0
    ? { body: [], leaves: part.children.flatMap(child => sortAside(child).leaves) }
    : { body: [], leaves: [leafOf(part)] };

const alternative = (body: readonly Stretch[]): readonly Stretch[] => {
  if (body.length < 2) return body;
  const texts = body.flatMap(stretch => (stretch.text === null ? [] : [stretch.text]));
  const htmls = body.flatMap(stretch => (stretch.html === null ? [] : [stretch.html]));
  return [{ text: texts.length > 0 ? joinText(texts) : null, html: htmls.length > 0 ? htmls.join('\n') : null }];
};

export const joinText = (texts: readonly string[]): string =>
  texts.reduce((all, text) => (all === '' || all.endsWith('\n') ? all + text : `${all}\n${text}`), '');

const sortLeaf = (part: Part, first: boolean): Sorted => {
  const kind = bodyKind(part, first);
  if (kind === null) return { body: [], leaves: [leafOf(part)] };
  const content = contentOf(part);
  const charset = part.type.params.charset ?? (kind === 'html' ? metaCharset(content) : null);
  const text = decodeText(content, charset).replace(/\r\n?/g, '\n');
  return { body: [kind === 'html' ? { text: null, html: text } : { text, html: null }], leaves: [] };
};

/** Text that opens a message is its body even if it has a name; named text further down is an attachment. */
const bodyKind = (part: Part, first: boolean): 'text' | 'html' | null => {
  const { value } = part.type;
  const unsplit = value.startsWith('multipart/') && part.children.length === 0;
  if (value !== 'text/plain' && value !== 'text/html' && !unsplit) return null;
  const disposition = readParametrised(headerOf(part.headers, 'content-disposition'));
  const named = disposition.params.filename !== undefined || part.type.params.name !== undefined;
  if (disposition.value === 'attachment' || (named && !first)) return null;
  return value === 'text/html' ? 'html' : 'text';
};

export const contentOf = (part: Part): Uint8Array => {
  const encoding = headerOf(part.headers, 'content-transfer-encoding');
  return part.type.value.startsWith('multipart/') ? part.body : decodeTransfer(part.body, encoding);
};

const leafOf = (part: Part): Leaf => ({ part, content: contentOf(part) });

const contentIdOf = (part: Part): string | null =>
  headerOf(part.headers, 'content-id')?.replace(/^\s*<|>\s*$/g, '') ?? null;

/** The name a leaf would be saved under: without path, control characters or bidi tricks; `null` when it has none. */
const filenameOf = (part: Part): string | null => {
  const disposition = readParametrised(headerOf(part.headers, 'content-disposition'));
  const written = disposition.params.filename ?? part.type.params.name ?? headerOf(part.headers, 'content-description');
  if (written === null || written === undefined) return null;
  const name = decodeWords(written)
    .replace(/[\u0000-\u001f\u007f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g, '')
    .replace(/^.*[/\\]/s, '')
    .trim();
  return name === '' ? null : name.slice(0, 200);
};

export const attachmentOf = ({ part, content }: Leaf): Attachment => {
  const { value } = readParametrised(headerOf(part.headers, 'content-disposition'));
  return {
    filename: filenameOf(part),
    contentType: part.type.value,
    contentId: contentIdOf(part),
    disposition: value === 'attachment' || value === 'inline' ? value : null,
    size: content.length,
    content,
  };
};
