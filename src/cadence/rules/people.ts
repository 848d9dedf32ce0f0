import { isEmailAddress } from '../email-address.ts';
import { plainText } from './plain-text.ts';

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
