import type { Broken } from './observer.ts';
import type { Act, Story } from './story.ts';

/** What is wrong without the numbers, names and times in it: two stories fail in the same way. */
export const signatureOf = ({ promise, what }: Broken): string =>
  `${promise} ${what.split('\n')[0]}`
    .replace(/“[^”]*”/g, '“…”')
    .replace(/~[a-z]+\/\S+/g, '~…')
    .replace(/\b[QNBT]-\d+(\/\w+)?\b/g, 'Q')
    .replace(/\b[\w-]{22}\b/g, 'ref')
    .replace(/[\w.+-]+@[\w.-]+/g, 'address')
    .replace(/\d+/g, '0');

/**
 * The shortest story that still fails in the same way: acts are left out, half of them at a time, then fewer and fewer,
 * down to single ones; then what is left is played without faults, act by act, where it fails all the same. `most` is how
 * many stories are tried before it has to do.
 */
export const shrink = async (story: Story, fails: (story: Story) => Promise<boolean>, most: number): Promise<Story> => {
  let tries = 0;
  let acts: readonly Act[] = story.acts;
  const still = async (tried: readonly Act[]): Promise<boolean> => {
    if (tries >= most) return false;
    tries++;
    if (!(await fails({ ...story, acts: tried }))) return false;
    acts = tried;
    return true;
  };
  for (let size = Math.ceil(acts.length / 2); size >= 1 && tries < most; ) {
    const before = acts.length;
    for (let at = 0; at < acts.length && tries < most; )
      if (!(await still([...acts.slice(0, at), ...acts.slice(at + size)]))) at += size;
    if (size === 1 && acts.length === before) break;
    size = size === 1 ? 1 : Math.ceil(size / 2);
  }
  for (let at = 0; at < acts.length && tries < most; at++)
    if (acts[at]?.calm !== true) await still(acts.map((act, index) => (index === at ? { ...act, calm: true } : act)));
  return { ...story, acts };
};
