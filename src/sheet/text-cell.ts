import * as E from 'fp-ts/lib/Either.js';
import { isSheetError } from './cell.ts';

const CONTROL = /[\x00-\x1f\x7f-\x9f\ufffd]/;
const PLAIN = /^[\x20-\x7e]*$/;

/** Why a text can't stand in any column, in words that follow it; null when it can. */
export const faultOfText = (text: string, longest: number): string | null => {
  if (text.length > longest) return `is longer than ${longest} characters`;
  if (isSheetError(text)) return 'is the error of a formula; mend the formula or write the value';
  if (PLAIN.test(text)) return null;
  if (CONTROL.test(text)) {
    return text.includes('\ufffd')
      ? 'holds a character that was lost in saving; type it again'
      : 'holds a line break or another control character';
  }
  return text.isWellFormed() ? null : 'holds half a character; type it again';
};

/** A name: line breaks and runs of spaces become one space. */
export const nameOf = (text: string): string => (/\s\s|[^\S ]/.test(text) ? text.replace(/\s+/g, ' ') : text);

/** A name of at most `longest` characters, or why it is none. */
export const readName = (text: string, longest: number): E.Either<string, string> => {
  const name = nameOf(text);
  const fault = faultOfText(name, longest);
  return fault === null ? E.right(name) : E.left(fault);
};
