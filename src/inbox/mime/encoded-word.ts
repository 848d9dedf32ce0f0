import { Buffer } from 'node:buffer';
import { decodeText } from './charset.ts';
import { decodeBase64 } from './transfer-encoding.ts';

interface Word {
  readonly charset: string;
  readonly bytes: Uint8Array;
}

/** `=?charset*language?B|Q?text?=`, with blanks inside tolerated: some mailers fold or forget to encode them. */
const WORD = /=\?([^?\s]{1,80})\?([BbQq])\?([^?]{0,4000}(?:\?(?!=)[^?]{0,200}){0,6})\?=/g;

/**
 * A header value with its encoded words (RFC 2047) decoded. Neighbouring words of one charset are joined as bytes
 * first, because mailers split characters across words. What is not an encoded word stays as it is.
 */
export const decodeWords = (value: string): string => {
  if (!value.includes('=?')) return value;
  let out = '';
  let run: Word[] = [];
  let end = 0;
  for (const match of value.matchAll(WORD)) {
    const between = value.slice(end, match.index);
    const word = readWord(match[1] ?? '', match[2] ?? '', match[3] ?? '');
    if (run.length === 0 || between.trim() !== '') {
      out += textOf(run) + between;
      run = [word];
    } else run.push(word);
    end = match.index + match[0].length;
  }
  return out + textOf(run) + value.slice(end);
};

const readWord = (charset: string, encoding: string, text: string): Word => ({
  charset: charset.replace(/\*.*$/, '').toLowerCase(),
  bytes: encoding.toLowerCase() === 'b' ? decodeBase64(Buffer.from(text, 'latin1')) : decodeQ(text),
});

const decodeQ = (text: string): Uint8Array => {
  const bytes: number[] = [];
  for (const part of text.replaceAll('_', ' ').split(/(=[0-9A-Fa-f]{2})/)) {
    if (/^=[0-9A-Fa-f]{2}$/.test(part)) bytes.push(Number.parseInt(part.slice(1), 16));
    else bytes.push(...Buffer.from(part, 'utf8'));
  }
  return Uint8Array.from(bytes);
};

const textOf = (run: readonly Word[]): string => {
  let out = '';
  for (let index = 0; index < run.length; ) {
    const charset = run[index]?.charset ?? '';
    const same: Uint8Array[] = [];
    for (; run[index]?.charset === charset && index < run.length; index += 1) {
      // Each word of a shifting charset begins and ends unshifted: joined they would not decode.
      if (same.length > 0 && charset.startsWith('iso-2022-')) break;
      const bytes = run[index]?.bytes;
      if (bytes) same.push(bytes);
    }
    out += decodeText(Buffer.concat(same), charset);
  }
  return out;
};
