/** Characters people's editors put in place of the plain ones. */
const PLAIN: readonly (readonly [RegExp, string])[] = [
  [/[\u2018\u2019\u201a\u201b\u2032\u02bc`´]/g, "'"],
  [/[\u201c\u201d\u201e\u201f\u2033«»]/g, '"'],
  [/[\u2010-\u2015\u2212\u2043]/g, '-'],
  [/[\u200b-\u200d\u2060\ufeff\u00ad]/g, ''],
  [/\s+/g, ' '],
];

/** One writing for one thing: compatibility forms folded, typographic quotes, dashes and spaces made plain. */
export const plainText = (text: string): string =>
  PLAIN.reduce((plain, [pattern, by]) => plain.replace(pattern, by), text.normalize('NFKC')).trim();

/** Lower case of the same length, so that a place in one is the same place in the other. */
export const lowerText = (text: string): string => {
  const lower = text.toLowerCase();
  return lower.length === text.length ? lower : Array.from(text, lowerOf).join('');
};

const lowerOf = (char: string): string => {
  const lower = char.toLowerCase();
  return lower.length === char.length ? lower : char;
};
