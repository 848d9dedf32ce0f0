const UNITS =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const TENS = ['twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'];
const ORDINALS = 'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth'.split(' ');

const values = new Map<string, number>([
  ...UNITS.map((word, value) => [word, value] as const),
  ...TENS.map((word, i) => [word, (i + 2) * 10] as const),
  ...TENS.flatMap((ten, i) => UNITS.slice(1, 10).map((unit, j) => [`${ten}-${unit}`, (i + 2) * 10 + j + 1] as const)),
  ['single', 1],
  ['lone', 1],
]);

const ordinals = new Map<string, number>(ORDINALS.map((word, i) => [word, i + 1] as const));

const longestFirst = (words: Iterable<string>): string => [...words].sort((a, b) => b.length - a.length).join('|');

/** Regex source of a whole number below 10,000, in digits or words (`twenty-one`, `twenty one`). */
export const NUMBER = `(?:\\d{1,4}(?![\\d])|(?:${longestFirst(values.keys()).replaceAll('-', '[- ]')})(?![a-z]))`;

/** Regex source of `first`, `2nd`, `third`. */
export const ORDINAL = `(?:\\d{1,3}(?:st|nd|rd|th)|(?:${longestFirst(ordinals.keys())}))(?![a-z])`;

/** The value of what `NUMBER` or `ORDINAL` matched. */
export const numberOf = (words: string): number => {
  const plain = words.trim().replace(/[ -]+/, '-');
  return values.get(plain) ?? ordinals.get(plain) ?? Number.parseInt(plain, 10);
};
