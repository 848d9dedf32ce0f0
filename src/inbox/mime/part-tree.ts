import { Buffer } from 'node:buffer';
import type { HeaderLine, Limits } from '../message.ts';
import { headerOf } from '../message.ts';
import type { HeaderBlock } from './header-block.ts';
import { lineEnd, readHeaderBlock } from './header-block.ts';
import type { Parametrised } from './header-params.ts';
import { readParametrised } from './header-params.ts';

/** A MIME part: its fields, and either its bytes (still transfer-encoded) or its children. */
export interface Part {
  readonly headers: readonly HeaderLine[];
  readonly type: Parametrised;
  readonly body: Uint8Array;
  readonly children: readonly Part[];
}

interface OpenPart {
  readonly headers: readonly HeaderLine[];
  readonly type: Parametrised;
  readonly boundary: string | null;
  readonly bodyAt: number;
  readonly children: Part[];
}

const DEFAULT_TYPE: Parametrised = { value: 'text/plain', params: {} };
const DIGEST_TYPE: Parametrised = { value: 'message/rfc822', params: {} };

/**
 * The tree of a message's parts in one pass over its lines, so that neither depth nor number of parts can make it slow:
 * each line that begins with `--` is looked up once among the boundaries that are open. Past `depth` or `parts` a
 * multipart stays one opaque part. Missing or wrong boundaries lose nothing: the bytes become one part of text.
 */
export const readParts = (bytes: Uint8Array, limits: Limits, note: (limit: string) => void): Part => {
  const reader = new PartReader(bytes, limits, note);
  return reader.read();
};

class PartReader {
  private readonly bytes: Uint8Array;
  private readonly limits: Limits;
  private readonly note: (limit: string) => void;
  /** Open multiparts, outermost first, and the part being read on top. */
  private readonly stack: OpenPart[] = [];
  /** Boundary → places in the stack that wait for it, innermost last. */
  private readonly waiting = new Map<string, number[]>();
  private parts = 0;
  private headerLinesLeft: number;

  constructor(bytes: Uint8Array, limits: Limits, note: (limit: string) => void) {
    this.bytes = bytes;
    this.limits = limits;
    this.note = note;
    this.headerLinesLeft = limits.headerLines;
  }

  read(): Part {
    return this.walk(this.open(0, DEFAULT_TYPE));
  }

  /** The parts of a multipart's body under a boundary it did not name. */
  private readAs(type: Parametrised, boundary: string): readonly Part[] {
    this.stack.push({ headers: [], type, boundary, bodyAt: 0, children: [] });
    this.wait(boundary, 0);
    return this.walk(0).children;
  }

  private walk(start: number): Part {
    let at = start;
    while (at < this.bytes.length) {
      const { textEnd, after } = lineEnd(this.bytes, at, this.bytes.length);
      const delimiter = this.delimiterAt(at, textEnd);
      at = delimiter ? this.cross(delimiter, at, after) : after;
    }
    return this.finish();
  }

  private delimiterAt(at: number, textEnd: number): { readonly depth: number; readonly closing: boolean } | null {
    const { bytes, waiting } = this;
    if (bytes[at] !== 0x2d || bytes[at + 1] !== 0x2d || waiting.size === 0 || textEnd - at > 1_000) return null;
    const text = Buffer.from(bytes.buffer, bytes.byteOffset + at + 2, textEnd - at - 2)
      .toString('latin1')
      .trimEnd();
    const exact = waiting.get(text)?.at(-1);
    if (exact !== undefined) return { depth: exact, closing: false };
    const depth = text.endsWith('--') ? waiting.get(text.slice(0, -2).trimEnd())?.at(-1) : undefined;
    return depth === undefined ? null : { depth, closing: true };
  }

  /** Crosses a delimiter line: closes what lies deeper, opens the next part. Gives where reading goes on. */
  private cross(
    { depth, closing }: { readonly depth: number; readonly closing: boolean },
    at: number,
    after: number,
  ): number {
    const end = this.beforeBreak(at);
    while (this.stack.length > depth + 1) this.close(end);
    const parent = this.stack[depth];
    if (!parent) return after;
    if (closing) return after;
    if (this.parts >= this.limits.parts) {
      this.note('parts');
      return after;
    }
    return this.open(after, parent.type.value === 'multipart/digest' ? DIGEST_TYPE : DEFAULT_TYPE);
  }

  /** The line break before a delimiter belongs to the delimiter. */
  private beforeBreak(at: number): number {
    const feed = at > 0 && this.bytes[at - 1] === 0x0a ? at - 1 : at;
    return feed > 0 && feed < at && this.bytes[feed - 1] === 0x0d ? feed - 1 : feed;
  }

  private open(start: number, implied: Parametrised): number {
    this.parts += 1;
    const end = this.headerEnd(start);
    const limit = {
      lines: Math.max(this.headerLinesLeft, 50),
      bytes: this.limits.headerBytes,
      skipBlank: this.stack.length === 0,
    };
    const block = withOwnCharset(readHeaderBlock(this.bytes, start, end, limit), charset =>
      readHeaderBlock(this.bytes, start, end, { ...limit, charset }),
    );
    if (block.cut) this.note('headers');
    this.headerLinesLeft -= block.headers.length;
    const declared = headerOf(block.headers, 'content-type');
    const read = readParametrised(declared);
    const type = /^[\w.+-]+\/[\w.+-]+/.test(read.value)
      ? read
      : { value: nameOnly(read.value, implied.value), params: read.params };
    const boundary = this.boundaryOf(type, block.bodyAt);
    this.stack.push({ headers: block.headers, type, boundary, bodyAt: block.bodyAt, children: [] });
    if (boundary !== null) this.wait(boundary, this.stack.length - 1);
    return block.bodyAt;
  }

  /** Fields end at the latest at a delimiter that an enclosing multipart waits for. */
  private headerEnd(start: number): number {
    let at = start;
    if (this.stack.length === 0) return this.bytes.length;
    while (at < this.bytes.length) {
      const { textEnd, after } = lineEnd(this.bytes, at, this.bytes.length);
      if (textEnd === at) return after;
      if (this.delimiterAt(at, textEnd)) return at;
      at = after;
    }
    return this.bytes.length;
  }

  private boundaryOf(type: Parametrised, bodyAt: number): string | null {
    if (!type.value.startsWith('multipart/')) return null;
    if (this.stack.length >= this.limits.depth) {
      this.note('depth');
      return null;
    }
    const declared = (type.params.boundary ?? '').trimEnd();
    return declared === '' ? this.firstDelimiter(bodyAt) : latin1Of(declared);
  }

  /** A multipart without `boundary`: its first line that begins with `--`, if that is repeated further down. */
  private firstDelimiter(bodyAt: number): string | null {
    let at = bodyAt;
    for (let line = 0; line < 200 && at < this.bytes.length; line += 1) {
      const { textEnd, after } = lineEnd(this.bytes, at, this.bytes.length);
      const text = Buffer.from(this.bytes.subarray(at, Math.min(textEnd, at + 200)))
        .toString('latin1')
        .trimEnd();
      if (/^--\S/.test(text) && !/^--+$/.test(text)) return text.slice(2);
      at = after;
    }
    return null;
  }

  private wait(boundary: string, depth: number): void {
    const places = this.waiting.get(boundary);
    if (places) places.push(depth);
    else this.waiting.set(boundary, [depth]);
  }

  private close(end: number): void {
    const part = this.stack.pop();
    if (!part) return;
    if (part.boundary !== null) {
      const places = this.waiting.get(part.boundary);
      places?.pop();
      if (places?.length === 0) this.waiting.delete(part.boundary);
    }
    this.stack.at(-1)?.children.push(this.closedPart(part, end));
  }

  private closedPart(part: OpenPart, end: number): Part {
    const body = this.bytes.subarray(part.bodyAt, Math.max(part.bodyAt, end));
    const children = part.children.length > 0 || part.boundary === null ? part.children : this.mended(part, body);
    return { headers: part.headers, type: part.type, body, children };
  }

  /** A multipart whose boundary never came: its parts by the delimiter that did, if one did. */
  private mended(part: OpenPart, body: Uint8Array): readonly Part[] {
    const found = this.firstDelimiter(part.bodyAt);
    if (found === null || found === part.boundary || body.length === 0) return [];
    const left = {
      ...this.limits,
      depth: this.limits.depth - this.stack.length - 1,
      parts: this.limits.parts - this.parts,
    };
    if (left.depth < 1 || left.parts < 1) return [];
    const reader = new PartReader(body, left, this.note);
    const parts = reader.readAs(part.type, found);
    this.parts += reader.parts;
    return parts;
  }

  private finish(): Part {
    while (this.stack.length > 1) this.close(this.bytes.length);
    const root = this.stack[0];
    if (!root) throw new Error('a message has a root part');
    return this.closedPart(root, this.bytes.length);
  }
}

/** Raw eight-bit fields are read again in the charset the part declares for its body. */
const withOwnCharset = (block: HeaderBlock, again: (charset: string) => HeaderBlock): HeaderBlock => {
  const charset = readParametrised(headerOf(block.headers, 'content-type')).params.charset;
  const raw = charset !== undefined && block.headers.some(header => /[\u0080-\uffff]/.test(header.value));
  return raw ? again(charset) : block;
};

const latin1Of = (boundary: string): string => Buffer.from(boundary, 'utf8').toString('latin1');

/** `text` alone means `text/plain`; anything else that is no type is what the place implies. */
const nameOnly = (value: string, implied: string): string => {
  if (value === 'text' || value === 'plain' || value === 'plain/text') return 'text/plain';
  if (value === 'html' || value === 'html/text') return 'text/html';
  return value === 'multipart' ? 'multipart/mixed' : implied;
};
