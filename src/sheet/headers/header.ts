import { currencyMark } from '../amounts/currency-marks.ts';
import { type Cell, cellText } from '../cell.ts';
import { headerWords, joined } from './header-words.ts';

/** A header cell: its place from 0, how it is written, and what it says without and with the note at its end. */
export interface Header {
  readonly at: number;
  readonly written: string;
  readonly key: string;
  /** The key without the note: `amount` of `Amount (SGD)`. */
  readonly plainKey: string;
  /** What stands in brackets at the end, or a currency: `SGD` of `Amount (SGD)` and of `Amount in SGD`. */
  readonly note: string;
}

const BRACKETS = /^([^([]*)[([]([^()[\]]*)[)\]]\W*$/;
const LAST_WORD = /^((?:.*\s)?(?:amount|total|price|value|sum)\s+(?:in\s+)?)(\S+?)[\s:*]*$/i;

export const headerOf = (cell: Cell, at: number): Header => {
  const written = cellText(cell).replace(/\s+/g, ' ').slice(0, 120);
  const key = joined(headerWords(written));
  const brackets = BRACKETS.exec(written);
  const lastWord = LAST_WORD.exec(written);
  const noted = brackets ?? (lastWord && currencyMark(lastWord[2] ?? '') ? lastWord : null);
  const plainKey = noted ? joined(headerWords((noted[1] ?? '').replace(/ in ?$/i, ''))) : key;
  return { at, written, key, plainKey, note: (noted?.[2] ?? '').trim() };
};
