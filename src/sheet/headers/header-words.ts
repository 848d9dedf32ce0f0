const FILLERS: ReadonlySet<string> = new Set(['the', 'of', 'a', 'an', 'for', 's']);

/** A header's words: lower-case, without accents and punctuation; `#` and № are `no`, a camel-case seam parts words. */
export const headerWords = (header: string): readonly string[] =>
  header
    .slice(0, MOST_CHARS)
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .replace(/#/g, ' no ')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(word => word !== '' && !FILLERS.has(word));

const MOST_CHARS = 120;

/** Words run together: what two headers are compared by. */
export const joined = (words: readonly string[]): string => words.join('');
