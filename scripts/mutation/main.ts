import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { FOLDERS, folderOf } from './folders.ts';
import settings from './stryker.config.json' with { type: 'json' };

const ROOT = resolve(import.meta.dirname, '../..');
const KEPT = '.stryker';

const HELP = `usage: npm run mutation -- [FOLDER or FILE …] [--force]

Lets StrykerJS change the code of each folder in every way it knows, one change at a time, and runs the quick tests that
reach the change (scripts/mutation/folders.ts). Without arguments: src/cadence, src/events, src/projections, src/aggregates.
Takes minutes for a file and an hour and more for all; results are kept in ${KEPT}/ and only what changed runs again.

  --force    run again what is known

Exit 0: the tests noticed at least ${settings.thresholds.break} % in each folder. 1: fewer somewhere. 2: usage.`;

const filesOf = (wanted: string): string =>
  FOLDERS[wanted]?.files ?? (wanted.endsWith('.ts') ? wanted : `${wanted.replace(/\/$/, '')}/**/*.ts`);

/** Runs Stryker over one folder; true when enough of its mutants were noticed. */
const enoughNoticed = (wanted: string, force: boolean): boolean => {
  const name = wanted.replace(/^src\//, '').replaceAll(/[^A-Za-z0-9]+/g, '-');
  const config = join(ROOT, KEPT, `${name}.config.json`);
  const chosen = {
    ...settings,
    mutate: [filesOf(wanted)],
    incrementalFile: `${KEPT}/${name}.incremental.json`,
    jsonReporter: { fileName: `${KEPT}/${name}.report.json` },
    force,
  };
  mkdirSync(join(ROOT, KEPT), { recursive: true });
  writeFileSync(config, JSON.stringify(chosen));
  const stryker = join(ROOT, 'node_modules/@stryker-mutator/core/bin/stryker.js');
  const env = { ...process.env, QF_MUTATED: folderOf(wanted) };
  return spawnSync(process.execPath, [stryker, 'run', config], { cwd: ROOT, stdio: 'inherit', env }).status === 0;
};

const main = (argv: readonly string[]): number => {
  const options = { force: { type: 'boolean', default: false }, help: { type: 'boolean', default: false } } as const;
  const { values, positionals } = parseArgs({ args: [...argv], options, allowPositionals: true });
  if (values.help) {
    console.log(HELP);
    return 0;
  }
  const wanted = positionals.length === 0 ? Object.keys(FOLDERS) : positionals;
  const tooFew = wanted.filter(folder => !enoughNoticed(folder, values.force));
  for (const folder of tooFew) console.log(`TOO FEW NOTICED: ${folder} (at least ${settings.thresholds.break} %)`);
  return tooFew.length === 0 ? 0 : 1;
};

try {
  process.exitCode = main(process.argv.slice(2));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
}
