import type { Dependencies } from '../../src/workflows/dependencies.ts';

export class CutOff extends Error {
  override readonly name = 'CutOff';
}

/**
 * A world in which the process goes down at its n-th act on store, objects or mail: before the act takes effect, or
 * just after, before anybody learns that it did. Every later act fails as well.
 */
export const cutOffAt = (
  world: Dependencies,
  n: number,
  when: 'before' | 'after',
): Dependencies & { readonly reached: () => boolean } => {
  let acts = 0;
  const guarded =
    <A extends readonly unknown[], R>(act: (...args: A) => Promise<R>) =>
    async (...args: A): Promise<R> => {
      acts++;
      if (acts > n || (acts === n && when === 'before')) throw new CutOff(`at act ${acts}`);
      const result = await act(...args);
      if (acts >= n) throw new CutOff(`after act ${acts}`);
      return result;
    };
  return {
    ...world,
    store: { ...world.store, append: guarded(world.store.append) },
    objects: {
      ...world.objects,
      put: guarded(world.objects.put),
      putOnce: guarded(world.objects.putOnce),
      putOver: guarded(world.objects.putOver),
    },
    mailer: { send: guarded(world.mailer.send) },
    log: () => {},
    reached: () => acts >= n,
  };
};
