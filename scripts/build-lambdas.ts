import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { copyFile, mkdir, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { type BuildOptions, build, type Metafile } from 'esbuild';
import { packagedChartFiles } from '../src/adapters/chart/draw-chart.ts';
import { joinStart } from './join-start.ts';
import { leanPackages, SHIMMED } from './lean-packages.ts';

const ROOT = resolve(import.meta.dirname, '..');
const HANDLERS = join(ROOT, 'src/handlers/lambda');

const MB = 1024 * 1024;

/** Beside a bundle that reads mail or PDFs, or draws charts, lie the modules of the threads and the process in which that is done. */
const BESIDE = [
  {
    module: 'src/adapters/mail/guard-thread.ts',
    neededBy: 'src/handlers/lambda/aws-mail-reader.ts',
    file: 'guard-thread',
    most: 2 * MB,
  },
  {
    module: 'src/adapters/pdf/reader-process.ts',
    neededBy: 'src/adapters/pdf/read-pdf.ts',
    file: 'reader-process',
    most: 2 * MB,
  },
  {
    module: 'src/adapters/chart/draw-thread.ts',
    neededBy: 'src/adapters/chart/draw-chart.ts',
    file: 'draw-thread',
    most: MB,
  },
] as const;

/** And beside one that draws charts, the renderer and the font, as they came. */
const CHART_FILES = {
  neededBy: 'src/adapters/chart/draw-chart.ts',
  renderer: 'chart-renderer.wasm',
  font: 'chart-font.ttf',
};

const FORM = {
  minify: true,
  platform: 'node',
  target: 'node24',
  format: 'esm',
  // Words of many scripts and tables of characters, as they are instead of escaped: a third of the size.
  charset: 'utf8',
} satisfies BuildOptions;

export interface Bundle {
  readonly name: string;
  readonly folder: string;
  /** What a start reads: the entry and all it imports at once. */
  readonly startBytes: number;
  /** All that it can load: the start, and what is read when it is asked for. */
  readonly wholeBytes: number;
  /** What it starts beside itself, each a bundle of its own: a thread, a process. */
  readonly beside: readonly {
    readonly file: string;
    readonly bytes: number /** What it may hold. */;
    readonly most: number;
  }[];
  /** Renderer and font, as they came; none where no chart is drawn. */
  readonly assetBytes: number;
  /** The modules of which something is read at the start. */
  readonly startInputs: ReadonlySet<string>;
  /** What esbuild read for the handler itself. */
  readonly metafile: Metafile;
}

/** Entry points: the files of `src/handlers/lambda` that export a `handler`. */
export const lambdaNames = async (): Promise<readonly string[]> =>
  (await readdir(HANDLERS))
    .filter(file => /^export const handler\b/m.test(readFileSync(join(HANDLERS, file), 'utf8')))
    .map(file => file.replace(/\.ts$/, ''))
    .toSorted();

/**
 * One folder per function: `index.mjs`, the parts it loads later, and what it starts. Not SAM's own esbuild step, because
 * the reading thread and the PDF process must be bundles of their own beside the handler, and because tests build the very
 * same files.
 */
export const buildLambda = async (name: string, out: string, version = codeVersion()): Promise<Bundle> => {
  const folder = join(out, name);
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const metafile = await bundle(join(HANDLERS, `${name}.ts`), folder, 'index', version);
  const startBytes = await joinStart(metafile, folder, FORM);
  const wholeBytes = await codeIn(folder);
  const beside: Bundle['beside'][number][] = [];
  for (const { module, neededBy, file, most } of BESIDE) {
    if (!bundledFrom(metafile).has(neededBy)) continue;
    const before = await codeIn(folder);
    await bundle(join(ROOT, module), folder, file, version);
    beside.push({ file, bytes: (await codeIn(folder)) - before, most });
  }
  const assetBytes = bundledFrom(metafile).has(CHART_FILES.neededBy) ? await chartFilesInto(folder) : 0;
  return { name, folder, startBytes, wholeBytes, beside, assetBytes, startInputs: inputsOfStart(metafile), metafile };
};

/** Bytes of all modules in a folder. */
const codeIn = async (folder: string): Promise<number> => {
  const modules = (await readdir(folder)).filter(file => file.endsWith('.mjs'));
  const sizes = await Promise.all(modules.map(file => stat(join(folder, file))));
  return sizes.reduce((all, { size }) => all + size, 0);
};

/** What a bundle may hold, whole: a megabyte, and two where mail is taken in. */
export const mostBytes = ({ metafile }: Pick<Bundle, 'metafile'>): number =>
  bundledFrom(metafile).has('src/workflows/replies/ingest-mail.ts') ? 2.5 * MB : 1.5 * MB;

const chartFilesInto = async (folder: string): Promise<number> => {
  const { renderer, font } = packagedChartFiles();
  await copyFile(renderer, join(folder, CHART_FILES.renderer));
  await copyFile(font, join(folder, CHART_FILES.font));
  const sizes = await Promise.all([stat(renderer), stat(font)]);
  return sizes.reduce((all, { size }) => all + size, 0);
};

/** How a handler, by its name, is bundled; tests look by the same into what a bundle can reach. */
export const bundleOptions = (name: string, version: string) =>
  optionsFor(join(HANDLERS, `${name}.ts`), 'index', version);

const optionsFor = (entry: string, name: string, version: string) =>
  ({
    absWorkingDir: ROOT,
    entryPoints: { [name]: entry },
    outExtension: { '.js': '.mjs' },
    bundle: true,
    splitting: true,
    chunkNames: `${name === 'index' ? 'later' : name}-[hash]`,
    metafile: true,
    ...FORM,
    mainFields: ['module', 'main'],
    alias: {
      // The same library twice otherwise: io-ts asks for its modules, we for the form that Node runs unbundled.
      'fp-ts/lib': join(ROOT, 'node_modules/fp-ts/es6'),
      ...SHIMMED,
    },
    plugins: [leanPackages],
    define: { QF_CODE_VERSION: JSON.stringify(version) },
    // Some packages are CommonJS and ask for Node's own modules by `require`.
    banner: { js: "import{createRequire as __cr}from'node:module';const require=__cr(import.meta.url);" },
    legalComments: 'none',
    logLevel: 'warning',
  }) satisfies BuildOptions;

const bundle = async (entry: string, outdir: string, name: string, version: string): Promise<Metafile> =>
  (await build({ ...optionsFor(entry, name, version), outdir })).metafile;

const inputsOfStart = ({ outputs }: Metafile): ReadonlySet<string> => {
  const read = new Set<string>();
  const follow = (path: string): void => {
    if (read.has(path)) return;
    read.add(path);
    for (const { path: next, kind } of outputs[path]?.imports ?? []) if (kind === 'import-statement') follow(next);
  };
  follow(Object.keys(outputs).find(path => basename(path) === 'index.mjs') ?? '');
  return usedIn([...read].flatMap(path => outputs[path] ?? []));
};

/** The modules of which something is in the bundle. */
export const bundledFrom = ({ outputs }: Metafile): ReadonlySet<string> => usedIn(Object.values(outputs));

const usedIn = (outputs: readonly Metafile['outputs'][string][]): ReadonlySet<string> =>
  new Set(
    outputs.flatMap(({ inputs }) =>
      Object.entries(inputs).flatMap(([path, { bytesInOutput }]) => (bytesInOutput > 0 ? [path] : [])),
    ),
  );

/** The release and the commit, as the log records it with every decision that reads rules. */
const codeVersion = (): string => {
  const { version }: { version: string } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
  try {
    const commit = execFileSync('git', ['rev-parse', '--short=12', 'HEAD'], { cwd: ROOT, encoding: 'utf8' }).trim();
    return `${version}+${commit}`;
  } catch {
    return version;
  }
};

const main = async (): Promise<void> => {
  const { values } = parseArgs({ options: { out: { type: 'string' } } });
  const out = resolve(values.out ?? join(ROOT, 'dist/lambda'));
  await rm(out, { recursive: true, force: true });
  const meta = join(out, 'meta');
  await mkdir(meta, { recursive: true });
  for (const name of await lambdaNames()) {
    const { startBytes, wholeBytes, beside, assetBytes, metafile } = await buildLambda(name, out);
    await writeFile(join(meta, `${name}.json`), JSON.stringify(metafile));
    const kb = (bytes: number): string => `${Math.ceil(bytes / 1024)} KB`;
    const helpers = beside.map(({ file, bytes }) => `, ${file} ${kb(bytes)}`).join('');
    const assets = assetBytes === 0 ? '' : `, ${kb(assetBytes)} of files`;
    console.log(`${name.padEnd(16)} ${kb(startBytes)} at the start, ${kb(wholeBytes)} whole${helpers}${assets}`);
  }
};

if (import.meta.main) await main();
