import type { Person } from './people.ts';

/** Names that are words too: "Will" the person has a capital, "will" the verb none. */
const WORDS = new Set(
  'will may mark chase grant rich bill art sue rose dawn hope faith joy grace pat drew june april august guy gene jack nick rob bob don ray cliff dale glen miles max penny ruby summer autumn sunny wade ward dean earl duke king young long page chance reed frank ernest skip chip buddy sage ivy holly heather iris lily daisy olive pearl amber crystal melody harmony honor mercy patience see so an you he she'.split(
    ' ',
  ),
);

interface Known {
  readonly name: string;
  readonly low: string;
}

/** Finds the doc's people in sentences, by full name or, where only one has it, by first name. */
export interface NameBook {
  /** The person named at a place, by the name the doc introduced, and where the text goes on. `written` has the capitals. */
  readonly at: (written: string, low: string, place: number) => { readonly name: string; readonly next: number } | null;
  /** The introduced name for any spelling of it. */
  readonly canonical: (name: string) => string | null;
  /** Every word of every name, in lower case. */
  readonly words: ReadonlySet<string>;
}

export const nameBook = (people: readonly Person[]): NameBook => {
  const spellings = new Map<string, string>();
  for (const { name } of people) if (!spellings.has(name.toLowerCase())) spellings.set(name.toLowerCase(), name);
  for (const [first, names] of firstNames(people)) {
    const [only] = names;
    if (names.size === 1 && only !== undefined && !spellings.has(first)) spellings.set(first, only);
  }
  const byFirstWord = new Map<string, Known[]>();
  for (const [low, name] of spellings) {
    const first = low.split(' ')[0] ?? low;
    byFirstWord.set(
      first,
      [...(byFirstWord.get(first) ?? []), { name, low }].sort((a, b) => b.low.length - a.low.length),
    );
  }
  const words = new Set([...spellings.keys()].flatMap(low => low.split(' ')));
  return {
    at: (written, low, place) => nameAt(byFirstWord, written, low, place),
    canonical: name => spellings.get(name.toLowerCase()) ?? null,
    words,
  };
};

const firstNames = (people: readonly Person[]): ReadonlyMap<string, ReadonlySet<string>> => {
  const names = new Map<string, Set<string>>();
  const seen = new Set<string>();
  for (const { name } of people) {
    const low = name.toLowerCase();
    const first = low.split(' ')[0] ?? low;
    if (first === low || seen.has(low)) continue;
    seen.add(low);
    names.set(first, (names.get(first) ?? new Set()).add(name));
  }
  return names;
};

const FIRST_WORD = /[\p{L}\p{M}][\p{L}\p{M}\p{N}'.-]*/uy;

const nameAt = (
  byFirstWord: ReadonlyMap<string, readonly Known[]>,
  written: string,
  low: string,
  place: number,
): { readonly name: string; readonly next: number } | null => {
  if (byFirstWord.size === 0) return null;
  FIRST_WORD.lastIndex = place;
  const word = FIRST_WORD.exec(low)?.[0];
  if (word === undefined) return null;
  const bare = word.replace(/[.'-]+$/, '').replace(/'s$/, '');
  const candidates = [word, `${bare}.`, bare].flatMap(each => byFirstWord.get(each) ?? []);
  const found = candidates.find(({ low: name }) => low.startsWith(name, place) && endsWord(low, place + name.length));
  if (!found || (WORDS.has(found.low) && isLower(written, place))) return null;
  return { name: found.name, next: place + found.low.length };
};

const endsWord = (text: string, place: number): boolean => !/[\p{L}\p{N}-]/u.test(text[place] ?? ' ');

const isLower = (written: string, place: number): boolean => /\p{Ll}/u.test(written[place] ?? '');
