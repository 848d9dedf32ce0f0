import { type ChildProcess, fork } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { expectedCounts, NEVER_HERE } from '../../tests/simulation/expected-counts.ts';
import { judge } from '../../tests/simulation/judge.ts';
import { KNOWN_FINDINGS } from '../../tests/simulation/known-findings.ts';
import { HORIZONS, type Horizon, storyOf } from '../../tests/simulation/story.ts';
import { PLANTED, type Planted } from './planted.ts';
import type { Answered, Asked, Finding } from './worker.ts';

const HELP = `usage: npm run simulate -- [--minutes N] [--seed S] [--horizon fortnight|month|year|all] [--jobs N] [--json FILE]
       npm run simulate -- --planted [--minutes N] [--seed S]
       npm run simulate -- --tell SEED [--horizon fortnight|month|year]

Plays simulated businesses, one seed after another from S on, on all cores, for N minutes; everything fails around them,
and every promise is asked of the log and of the world. Prints what it found, each failure's story made as short as it
can be, and how often everything happened.

  --minutes N   how long it goes on beginning new stories (1)
  --seed S      the first seed (1)
  --horizon H   fortnights full of faults, months of a busy office, years with quiet days, or by turns (all)
  --jobs N      processes at once (as many as there are cores)
  --tries N     stories that are tried to make one failure shorter (150)
  --json FILE   the figures as JSON
  --planted     puts known defects back, one at a time, and says after how many quote-days each is found; N minutes each
  --tell SEED   plays this one seed and tells its story

Exit 0: nothing was found but what is known, and everything happened at least once. 1 otherwise. 2: usage.`;

interface Options {
  readonly minutes: number;
  readonly seed: number;
  readonly horizons: readonly Horizon[];
  readonly jobs: number;
  readonly tries: number;
  readonly json: string | null;
  readonly planted: boolean;
  readonly tell: number | null;
}

const optionsOf = (argv: readonly string[]): Options | null => {
  const text = { type: 'string' } as const;
  const options = {
    help: { type: 'boolean', default: false },
    minutes: { ...text, default: '1' },
    seed: { ...text, default: '1' },
    horizon: { ...text, default: 'all' },
    jobs: { ...text, default: String(availableParallelism()) },
    tries: { ...text, default: '150' },
    json: text,
    planted: { type: 'boolean', default: false },
    tell: text,
  } as const;
  const { values } = parseArgs({ args: [...argv], options });
  if (values.help) return null;
  const { horizon } = values;
  const asked = HORIZONS.filter(known => known === horizon);
  if (asked.length === 0 && horizon !== 'all')
    throw new Error(`--horizon: ${HORIZONS.join(', ')} or all, not ${horizon}`);
  const number = (name: 'minutes' | 'seed' | 'jobs' | 'tries'): number => {
    const value = Number(values[name]);
    if (!Number.isFinite(value) || value < 0) throw new Error(`--${name}: a number, not ${values[name]}`);
    return value;
  };
  return {
    minutes: number('minutes'),
    seed: Math.floor(number('seed')),
    horizons: horizon === 'all' ? BY_TURNS : asked,
    jobs: Math.max(1, Math.floor(number('jobs'))),
    tries: Math.floor(number('tries')),
    json: values.json ?? null,
    planted: values.planted,
    tell: values.tell === undefined ? null : Number(values.tell),
  };
};

const BY_TURNS: readonly Horizon[] = ['fortnight', 'month', 'fortnight', 'fortnight', 'year', 'fortnight'];

interface Found extends Finding {
  readonly horizon: Horizon;
  readonly seed: number;
  readonly known: string | null;
  times: number;
}

/** Everything that was played so far, added up. */
class Totals {
  readonly found = new Map<string, Found>();
  readonly counts = new Map<string, number>();
  readonly of = new Map<Horizon, { stories: number; quoteDays: number; acts: number; events: number; cpuMs: number }>();

  add({ horizon, seed, findings, counts, acts, quoteDays, cpuMs }: Extract<Answered, { kind: 'played' }>): void {
    for (const [name, count] of Object.entries(counts)) this.counts.set(name, (this.counts.get(name) ?? 0) + count);
    const so = this.of.get(horizon) ?? { stories: 0, quoteDays: 0, acts: 0, events: 0, cpuMs: 0 };
    this.of.set(horizon, so);
    so.stories++;
    so.quoteDays += quoteDays;
    so.acts += acts;
    so.events += counts.events ?? 0;
    so.cpuMs += cpuMs;
    for (const finding of findings) {
      const before = this.found.get(finding.signature);
      if (before) before.times++;
      else this.found.set(finding.signature, { ...finding, horizon, seed, known: knownAs(finding), times: 1 });
    }
  }
}

const knownAs = ({ promise, what }: Finding): string | null =>
  KNOWN_FINDINGS.find(({ is }) => is({ promise: promise as Parameters<typeof is>[0]['promise'], what }))?.what ?? null;

/** A process that answers one question after another. */
class Worker {
  readonly #child: ChildProcess;

  /** `planted`: the defect that the worker's copy of the sources has. */
  constructor(planted = '') {
    const hooks = pathToFileURL(resolve(import.meta.dirname, 'planted-hooks.ts')).href;
    this.#child = fork(resolve(import.meta.dirname, 'worker.ts'), {
      execArgv: [...process.execArgv, ...(planted === '' ? [] : ['--import', hooks])],
      env: { ...process.env, QF_PLANTED: planted },
    });
  }

  ask(asked: Asked): Promise<Answered> {
    return new Promise((answered, failed) => {
      const over = (code: number | null): void =>
        failed(new Error(`a worker ended with ${code} at seed ${asked.seed}`));
      this.#child.once('exit', over);
      this.#child.once('message', answer => {
        this.#child.off('exit', over);
        answered(answer as Answered);
      });
      this.#child.send(asked);
    });
  }

  end(): void {
    this.#child.kill();
  }
}

const playAll = async (options: Options, workers: readonly Worker[], totals: Totals): Promise<void> => {
  const until = performance.now() + options.minutes * 60_000;
  let next = 0;
  const playing = async (worker: Worker): Promise<void> => {
    while (performance.now() < until) {
      const at = next++;
      const horizon = options.horizons[at % options.horizons.length] ?? 'fortnight';
      const answer = await worker.ask({ kind: 'play', horizon, seed: options.seed + at });
      if (answer.kind === 'played') totals.add(answer);
      if (process.stderr.isTTY)
        process.stderr.write(`\r\u001b[K${next} stories, ${totals.found.size} kinds of findings`);
    }
  };
  await Promise.all(workers.map(playing));
  if (process.stderr.isTTY) process.stderr.write('\r\u001b[K');
};

const shrinkAll = async (
  found: readonly Found[],
  tries: number,
  workers: readonly Worker[],
): Promise<readonly Extract<Answered, { kind: 'shrunk' }>[]> => {
  const waiting = found.values();
  const shrunk: Extract<Answered, { kind: 'shrunk' }>[] = [];
  const working = async (worker: Worker): Promise<void> => {
    for (const { horizon, seed, signature } of waiting) {
      const answer = await worker.ask({ kind: 'shrink', horizon, seed, signature, tries });
      if (answer.kind === 'shrunk') shrunk.push(answer);
    }
  };
  await Promise.all(workers.map(working));
  return shrunk;
};

const perDay = (count: number, quoteDays: number): string => (quoteDays === 0 ? '–' : (count / quoteDays).toFixed(2));

const printFigures = ({ of, counts }: Totals): void => {
  for (const [horizon, { stories, quoteDays, acts, events, cpuMs }] of of) {
    const years = (quoteDays / 365).toFixed(1);
    console.log(
      `${horizon}: ${stories} stories, ${quoteDays} quote-days (${years} quote-years) in ${(cpuMs / 1000).toFixed(0)} CPU-seconds: ${Math.round((quoteDays * 1000) / cpuMs)} quote-days, ${Math.round((events * 1000) / cpuMs)} events and ${Math.round((acts * 1000) / cpuMs)} acts per CPU-second; ${perDay(events, quoteDays)} events and ${perDay(acts, quoteDays)} acts per quote-day`,
    );
  }
  console.log('\nHow often everything happened:');
  for (const [name, count] of [...counts].toSorted(([a], [b]) => (a < b ? -1 : 1))) console.log(`  ${name}: ${count}`);
};

const printFound = (found: readonly Found[]): void => {
  for (const { promise, what, horizon, seed, times, known } of found)
    console.log(
      `${known === null ? 'FOUND' : 'known'} ${promise}, ${times} times, first in ${horizon} ${seed}: ${what.split('\n')[0]}${known === null ? '' : ` (${known})`}`,
    );
};

/** What should have happened and never did; what is said never to happen and did. */
const lacking = async ({ counts }: Totals): Promise<readonly string[]> => {
  const never = (await expectedCounts()).filter(name => (counts.get(name) ?? 0) === 0).map(name => `never: ${name}`);
  const all = Object.keys(NEVER_HERE).filter(name => (counts.get(`event: ${name}`) ?? 0) > 0);
  return [...never, ...all.map(name => `happens all the same: event: ${name}`)];
};

const run = async (options: Options): Promise<number> => {
  const workers = Array.from({ length: options.jobs }, () => new Worker());
  const totals = new Totals();
  try {
    await playAll(options, workers, totals);
    printFigures(totals);
    const found = [...totals.found.values()];
    const news = found.filter(({ known }) => known === null);
    console.log('');
    printFound(found);
    for (const { signature, story, lines } of await shrinkAll(news, options.tries, workers)) {
      console.log(`\n${signature}\nThe shortest story found, of ${story.acts.length} acts:`);
      for (const line of lines) console.log(`  ${line}`);
      console.log(JSON.stringify({ found: signature, story }));
    }
    const zeros = await lacking(totals);
    for (const zero of zeros) console.log(zero);
    if (options.json !== null) writeFileSync(options.json, `${JSON.stringify(jsonOf(totals, zeros), null, 2)}\n`);
    console.log(
      `\n${news.length} new findings, ${found.length - news.length} known ones, ${zeros.length} things that never happened`,
    );
    return news.length + zeros.length === 0 ? 0 : 1;
  } finally {
    for (const worker of workers) worker.end();
  }
};

/** Until a seed finds it, on all cores; null when the time is over. */
const findPlanted = async (
  options: Options,
  planted: Planted,
): Promise<{ readonly quoteDays: number; readonly first: string } | null> => {
  const workers = Array.from({ length: options.jobs }, () => new Worker(planted.what));
  const until = performance.now() + options.minutes * 60_000;
  let [next, quoteDays] = [0, 0];
  let first: string | null = null;
  const playing = async (worker: Worker): Promise<void> => {
    while (first === null && performance.now() < until) {
      const at = next++;
      const horizon = at % 6 === 5 ? 'month' : 'fortnight';
      const answer = await worker.ask({ kind: 'play', horizon, seed: options.seed + at });
      if (answer.kind !== 'played') continue;
      quoteDays += answer.quoteDays;
      const news = answer.findings.find(one => knownAs(one) === null);
      if (news)
        first ??= `${news.promise} in ${horizon} ${options.seed + at}: ${news.what.split('\n')[0]?.slice(0, 160)}`;
    }
  };
  try {
    await Promise.all(workers.map(playing));
  } finally {
    for (const worker of workers) worker.end();
  }
  return first === null ? null : { quoteDays, first };
};

const runPlanted = async (options: Options): Promise<number> => {
  let missed = 0;
  for (const planted of PLANTED) {
    const found = await findPlanted(options, planted);
    if (found === null) missed++;
    console.log(
      found === null
        ? `NOT FOUND in ${options.minutes} minutes: ${planted.what}`
        : `found after ${found.quoteDays} quote-days: ${planted.what}\n    ${found.first}`,
    );
  }
  console.log(`${PLANTED.length - missed} of ${PLANTED.length} planted defects were found`);
  return missed === 0 ? 0 : 1;
};

const jsonOf = ({ of, counts, found }: Totals, zeros: readonly string[]): object => ({
  horizons: Object.fromEntries(of),
  counts: Object.fromEntries(counts),
  found: [...found.values()],
  zeros,
});

const tell = async (seed: number, horizon: Horizon): Promise<number> => {
  const { story, broken } = await judge(storyOf(horizon, seed));
  for (const line of story) console.log(line);
  for (const { promise, what } of broken) console.log(`${promise}: ${what}`);
  return broken.length === 0 ? 0 : 1;
};

const main = async (): Promise<number> => {
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
  if (options.planted) return runPlanted(options);
  return options.tell === null ? run(options) : tell(options.tell, options.horizons[0] ?? 'fortnight');
};

process.exitCode = await main();
