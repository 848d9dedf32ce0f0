import { type ChildProcess, fork } from 'node:child_process';
import { join } from 'node:path';

export interface Lambda {
  /** Calls the handler. Rejects with what it threw. */
  readonly invoke: (event: unknown, options?: { readonly aheadMs?: number }) => Promise<unknown>;
  /** What it wrote, line by line. */
  readonly lines: readonly string[];
  readonly close: () => void;
}

type Reply = { readonly answer: unknown } | { readonly error: string };

/** A built bundle in a process of its own, with nothing in its environment but what is given. */
export const startLambda = (folder: string, env: Readonly<Record<string, string>>): Lambda => {
  const child: ChildProcess = fork(join(import.meta.dirname, 'lambda-runner.ts'), [join(folder, 'index.mjs')], {
    execArgv: ['--disable-warning=ExperimentalWarning', '--import', join(import.meta.dirname, 'lambda-preload.ts')],
    env: { ...env },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  const lines: string[] = [];
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk: Buffer) => lines.push(...chunk.toString().trimEnd().split('\n')));
  return {
    lines,
    invoke: (event, { aheadMs = 0 } = {}) =>
      new Promise((resolve, reject) => {
        child.once('message', (reply: Reply) => {
          if ('error' in reply) reject(new Error(`${reply.error}\n${lines.slice(-10).join('\n')}`));
          else resolve(reply.answer);
        });
        child.once('exit', code => reject(new Error(`ended with ${code}\n${lines.slice(-10).join('\n')}`)));
        child.send({ aheadMs });
        child.send({ event });
      }),
    close: () => child.kill(),
  };
};
