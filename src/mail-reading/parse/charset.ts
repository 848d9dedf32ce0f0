import { Buffer } from 'node:buffer';
import iconv from 'iconv-lite';

/** Names mail uses that neither the platform nor iconv knows, by the name they do know. */
const ALIASES = new Map(
  Object.entries({
    'utf-8': 'utf8 utf-8mb4',
    'utf-7': 'unicode-1-1-utf-7 x-unicode-2-0-utf-7',
    shift_jis: 'cp932 ms932 shift-jis',
    gbk: 'cp936 hz-gb-2312',
    'euc-kr': 'cp949 ms949 ks_c_5601',
    big5: 'cp950',
    'iso-2022-jp': 'cp50220 cp50221 iso-2022-jp-1 iso-2022-jp-2 iso-2022-jp-ms',
    'iso-8859-1': 'iso8859-1 latin-1',
    'windows-1252': 'ansi windows-1252http-equiv',
    '': 'us-ascii ascii ansi_x3.4-1968 default unknown unknown-8bit x-unknown binary 8bit 7bit',
  }).flatMap(([known, names]) => names.split(' ').map(name => [name, known] as const)),
);
const WESTERN = new Set(['windows-1252', 'iso-8859-1', 'iso-8859-15']);

const labelOf = (declared: string | null): string => {
  const bare = (declared ?? '').toLowerCase().replace(/["'<>;\s]+/g, '');
  const label = bare.replace(/^charset=/, '');
  const plain = label.replace(/^x-(?=utf|iso|windows|cp)/, '');
  return ALIASES.get(label) ?? ALIASES.get(plain) ?? plain;
};

/**
 * Text of bytes in the charset they claim, or in the one they plainly have.
 * A charset lies: text called ASCII or Latin that is well-formed UTF-8 is UTF-8; text called UTF-8 with hardly a
 * well-formed character beyond ASCII is Windows-1252. An unknown name is read as UTF-8 if it is well-formed, else Windows-1252.
 */
export const decodeText = (bytes: Uint8Array, declared: string | null): string => {
  const label = labelOf(declared);
  if (label === '' && bytes[bytes.indexOf(0x1b) + 1] === 0x24 && bytes.includes(0x1b)) {
    return decoderOf('iso-2022-jp')?.decode(bytes) ?? '';
  }
  const mark = byteOrderMark(bytes);
  if (mark) return decoderOf(mark)?.decode(bytes) ?? '';
  if (label === 'utf-8') return mendedUtf8(bytes);
  const text =
    label === '' || WESTERN.has(label) ? (wellFormed(bytes) ?? decodeKnown(bytes, label)) : decodeKnown(bytes, label);
  return text ?? wellFormed(bytes) ?? decodeKnown(bytes, 'windows-1252') ?? '';
};

/** A header's raw bytes: UTF-8 if well-formed, else the message's own charset or Windows-1252. Never throws. */
export const decodeHeaderBytes = (bytes: Uint8Array, charset: string | null = null): string =>
  wellFormed(bytes) ?? decodeText(bytes, charset);

/** The charset an HTML text names for itself (`<meta charset=…>`), or `null`. */
export const metaCharset = (bytes: Uint8Array): string | null =>
  /<meta[^>]{0,200}charset\s*=\s*["']?([\w:.-]{2,40})/i.exec(
    Buffer.from(bytes.subarray(0, 2_048)).toString('latin1'),
  )?.[1] ?? null;

const byteOrderMark = ([first, second, third]: Uint8Array): string | null => {
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8';
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : null;
};

type Decoder = InstanceType<typeof TextDecoder>;

const decoders = new Map<string, Decoder | null>();

const decoderOf = (label: string, fatal = false): Decoder | null => {
  const key = `${label} ${fatal}`;
  const known = decoders.get(key);
  if (known !== undefined) return known;
  let decoder: Decoder | null = null;
  try {
    decoder = new TextDecoder(label, { fatal });
  } catch {}
  if (decoders.size < 500) decoders.set(key, decoder);
  return decoder;
};

const decodeKnown = (bytes: Uint8Array, label: string): string | null => {
  const decoder = decoderOf(label);
  if (!decoder) return label !== '' && iconv.encodingExists(label) ? iconv.decode(Buffer.from(bytes), label) : null;
  const text = decoder.decode(bytes);
  return text.includes('\ufffd') ? (otherReading(bytes, label) ?? text) : text;
};

/** Bytes that are ill-formed in the charset they claim, but well-formed in the one such mail is often really in. */
const otherReading = (bytes: Uint8Array, label: string): string | null => {
  const likely = label === 'iso-2022-jp' ? ['utf-8', 'euc-jp', 'shift_jis'] : ['utf-8'];
  return likely.reduce<string | null>((found, candidate) => found ?? wellFormed(bytes, candidate), null);
};

const wellFormed = (bytes: Uint8Array, label = 'utf-8'): string | null => {
  try {
    return decoderOf(label, true)?.decode(bytes) ?? null;
  } catch {
    return null;
  }
};

const mendedUtf8 = (bytes: Uint8Array): string => {
  const strict = wellFormed(bytes);
  if (strict !== null) return strict;
  const text = decoderOf('utf-8')?.decode(bytes) ?? '';
  const bad = text.split('\ufffd').length - 1;
  const good = text.replace(/[\u0000-\u007f\ufffd]/g, '').length;
  return bad > 4 * good ? (decodeKnown(bytes, 'windows-1252') ?? text) : text;
};
