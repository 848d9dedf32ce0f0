import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Plugin } from 'esbuild';

const SHIMS = join(import.meta.dirname, 'lambda-shims');
const SSM_USER = join(import.meta.dirname, '../src/adapters/aws/ssm-config.ts');

/** Packages of which a function on Lambda needs less than they bring, a fifth of a bundle. */
export const SHIMMED = {
  '@aws-sdk/credential-provider-node': join(SHIMS, 'credentials.ts'),
  '@aws-sdk/token-providers': join(SHIMS, 'token-providers.mjs'),
  '@googleapis/drive': join(SHIMS, 'google-drive.ts'),
  '@smithy/node-http-handler': join(SHIMS, 'node-http-handler.mjs'),
  bowser: join(SHIMS, 'bowser.ts'),
  'google-auth-library': join(SHIMS, 'google-auth-library.ts'),
  'node-fetch': join(SHIMS, 'node-fetch.ts'),
  qs: join(SHIMS, 'qs.ts'),
};

/** And those that are slimmed by the module. */
export const leanPackages: Plugin = {
  name: 'lean-packages',
  setup: ({ onLoad }) => {
    onLoad({ filter: /@aws-sdk\/client-[\w-]+\/dist-es\/schemas\/schemas_0\.js$/ }, async ({ path }) => {
      const text = withPlainKeys(await readFile(path, 'utf8'));
      return { contents: path.includes('/client-ssm/') ? withErrorsOf(await readFile(SSM_USER, 'utf8'), text) : text };
    });
    onLoad({ filter: /nodemailer\/dist\/esm\/mime-funcs\/mime-types\.js$/ }, async () => ({
      contents: await readFile(join(SHIMS, 'mime-types.ts'), 'utf8'),
      loader: 'ts',
    }));
  },
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

/** Of a hundred and forty errors those that our code tells apart; any other comes as the service's own, by its name. */
const withErrorsOf = (user: string, text: string): string =>
  text.replace(/^n0_registry\.registerError\((\w+)\$.*\);$/gm, (all, name: string) => (user.includes(name) ? all : ''));
