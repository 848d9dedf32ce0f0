import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    pool: 'forks',
    // A process and its modules serve file after file: half of the run went into starting and importing. No test
    // changes what others see: the environment, the clock and modules are never replaced, whatever is started is ended.
    isolate: false,
    // Vitest keeps one core to itself, half of a small machine.
    maxWorkers: Math.max(2, availableParallelism()),
    execArgv: ['--disable-warning=ExperimentalWarning'],
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
