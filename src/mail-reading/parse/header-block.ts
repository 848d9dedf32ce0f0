import { Buffer } from 'node:buffer';
import type { HeaderLine } from '../message.ts';
import { decodeHeaderBytes } from './charset.ts';

/** How much of a block is kept. */
export interface BlockLimit {
  readonly lines: number;
  readonly bytes: number;
}

/** Header fields and where the body begins. */
export interface HeaderBlock {
  readonly headers: readonly HeaderLine[];
  /** Offset of the body's first byte. */
  readonly bodyAt: number;
  readonly cut: boolean;
}

/** A line that can begin a header field. Blanks before the colon are forgiven, blanks inside the name are not. */
const FIELD = /^([!-9;-~]{1,100})[ \t]*:/;

/**
 * Reads the fields of `bytes` up to the first empty line; empty lines before the first field are passed over, as is an
 * mbox `From ` line. A line that is no field continues the one before it if fields follow; otherwise the body began
 * without an empty line and starts there. Raw eight-bit text that is no UTF-8 is in the charset the block itself names.
 */
export const readHeaderBlock = (bytes: Uint8Array, limit: BlockLimit): HeaderBlock => {
  const { lines, bodyAt, cut } = blockLines(bytes, limit);
  const lastField = lines.findLastIndex(({ text }) => FIELD.test(text));
  const fields: { readonly name: string; readonly values: string[] }[] = [];
  let end = bodyAt;
  for (const [index, { text, start }] of lines.entries()) {
    const field = FIELD.exec(text);
    if (field) fields.push({ name: (field[1] ?? '').toLowerCase(), values: [text.slice(field[0].length).trim()] });
    else if (/^[ \t]/.test(text) || index < lastField) fields.at(-1)?.values.push(text.trim());
    else if (fields.length > 0) {
      end = start;
      break;
    }
  }
  const written = fields.map(({ name, values }) => ({ name, value: values.filter(value => value !== '').join(' ') }));
  const type = written.find(({ name }) => name === 'content-type')?.value ?? '';
  const charset = /\bcharset\s*=\s*"?([^\s";]+)/i.exec(type)?.[1] ?? null;
  const decoded = ({ name, value }: HeaderLine) => ({
    name,
    value: decodeHeaderBytes(Buffer.from(value, 'latin1'), charset),
  });
  return { headers: written.map(decoded), bodyAt: end, cut };
};

/** The block's lines, a byte a character. A line of blanks alone is folding. */
const blockLines = (bytes: Uint8Array, limit: BlockLimit) => {
  const lines: { readonly text: string; readonly start: number }[] = [];
  let at = 0;
  let cut = false;
  while (at < bytes.length) {
    const feed = bytes.indexOf(0x0a, at);
    const end = feed < 0 ? bytes.length : feed;
    const text = latin1(bytes.subarray(at, end)).replace(/\r$/, '');
    const start = at;
    at = Math.min(end + 1, bytes.length);
    if (text === '' || (text.trim() === '' && lines.length === 0)) {
      if (lines.length > 0) return { lines, bodyAt: at, cut };
    } else if (!(lines.length === 0 && /^>?From /.test(text))) {
      if (lines.length < limit.lines && start < limit.bytes) lines.push({ text, start });
      else cut = true;
    }
  }
  return { lines, bodyAt: bytes.length, cut };
};

const latin1 = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
