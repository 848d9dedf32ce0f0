import { defineConfig } from 'vitest/config';
import { settings } from './vitest.config.ts';

/** Every test that needs no account: the quick ones, those of whole running systems, and every engine the machine has. */
export default defineConfig({ test: { ...settings, env: { ...settings.env, QF_TEST_ALL: '1' } } });
