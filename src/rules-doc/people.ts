import { isEmailAddress } from '../cadence/owner.ts';
import { editDistance } from '../kernel/edit-distance.ts';
import type { Said, Who } from './clause.ts';
import { plainText } from './document.ts';
import { type Entity, entityAt, mark } from './entity.ts';
import type { RulesError } from './read-document.ts';

const NOT_A_NAME =
  'nobody|someone|somebody|everyone|everybody|anyone|he|she|they|it|who|which|that|this|us|him|her|them|me|not|no|never|any|all|on|from|to|by|until|for|in|at|of|and|or|is|are|be|away|off|out|cover|covers|covered|covering|quote|nudge|lastcall|send|default|defaults|team|while|when|during|if|because|so|with|until';

/** Regex source of a known person or an address. */
export const KNOWN = `(?:${mark('person')}|${mark('address')})`;

/** Lower-case letters of Latin names. */
const L = 'a-z\\u00df-\\u024f';

/** Regex source of up to three words that may be a name the doc does not know. */
export const STRANGER = `(?:(?!(?:${NOT_A_NAME})(?![a-z'-]))[${L}][${L}.'-]*)(?: (?!(?:${NOT_A_NAME})(?![a-z'-]))[${L}][${L}.'-]*){0,2}`;

/** Regex source of anyone, known or not. */
export const ANYONE = `(?:${KNOWN}|${STRANGER})`;

/** Who the words matched by `ANYONE` are. */
export const whoOf = (entities: readonly Entity[], words: string): Who => {
  if (new RegExp(`^${mark('person')}$`).test(words)) {
    return { kind: 'person', name: entityAt(entities, words, 'person').name };
  }
  if (new RegExp(`^${mark('address')}$`).test(words)) {
    return { kind: 'address', address: entityAt(entities, words, 'address').address };
  }
  return { kind: 'unknown', name: words.replace(/[.']+$/, '') };
};

/** Names that are words too: "Will" the person has a capital, "will" the verb none. */
const WORDS = new Set(
  'will may mark chase grant rich bill art sue rose dawn hope faith joy grace pat drew june april august guy gene jack nick rob bob don ray cliff dale glen miles max penny ruby summer autumn sunny wade ward dean earl duke king young long page chance reed frank ernest skip chip buddy sage ivy holly heather iris lily daisy olive pearl amber crystal melody harmony honor mercy patience see so an you he she'.split(
    ' ',
  ),
);

interface Known {
  readonly name: string;
  readonly low: string;
}

/** Finds the doc's people in sentences, by full name or, where only one has it, by first name. */
export interface NameBook {
  /** The person named at a place, by the name the doc introduced, and where the text goes on. `written` has the capitals. */
  readonly at: (written: string, low: string, place: number) => { readonly name: string; readonly next: number } | null;
  /** The introduced name for any spelling of it. */
  readonly canonical: (name: string) => string | null;
  /** Every word of every name, in lower case. */
  readonly words: ReadonlySet<string>;
}

export const nameBook = (people: readonly Person[]): NameBook => {
  const spellings = new Map<string, string>();
  for (const { name } of people) if (!spellings.has(name.toLowerCase())) spellings.set(name.toLowerCase(), name);
  for (const [first, names] of firstNames(people)) {
    const [only] = names;
    if (names.size === 1 && only !== undefined && !spellings.has(first)) spellings.set(first, only);
  }
  const byFirstWord = new Map<string, Known[]>();
  for (const [low, name] of spellings) {
    const first = low.split(' ')[0] ?? low;
    byFirstWord.set(
      first,
      [...(byFirstWord.get(first) ?? []), { name, low }].sort((a, b) => b.low.length - a.low.length),
    );
  }
  const words = new Set([...spellings.keys()].flatMap(low => low.split(' ')));
  return {
    at: (written, low, place) => nameAt(byFirstWord, written, low, place),
    canonical: name => spellings.get(name.toLowerCase()) ?? null,
    words,
  };
};

const firstNames = (people: readonly Person[]): ReadonlyMap<string, ReadonlySet<string>> => {
  const names = new Map<string, Set<string>>();
  const seen = new Set<string>();
  for (const { name } of people) {
    const low = name.toLowerCase();
    const first = low.split(' ')[0] ?? low;
    if (first === low || seen.has(low)) continue;
    seen.add(low);
    names.set(first, (names.get(first) ?? new Set()).add(name));
  }
  return names;
};

const FIRST_WORD = /[\p{L}\p{M}][\p{L}\p{M}\p{N}'.-]*/uy;

const nameAt = (
  byFirstWord: ReadonlyMap<string, readonly Known[]>,
  written: string,
  low: string,
  place: number,
): { readonly name: string; readonly next: number } | null => {
  if (byFirstWord.size === 0) return null;
  FIRST_WORD.lastIndex = place;
  const word = FIRST_WORD.exec(low)?.[0];
  if (word === undefined) return null;
  const bare = word.replace(/[.'-]+$/, '').replace(/'s$/, '');
  const candidates = [word, `${bare}.`, bare].flatMap(each => byFirstWord.get(each) ?? []);
  const found = candidates.find(({ low: name }) => low.startsWith(name, place) && endsWord(low, place + name.length));
  if (!found || (WORDS.has(found.low) && isLower(written, place))) return null;
  return { name: found.name, next: place + found.low.length };
};

const endsWord = (text: string, place: number): boolean => !/[\p{L}\p{N}-]/u.test(text[place] ?? ' ');

const isLower = (written: string, place: number): boolean => /\p{Ll}/u.test(written[place] ?? '');

/** A person as the doc introduces one. */
export interface Person {
  readonly name: string;
  readonly address: string;
}

const ADDRESS = '(?:mailto:)?([^\\s@<>()\\[\\],;:"\']{1,64}@[^\\s@<>()\\[\\],;:"\']{1,255})';

/** Words that no name begins with or holds: "Our office is hello@…" introduces nobody. */
const NO_NAME = new Set(
  'our the a an we you they he she it i us me this that these those who please write email mail send reach contact contacts call ask questions question office is are was be been to from at on in for of or not no never any all every each quotes quote team default defaults go goes covers cover covered away off out until while when if with by my your their his her its and also then so but as'.split(
    ' ',
  ),
);

const WORD = "[\\p{L}\\p{M}][\\p{L}\\p{M}\\p{N}'.-]*";
const NAME = `(${WORD}(?: ${WORD}){0,3}?)`;
const IS =
  "(?:(?:'s)? ?(?:own |work )?(?:e-?mail|mail)?(?: ?(?:address|account|inbox))? ?(?:is|=|:|-+>?|→|,|has|uses|can be (?:reached|found|contacted) (?:at|on|under)|is (?:at|on|reached at|reached on|reachable at|found at)|reads? mail at|gets? mail at|writes from) ?(?:(?:the |an? )?(?:e-?mail )?address ?(?:is|of|:)? )?[<(\\[]?| ?[<(\\[] ?(?:e-?mail: ?)?)";

const NAME_FIRST = new RegExp(
  `^${NAME}${IS}${ADDRESS}[>)\\]]?(?: (?:by e-?mail|is (?:the|his|her|their) (?:e-?mail )?address))?$`,
  'iu',
);
const REACH = new RegExp(
  `^(?:reach|contact|e-?mail|write to|mail for|mails? (?:for|to)) ${NAME} (?:goes to |at |on |under |via |is )?${ADDRESS}$`,
  'iu',
);
const THE_ADDRESS = new RegExp(`^(?:the )?(?:e-?mail )?address (?:of|for) ${NAME}(?: is|:) ${ADDRESS}$`, 'iu');
const ADDRESS_FIRST = new RegExp(
  `^${ADDRESS} (?:is|belongs to|=|:|-) (?:for )?${NAME}(?:'s(?: e-?mail)?(?: address)?)?$`,
  'iu',
);

const WAYS = [
  [NAME_FIRST, 1, 2],
  [REACH, 1, 2],
  [THE_ADDRESS, 1, 2],
  [ADDRESS_FIRST, 2, 1],
] as const;

const HAS_ADDRESS = /@/;
const SEPARATOR = /(?:;|,? and |, ?|\. )(?=[^@]*@)/;

/** The people one sentence introduces ("Priya is priya@… and Sam is sam@…"), or null if it does anything else. */
export const readPeople = (sentence: string): readonly Person[] | null => {
  if (!HAS_ADDRESS.test(sentence)) return null;
  const plain = plainText(sentence)
    .replace(/\[([^\]]*)\]\(mailto:[^)]*\)/g, '$1')
    .replace(/[*_`"#|]+/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^(?:and|also|reps?:|people:|team:) /i, '')
    .replace(/[.!;,]+$/, '')
    .trim();
  const alone = introduced(plain);
  if (alone) return [alone];
  const parts = splitAfterAddresses(plain);
  if (parts.length < 2) return null;
  const all = parts.map(introduced);
  return all.every(person => person !== null) ? all : null;
};

/** A person introduced in passing: "… default to Priya (priya@…)". What is left is the sentence without the address. */
export const takePeopleInPassing = (
  sentence: string,
): { readonly rest: string; readonly people: readonly Person[] } => {
  if (!HAS_ADDRESS.test(sentence)) return { rest: sentence, people: [] };
  const people: Person[] = [];
  const shouting = !/\p{Ll}/u.test(sentence.replace(/\S+@\S+/g, ''));
  const words = shouting ? `(${WORD})` : "((?:\\p{Lu}[\\p{L}\\p{M}'-]*)(?: \\p{Lu}[\\p{L}\\p{M}'-]*){0,2})";
  const passing = new RegExp(`${words} ?[<(] ?${ADDRESS} ?[>)]`, 'gu');
  const rest = sentence.replace(passing, (whole, name: string, address: string) => {
    const person = personOf(name, address);
    if (person === null) return whole;
    people.push(person);
    return name;
  });
  return { rest, people };
};

/** Cuts a list of introductions where one address has ended and another is still to come. */
const splitAfterAddresses = (plain: string): readonly string[] => {
  const parts: string[] = [];
  let rest = plain;
  for (;;) {
    const end = /@[^\s,;]+[>)\]]?/.exec(rest);
    const next = end && SEPARATOR.exec(rest.slice(end.index + end[0].length));
    if (!end || next?.index !== 0) break;
    const cut = end.index + end[0].length;
    parts.push(rest.slice(0, cut).trim());
    rest = rest.slice(cut + next[0].length).trim();
  }
  return [...parts, rest];
};

const introduced = (text: string): Person | null => {
  if (text.length > 400) return null;
  for (const [pattern, name, address] of WAYS) {
    const match = pattern.exec(text);
    const person = match && personOf(match[name] ?? '', match[address] ?? '');
    if (person) return person;
  }
  return null;
};

const personOf = (called: string, written: string): Person | null => {
  const name = called.replace(/'s?$/, '');
  const address = written.replace(/[.'-]+$/, '').toLowerCase();
  const words = name.toLowerCase().split(' ');
  if (words.some(word => NO_NAME.has(word.replace(/\.$/, '')))) return null;
  return isEmailAddress(address) ? { name, address } : null;
};

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
