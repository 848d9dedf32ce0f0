/** Maps with at most `limit` under way at once, in order. The first failure stops new work and is thrown. */
export const inParallel = async <A, B>(
  items: readonly A[],
  limit: number,
  map: (item: A, index: number) => Promise<B>,
): Promise<readonly B[]> => {
  const results = new Array<B>(items.length);
  let next = 0;
  let failed = false;
  const worker = async (): Promise<void> => {
    while (!failed) {
      const index = next++;
      const item = items[index];
      if (index >= items.length || item === undefined) return;
      try {
        results[index] = await map(item, index);
      } catch (error) {
        failed = true;
        throw error;
      }
    }
  };
  await Promise.all(Array.from({ length: Math.min(limit, items.length) }, worker));
  return results;
};
