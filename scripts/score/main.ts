import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Score } from './score.ts';

const NAMES = ['replies', 'bounces', 'mime', 'amounts', 'invoices'];
const HERE = dirname(fileURLToPath(import.meta.url));

/** `npm run score -- FOLDER`: every scoring script over the corpora in FOLDER. 0 if all goals are reached or it is not there. */
const main = async (folder: string | undefined): Promise<number> => {
  if (folder === undefined) {
    console.error('usage: npm run score -- FOLDER');
    return 2;
  }
  if (!existsSync(folder)) {
    console.log(`skipped: no folder ${folder}`);
    return 0;
  }
  let reached = true;
  for (const name of NAMES) {
    const file = join(HERE, `${name}.ts`);
    if (!existsSync(file)) continue;
    const script: { readonly score: (folder: string) => Promise<Score> } = await import(pathToFileURL(file).href);
    const result = await script.score(folder);
    console.log(`${result.ok ? 'reached' : 'MISSED '} ${result.name}`);
    for (const line of result.lines) console.log(`  ${line}`);
    reached = reached && result.ok;
  }
  return reached ? 0 : 1;
};

process.exitCode = await main(process.argv[2]);
