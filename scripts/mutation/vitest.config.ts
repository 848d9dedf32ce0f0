import { resolve } from 'node:path';
import { mergeConfig } from 'vitest/config';
import usual from '../../vitest.config.ts';

const merged = mergeConfig(usual, {
  // Stryker tells its mutants apart inside the modules that Vite loads.
  test: {
    experimental: { viteModuleRunner: true, nodeLoader: true },
    setupFiles: [resolve(import.meta.dirname, 'setup.ts')],
  },
});

/** The quick tests of the core: units of the mutated folders, and the properties that need no whole system. */
merged.test.include = [
  'tests/unit/{aggregates,cadence,events,projections}/**/*.test.ts',
  'tests/properties/{cadence,calendar,fold,hash-chain,projections}.test.ts',
];

export default merged;
