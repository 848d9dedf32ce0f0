/** Regex source of any of these, each a regex source itself; the first that fits wins, so longer ones stand first. */
export const oneOf = (...sources: readonly string[]): string => `(?:${sources.join('|')})`;
