import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { type Bundle, buildLambda, bundleOptions, lambdaNames, mostBytes } from '../scripts/build-lambdas.ts';
import { VARIABLES } from '../src/handlers/lambda/environment.ts';
import { measuring, median, ms, type Result } from './result.ts';

const RUNS = 15;
const MOST = 1.3;
const KB = 1_024;

/** What the SDK calls the client of each package. */
const CLIENTS: Readonly<Record<string, string>> = {
  'client-bedrock-runtime': 'BedrockRuntimeClient',
  'client-dynamodb': 'DynamoDBClient',
  'client-eventbridge': 'EventBridgeClient',
  'client-s3': 'S3Client',
  'client-scheduler': 'SchedulerClient',
  'client-secrets-manager': 'SecretsManagerClient',
  'client-sesv2': 'SESv2Client',
  'client-ssm': 'SSMClient',
};

/** Processor time in ms that a module takes to load in a process that has loaded nothing: whoever else is busy does not count. */
const COLD = `const before = process.cpuUsage(); await import(process.argv[1]); const { user, system } = process.cpuUsage(before); console.log((user + system) / 1000); process.exit(0);`;

interface Pair {
  readonly bundle: Bundle;
  readonly clients: number;
  readonly bareFile: string;
  readonly bareBytes: number;
  readonly times: { readonly ours: number[]; readonly bare: number[] };
}

/** Size and cold import of each function's bundle beside the bare SDK clients and commands that it needs, bundled alike but with all they bring. */
export const benchBundles = async (): Promise<readonly Result[]> => {
  measuring(`bundles: size and processor time of a cold import, ${RUNS} runs of each in turn`);
  const out = mkdtempSync(join(tmpdir(), 'qf-bench-bundles-'));
  try {
    const pairs: Pair[] = [];
    for (const name of await lambdaNames()) pairs.push(await pairOf(name, out));
    for (let run = 0; run < RUNS; run++)
      for (const { bundle, bareFile, times } of pairs) {
        times.ours.push(coldImport(join(bundle.folder, 'index.mjs')));
        times.bare.push(coldImport(bareFile));
      }
    return pairs.map(resultOf);
  } finally {
    rmSync(out, { recursive: true, force: true });
  }
};

const pairOf = async (name: string, out: string): Promise<Pair> => {
  const bundle = await buildLambda(name, out, 'bench');
  const { entryPoints: _, splitting: __, chunkNames: ___, plugins: ____, ...options } = bundleOptions(name, 'bench');
  const bareFile = join(out, `${name}-bare.mjs`);
  const needed = commandsAtTheStart(bundle);
  await build({ ...options, stdin: { contents: bareEntry(needed), resolveDir: process.cwd() }, outfile: bareFile });
  const bareBytes = statSync(bareFile).size;
  return { bundle, clients: needed.size, bareFile, bareBytes, times: { ours: [], bare: [] } };
};

/** Clients and their commands that are in what a start reads; what is loaded when it is asked for is not compared. */
const commandsAtTheStart = ({ startInputs }: Bundle): ReadonlyMap<string, readonly string[]> => {
  const found = new Map<string, string[]>();
  for (const path of startInputs) {
    const [, client = '', command] = /@aws-sdk\/(client-[\w-]+)\/.*\/commands\/(\w+Command)\.js$/.exec(path) ?? [];
    if (command === undefined || !(client in CLIENTS)) continue;
    found.set(client, [...(found.get(client) ?? []), command]);
  }
  return found;
};

const bareEntry = (needed: ReadonlyMap<string, readonly string[]>): string =>
  [...needed]
    .map(([client, commands], at) => {
      const names = [...commands, CLIENTS[client]].map(name => `${name} as ${name}${at}`).join(', ');
      const values = commands.map(name => `${name}${at}`).join(', ');
      return `import { ${names} } from '@aws-sdk/${client}'; export const bare${at} = [new ${CLIENTS[client]}${at}({}), ${values}];`;
    })
    .join('\n');

const coldImport = (file: string): number =>
  Number(
    execFileSync(
      process.execPath,
      ['--disable-warning=ExperimentalWarning', '--input-type=module', '--eval', COLD, file],
      {
        env: { ...VARIABLES, AWS_ACCESS_KEY_ID: 'bench', AWS_SECRET_ACCESS_KEY: 'bench' },
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'ignore'],
      },
    ),
  );

const resultOf = ({ bundle, clients, bareBytes, times }: Pair): Result => {
  const [ours, bare] = [median(times.ours), median(times.bare)];
  const kb = (bytes: number): number => Math.ceil(bytes / KB);
  const most = mostBytes(bundle);
  const beside = bundle.beside.map(({ file, bytes }) => `, ${file} ${kb(bytes)} KB`).join('');
  const fits = bundle.wholeBytes <= most && bundle.beside.every(part => part.bytes <= part.most);
  return {
    what: `bundle ${bundle.name}: size whole (at the start; beside it), cold import`,
    ours: `${kb(bundle.wholeBytes)} KB (${kb(bundle.startBytes)} KB${beside}), ${ms(ours)}`,
    beside: `${clients} bare SDK clients: ${kb(bareBytes)} KB, ${ms(bare)}`,
    ratio: `${(ours / bare).toFixed(2)} ×`,
    goal: `≤ ${MOST} ×, ≤ ${kb(most)} KB`,
    reached: ours / bare <= MOST && fits,
  };
};

if (import.meta.main) {
  const { printResults } = await import('./result.ts');
  printResults(await benchBundles());
}
