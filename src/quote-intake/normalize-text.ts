/** A text made comparable, and for each of its characters the place in the original it came from. */
export interface Folded {
  readonly text: string;
  /** One longer than `text`: the last is the original's end. */
  readonly at: readonly number[];
}

const LETTERS: Readonly<Record<string, string>> = {
  ß: 'ss',
  ø: 'o',
  æ: 'ae',
  œ: 'oe',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
  '’': "'",
  '‘': "'",
  '´': "'",
  '`': "'",
  '–': '-',
  '—': '-',
  '‐': '-',
  '‑': '-',
  '−': '-',
  '\u00ad': '',
  '：': ':',
  '№': 'no',
};

const folds = new Map<string, string>();

/** Small letters without accents, plain dashes, quotes and blanks, full-width forms narrowed: `Gültig bis：` → `gultig bis:`. */
export const normalizeText = (original: string): Folded => {
  let text = '';
  const at: number[] = [];
  let place = 0;
  for (const char of original) {
    const folded = foldChar(char);
    for (let i = 0; i < folded.length; i++) at.push(place);
    text += folded;
    place += char.length;
  }
  at.push(original.length);
  return { text, at };
};

const foldChar = (char: string): string => {
  const known = folds.get(char);
  if (known !== undefined) return known;
  const lower = char.toLowerCase();
  const folded = LETTERS[lower] ?? lower.normalize('NFKD').replace(/\p{M}/gu, '').replace(/\s/g, ' ');
  // Japanese voiced kana and Hangul come apart under NFKD: they stay as they are.
  const kept = /[\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}]/u.test(char) ? char.normalize('NFKC') : folded;
  if (folds.size < 20_000) folds.set(char, kept);
  return kept;
};
