import { parseArgs } from 'node:util';
import type { Law } from './law.ts';
import { laws } from './laws.ts';
import { literally, runTests } from './run-tests.ts';
import { outcomeOf, type Verdict } from './verdict.ts';

const HELP = `usage: npm run mutants -- [WORD …] [--json] [--jobs N] [--seed N]

Breaks, one after another, the lines that the laws in scripts/mutants/laws/ guard, in a copy in memory, and expects the
law's own test to fail by an assertion. With WORDs: only laws whose promise, test or broken file holds one of them.

  --json     a JSON object a line on stdout
  --jobs N   mutants at once (2)
  --seed N   seed of the properties (1)

Exit 0: every mutant was noticed. 1: one survived, gave no verdict, or a law is red as things stand. 2: usage.`;

interface Options {
  readonly words: readonly string[];
  readonly json: boolean;
  readonly jobs: number;
  readonly seed: number;
}

const optionsOf = (argv: readonly string[]): Options | null => {
  const options = {
    json: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
    jobs: { type: 'string', default: '2' },
    seed: { type: 'string', default: '1' },
  } as const;
  const { values, positionals } = parseArgs({ args: [...argv], options, allowPositionals: true });
  if (values.help) return null;
  const [jobs, seed] = [Number(values.jobs), Number(values.seed)];
  if (!Number.isInteger(jobs) || jobs < 1) throw new Error(`--jobs: a whole number from 1 on, not ${values.jobs}`);
  if (!Number.isInteger(seed)) throw new Error(`--seed: a whole number, not ${values.seed}`);
  return { words: positionals, json: values.json, jobs, seed };
};

/** Laws of which some part is the word: a promise, a file, a word of the name. */
const wanted = (words: readonly string[]): readonly Law[] => {
  if (words.length === 0) return laws;
  const said = words.map(word => new RegExp(`(?<![A-Za-z0-9])${literally(word)}(?![A-Za-z0-9])`));
  return laws.filter(({ of, test, named, mutants }) => {
    const text = [of, test, named, ...mutants.flat().map(({ file }) => file)].join('\n');
    return said.some(word => word.test(text));
  });
};

/** As things stand every law holds, and its name is that of a test. */
const redAlready = async (chosen: readonly Law[], seed: number, signal: AbortSignal): Promise<readonly string[]> => {
  const files = [...new Set(chosen.map(({ test }) => test))];
  const { tests, fault } = await runTests({ files, named: chosen.map(one => one.named), mutant: [], seed, signal });
  if (fault !== null) return [`no verdict on the laws as things stand: ${fault}`];
  const missing = chosen.filter(one => !tests.some(({ file, name }) => file === one.test && name.includes(one.named)));
  return [
    ...tests.filter(({ passed }) => !passed).map(({ file, name }) => `${file} is red as things stand: ${name}`),
    ...missing.map(({ test, named }) => `${test} has no test named: ${named}`),
  ];
};

const judge = async (one: Law, at: number, { seed }: Options, signal: AbortSignal): Promise<Verdict> => {
  const mutant = one.mutants[at] ?? [];
  const began = performance.now();
  const ran = await runTests({ files: [one.test], named: [one.named], mutant, seed, signal });
  return { law: one, mutant, ...outcomeOf(ran), ms: Math.round(performance.now() - began) };
};

const judgeAll = async (
  chosen: readonly Law[],
  options: Options,
  signal: AbortSignal,
  told: (verdict: Verdict, done: number, all: number) => void,
): Promise<readonly Verdict[]> => {
  const tasks = chosen.flatMap(one => one.mutants.map((_, at) => ({ one, at })));
  const waiting = tasks.values();
  const verdicts: Verdict[] = [];
  const worker = async (): Promise<void> => {
    for (const { one, at } of waiting) {
      const verdict = await judge(one, at, options, signal);
      verdicts.push(verdict);
      told(verdict, verdicts.length, tasks.length);
    }
  };
  await Promise.all(Array.from({ length: options.jobs }, worker));
  return verdicts;
};

const shown = (text: string, most = 70): string => {
  const flat = text.replace(/\s+/g, ' ').trim();
  return flat.length > most ? `${flat.slice(0, most - 1)}…` : flat;
};

const tableLine = ({ law: { of, named }, mutant, outcome, ms }: Verdict): string =>
  `${outcome.padEnd(10)}  ${of.padEnd(12)}  ${`${(ms / 1000).toFixed(1)} s`.padStart(7)}  ${shown(mutant[0]?.source ?? '')}  ←  ${shown(named, 60)}`;

const jsonLine = ({ law: { of, test, named }, mutant, outcome, why, ms }: Verdict): string =>
  JSON.stringify({ of, test, named, lines: mutant, outcome, why, ms });

const main = async (options: Options): Promise<number> => {
  const chosen = wanted(options.words);
  if (chosen.length === 0) {
    console.error(`no law, promise, test or broken file holds the word ${options.words.join(' or ')}`);
    return 2;
  }
  const stop = new AbortController();
  process.once('SIGINT', () => stop.abort());
  const progress = (text: string): void => void (process.stderr.isTTY && process.stderr.write(`\r\u001b[K${text}`));
  const began = performance.now();
  progress('every law as things stand …');
  const red = await redAlready(chosen, options.seed, stop.signal);
  for (const one of red) console.error(one);
  if (red.length > 0) return 1;
  const verdicts = await judgeAll(chosen, options, stop.signal, (verdict, done, all) => {
    progress(`${done} of ${all} mutants`);
    if (options.json) console.log(jsonLine(verdict));
  });
  progress('');
  const good = verdicts.filter(({ outcome }) => outcome === 'red');
  if (!options.json) for (const verdict of verdicts) console.log(tableLine(verdict));
  for (const { law: one, mutant, outcome, why } of verdicts)
    if (outcome !== 'red')
      for (const { file, source, broken } of mutant)
        console.error(`${outcome}: ${why}\n  ${one.test}: ${one.named}\n  ${file}\n- ${source}\n+ ${broken}`);
  const seconds = Math.round((performance.now() - began) / 1000);
  console.error(`${good.length} of ${verdicts.length} mutants of ${chosen.length} laws were noticed, in ${seconds} s`);
  return good.length === verdicts.length ? 0 : 1;
};

const run = async (): Promise<number> => {
  let options: Options | null;
  try {
    options = optionsOf(process.argv.slice(2));
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : error}\n\n${HELP}`);
    return 2;
  }
  if (options === null) {
    console.log(HELP);
    return 0;
  }
  return main(options);
};

process.exitCode = await run();
