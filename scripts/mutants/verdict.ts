import type { Law, Mutant } from './law.ts';
import type { Ran } from './run-tests.ts';

/** Only `red` is good: an assertion of the law failed. A crash, a hang or a file that does not load proves nothing. */
export type Outcome = 'red' | 'survived' | 'no verdict';

export interface Verdict {
  readonly law: Law;
  readonly mutant: Mutant;
  readonly outcome: Outcome;
  readonly why: string;
  readonly ms: number;
}

/** An assertion's own words, or a property's report of one; of promises Vitest says it in an error of another name. */
const ASSERTION = /^(?:Error: Property failed[\s\S]*Got )?(?:AssertionError|Error: promise (?:resolved|rejected) )/;

export const outcomeOf = ({ tests, fault }: Ran): Pick<Verdict, 'outcome' | 'why'> => {
  const failed = tests.filter(({ passed }) => !passed);
  const first = failed.find(({ why }) => ASSERTION.test(why));
  if (first) return { outcome: 'red', why: firstLine(first.why) };
  if (fault !== null) return { outcome: 'no verdict', why: firstLine(fault) };
  if (failed[0]) return { outcome: 'no verdict', why: `fell over: ${firstLine(failed[0].why)}` };
  if (tests.length === 0) return { outcome: 'no verdict', why: 'no test has this name' };
  return { outcome: 'survived', why: 'the test stayed green' };
};

const firstLine = (text: string): string => (/Got (AssertionError.*)/.exec(text)?.[1] ?? text).split('\n', 1)[0] ?? '';
