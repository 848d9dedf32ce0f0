import { Buffer } from 'node:buffer';
import { type Headers, type HeaderValue, MailParser, type StructuredHeader } from 'mailparser';
import { type HeaderLine, headerOf, type Limits } from '../../mail-reading/message.ts';
import { decodeWords } from '../../mail-reading/parse/encoded-word.ts';
import { readHeaderBlock } from '../../mail-reading/parse/header-block.ts';

/** A MIME part: what it says it is, and either its bytes, decoded from their transfer encoding, or its children. */
export interface Part {
  /** `type/subtype`, lower-case, as declared. */
  readonly type: string;
  /** Of `Content-Type`, names lower-case. */
  readonly params: Readonly<Record<string, string>>;
  readonly disposition: 'attachment' | 'inline' | null;
  /** As the sender wrote it, with whatever path and tricks are in it. */
  readonly filename: string | null;
  readonly contentId: string | null;
  readonly content: Uint8Array;
  readonly children: readonly Part[];
}

/** What mailparser has for its own use and its types leave out. The tests of broken mail fail when this changes. */
interface Inside {
  textTypes: readonly string[];
  readonly tree: Node | false;
  processChunk: (chunk: Chunk, done: (error?: Error) => void) => void;
}
interface Node {
  readonly node: { readonly getHeaders: () => Uint8Array };
  readonly headers: Headers;
  readonly contentType: string | false;
  readonly encoding?: string;
  readonly children: readonly Node[];
}
type Chunk = { readonly type: string; readonly node?: object; readonly value?: Uint8Array };

interface Parsed {
  readonly root: Node;
  /** The bytes of each node as they were sent. */
  readonly sent: ReadonlyMap<object, readonly Uint8Array[]>;
  /** The bytes of each leaf as mailparser decoded them. */
  readonly decoded: ReadonlyMap<Headers, Uint8Array>;
}

/**
 * mailparser, made to give every leaf as bytes: text too, because its charset may lie and its place in the tree decides
 * what it is. The bytes before decoding are kept beside them, for encodings that lie.
 */
const parse = (bytes: Uint8Array, limits: Limits): Promise<Parsed> =>
  new Promise((resolve, reject) => {
    const parser = new MailParser({
      skipHtmlToText: true,
      skipTextToHtml: true,
      skipTextLinks: true,
      skipImageLinks: true,
      keepDeliveryStatus: true,
      ignoreEmbedded: true,
      checksumAlgo: false,
      maxHeadSize: limits.headerBytes,
      maxChildNodes: limits.parts,
    });
    const inside = parser as unknown as Inside;
    const sent = new Map<object, Uint8Array[]>();
    const decoded = new Map<Headers, Uint8Array>();
    const process = inside.processChunk.bind(parser);
    inside.textTypes = [];
    inside.processChunk = (chunk, done) => {
      if (chunk.type === 'node') sent.set(chunk, []);
      else if (chunk.node && chunk.value) sent.get(chunk.node)?.push(chunk.value);
      process(chunk, done);
    };
    parser.on('data', data => {
      if (data.type !== 'attachment') return;
      const chunks: Uint8Array[] = [];
      data.content.on('data', (chunk: Uint8Array) => chunks.push(chunk));
      data.content.on('end', () => {
        decoded.set(data.headers, Buffer.concat(chunks));
        data.release?.();
      });
    });
    parser.on('error', reject);
    parser.on('end', () =>
      inside.tree ? resolve({ root: inside.tree, sent, decoded }) : reject(new Error('no tree')),
    );
    parser.end(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  });

/**
 * The tree of a message's parts. Past a bound on parts, depth or header fields the body is one text as it was sent and
 * the bound is noted: nothing is lost, and mail that people and their programs write never comes near.
 */
export const readParts = async (
  headers: readonly HeaderLine[],
  body: Uint8Array,
  limits: Limits,
  note: (limit: string) => void,
): Promise<Part> => {
  try {
    const parsed = await parse(sourceOf(headers, body), limits);
    const root = await partOf(parsed.root, parsed, limits);
    if (depthOf(root) <= limits.depth) return root;
    note('depth');
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EMAXLEN')) throw error;
    note(error.message.includes('header') ? 'headers' : 'parts');
  }
  return { ...OPAQUE, content: body };
};

const OPAQUE: Omit<Part, 'content'> = {
  type: 'text/plain',
  params: {},
  disposition: null,
  filename: null,
  contentId: null,
  children: [],
};

/** A mail of the body and only those of its fields that say how it is read. */
const sourceOf = (headers: readonly HeaderLine[], body: Uint8Array): Uint8Array => {
  const lines = headers.flatMap(({ name, value }) => (name.startsWith('content-') ? [`${name}: ${value}\n`] : []));
  return Buffer.concat([Buffer.from(`${lines.join('')}mime-version: 1.0\n\n`), body]);
};

const depthOf = (part: Part): number => 1 + Math.max(0, ...part.children.map(depthOf));

const PART_HEADER = { lines: 1_000, bytes: 256 * 1024 };

const partOf = async (node: Node, parsed: Parsed, limits: Limits, digest = false): Promise<Part> => {
  const block = node.node.getHeaders();
  const { headers, bodyAt } = readHeaderBlock(block, PART_HEADER);
  const { value: declared, params } = structured(node.headers.get('content-type'));
  const { value: disposition, params: named } = structured(node.headers.get('content-disposition'));
  const type = declared === '' && digest ? 'message/rfc822' : typeOf(declared.toLowerCase());
  const filename = nameAsWritten(headers) ?? named.filename ?? params.name ?? headerOf(headers, 'content-description');
  const children: Part[] = [];
  for (const child of node.children) children.push(await partOf(child, parsed, limits, type === 'multipart/digest'));
  // What follows the last field without an empty line between them was taken for header: it begins the body.
  const content = Buffer.concat([block.subarray(bodyAt), contentOf(node, parsed, headers)]);
  return {
    type,
    params,
    disposition: disposition === 'attachment' || disposition === 'inline' ? disposition : null,
    filename: filename === null ? null : decodeWords(filename),
    contentId: headerOf(headers, 'content-id')?.replace(/^\s*<|>\s*$/g, '') ?? null,
    content,
    children: children.length > 0 || !type.startsWith('multipart/') ? children : await mended(type, content, limits),
  };
};

/** A quoted file name with raw eight-bit letters or backslashes, which mailparser loses. */
const nameAsWritten = (headers: readonly HeaderLine[]): string | null => {
  const fields = ['content-disposition', 'content-type'].map(name => headerOf(headers, name) ?? '');
  return /\b(?:file)?name\s*=\s*"([^"]*[\\\u0080-\uffff][^"]*)"/i.exec(fields.join(';'))?.[1] ?? null;
};

const structured = (value: HeaderValue | undefined): StructuredHeader =>
  typeof value === 'object' && 'params' in value ? (value as StructuredHeader) : { value: '', params: {} };

/** `text` alone means `text/plain`; what is no type at all is text. */
const typeOf = (declared: string): string => {
  if (declared === 'html' || declared === 'html/text') return 'text/html';
  return /^[\w.+-]+\/[\w.+-]+/.exec(declared)?.[0].replace('plain/text', 'text/plain') ?? 'text/plain';
};

/** A multipart whose boundary is missing or never came: its parts by the delimiter that did, if one did. */
const mended = async (type: string, body: Uint8Array, limits: Limits): Promise<readonly Part[]> => {
  const lines = Buffer.from(body).toString('latin1', 0, 20_000).split(/\r?\n/, 200);
  const found = lines
    .find(line => /^--\S/.test(line) && !/^--+$/.test(line.trimEnd()))
    ?.trimEnd()
    .slice(2);
  if (found === undefined || limits.depth < 2) return [];
  const value = `${type}; boundary="${found.replace(/["\\]/g, '\\$&')}"`;
  const parsed = await parse(sourceOf([{ name: 'content-type', value }], body), limits);
  const inner = { ...limits, depth: limits.depth - 1 };
  return parsed.root.children.length === 0 ? [] : (await partOf(parsed.root, parsed, inner)).children;
};

const contentOf = (node: Node, { sent, decoded }: Parsed, headers: readonly HeaderLine[]): Uint8Array => {
  const raw = Buffer.concat(sent.get(node.node) ?? []);
  const content = decoded.get(node.headers);
  if (content === undefined || (node.encoding === 'base64' && !looksLikeBase64(raw))) return raw;
  const encoding = headerOf(headers, 'content-transfer-encoding') ?? '';
  return /^(x-)?uu/i.test(encoding) ? (decodeUuencode(raw) ?? raw) : content;
};

/** Prose that is merely called base64 stays prose: blanks between words or much punctuation give it away. */
const looksLikeBase64 = (bytes: Buffer): boolean => {
  const sample = bytes.toString('latin1', 0, 4096);
  const strange = sample.match(/[^A-Za-z0-9+/=\s]|(?<=\S) (?=\S)/g)?.length ?? 0;
  return strange * 12 <= sample.replace(/\s/g, '').length;
};

const decodeUuencode = (bytes: Buffer): Uint8Array | null => {
  const lines = bytes.toString('latin1').split(/\r?\n/);
  const begin = lines.findIndex(line => /^begin [0-7]{3,4} /.test(line));
  const end = lines.indexOf('end', begin);
  if (begin < 0) return null;
  return Buffer.concat(lines.slice(begin + 1, end < 0 ? lines.length : end).map(uuLine));
};

/** Three bytes for each four characters; the first tells how many bytes the line holds. */
const uuLine = (line: string): Uint8Array => {
  const sextets = Buffer.from(line.slice(1).padEnd(84, ' '), 'latin1').map(byte => (byte - 32) & 0x3f);
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
  const base64 = Array.from(sextets, sextet => alphabet[sextet]).join('');
  return Buffer.from(base64, 'base64').subarray(0, line === '' ? 0 : (line.charCodeAt(0) - 32) & 0x3f);
};
