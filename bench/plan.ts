import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'csv-parse/sync';
import { addDays } from '../src/kernel/local-date.ts';
import { measuring, median, ms, printResults, type Result } from './result.ts';

/**
 * `qf plan` of one day over 100,000 rows against reading and parsing that CSV alone. Each run is a process of its own,
 * its start and its imports counted; the two take turns. Goals: at most 3 times as long, at most 400 MB at the peak.
 */
const ROWS = 100_000;
const ROUNDS = 9;
const TODAY = '2026-03-09';
const MAX_TIMES = 3;
const MAX_MB = 400;
const FILES = ['quotes.csv', 'rules.txt', 'config.json'] as const;

interface Measured {
  readonly ms: number;
  readonly peakMb: number;
}

/** A business with a long sheet: three years of quotes, of which most have ended. */
const sheet = (): string => {
  const lines = [
    'Quote number,Customer,Contact email,Amount,Currency,Date sent,Date expires,Owner,Team,Cadence override,Status',
  ];
  let seed = 7;
  const random = (below: number): number => {
    seed = (Math.imul(seed, 1_103_515_245) + 12_345) & 0x7fff_ffff;
    return (seed >>> 8) % below;
  };
  const pick = (...choices: readonly string[]): string => choices[random(choices.length)] ?? '';
  for (let i = 0; i < ROWS; i++) {
    const sent = addDays(TODAY, -random(90));
    const expires = random(5) === 0 ? '' : addDays(sent, 14 + random(60));
    const amount = `${random(40_000)}.${String(random(100)).padStart(2, '0')}`;
    const status = pick('', '', '', 'open', 'won', 'lost', 'hold');
    const cadence = random(20) === 0 ? '"2,5,10 last 3"' : '';
    const owner = pick('priya@harbourline.example', 'sam@harbourline.example', 'Priya', '');
    const contact = `buyer${random(70_000)}@customer${random(900)}.example`;
    lines.push(
      [
        `Q-${i}`,
        `"Customer ${i % 5000}, Ltd"`,
        contact,
        amount,
        pick('SGD', 'SGD', 'USD'),
        sent,
        expires,
        owner,
        pick('catering', ''),
        cadence,
        status,
      ].join(','),
    );
  }
  return lines.join('\n');
};

const RULES = `Standard quotes: nudge at 3 days and 7 days after sending, then a last call 3 days before the quote expires.
High-value quotes over S$20,000: a gentler 5/12 cadence.
Small quotes under S$500: a single nudge at 4 days, then stop.
Quotes from the catering team default to Priya.
Priya is priya@harbourline.example. Sam is sam@harbourline.example.`;

const CONFIG = { timezone: 'Asia/Singapore', currency: 'SGD', admin: 'owner@harbourline.example' };

/** Time and memory of `qf plan` beside the parser alone. */
export const benchPlan = (): readonly Result[] => {
  const what = `qf plan, a day of ${ROWS.toLocaleString('en')} rows`;
  measuring(what);
  const folder = mkdtempSync(join(tmpdir(), 'qf-bench-'));
  try {
    const [quotes, rules, config] = FILES;
    writeFileSync(join(folder, quotes), sheet());
    writeFileSync(join(folder, rules), RULES);
    writeFileSync(join(folder, config), JSON.stringify(CONFIG));
    // Its modules are kept compiled from the first run on, as on the machine of whoever uses it.
    inAChild('plan', folder);
    const runs: Record<'parse' | 'plan', Measured[]> = { parse: [], plan: [] };
    for (let round = 0; round < ROUNDS; round++) {
      for (const each of ['parse', 'plan'] as const) runs[each].push(inAChild(each, folder));
    }
    const parsing = median(runs.parse.map(run => run.ms));
    const planning = median(runs.plan.map(run => run.ms));
    const peakMb = Math.max(...runs.plan.map(run => run.peakMb));
    const times = planning / parsing;
    return [
      {
        what,
        ours: ms(planning),
        beside: `csv-parse alone ${ms(parsing)}`,
        ratio: `${times.toFixed(2)} × its time`,
        goal: `≤ ${MAX_TIMES}`,
        reached: times <= MAX_TIMES,
      },
      {
        what: `${what}, peak RSS`,
        ours: `${Math.round(peakMb)} MB`,
        beside: '',
        ratio: '',
        goal: `≤ ${MAX_MB} MB`,
        reached: peakMb <= MAX_MB,
      },
    ];
  } finally {
    rmSync(folder, { recursive: true });
  }
};

const inAChild = (what: 'parse' | 'plan', folder: string): Measured => {
  const script = what === 'parse' ? [fileURLToPath(import.meta.url), folder] : planOneDay(folder);
  const flags = ['--disable-warning=ExperimentalWarning', '--import', TELL, ...script];
  const stdio = ['ignore', 'ignore', 'inherit', 'pipe'] as const;
  const { status, output } = spawnSync(process.execPath, flags, { stdio: [...stdio], encoding: 'utf8' });
  if (status !== 0) throw new Error(`the run of ${what} failed`);
  const measured: Measured = JSON.parse(output[3] ?? '');
  return measured;
};

const TELL = new URL('./tell-cost.ts', import.meta.url).href;

const planOneDay = (folder: string): readonly string[] => {
  const [quotes = '', rules = '', config = ''] = FILES.map(name => join(folder, name));
  const files = ['--quotes', quotes, '--rules', rules, '--config', config];
  const main = fileURLToPath(new URL('../src/cli/main.ts', import.meta.url));
  return [main, 'plan', ...files, '--from', TODAY, '--to', TODAY, '--json'];
};

const parseAlone = (folder: string): void => {
  const records: unknown[] = parse(readFileSync(join(folder, 'quotes.csv')));
  if (records.length !== ROWS + 1) throw new Error('rows were lost');
};

if (import.meta.main) {
  const [folder] = process.argv.slice(2);
  if (folder === undefined) printResults(benchPlan());
  else parseAlone(folder);
}
