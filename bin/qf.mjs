#!/usr/bin/env node
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const WANTED = 24;
const QUIET = '--disable-warning=ExperimentalWarning';
const main = fileURLToPath(new URL('../src/cli/main.ts', import.meta.url));

/** The Node 24 that `npm ci` installed beside us, or null where its platform is not published. */
const bundledNode = () => {
  try {
    const home = dirname(createRequire(import.meta.url).resolve('node/package.json'));
    const binary = join(home, 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
    return existsSync(binary) ? binary : null;
  } catch {
    return null;
  }
};

const node = Number.parseInt(process.versions.node, 10) >= WANTED ? process.execPath : bundledNode();
if (node === null) {
  process.stderr.write(
    `qf needs Node ${WANTED}; this is ${process.version}. Run \`npm ci\`, or install Node ${WANTED}.\n`,
  );
  process.exit(2);
}

const child = spawn(node, [QUIET, main, ...process.argv.slice(2)], { stdio: 'inherit' });
const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
for (const signal of signals) process.on(signal, () => child.kill(signal));
child.on('error', error => {
  process.stderr.write(`qf could not start ${node}: ${error.message}\n`);
  process.exit(2);
});
child.on('exit', (code, signal) => {
  if (signal === null) process.exit(code ?? 1);
  for (const name of signals) process.removeAllListeners(name);
  process.kill(process.pid, signal);
});
