import { Buffer } from 'node:buffer';

const EMPTY = new Uint8Array(0);

/** Bytes of a part as they were before `Content-Transfer-Encoding`. Damaged encodings give what can be read, never an error. */
export const decodeTransfer = (bytes: Uint8Array, encoding: string | null): Uint8Array => {
  const name = (encoding ?? '').toLowerCase().replace(/[\s;:"'].*$/s, '');
  if (name === 'base64') return looksLikeBase64(bytes) ? decodeBase64(bytes) : bytes;
  if (name === 'quoted-printable') return decodeQuotedPrintable(bytes);
  if (name === 'x-uuencode' || name === 'uuencode' || name === 'x-uue') return decodeUuencode(bytes) ?? bytes;
  return bytes;
};

const SEXTET = (() => {
  const table = new Int8Array(256).fill(-1);
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
  for (let index = 0; index < alphabet.length; index += 1) table[alphabet.charCodeAt(index)] = index;
  return table;
})();

/** Base64 with strange bytes skipped and several padded runs joined, as mail gateways leave it. */
export const decodeBase64 = (bytes: Uint8Array): Uint8Array => {
  const out = new Uint8Array(Math.ceil((bytes.length * 3) / 4) + 3);
  let length = 0;
  let bits = 0;
  let count = 0;
  for (const byte of bytes) {
    const sextet = SEXTET[byte] ?? -1;
    if (sextet >= 0) {
      bits = (bits << 6) | sextet;
      count += 1;
      if (count === 4) {
        out[length] = bits >> 16;
        out[length + 1] = (bits >> 8) & 0xff;
        out[length + 2] = bits & 0xff;
        length += 3;
        bits = 0;
        count = 0;
      }
    } else if (byte === 0x3d && count > 0) {
      length = flush(out, length, bits, count);
      bits = 0;
      count = 0;
    }
  }
  return out.subarray(0, flush(out, length, bits, count));
};

const flush = (out: Uint8Array, length: number, bits: number, count: number): number => {
  if (count < 2) return length;
  out[length] = count === 2 ? bits >> 4 : bits >> 10;
  if (count === 3) out[length + 1] = (bits >> 2) & 0xff;
  return length + count - 1;
};

/** Prose that is merely called base64 stays prose: blanks between words or much punctuation give it away. */
const looksLikeBase64 = (bytes: Uint8Array): boolean => {
  const sample = bytes.subarray(0, 4096);
  let alien = 0;
  let solid = 0;
  let gaps = 0;
  for (const [index, byte] of sample.entries()) {
    if (byte === 0x20) gaps += isSolid(sample[index - 1]) && isSolid(sample[index + 1]) ? 1 : 0;
    else if (isSolid(byte)) {
      solid += 1;
      if ((SEXTET[byte] ?? -1) < 0 && byte !== 0x3d) alien += 1;
    }
  }
  return (alien + gaps) * 12 <= solid;
};

const isSolid = (byte: number | undefined): boolean => byte !== undefined && byte > 0x20;

const hexOf = (byte: number | undefined): number => {
  if (byte === undefined) return -1;
  if (byte >= 0x30 && byte <= 0x39) return byte - 0x30;
  const lower = byte | 0x20;
  return lower >= 0x61 && lower <= 0x66 ? lower - 0x57 : -1;
};

/** Quoted-printable; `=` before anything but two hex digits or a line end stays as it is. */
export const decodeQuotedPrintable = (bytes: Uint8Array): Uint8Array => {
  const out = new Uint8Array(bytes.length);
  let length = 0;
  let index = 0;
  while (index < bytes.length) {
    const byte = bytes[index] ?? 0;
    if (byte !== 0x3d) {
      out[length] = byte;
      length += 1;
      index += 1;
      continue;
    }
    const high = hexOf(bytes[index + 1]);
    const low = hexOf(bytes[index + 2]);
    if (high >= 0 && low >= 0) {
      out[length] = (high << 4) | low;
      length += 1;
      index += 3;
      continue;
    }
    const next = afterSoftBreak(bytes, index + 1);
    if (next === null) {
      out[length] = byte;
      length += 1;
      index += 1;
    } else index = next;
  }
  return out.subarray(0, length);
};

/** The index behind a soft line break that begins at `index` (blanks, then a line end or the end), or `null`. */
const afterSoftBreak = (bytes: Uint8Array, start: number): number | null => {
  let index = start;
  while (index - start < 200 && (bytes[index] === 0x20 || bytes[index] === 0x09)) index += 1;
  if (index >= bytes.length) return index;
  if (bytes[index] === 0x0a) return index + 1;
  if (bytes[index] === 0x0d) return bytes[index + 1] === 0x0a ? index + 2 : index + 1;
  return null;
};

const decodeUuencode = (bytes: Uint8Array): Uint8Array | null => {
  const lines = Buffer.from(bytes).toString('latin1').split(/\r?\n/);
  const begin = lines.findIndex(line => /^begin [0-7]{3,4} /.test(line));
  if (begin < 0) return null;
  const out: Uint8Array[] = [];
  for (const line of lines.slice(begin + 1)) {
    if (line === 'end') break;
    const size = (line.charCodeAt(0) - 32) & 0x3f;
    out.push(size > 0 && line.length > 1 ? uuLine(line, size) : EMPTY);
  }
  return Buffer.concat(out);
};

const uuLine = (line: string, size: number): Uint8Array => {
  const sextet = (at: number): number => (at < line.length ? (line.charCodeAt(at) - 32) & 0x3f : 0);
  const out = new Uint8Array(Math.ceil(size / 3) * 3);
  for (let from = 1, to = 0; to < size; from += 4, to += 3) {
    const bits = (sextet(from) << 18) | (sextet(from + 1) << 12) | (sextet(from + 2) << 6) | sextet(from + 3);
    out[to] = bits >> 16;
    out[to + 1] = (bits >> 8) & 0xff;
    out[to + 2] = bits & 0xff;
  }
  return out.subarray(0, size);
};
