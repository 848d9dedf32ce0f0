import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';

test('what npm start began ends when npm’s shell is told to end', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'qf-main-'));
  // The second command keeps the shell from becoming the process itself, as npm's shell on some machines does not.
  const shell = spawn(
    'sh',
    ['-c', `"${process.execPath}" --disable-warning=ExperimentalWarning src/local/main.ts; true`],
    {
      env: { ...process.env, QF_DATA: folder, QF_PORT: '0', npm_lifecycle_event: 'start' },
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  const [printed] = await once(shell.stdout, 'data');
  expect(String(printed)).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/\?key=/);
  shell.kill('SIGTERM');
  await once(shell, 'close');
  await expect(fetch(String(printed).trim())).rejects.toThrow('fetch failed');
  await rm(folder, { recursive: true });
});
