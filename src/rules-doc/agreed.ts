import type { Said } from './clause.ts';
import type { RulesError } from './read-document.ts';

/** The one value that all these statements share, by their first; every one that differs is an error beside it. */
export const agreed = <F extends Said>(
  said: readonly F[],
  shown: (fact: F) => string,
  errors: RulesError[],
  what: string,
): F | undefined => {
  const [first, ...others] = said;
  if (!first) return undefined;
  for (const other of others) {
    if (shown(other) === shown(first)) continue;
    const expected = `${what} throughout; line ${first.line} says otherwise: "${first.sentence}"`;
    errors.push({ line: other.line, sentence: other.sentence, expected });
  }
  return first;
};
