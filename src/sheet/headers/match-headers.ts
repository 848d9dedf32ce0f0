import * as E from 'fp-ts/lib/Either.js';
import type { Cell } from '../cell.ts';
import type { SheetRefusal } from '../row.ts';
import type { Heading } from './columns.ts';
import { type Header, headerOf } from './header.ts';
import { headerWords, joined } from './header-words.ts';
import { nearestHeader } from './nearest-header.ts';

export interface Matched<C extends string> {
  /** Where each column stands, from 0; an optional one may be missing. */
  readonly places: Readonly<Partial<Record<C, number>>>;
  readonly notes: Readonly<Partial<Record<C, string>>>;
}

const MOST_COLUMNS = 1000;

/**
 * Finds the columns by their headers, without regard to case, order or punctuation. Left: the first column that two headers
 * bear, or the first required one that none does, with the nearest header there is. Other headers are let be.
 */
export const matchHeaders = <C extends string>(
  cells: readonly Cell[],
  headings: readonly Heading<C>[],
): E.Either<SheetRefusal, Matched<C>> => {
  const headers = cells
    .slice(0, MOST_COLUMNS)
    .map(headerOf)
    .filter(({ key }) => key !== '');
  const places: Partial<Record<C, number>> = {};
  const notes: Partial<Record<C, string>> = {};
  const lacking: Heading<C>[] = [];
  for (const heading of headings) {
    const [first, second] = bearersOf(headers, heading);
    if (first && second) return E.left(twice(heading, first, second));
    if (!first && heading.required) lacking.push(heading);
    if (first) {
      places[heading.column] = first.at;
      notes[heading.column] = first.note;
    }
  }
  const taken = new Set<unknown>(Object.values(places));
  const [missing] = lacking;
  if (!missing) return E.right({ places, notes });
  return E.left(without(missing, lacking.slice(1), headers, taken));
};

const bearersOf = (headers: readonly Header[], { names, vague }: Heading<string>): readonly Header[] => {
  const own = bearing(headers, keysOf(names));
  return own.length > 0 ? own : bearing(headers, keysOf(vague));
};

const bearing = (headers: readonly Header[], keys: ReadonlySet<string>): readonly Header[] =>
  headers.filter(({ key, plainKey }) => keys.has(key) || keys.has(plainKey));

const keys = new WeakMap<readonly string[], ReadonlySet<string>>();

const keysOf = (names: readonly string[]): ReadonlySet<string> => {
  const known = keys.get(names);
  if (known) return known;
  const made = new Set(
    names.flatMap(name => {
      const words = headerWords(name);
      return words.length === 2 ? [joined(words), joined(words.toReversed())] : [joined(words)];
    }),
  );
  keys.set(names, made);
  return made;
};

const twice = ({ column, title }: Heading<string>, first: Header, second: Header): SheetRefusal => ({
  column,
  error: `two headers stand for the ${title}: ${shown(first)} and ${shown(second)}; rename one of them`,
});

const without = (
  { column, title, names, vague }: Heading<string>,
  others: readonly Heading<string>[],
  headers: readonly Header[],
  taken: ReadonlySet<unknown>,
): SheetRefusal => {
  const free = headers.filter(({ at }) => !taken.has(at));
  const nearest = nearestHeader([...keysOf(names), ...keysOf(vague)], free.length > 0 ? free : headers);
  const hint = nearest ? `the nearest is ${shown(nearest)}; rename it or add the column` : 'the first row is empty';
  const also = others.length > 0 ? `; also missing: ${others.map(other => other.title).join(', ')}` : '';
  return { column, error: `no header stands for the ${title}; ${hint}${also}` };
};

const shown = ({ written, at }: Header): string => `"${written}" (column ${columnLetters(at)})`;

/** A, B … Z, AA: as spreadsheets number columns. */
const columnLetters = (at: number): string => {
  const letter = String.fromCharCode(65 + (at % 26));
  return at < 26 ? letter : `${columnLetters(Math.floor(at / 26) - 1)}${letter}`;
};
