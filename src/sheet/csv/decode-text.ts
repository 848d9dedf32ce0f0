import * as E from 'fp-ts/lib/Either.js';

const MAX_BYTES = 128 * 1024 * 1024;
const SAMPLE_BYTES = 4096;

/**
 * The text of a file as spreadsheet programs save it: UTF-8 or UTF-16 with or without a byte order mark, else Windows-1252. A
 * UTF-8 file with a few broken bytes stays UTF-8, U+FFFD standing for them. The left says what the file is instead of text.
 */
export const decodeText = (bytes: Uint8Array): E.Either<string, string> => {
  if (bytes.length > MAX_BYTES) return E.left('is larger than 128 MB');
  const known = otherFormat(bytes);
  if (known !== null) return E.left(known);
  const encoding = encodingOf(bytes);
  const text = new TextDecoder(encoding).decode(bytes);
  if (encoding.startsWith('utf-16')) return E.right(text);
  return looksBinary(text) ? E.left('is not text; save the sheet as CSV') : E.right(text);
};

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

export const encodingOf = (bytes: Uint8Array): Encoding =>
  wideEncoding(bytes) ?? (isUtf8(bytes) ? 'utf-8' : legacy(bytes));

const SIGNATURES: readonly (readonly [prefix: readonly number[], what: string])[] = [
  [[0x50, 0x4b, 0x03, 0x04], 'is a workbook or another zip file (.xlsx, .ods); save the sheet as CSV'],
  [[0xd0, 0xcf, 0x11, 0xe0], 'is an old Excel workbook (.xls); save the sheet as CSV'],
  [[0x25, 0x50, 0x44, 0x46], 'is a PDF; save the sheet as CSV'],
  [[0x1f, 0x8b], 'is a gzip file; unpack it first'],
];

const otherFormat = (bytes: Uint8Array): string | null =>
  SIGNATURES.find(([prefix]) => prefix.every((byte, i) => bytes[i] === byte))?.[1] ?? null;

/** UTF-16 is known by its mark, else by the zero bytes beside ASCII: separators, digits and line ends are ASCII in any sheet. */
const wideEncoding = (bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null => {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const size = Math.min(bytes.length, SAMPLE_BYTES) & ~1;
  let even = 0;
  let odd = 0;
  for (let i = 0; i < size; i += 2) {
    if (bytes[i] === 0) even += 1;
    if (bytes[i + 1] === 0) odd += 1;
  }
  const least = Math.max(1, size / 20);
  if (odd >= least && even <= odd / 8) return 'utf-16le';
  return even >= least && odd <= even / 8 ? 'utf-16be' : null;
};

const isUtf8 = (bytes: Uint8Array): boolean => {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
};

/** A stray byte in a UTF-8 file must not turn every name in it into `MÃ¼ller`. */
const legacy = (bytes: Uint8Array): Encoding => {
  const loose = new TextDecoder('utf-8').decode(bytes);
  let broken = 0;
  let whole = 0;
  for (let i = 0; i < loose.length; i += 1) {
    const code = loose.charCodeAt(i);
    if (code === 0xfffd) broken += 1;
    else if (code > 0x7f) whole += 1;
  }
  return whole > broken ? 'utf-8' : 'windows-1252';
};

const looksBinary = (text: string): boolean => {
  const sample = text.slice(0, SAMPLE_BYTES);
  const controls = sample.match(/[\x00-\x08\x0e-\x1f\x7f]/g)?.length ?? 0;
  return controls > Math.max(2, sample.length / 20);
};
