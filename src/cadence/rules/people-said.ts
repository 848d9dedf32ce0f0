import type { Absence } from '../policy.ts';
import { absencesSaid } from './absences-said.ts';
import { agreed } from './agreed.ts';
import { type Said, STANDARD } from './fact.ts';
import type { NameBook } from './names.ts';
import { type PersonOf, personIn } from './person-meant.ts';
import type { RulesError } from './read-document.ts';
import { tierKey } from './tier-name.ts';

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

const errorAt = ({ line, sentence }: Said, expected: string): RulesError => ({ line, sentence, expected });
