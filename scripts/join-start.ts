import { rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { type BuildOptions, build, type Metafile, type Plugin } from 'esbuild';

const ENTRY = 'index.mjs';

/**
 * esbuild puts whatever two parts share into a file of its own: a score of them for one start, each looked for and
 * linked. Here they become part of the entry again, and what is loaded later takes them from there. Gives the bytes
 * that a start reads.
 */
export const joinStart = async (
  { outputs }: Metafile,
  folder: string,
  options: Pick<BuildOptions, 'platform' | 'target' | 'format' | 'charset' | 'minify'>,
): Promise<number> => {
  const files = new Map(Object.entries(outputs).map(([path, output]) => [basename(path), output]));
  const importsOf = (file: string): readonly string[] =>
    (files.get(file)?.imports ?? [])
      .filter(({ kind }) => kind === 'import-statement')
      .map(({ path }) => basename(path));
  const start = closure(ENTRY, file => importsOf(file).filter(next => files.has(next)));
  const shared = [...start].filter(file => file !== ENTRY);
  const exported = (file: string): readonly string[] => files.get(file)?.exports ?? [];
  const named = (file: string, name: string): string => `p${shared.indexOf(file)}_${name}`;
  const passedOn = shared.map(file => {
    const names = exported(file).map(name => `${name} as ${named(file, name)}`);
    return `export { ${names.join(', ')} } from './${file}';`;
  });
  const { outputFiles } = await build({
    ...options,
    stdin: { contents: [`export * from './${ENTRY}';`, ...passedOn].join('\n'), resolveDir: folder },
    bundle: true,
    write: false,
    legalComments: 'none',
    logLevel: 'warning',
    plugins: [loadedLater],
  });
  const joined = outputFiles[0]?.contents ?? new Uint8Array();
  const usedLater = new Set([...files.keys()].filter(file => !start.has(file)).flatMap(importsOf));
  for (const file of shared) {
    const names = exported(file).map(name => `${named(file, name)} as ${name}`);
    if (usedLater.has(file)) await writeFile(join(folder, file), `export{${names.join()}}from"./${ENTRY}";`);
    else await rm(join(folder, file));
  }
  await writeFile(join(folder, ENTRY), joined);
  return joined.length;
};

const closure = (first: string, nextOf: (file: string) => readonly string[]): ReadonlySet<string> => {
  const reached = new Set([first]);
  for (const file of reached) for (const next of nextOf(file)) reached.add(next);
  return reached;
};

const loadedLater: Plugin = {
  name: 'loaded-later',
  setup: ({ onResolve }) =>
    onResolve({ filter: /^\./ }, ({ path, kind }) => (kind === 'dynamic-import' ? { path, external: true } : null)),
};
