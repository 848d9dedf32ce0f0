import * as E from 'fp-ts/lib/Either.js';
import * as t from 'io-ts';

/** How a wrong value is told of: as it is, or by its kind where the message may be read by others than its owner. */
export type Telling = (value: unknown) => string;

/** How one key of the config is read: the left says what is wrong with the value, without naming it. */
export interface Setting<A> {
  /** Shown when the value is wrong or missing, as it would stand in the file. */
  readonly example: string;
  readonly read: (value: unknown, tell: Telling) => E.Either<string, A>;
}

/** The codec of a key that must be there. Its failures read `is missing; for example "SGD"`. */
export const required = <A>({ example, read }: Setting<A>, tell: Telling): t.Type<A, A, unknown> =>
  new t.Type<A, A, unknown>(
    example,
    (value): value is A => E.isRight(read(value, tell)),
    (value, context) => {
      if (value === undefined) return t.failure(value, context, `is missing; for example ${example}`);
      const result = read(value, tell);
      return E.isRight(result)
        ? t.success(result.right)
        : t.failure(value, context, `${tell(value)} ${result.left}; for example ${example}`);
    },
    value => value,
  );

/** The codec of a key that may be left out. */
export const optional = <A>(setting: Setting<A>, otherwise: A, tell: Telling): t.Type<A, A, unknown> => {
  const given = required(setting, tell);
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
  read: (value, tell) => {
    if (!Array.isArray(value)) return E.left('is not a list');
    const read: A[] = [];
    for (const each of value) {
      const result = item.read(each, tell);
      if (E.isLeft(result)) return E.left(`holds ${tell(each)}, which ${result.left}`);
      read.push(result.right);
    }
    return E.right(read);
  },
});

const LONGEST_SHOWN = 80;

/** The value itself, cut short. */
export const byValue: Telling = value => {
  const json = JSON.stringify(value) ?? String(value);
  return json.length <= LONGEST_SHOWN ? json : `${json.slice(0, LONGEST_SHOWN - 1)}…`;
};

/** What kind of thing it is and how long, never what it says: a secret may have been put in the wrong place. */
export const byKind: Telling = value => {
  if (value === null) return 'null';
  if (Array.isArray(value)) return `a list of ${value.length}`;
  switch (typeof value) {
    case 'string':
      return value === '' ? 'an empty text' : `a text of ${value.length} characters`;
    case 'number':
      return 'a number';
    case 'boolean':
      return 'true or false';
    default:
      return 'an object';
  }
};
