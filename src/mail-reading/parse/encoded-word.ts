import { Buffer } from 'node:buffer';
import { decodeText } from './charset.ts';

/** `=?charset*language?B|Q?text?=`, with blanks inside tolerated: some mailers fold or forget to encode them. */
const WORD = /=\?([^?\s]{1,80})\?([BbQq])\?([^?]{0,4000}(?:\?(?!=)[^?]{0,200}){0,6})\?=/g;

/**
 * A header value with its encoded words (RFC 2047) decoded. Neighbouring words of one charset are joined as bytes
 * first, because mailers split characters across words; those of a shifting charset each end unshifted and are not.
 * What is not an encoded word stays as it is.
 */
export const decodeWords = (value: string): string => {
  if (!value.includes('=?')) return value;
  let out = '';
  let charset = '';
  let run: Uint8Array[] = [];
  let end = 0;
  const flush = (): void => {
    if (run.length > 0) out += decodeText(Buffer.concat(run), charset);
    run = [];
  };
  for (const match of value.matchAll(WORD)) {
    const between = value.slice(end, match.index);
    const named = (match[1] ?? '').replace(/\*.*$/, '').toLowerCase();
    const apart = run.length === 0 || between.trim() !== '';
    if (apart || named !== charset || named.startsWith('iso-2022-')) flush();
    if (apart) out += between;
    charset = named;
    run.push(bytesOf(match[2] ?? '', match[3] ?? ''));
    end = match.index + match[0].length;
  }
  flush();
  return out + value.slice(end);
};

const bytesOf = (encoding: string, text: string): Uint8Array =>
  encoding.toLowerCase() === 'b'
    ? Buffer.from(text, 'base64')
    : Buffer.concat(
        text
          .replaceAll('_', ' ')
          .split(/(=[0-9A-Fa-f]{2})/)
          .map((part, index) => Buffer.from(index % 2 === 1 ? part.slice(1) : part, index % 2 === 1 ? 'hex' : 'utf8')),
      );
