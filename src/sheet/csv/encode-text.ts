import iconv from 'iconv-lite';
import { encodingOf } from './decode-text.ts';

/**
 * A file's new text in the encoding that the old one is in, so that the program that saved it opens it as before. Only
 * where that encoding lacks a character is it written as UTF-8, with a mark by which spreadsheet programs know it.
 */
export const encodeLike = (old: Uint8Array, text: string): Uint8Array => {
  const bytes = iconv.encode(text, encodingOf(old), { addBOM: false });
  const whole = iconv.decode(bytes, encodingOf(old), { stripBOM: false }) === text;
  return whole ? bytes : iconv.encode(text.replace(/^\uFEFF/, ''), 'utf-8', { addBOM: true });
};
