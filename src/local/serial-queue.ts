/** One thing after another: ticks, travels and inbound mail never overlap in one process. */
export type SerialQueue = <T>(work: () => Promise<T>) => Promise<T>;

export const serialQueue = (): SerialQueue => {
  let last: Promise<unknown> = Promise.resolve();
  return work => {
    const next = last.then(work, work);
    last = next.catch(() => {});
    return next;
  };
};
