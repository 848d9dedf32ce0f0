import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { mergeConfig } from 'vitest/config';
import usual from '../../vitest.all.config.ts';
import { brokenText } from './broken-text.ts';
import type { Mutant } from './law.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const mutant: Mutant = JSON.parse(process.env.QF_MUTANT ?? '[]');

/** The usual tests over a copy of the sources, made in memory, in which the mutant's lines are broken. No file is touched. */
export default mergeConfig(usual, {
  root: ROOT,
  plugins: [
    {
      name: 'mutant',
      enforce: 'pre',
      load: (id: string) => {
        const lines = mutant.filter(({ file }) => resolve(ROOT, file) === id);
        return lines.length === 0 ? null : lines.reduce(brokenText, readFileSync(id, 'utf8'));
      },
    },
  ],
  // The broken copies are made by Vite's plugin, so Vite has to load the modules.
  test: {
    experimental: { viteModuleRunner: true, nodeLoader: true },
    setupFiles: [resolve(import.meta.dirname, 'setup.ts')],
    bail: mutant.length === 0 ? 0 : 1,
  },
});
