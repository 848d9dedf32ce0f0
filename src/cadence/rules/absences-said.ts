import { daysBetween, type LocalDate, laterOf } from '../../kernel/local-date.ts';
import type { Absence } from '../policy.ts';
import { isoOf } from './date-phrase.ts';
import type { Said, Who } from './fact.ts';
import { nearestOf, type PersonOf } from './person-meant.ts';
import type { RulesError } from './read-document.ts';

/** The longest absence that is no slip of the hand. */
const LONGEST_ABSENCE = 731;

/** An absence with the sentence that states it. */
export interface Away {
  readonly absence: Absence;
  readonly by: Said;
}

/**
 * A cover without an address is a slip where the doc introduces others who are not away. Where it introduces nobody
 * else it has left covers to the admin, who stands in for a cover that can't be reached.
 */
const introducesCovers = (said: readonly Said[], known: readonly string[]): boolean => {
  const away = new Set(
    said.flatMap(fact => (fact.kind === 'absence' && fact.person.kind === 'person' ? [fact.person.name] : [])),
  );
  return known.some(name => !away.has(name));
};

const writtenIn = (sentence: string, name: string): string => {
  const at = sentence.toLowerCase().indexOf(name);
  return at < 0 ? name : sentence.slice(at, at + name.length);
};

/** Everyone's absences, each with its cover; a cover may be stated apart ("Sam covers for Priya"). */
export const absencesSaid = (
  said: readonly Said[],
  person: PersonOf,
  known: readonly string[],
  errors: RulesError[],
): readonly Away[] => {
  const strict = introducesCovers(said, known);
  const coverOf = (who: Who, by: Said): string =>
    who.kind === 'unknown' && !strict && nearestOf(who.name, known) === undefined
      ? writtenIn(by.sentence, who.name)
      : person(who, by);
  const covers = said
    .filter(fact => fact.kind === 'cover')
    .map(by => ({ by, person: person(by.person, by), cover: coverOf(by.cover, by) }));
  const away: Away[] = [];
  const used = new Set<Said>();
  for (const by of said.filter(fact => fact.kind === 'absence')) {
    const who = person(by.person, by);
    const standing = covers.filter(each => each.person === who);
    for (const each of standing) used.add(each.by);
    const cover = by.cover === null ? standing[0]?.cover : coverOf(by.cover, by);
    const absence = { person: who, from: isoOf(by.from), to: isoOf(by.to), cover: cover ?? '' };
    const wrong = faultOf(absence) ?? disagreement(absence, away, standing);
    if (wrong !== null) errors.push(errorAt(by, wrong));
    else if (!away.some(other => same(other.absence, absence))) away.push({ absence, by });
  }
  for (const { by } of covers) {
    if (!used.has(by)) errors.push(errorAt(by, 'the days away, such as "Sam is away 4-15 May 2027, Priya covers"'));
  }
  return circlesIn(away, errors);
};

const same = (a: Absence, b: Absence): boolean =>
  a.person === b.person && a.from === b.from && a.to === b.to && a.cover === b.cover;

const faultOf = ({ person, from, to, cover }: Absence): string | null => {
  if (cover === '') return `who covers for ${person}, such as "Sam covers"`;
  if (cover === person) return `someone else to cover for ${person}`;
  if (from > to) return 'a first day away that is not after the last';
  return daysBetween(from, to) > LONGEST_ABSENCE ? 'an absence of at most two years' : null;
};

const disagreement = (
  absence: Absence,
  away: readonly Away[],
  standing: readonly { readonly cover: string }[],
): string | null => {
  const other = away.find(
    each =>
      each.absence.person === absence.person && overlap(each.absence, absence) && each.absence.cover !== absence.cover,
  );
  if (other) return `one cover for ${absence.person} on one day; line ${other.by.line} says ${other.absence.cover}`;
  return standing.some(({ cover }) => cover !== absence.cover) ? `one cover for ${absence.person}` : null;
};

const overlap = (a: { from: LocalDate; to: LocalDate }, b: { from: LocalDate; to: LocalDate }): boolean =>
  a.from <= b.to && b.from <= a.to;

/** Two who cover for each other on one day leave nobody there. */
const circlesIn = (away: readonly Away[], errors: RulesError[]): readonly Away[] => {
  for (const { absence, by } of away) {
    if (returnsTo(absence.person, absence, away, 0)) {
      errors.push(
        errorAt(by, `a cover who is there; ${absence.cover} is away too, and it comes back to ${absence.person}`),
      );
    }
  }
  return away;
};

const LONGEST_CIRCLE = 6;

const returnsTo = (person: string, span: Absence, away: readonly Away[], depth: number): boolean =>
  depth < LONGEST_CIRCLE &&
  away.some(({ absence }) => {
    if (absence.person !== span.cover || !overlap(absence, span)) return false;
    const from = laterOf(absence.from, span.from);
    const to = laterOf(absence.to, span.to) === absence.to ? span.to : absence.to;
    return absence.cover === person || returnsTo(person, { ...absence, from, to }, away, depth + 1);
  });

const errorAt = ({ line, sentence }: Said, expected: string): RulesError => ({ line, sentence, expected });
