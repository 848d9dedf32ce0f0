import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';

/** A DynamoDB engine of our own, as a child process. */
export interface Dynoxide {
  readonly url: string;
  /** The engine's process; another one after a crash, undefined while there is none. */
  readonly pid: () => number | undefined;
  readonly stop: () => Promise<void>;
}

const START_MS = 10_000;
const RESTART_MS = 200;
const MAX_RESTART_MS = 5_000;

/** The bundled engine's binary, or null where its platform is not published. */
export const dynoxideBinary = (): string | null => {
  try {
    const home = dirname(createRequire(import.meta.url).resolve('@dynoxide/linux-x64/package.json'));
    const binary = join(home, 'dynoxide');
    return existsSync(binary) ? binary : null;
  } catch {
    return null;
  }
};

/**
 * The engine ends with us even when we are killed outright: the shell that started it reads a pipe of ours, and kills
 * it when the pipe closes. (A signal at the parent's death is Linux's own and out of Node's reach.) The shell says the
 * engine's process id first.
 */
const LEASHED = `exec 3<&0
"$@" </dev/null >/dev/null 2>&1 3<&- &
engine=$!
echo $engine
(cat <&3 >/dev/null; kill -9 $engine) >/dev/null 2>&1 &
wait $engine`;

/** A process of its own group: Ctrl-C is ours to answer, the engine must outlast what is still being stored. */
const spawnLeashed = (command: readonly string[]): ChildProcessByStdio<Writable, Readable, null> =>
  spawn('/bin/sh', ['-c', LEASHED, 'leash', ...command], { stdio: ['pipe', 'pipe', 'ignore'], detached: true });

export interface DynoxideOptions {
  readonly binary: string;
  /** The data; made if absent. */
  readonly file: string;
  readonly onCrash?: (how: string) => void;
}

/**
 * Starts the engine and keeps it running: after a crash it comes back at the same URL, with all that was stored.
 * Rejects when it does not answer within 10 s.
 */
export const startDynoxide = async ({ binary, file, onCrash = () => {} }: DynoxideOptions): Promise<Dynoxide> => {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const command = [binary, 'serve', '--host', '127.0.0.1', '--port', String(port), '--db-path', file];
  const engine = keepRunning(command, onCrash);
  try {
    await answers(url, START_MS);
  } catch (error) {
    await engine.stop();
    throw error;
  }
  return { url, ...engine };
};

const keepRunning = (command: readonly string[], onCrash: (how: string) => void): Omit<Dynoxide, 'url'> => {
  let stopping = false;
  let crashes = 0;
  let pid: number | undefined;
  let restart: NodeJS.Timeout | undefined;
  const start = (): ReturnType<typeof spawnLeashed> => {
    const started = spawnLeashed(command);
    started.stdin.on('error', () => {});
    started.stdout.once('data', (line: Buffer) => {
      pid = Number.parseInt(line.toString(), 10);
    });
    started.once('exit', (code, signal) => {
      started.stdin.destroy();
      pid = undefined;
      if (stopping) return;
      onCrash(signal ?? `exit ${code}`);
      restart = setTimeout(
        () => {
          child = start();
        },
        Math.min(RESTART_MS * 2 ** crashes++, MAX_RESTART_MS),
      );
    });
    return started;
  };
  let child = start();
  return {
    pid: () => pid,
    stop: async () => {
      stopping = true;
      clearTimeout(restart);
      if (child.exitCode !== null || child.signalCode !== null) return;
      const ended = new Promise(resolve => child.once('exit', resolve));
      child.stdin.destroy();
      await ended;
    },
  };
};

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() =>
        address !== null && typeof address === 'object' ? resolve(address.port) : reject(new Error('no port')),
      );
    });
  });

/** True when something speaks HTTP at the URL. */
export const isAnswering = async (url: string): Promise<boolean> => {
  try {
    await (await fetch(url, { signal: AbortSignal.timeout(1_000) })).arrayBuffer();
    return true;
  } catch {
    return false;
  }
};

const answers = async (url: string, withinMs: number): Promise<void> => {
  const until = Date.now() + withinMs;
  while (!(await isAnswering(url))) {
    if (Date.now() > until) throw new Error(`the engine does not answer at ${url}`);
    await pause(20);
  }
};
