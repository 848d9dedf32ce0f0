import { spawn } from 'node:child_process';

/** Lint, types and dependency rules side by side; each one's words are printed when it has ended. */
const CHECKS = ['lint', 'types', 'deps'];

const run = (name: string): Promise<boolean> =>
  new Promise(resolve => {
    const child = spawn('npm', ['run', '--silent', name], { shell: process.platform === 'win32' });
    const said: Buffer[] = [];
    child.stdout.on('data', chunk => said.push(chunk));
    child.stderr.on('data', chunk => said.push(chunk));
    child.on('error', error => said.push(Buffer.from(`${error.message}\n`)));
    child.on('close', code => {
      process.stdout.write(`${name}: ${code === 0 ? 'good' : 'FAILED'}\n${Buffer.concat(said)}`);
      resolve(code === 0);
    });
  });

const good = await Promise.all(CHECKS.map(run));
process.exitCode = good.every(Boolean) ? 0 : 1;
