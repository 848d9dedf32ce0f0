import * as E from 'fp-ts/lib/Either.js';
import * as t from 'io-ts';

/** How one key of the config is read: the left says what is wrong with the value, without naming it. */
export interface Setting<A> {
  /** Shown when the value is wrong or missing, as it would stand in the file. */
  readonly example: string;
  readonly read: (value: unknown) => E.Either<string, A>;
}

/** The codec of a key that must be there. Its failures read `is missing; for example "SGD"`. */
export const required = <A>({ example, read }: Setting<A>): t.Type<A, A, unknown> =>
  new t.Type<A, A, unknown>(
    example,
    (value): value is A => E.isRight(read(value)),
    (value, context) => {
      if (value === undefined) return t.failure(value, context, `is missing; for example ${example}`);
      const result = read(value);
      return E.isRight(result)
        ? t.success(result.right)
        : t.failure(value, context, `${shown(value)} ${result.left}; for example ${example}`);
    },
    value => value,
  );

/** The codec of a key that may be left out. */
export const optional = <A>(setting: Setting<A>, otherwise: A): t.Type<A, A, unknown> => {
  const given = required(setting);
  return new t.Type<A, A, unknown>(
    setting.example,
    given.is,
    (value, context) => (value === undefined ? t.success(otherwise) : given.validate(value, context)),
    value => value,
  );
};

/** A list whose every item must be readable. */
export const listOf = <A>(item: Setting<A>, example: string): Setting<readonly A[]> => ({
  example,
  read: value => {
    if (!Array.isArray(value)) return E.left('is not a list');
    const read: A[] = [];
    for (const each of value) {
      const result = item.read(each);
      if (E.isLeft(result)) return E.left(`holds ${shown(each)}, which ${result.left}`);
      read.push(result.right);
    }
    return E.right(read);
  },
});

const LONGEST_SHOWN = 80;

const shown = (value: unknown): string => {
  const json = JSON.stringify(value) ?? String(value);
  return json.length <= LONGEST_SHOWN ? json : `${json.slice(0, LONGEST_SHOWN - 1)}…`;
};
