import { existsSync, statfsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { defineConfig, type TestUserConfig } from 'vitest/config';

const MEMORY_DISK = '/dev/shm';
const MIN_FREE_BYTES = 2 * 1024 ** 3;

/** Data folders of tests lie in memory where there is room: every commit waits for a disk otherwise. */
const temporaryFolder = (): Readonly<Record<string, string>> => {
  if (!existsSync(MEMORY_DISK)) return {};
  const { bavail, bsize } = statfsSync(MEMORY_DISK);
  return bavail * bsize < MIN_FREE_BYTES ? {} : { TMPDIR: MEMORY_DISK };
};

/** Whole running systems, browsers, simulated months and bundles: `npm run test:all` runs them too. */
export const SLOW: readonly string[] = [
  'tests/e2e/!(chain).test.ts',
  'tests/browser/**',
  'tests/simulation/**',
  'tests/aws/roles.test.ts',
  'tests/aws/bundles.test.ts',
];

export const settings = {
  include: ['tests/**/*.test.ts'],
  exclude: ['**/node_modules/**'],
  pool: 'forks',
  // A process and its modules serve file after file: half of the run went into starting and importing. No test
  // changes what others see: the environment, the clock and modules are never replaced, whatever is started is ended.
  isolate: false,
  // Vitest keeps one core to itself, half of a small machine.
  maxWorkers: Math.max(2, availableParallelism()),
  // Node strips the types itself; by Vite each import is an object's property, which costs the hot loops a tenth.
  experimental: { viteModuleRunner: false, nodeLoader: false },
  execArgv: ['--disable-warning=ExperimentalWarning'],
  env: temporaryFolder(),
  testTimeout: 120_000,
  hookTimeout: 120_000,
} satisfies TestUserConfig;

export default defineConfig({ test: { ...settings, exclude: [...settings.exclude, ...SLOW] } });
