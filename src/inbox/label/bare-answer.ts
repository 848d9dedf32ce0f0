import { type Compiled, spansOf } from './compile-phrases.ts';
import type { Spoken } from './spoken-text.ts';

const NOTHING = /^[^\p{L}\p{N}]*$/u;
const NAME = /^(?:[\p{Lu}\p{Lo}][\p{L}\p{M}'.-]*\s*){1,3}$/u;

interface Rest {
  readonly yes: boolean;
  readonly no: boolean;
  /** Nothing but the yes or no, courtesies and a name stands there. */
  readonly bare: boolean;
}

const without = (line: string, shape: RegExp): string => line.replace(shape, ' ');

const readLine = (line: string, cased: string, first: boolean, { of }: Compiled): Rest => {
  const courteous = without(line, of('polite'));
  const yes = spansOf(courteous, of('yes')).length > 0;
  const no = spansOf(courteous, of('no')).length > 0;
  const rest = without(without(courteous, of('yes')), of('no'));
  const named = !first && !yes && !no && NAME.test(cased.trim());
  return { yes, no, bare: NOTHING.test(rest) || named || onlyNameLeft(rest, cased) };
};

/** "Thanks, Ann": what a courtesy leaves may be a name, a word or two that begin with a capital. */
const onlyNameLeft = (rest: string, cased: string): boolean => {
  const words = rest.split(/[^\p{L}\p{M}'-]+/u).filter(Boolean);
  if (words.length === 0 || words.length > 2) return false;
  return (
    words.every(word => new RegExp(`(?<!\\p{L})${capital(word)}(?!\\p{L})`, 'u').test(cased)) &&
    cased.trim().split(' ').length <= 6
  );
};

const capital = (word: string): string => (word[0]?.toUpperCase() ?? '') + word.slice(1);

/** `yes` or `no` when the whole message is that, courtesies and a name apart; else `null`. */
export const bareAnswer = ({ text, cased }: Spoken, language: Compiled): 'yes' | 'no' | null => {
  const casedLines = cased.split('\n');
  let yes = false;
  let no = false;
  let answered = false;
  for (const [at, line] of text.split('\n').entries()) {
    const read = readLine(line, casedLines[at] ?? '', !answered, language);
    if (!read.bare) return null;
    yes ||= read.yes;
    no ||= read.no;
    answered ||= read.yes || read.no;
  }
  if (yes === no) return null;
  return yes ? 'yes' : 'no';
};
