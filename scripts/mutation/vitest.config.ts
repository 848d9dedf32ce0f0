import { resolve } from 'node:path';
import { mergeConfig } from 'vitest/config';
import usual from '../../vitest.config.ts';
import { FOLDERS } from './folders.ts';

const merged = mergeConfig(usual, {
  // Stryker tells its mutants apart inside the modules that Vite loads.
  test: {
    experimental: { viteModuleRunner: true, nodeLoader: true },
    setupFiles: [resolve(import.meta.dirname, 'setup.ts')],
  },
});

merged.test.include = FOLDERS[process.env.QF_MUTATED ?? '']?.tests;

export default merged;
