import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const FOLDER = '.github/workflows';

/** A tag can be moved by whoever owns the action; a commit cannot. One of them holds the rights of the deploy role. */
it.each(readdirSync(FOLDER))('%s uses each action as of one commit, and says which release that is', file => {
  const used = [...readFileSync(`${FOLDER}/${file}`, 'utf8').matchAll(/\buses: (.+)$/gm)].map(([, name = '']) => name);
  const others = used.filter(name => !name.startsWith('./'));
  expect(others).not.toEqual([]);
  for (const name of others) expect(name).toMatch(/^[\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
});
