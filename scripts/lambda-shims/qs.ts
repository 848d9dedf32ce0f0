const written = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.flatMap(written) : value === undefined ? [] : [String(value)];

/** All that Google's clients take of this library: parameters of one level, the values of a list one by one. */
export const stringify = (parameters: Readonly<Record<string, unknown>>): string => {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(parameters)) for (const each of written(value)) query.append(name, each);
  return query.toString();
};
