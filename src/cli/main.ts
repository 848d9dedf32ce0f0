import { readFile } from 'node:fs/promises';
import { enableCompileCache } from 'node:module';
import { buffer } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import type { Io } from './command.ts';
import { run } from './run.ts';
import { lineWriter } from './text-table.ts';

// A command's modules are compiled once an installation and start in half the time; where nothing can be kept, each time.
enableCompileCache(fileURLToPath(new URL('../../node_modules/.cache/qf', import.meta.url)));

const stop = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.once(signal, () => {
    stop.abort();
    process.exitCode = signal === 'SIGINT' ? 130 : 143;
  });
}

// `qf plan … | head` closes our stdout: that is the reader's wish, not an error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit(0);
});

const stdout = lineWriter(text => process.stdout.write(text));
const stderr = lineWriter(text => process.stderr.write(text));

const io: Io = {
  out: stdout.line,
  err: stderr.line,
  readFile: path => (path === '-' ? buffer(process.stdin) : readFile(path)),
  isTty: process.stdout.isTTY === true,
  env: process.env,
  signal: stop.signal,
};

try {
  const code = await run(process.argv.slice(2), io);
  if (!stop.signal.aborted) process.exitCode = code;
} catch (error) {
  io.err(`qf: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
  process.exitCode = 1;
} finally {
  stdout.flush();
  stderr.flush();
}
