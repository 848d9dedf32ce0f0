import { quoteStream } from '../events/stream-id.ts';

/** The row of the sheet that a number stands for. */
export interface ListedAs {
  /** As the sheet writes it. */
  readonly number: string;
  /** The number asked for is not the same: it has a suffix by which quotes are revised. */
  readonly revision: boolean;
}

/** `-R2`, ` rev. B`, `/v3`, `(revised)`: words that mean a later edition of the same quote. */
const WORDED =
  /[\s\-–_./]*[([]?(?:R|REV|REVISION|REVISED|V|VER|VERSION|AMENDMENT|AMENDED|NACHTRAG|FASSUNG|INDICE|IND|RÉVISION|RÉV|REVISIÓN|REVISIONE|REVISÃO|REWIZJA|修订|改訂)\.?(?:[\s\-_.#]*(?:NO\.?\s*)?(?:\d{1,2}|[A-F]))?[)\]]?$/u;
/** `-2`, `.1`, `/B`: how editions are counted where no word says so. */
const COUNTED = /^[-–_./](?:0?[1-9]|1\d|[A-F])$/;
/** `Q-1042B` after `Q-1042`. */
const LETTERED = /^[A-F]$/;

/**
 * Finds a quote number among those of the sheet: itself, or the one it revises. Of several, the longest. Null: it is
 * new. Two editions that are worded so (`Q-7 R1`, `Q-7 R2`) are one quote; two that are only counted may be two.
 */
export const matchListedQuote = (number: string, known: Iterable<string>): ListedAs | null => {
  const wanted = quoteStream(number);
  let best: ListedAs | null = null;
  for (const candidate of known) {
    const key = quoteStream(candidate);
    if (key === wanted) return { number: candidate, revision: false };
    const better = best === null || key.length > best.number.length;
    if (better && key !== '' && isEditionOf(wanted, key)) best = { number: candidate, revision: true };
  }
  return best;
};

const isEditionOf = (wanted: string, key: string): boolean => {
  const plain = wanted.replace(WORDED, '');
  if (plain !== wanted && plain !== '' && /\d/.test(plain)) return plain === key || plain === key.replace(WORDED, '');
  if (!wanted.startsWith(key)) return false;
  const rest = wanted.slice(key.length);
  return COUNTED.test(rest) || (LETTERED.test(rest) && /\d$/.test(key));
};
