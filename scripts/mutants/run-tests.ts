import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Mutant } from './law.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const VITEST = join(ROOT, 'node_modules/vitest/vitest.mjs');
/** A mutant may make a test hang. All laws together, as things stand, take as long as many mutants. */
const MAX_MS = { mutant: 180_000, none: 900_000 };

export interface TestResult {
  readonly file: string;
  readonly name: string;
  readonly passed: boolean;
  /** What failed it; empty when it passed. */
  readonly why: string;
}

/** The text as a pattern that matches just it. */
export const literally = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');

/** What ran, and what could not: a file that does not load, a run that hung. */
export interface Ran {
  readonly tests: readonly TestResult[];
  readonly fault: string | null;
}

/** The part of Vitest's JSON report that is read here. */
interface Report {
  readonly testResults: readonly {
    readonly name: string;
    readonly status: string;
    readonly message: string;
    readonly assertionResults: readonly {
      readonly fullName: string;
      readonly status: string;
      readonly failureMessages: readonly string[];
    }[];
  }[];
}

export interface TestRun {
  readonly files: readonly string[];
  /** Names, or their beginnings, of the tests wanted in those files. */
  readonly named: readonly string[];
  readonly mutant: Mutant;
  readonly seed: number;
  readonly signal: AbortSignal;
}

/** Runs the named tests, in a process of their own, over sources in which the mutant's lines are broken. */
export const runTests = async ({ files, named, mutant, seed, signal }: TestRun): Promise<Ran> => {
  const folder = await mkdtemp(join(tmpdir(), 'qf-mutant-'));
  try {
    const file = join(folder, 'report.json');
    const pattern = named.map(literally).join('|');
    const args = [VITEST, 'run', '--config', join(import.meta.dirname, 'vitest.config.ts'), ...files];
    const options = ['-t', `(^| )(${pattern})`, '--reporter=json', `--outputFile.json=${file}`];
    const env = { ...process.env, QF_CUT_OFF: 'everywhere', QF_MUTANT: JSON.stringify(mutant), QF_SEED: String(seed) };
    const mostMs = mutant.length === 0 ? MAX_MS.none : MAX_MS.mutant;
    const fault = await ended([...args, ...options], env, mostMs, signal);
    const report = await readFile(file, 'utf8').catch(() => null);
    return report === null
      ? { tests: [], fault: fault ?? 'Vitest gave no report' }
      : { ...read(report), ...faulty(fault) };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};

const faulty = (fault: string | null): Partial<Ran> => (fault === null ? {} : { fault });

/** Resolves when the process is gone: null, or why it had to be ended. */
const ended = (
  args: readonly string[],
  env: NodeJS.ProcessEnv,
  mostMs: number,
  signal: AbortSignal,
): Promise<string | null> =>
  new Promise((done, fail) => {
    const child = spawn(process.execPath, args, { cwd: ROOT, env, stdio: 'ignore', signal, killSignal: 'SIGKILL' });
    let late = false;
    const timer = setTimeout(() => {
      late = true;
      child.kill('SIGKILL');
    }, mostMs);
    child.on('error', fail);
    child.on('close', () => {
      clearTimeout(timer);
      done(late ? `it ran for more than ${mostMs / 1000} seconds` : null);
    });
  });

const read = (text: string): Ran => {
  const report: Report = JSON.parse(text);
  const tests = report.testResults.flatMap(({ name, assertionResults }) =>
    assertionResults
      .filter(({ status }) => status === 'passed' || status === 'failed')
      .map(({ fullName, status, failureMessages }) => ({
        file: name.slice(ROOT.length + 1),
        name: fullName,
        passed: status === 'passed',
        why: failureMessages.join('\n'),
      })),
  );
  const broken = report.testResults.find(one => one.status === 'failed' && one.assertionResults.length === 0);
  return { tests, fault: broken ? `${broken.name.slice(ROOT.length + 1)} does not load: ${broken.message}` : null };
};
