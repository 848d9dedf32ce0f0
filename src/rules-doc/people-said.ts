import type { Absence } from '../cadence/policy.ts';
import { daysBetween, type LocalDate, laterOf } from '../kernel/local-date.ts';
import { agreed } from './agreed.ts';
import { type Said, STANDARD, type Who } from './clause.ts';
import { isoOf } from './date-phrase.ts';
import { type NameBook, nearestOf, type PersonOf, personIn } from './people.ts';
import type { RulesError } from './read-document.ts';
import { tierKey } from './tier-name.ts';

/** The longest absence that is no slip of the hand. */
const MAX_ABSENCE = 731;

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
  return daysBetween(from, to) > MAX_ABSENCE ? 'an absence of at most two years' : null;
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

const MAX_CIRCLE = 6;

const returnsTo = (person: string, span: Absence, away: readonly Away[], depth: number): boolean =>
  depth < MAX_CIRCLE &&
  away.some(({ absence }) => {
    if (absence.person !== span.cover || !overlap(absence, span)) return false;
    const from = laterOf(absence.from, span.from);
    const to = laterOf(absence.to, span.to) === absence.to ? span.to : absence.to;
    return absence.cover === person || returnsTo(person, { ...absence, from, to }, away, depth + 1);
  });

const errorAt = ({ line, sentence }: Said, expected: string): RulesError => ({ line, sentence, expected });

type Of<K extends Said['kind']> = Extract<Said, { kind: K }>;

export interface PeopleRead {
  readonly people: Readonly<Record<string, string>>;
  readonly teams: Readonly<Record<string, string>>;
  readonly away: readonly Absence[];
  readonly errors: readonly RulesError[];
  readonly sentences: readonly (readonly [path: string, sentence: string])[];
}

/** People, teams and absences put together. Everyone named must be introduced with an address. */
export const peopleSaid = (said: readonly Said[], names: NameBook): PeopleRead => {
  const errors: RulesError[] = [];
  const people = introduced(said, names, errors);
  const teams = teamsOf(said, personIn(people, errors), errors);
  const absences = absencesSaid(said, personIn(people, errors), [...people.keys()], errors);
  return {
    people: Object.fromEntries([...people].map(([name, { address }]) => [name, address])),
    teams: Object.fromEntries([...teams].map(([team, { who }]) => [team, who])),
    away: absences.map(({ absence }) => absence),
    errors,
    sentences: [
      ...[...people].map(([name, { sentence }]) => [`owners.people.${name}`, sentence] as const),
      ...[...teams].map(([team, { sentence }]) => [`owners.teams.${team}`, sentence] as const),
      ...absences.map(({ by }, i) => [`away.${i}`, by.sentence] as const),
    ],
  };
};

const introduced = (
  said: readonly Said[],
  names: NameBook,
  errors: RulesError[],
): ReadonlyMap<string, Of<'person'>> => {
  const all = said.filter(fact => fact.kind === 'person');
  const byName = Map.groupBy(all, ({ name }) => names.canonical(name) ?? name);
  const people = new Map<string, Of<'person'>>();
  for (const [name, facts] of byName) {
    const first = agreed(facts, ({ address }) => address, errors, `one address for ${name}`);
    if (first) people.set(name, first);
  }
  return people;
};

const teamsOf = (said: readonly Said[], person: PersonOf, errors: RulesError[]) => {
  const tiers = new Set([STANDARD, ...said.flatMap(fact => ('tier' in fact ? [tierKey(fact.tier)] : []))]);
  const teams = new Map<string, { readonly who: string; readonly sentence: string }>();
  for (const [team, facts] of Map.groupBy(
    said.filter(fact => fact.kind === 'team'),
    fact => fact.team,
  )) {
    const tier = facts.find(({ group }) => !group && tiers.has(tierKey(team)));
    if (tier) errors.push(errorAt(tier, `a team: "${team} quotes" are a tier, and only teams have a default person`));
    const first = agreed(
      facts,
      ({ who }) => (who.kind === 'address' ? who.address : who.name),
      errors,
      `one default person for the ${team} team`,
    );
    if (first) teams.set(team, { who: person(first.who, first), sentence: first.sentence });
  }
  return teams;
};
