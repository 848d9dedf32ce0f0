import { editDistance } from '../../kernel/edit-distance.ts';
import type { Said, Who } from './fact.ts';
import type { RulesError } from './read-document.ts';

/** Who is meant, by name where the doc gives one; a stranger is an error. */
export type PersonOf = (who: Who, by: Said) => string;

/** Looks people up in those the doc introduces. */
export const personIn =
  (people: ReadonlyMap<string, { readonly address: string }>, errors: RulesError[]): PersonOf =>
  (who, by) => {
    if (who.kind === 'unknown')
      errors.push({ line: by.line, sentence: by.sentence, expected: strangerOf(who.name, [...people.keys()]) });
    if (who.kind !== 'address') return who.name;
    return [...people].find(([, { address }]) => address === who.address)?.[0] ?? who.address;
  };

/** The known person whose name a stranger's may be a slip for. */
export const nearestOf = (name: string, known: readonly string[]): string | undefined =>
  known.find(each => editDistance(each.toLowerCase(), name.toLowerCase(), 2) <= (name.length > 4 ? 2 : 1));

const strangerOf = (name: string, known: readonly string[]): string => {
  const near = nearestOf(name, known);
  const introduce = `a person the doc introduces ("${titled(name)} is ${name.split(' ')[0] ?? 'name'}@your-company.com")`;
  return near === undefined ? introduce : `${introduce}; did you mean ${near}?`;
};

const titled = (name: string): string => name.replace(/(?<![\p{L}'])\p{L}/gu, first => first.toUpperCase());
