/** A line as it stands, once in its file, and as it would be wrong. */
export interface BrokenLine {
  readonly file: string;
  readonly source: string;
  readonly broken: string;
}

/** One fault. Two lines where a promise is guarded twice: only with both gone is it broken. */
export type Mutant = readonly BrokenLine[];

/** A test that must be seen red on each of its mutants. */
export interface Law {
  /** Which promises (P1 … P12) the law keeps, or which other laws it belongs to. */
  readonly of: string;
  readonly test: string;
  /** The test's name, or its beginning where a table fills in the rest. */
  readonly named: string;
  readonly mutants: readonly Mutant[];
}

export const line = (file: string, source: string, broken: string): BrokenLine => ({ file, source, broken });

/** Every mutant is one broken line or, in brackets, several at once. */
export const law = (
  of: string,
  test: string,
  named: string,
  ...mutants: readonly (BrokenLine | readonly BrokenLine[])[]
): Law => ({ of, test, named, mutants: mutants.map(one => ('file' in one ? [one] : one)) });
