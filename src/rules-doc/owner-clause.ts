import { type Clause, facts, fault, type Outcome, oneOf } from './clause.ts';
import { mark } from './entity.ts';
import { ANYONE, KNOWN, whoOf } from './people.ts';

const L = 'a-z0-9\\u00df-\\u024f';
const TEAM = `([${L}][${L}&'/+-]*(?:,? (?:and )?[${L}&][${L}&'/+-]*){0,5}?)`;
/** "All catering quotes" are the catering team's, no more and no less. */
const ALL = '(?:(?:all|every|each|any)(?: of)? )?';
const GROUP = '(teams?|departments?|depts?|divisions?|groups?|desks?)';
const GO = `${oneOf(
  'defaults?|defaulted|goes|go|belongs?|falls?|pass|passes|lands?',
  '(?:are|is) (?:assigned|given|owned|handled|routed|sent|taken|for|looked after)',
  `are(?= ${mark('person')}'s)`,
  '(?:default )?owner is',
)}(?: (?:by default|on to|over))?(?: (?:to|by|with|on))?(?: by default)?`;
const DEFAULT = '(?:default(?: to)?(?: owner| person| rep)?|owner|default rep)';

interface Shape {
  readonly pattern: RegExp;
  readonly team: number;
  readonly who: number;
  readonly group: number;
}

const shape = (source: string, team: number, who: number, group: number): Shape => ({
  pattern: new RegExp(`^(?:and |also |but )?(?:by default,? )?(?:${source})(?:'s)?(?: by default)?[.!]?$`),
  team,
  who,
  group,
});

/** "Quotes from the events team go to Sam" and its many turns. */
const SHAPES: readonly Shape[] = [
  shape(
    `${ALL}quote (?:from|for|of|by|in|raised by|sent by|written by|that come from) ${TEAM}(?: ${GROUP})? ${GO} (${ANYONE})`,
    1,
    3,
    2,
  ),
  shape(`${ALL}${TEAM}(?: ${GROUP})?(?:'s|s')? quote ${GO} (${ANYONE})`, 1, 3, 2),
  shape(`${TEAM}(?: ${GROUP})?(?:'s|s')? quote to (${KNOWN})`, 1, 3, 2),
  shape(`${TEAM} ${GROUP} (?:${GO}|to) (${ANYONE})`, 1, 3, 2),
  shape(`${TEAM} defaults? to (${ANYONE})`, 1, 2, 0),
  shape(
    `${DEFAULT} (?:for|of) (?:quote (?:from|for|of) )?${TEAM}(?: ${GROUP})?(?: quote)? ?(?:is|:|=) ?(${ANYONE})`,
    1,
    3,
    2,
  ),
  shape(`${TEAM}(?: ${GROUP})?(?:'s|s')? (?:default owner|default rep|default) (?:is|:) (${ANYONE})`, 1, 3, 2),
  shape(
    `(${ANYONE}) (?:owns|takes|handles|gets|has|looks after|is responsible for|is ${DEFAULT} (?:for|of)) ${ALL}(?:quote (?:from|for|of) )${TEAM}(?: ${GROUP})?`,
    2,
    1,
    3,
  ),
  shape(
    `(${ANYONE}) (?:owns|takes|handles|gets|has|looks after|is responsible for) ${ALL}${TEAM}(?: ${GROUP})?(?:'s|s')? quote`,
    2,
    1,
    3,
  ),
  shape(`(${ANYONE}) (?:owns|takes|handles|gets|has|looks after|is responsible for) ${TEAM} ${GROUP}`, 2, 1, 3),
  shape(`(${ANYONE}) is ${DEFAULT} (?:for|of) ${TEAM}(?: ${GROUP})?(?: quote)?`, 2, 1, 3),
  shape(
    `(?:assign|give|send|route|pass|default|hand) ${ALL}quote (?:from|for|of) ${TEAM}(?: ${GROUP})? to (${ANYONE})`,
    1,
    3,
    2,
  ),
  shape(
    `(?:assign|give|send|route|pass|default|hand) ${ALL}${TEAM}(?: ${GROUP})?(?:'s|s')?(?: quote) to (${ANYONE})`,
    1,
    3,
    2,
  ),
  shape(
    `(?:for|if team is) (?:quote (?:from|for|of) )?${TEAM}(?: ${GROUP})?(?: quote)?,? (?:default to|default owner is|default is|owner is|it is) (${ANYONE})`,
    1,
    3,
    2,
  ),
  shape(`${TEAM} ${GROUP} ?(?::|=|-) ?(${KNOWN})`, 1, 3, 2),
  shape(`${GROUP} ${TEAM} ?(?::|=|-) ?(${KNOWN})`, 2, 3, 1),
  shape(`(?:(teams?)|(?:default |team )?(?:owners?|defaults?|people)) ?: ?${TEAM} ?(?::|=|-|to) ?(${KNOWN})`, 2, 3, 1),
];

/** Not the names of teams: such a sentence wants a rule we do not have. */
const NO_TEAM =
  /(?:^|[ ,])(?:all|every|any|each|other|others|no|not|never|unless|except|until|only|twice|half|(?:mon|tues|wednes|thurs|fri|satur|sun)days?|weekends?|without|whose|which|that|with|over|under|above|below|team|teams|quote|nudge|expired|new|old|more|than|from|anyone|everyone|default|owner|assign|give|send|route|pass|hand|for|by|if|to|is|are|but|non|remaining|rest|unassigned|open|pending|incoming|outgoing|future|existing|recent|overdue|outstanding|unanswered|unsent|sent|closed|won|lost|urgent|such|these|those|my|your|his|her|their|its)(?![a-z])/;

/** "All big quotes" speaks of amounts, not of a team of that name. */
const ALL_OF_A_SIZE =
  /(?:^| )(?:all|every|each|any)(?: of)? (?:big|bigger|large|larger|small|smaller|huge|tiny|major|minor|high|low|cheap|expensive|standard)(?![a-z])/;

/** Words that make a stranger's name a person's: "the catering team goes to Italy" assigns nothing. */
const ASSIGNS = /default|owner|owned|owns|belong|assign|responsible/;

const NAMES_SOMEBODY = new RegExp(KNOWN);

/** Whom a team's quotes default to. */
export const readOwner = ({ text, entities }: Clause): Outcome => {
  if (!NAMES_SOMEBODY.test(text) && !ASSIGNS.test(text)) return null;
  let wrong: Outcome = null;
  for (const { pattern, team, who, group } of SHAPES) {
    const match = pattern.exec(text);
    if (!match) continue;
    const person = whoOf(entities, match[who] ?? '');
    if (person.kind === 'unknown' && !ASSIGNS.test(text)) continue;
    const teams = teamsIn(match[team] ?? '', match[group] ?? '');
    if (!teams.some(name => NO_TEAM.test(name)) && !ALL_OF_A_SIZE.test(text)) {
      const says = { kind: 'team' as const, who: person, group: match[group] !== undefined && group > 0 };
      return facts(...teams.map(name => ({ ...says, team: name })));
    }
    wrong ??= fault('one team by its name, such as "Quotes from the events team go to Sam"');
  }
  return wrong;
};

/** "the catering and events teams" are two; "the food and drink team" is one. */
const teamsIn = (words: string, group: string): readonly string[] => {
  const name = words.replace(/'s$|s'$/, '').trim();
  return group.endsWith('s') ? name.split(/,? and |, /) : [name];
};
