type Load = () => Promise<unknown>;

const known: Load[] = [];

/** A part that most calls never need: loaded with its first use, and at hand from then on. */
export const lazy = <Part>(load: () => Promise<Part>): (() => Promise<Part>) => {
  let loaded: Promise<Part> | undefined;
  const part = (): Promise<Part> => {
    loaded ??= load();
    return loaded;
  };
  known.push(part);
  return part;
};

/** Loads every part, and the parts of parts: for whoever replays a run and wants no load to fall into it. */
export const loadAllNow = async (): Promise<void> => {
  for (let done = 0; done < known.length; ) {
    const next = known.slice(done);
    done = known.length;
    await Promise.all(next.map(load => load()));
  }
};
