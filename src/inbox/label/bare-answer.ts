import { type Compiled, occurs } from './compile-phrases.ts';
import type { Spoken } from './spoken-text.ts';

/** `courtesy`: only thanks and greetings stand there. */
export type Bare = 'yes' | 'no' | 'courtesy';

const NOTHING = /^[^\p{L}\p{N}]*$/u;
const NAME = /^(?:[\p{Lu}\p{Lo}][\p{L}\p{M}'.-]*\s*){1,3}$/u;
const LONGEST_NAMED = 6;

interface LineRead {
  readonly yes: boolean;
  readonly no: boolean;
  /** Nothing but yes, no, courtesies and a name stands there. */
  readonly bare: boolean;
}

const readLine = (line: string, cased: string, first: boolean, { of }: Compiled): LineRead => {
  const rest = line.replace(of('polite'), ' ');
  const answers = rest.replace(of('yes'), '✓').replace(of('no'), '✗');
  const yes = answers.includes('✓');
  const no = answers.includes('✗');
  const left = answers.replace(/[✓✗]/g, ' ');
  if (NOTHING.test(left)) return { yes, no, bare: true };
  const named = !first && !yes && !no && NAME.test(cased.trim());
  const addressed = startsCourteously(line, of('polite')) || NOTHING.test(answers.split(/[✓✗]/)[0] ?? '');
  return { yes, no, bare: named || (addressed && isName(left, cased)) };
};

const startsCourteously = (line: string, polite: RegExp): boolean => line.trimStart().search(polite) === 0;

/** "Yes, Ann": what is left is a name, a word or two that begin with a capital. */
const isName = (left: string, cased: string): boolean => {
  const words = left.split(/[^\p{L}\p{M}'-]+/u).filter(Boolean);
  if (words.length > 2 || cased.trim().split(' ').length > LONGEST_NAMED) return false;
  const written = new Set(cased.split(/[^\p{L}\p{M}'-]+/u));
  return words.every(word => written.has((word[0]?.toUpperCase() ?? '') + word.slice(1)));
};

/** What the whole message says when it says nothing else, courtesies and a name apart; else `null`. */
export const bareAnswer = ({ text, cased }: Spoken, language: Compiled): Bare | null => {
  if (text.length > 400 || !occurs(text, /[\p{L}\p{N}]/u)) return null;
  const casedLines = cased.split('\n');
  let yes = false;
  let no = false;
  for (const [at, line] of text.split('\n').entries()) {
    const read = readLine(line, casedLines[at] ?? '', !(yes || no), language);
    if (!read.bare) return null;
    yes ||= read.yes;
    no ||= read.no;
  }
  if (yes && no) return null;
  return yes ? 'yes' : no ? 'no' : 'courtesy';
};
