import { Buffer } from 'node:buffer';
import iconv from 'iconv-lite';

/** Names mail uses that neither the platform nor iconv knows under that name. */
const ALIASES: Readonly<Record<string, string>> = {
  utf8: 'utf-8',
  'utf-8mb4': 'utf-8',
  'unicode-1-1-utf-7': 'utf-7',
  'x-unicode-2-0-utf-7': 'utf-7',
  cp932: 'shift_jis',
  ms932: 'shift_jis',
  'shift-jis': 'shift_jis',
  cp936: 'gbk',
  cp949: 'euc-kr',
  ms949: 'euc-kr',
  ks_c_5601: 'euc-kr',
  cp950: 'big5',
  'hz-gb-2312': 'gbk',
  cp50220: 'iso-2022-jp',
  cp50221: 'iso-2022-jp',
  'iso-2022-jp-1': 'iso-2022-jp',
  'iso-2022-jp-2': 'iso-2022-jp',
  'iso-2022-jp-ms': 'iso-2022-jp',
  'iso8859-1': 'iso-8859-1',
  'latin-1': 'iso-8859-1',
  ansi: 'windows-1252',
  'windows-1252http-equiv': 'windows-1252',
};

const UNSAID = new Set([
  '',
  'us-ascii',
  'ascii',
  'ansi_x3.4-1968',
  'default',
  'unknown',
  'unknown-8bit',
  'x-unknown',
  'binary',
  '8bit',
  '7bit',
]);
const WESTERN = new Set(['windows-1252', 'iso-8859-1', 'iso-8859-15']);

type Decoder = InstanceType<typeof TextDecoder>;

const utf8Strict = new TextDecoder('utf-8', { fatal: true });
const utf8 = new TextDecoder('utf-8');
const decoders = new Map<string, Decoder | null>();

const decoderOf = (label: string): Decoder | null => {
  const known = decoders.get(label);
  if (known !== undefined) return known;
  let decoder: Decoder | null = null;
  try {
    decoder = new TextDecoder(label);
  } catch {
    decoder = null;
  }
  if (decoders.size < 500) decoders.set(label, decoder);
  return decoder;
};

const labelOf = (declared: string | null): string => {
  const bare = (declared ?? '')
    .trim()
    .replace(/^["'<]+|["'>;]+$/g, '')
    .toLowerCase();
  const label = bare
    .replace(/^charset=/, '')
    .replace(/^x-(?=utf|iso|windows|cp)/, '')
    .replace(/\s+/g, '');
  return ALIASES[label] ?? label;
};

/**
 * Text of bytes in the charset they claim, or in the one they plainly have.
 * A charset lies: text called ASCII or Latin that is well-formed UTF-8 is UTF-8; text called UTF-8 with hardly a
 * well-formed character beyond ASCII is Windows-1252. An unknown name is read as UTF-8 if it is well-formed, else Windows-1252.
 */
export const decodeText = (bytes: Uint8Array, declared: string | null): string => {
  const label = labelOf(declared);
  const plain = asciiOnly(bytes);
  if (plain && (UNSAID.has(label) || WESTERN.has(label) || label === 'utf-8')) {
    return hasEscapes(bytes) && UNSAID.has(label) ? decodeAs(bytes, 'iso-2022-jp') : latin1(bytes);
  }
  const bom = byteOrderMark(bytes);
  if (bom) return decodeAs(bytes, bom);
  if (UNSAID.has(label)) return guess(bytes);
  if (label === 'utf-8') return mendedUtf8(bytes);
  if (WESTERN.has(label)) return wellFormed(bytes) ?? decodeAs(bytes, label);
  return decodeKnown(bytes, label) ?? guess(bytes);
};

/** A header's raw bytes: UTF-8 if well-formed, else the message's own charset or Windows-1252. Never throws. */
export const decodeHeaderBytes = (bytes: Uint8Array, charset: string | null = null): string =>
  asciiOnly(bytes) ? latin1(bytes) : (wellFormed(bytes) ?? decodeText(bytes, charset));

/** The charset an HTML text names for itself (`<meta charset=…>`), or `null`. */
export const metaCharset = (bytes: Uint8Array): string | null =>
  /<meta[^>]{0,200}charset\s*=\s*["']?([\w:.-]{2,40})/i.exec(latin1(bytes.subarray(0, 2_048)))?.[1] ?? null;

const latin1 = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');

const asciiOnly = (bytes: Uint8Array): boolean => {
  for (const byte of bytes) if (byte > 0x7f) return false;
  return true;
};

/** ISO-2022 shifts (`ESC $`) in text that names no charset: Japanese mail of the seven-bit age. */
const hasEscapes = (bytes: Uint8Array): boolean => {
  const at = bytes.indexOf(0x1b);
  return at >= 0 && bytes[at + 1] === 0x24;
};

const byteOrderMark = (bytes: Uint8Array): string | null => {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return null;
};

const decodeAs = (bytes: Uint8Array, label: string): string => (decoderOf(label) ?? utf8).decode(bytes);

const decodeKnown = (bytes: Uint8Array, label: string): string | null => {
  const decoder = decoderOf(label);
  if (!decoder) return iconv.encodingExists(label) ? iconv.decode(Buffer.from(bytes), label) : null;
  const text = decoder.decode(bytes);
  return text.includes('\ufffd') ? (otherReading(bytes, label) ?? text) : text;
};

/** Bytes that are ill-formed in the charset they claim, but well-formed in the one such mail is often really in. */
const otherReading = (bytes: Uint8Array, label: string): string | null => {
  const eightBit = label === 'iso-2022-jp' ? ['euc-jp', 'shift_jis'] : [];
  for (const candidate of ['utf-8', ...eightBit]) {
    try {
      return new TextDecoder(candidate, { fatal: true }).decode(bytes);
    } catch {}
  }
  return null;
};

const wellFormed = (bytes: Uint8Array): string | null => {
  try {
    return utf8Strict.decode(bytes);
  } catch {
    return null;
  }
};

const guess = (bytes: Uint8Array): string => wellFormed(bytes) ?? decodeAs(bytes, 'windows-1252');

const mendedUtf8 = (bytes: Uint8Array): string => {
  const strict = wellFormed(bytes);
  if (strict !== null) return strict;
  const text = utf8.decode(bytes);
  let bad = 0;
  let good = 0;
  for (const char of text) {
    if (char === '\ufffd') bad += 1;
    else if (char > '\u007f') good += 1;
  }
  return bad > 4 * good ? decodeAs(bytes, 'windows-1252') : text;
};
