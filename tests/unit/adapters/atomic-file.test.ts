import { mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { writeAtomically } from '../../../src/adapters/filesystem/atomic-file.ts';

test('a file is replaced whole, or left as it was with nothing beside it', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'qf-atomic-'));
  try {
    await writeAtomically(join(folder, 'a.csv'), 'old');
    await writeAtomically(join(folder, 'a.csv'), 'new');
    expect(await readFile(join(folder, 'a.csv'), 'utf8')).toBe('new');
    // What cannot be put in place: a folder with something in it stands there.
    await mkdir(join(folder, 'b.csv', 'x'), { recursive: true });
    await expect(writeAtomically(join(folder, 'b.csv'), 'new')).rejects.toThrow();
    expect((await readdir(folder)).sort()).toEqual(['a.csv', 'b.csv']);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
