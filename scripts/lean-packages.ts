import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { OnLoadResult, Plugin } from 'esbuild';

const SHIMS = join(import.meta.dirname, 'lambda-shims');
const ADAPTERS = join(import.meta.dirname, '../src/adapters/aws');

/** Packages of which a function on Lambda needs less than they bring, a fifth of a bundle. */
export const SHIMMED = {
  '@aws-sdk/credential-provider-node': join(SHIMS, 'credentials.ts'),
  '@aws-sdk/endpoint-cache': join(SHIMS, 'endpoint-cache.ts'),
  '@aws-sdk/token-providers': join(SHIMS, 'token-providers.mjs'),
  '@googleapis/drive': join(SHIMS, 'google-drive.ts'),
  '@smithy/node-http-handler': join(SHIMS, 'node-http-handler.mjs'),
  bowser: join(SHIMS, 'bowser.ts'),
  'google-auth-library': join(SHIMS, 'google-auth-library.ts'),
  'google-logging-utils': join(SHIMS, 'google-logging-utils.ts'),
  'https-proxy-agent': join(SHIMS, 'left-out.ts'),
  'node-fetch': join(SHIMS, 'node-fetch.ts'),
  qs: join(SHIMS, 'qs.ts'),
};

/** And those that are slimmed by the module. */
export const leanPackages: Plugin = {
  name: 'lean-packages',
  setup: ({ onLoad, onResolve }) => {
    const named = namedInAdapters();
    onLoad({ filter: /@aws-sdk\/client-[\w-]+\/dist-es\/schemas\/schemas_0\.js$/ }, async ({ path }) => ({
      contents: withErrorsOf(await named, withPlainKeys(await readFile(path, 'utf8'))),
    }));
    onLoad({ filter: /nodemailer\/dist\/esm\/mime-funcs\/mime-types\.js$/ }, () => shim('mime-types.ts'));
    onLoad({ filter: /nodemailer\/dist\/esm\/fetch\/index\.js$/ }, () => shim('left-out.ts'));
    onLoad({ filter: /googleapis-common\/build\/src\/http2\.js$/ }, () => shim('left-out.ts'));
    // Asked for by the model's client at once, for its configuration; by the others only where there is such a stream.
    onResolve({ filter: /^@smithy\/core\/event-streams$/ }, ({ kind }) =>
      kind === 'dynamic-import' ? { path: join(SHIMS, 'left-out.ts') } : null,
    );
  },
};

const shim = async (file: string): Promise<OnLoadResult> => ({
  contents: await readFile(join(SHIMS, file), 'utf8'),
  loader: 'ts',
});

/** Every word of the code that speaks to AWS: the errors that it tells apart are among them. */
const namedInAdapters = async (): Promise<ReadonlySet<string>> => {
  const files = (await readdir(ADAPTERS)).filter(file => file.endsWith('.ts'));
  const texts = await Promise.all(files.map(file => readFile(join(ADAPTERS, file), 'utf8')));
  return new Set(texts.flatMap(text => text.match(/\w+/g) ?? []));
};

/**
 * Each operation of a service is described by a constant with keys in brackets, for which esbuild keeps those nobody asks
 * for: reading such a key could do something. Here they are the words that they stand for.
 */
const withPlainKeys = (text: string): string => {
  const words = new Map([...text.matchAll(/^const (_\w+) = ("[^"\\]*");$/gm)].map(([, name, word]) => [name, word]));
  return text.replace(/\[(_\w+)\]:/g, (key, name: string) => {
    const word = words.get(name);
    return word === undefined ? key : `${word}:`;
  });
};

/** Of a service's many errors those that our code tells apart; any other comes as the service's own, by its name. */
const withErrorsOf = (named: ReadonlySet<string>, text: string): string =>
  text.replace(/^n0_registry\.registerError\((\w+)\$.*\);$/gm, (all, name: string) => (named.has(name) ? all : ''));
