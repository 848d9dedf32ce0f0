/** What is mutated of a folder, and the quick tests that are to notice: its units and the properties over it. */
export interface Folder {
  readonly files: string;
  readonly tests: readonly string[];
}

/** The reader of the rules doc below `src/cadence` has properties of its own, and is not mutated. */
export const FOLDERS: Readonly<Record<string, Folder>> = {
  'src/cadence': {
    files: 'src/cadence/*.ts',
    tests: ['tests/unit/cadence/**/*.test.ts', 'tests/properties/{cadence,calendar}.test.ts'],
  },
  'src/events': {
    files: 'src/events/**/*.ts',
    tests: ['tests/unit/{events,projections}/**/*.test.ts', 'tests/properties/hash-chain.test.ts'],
  },
  'src/projections': {
    files: 'src/projections/**/*.ts',
    tests: ['tests/unit/projections/**/*.test.ts', 'tests/properties/projections.test.ts'],
  },
  'src/aggregates': {
    files: 'src/aggregates/**/*.ts',
    tests: ['tests/unit/{aggregates,cadence}/**/*.test.ts', 'tests/properties/fold.test.ts'],
  },
};

/** The folder that a file or folder belongs to. */
export const folderOf = (path: string): string => {
  const found = Object.keys(FOLDERS).find(folder => path === folder || path.startsWith(`${folder}/`));
  if (found === undefined) throw new Error(`${path} lies in none of ${Object.keys(FOLDERS).join(', ')}`);
  return found;
};
