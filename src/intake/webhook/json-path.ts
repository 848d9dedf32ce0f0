/**
 * A place in a JSON body: `data.recipients[0].email`, `data.recipients[role=Client].email` for the first of a list whose
 * `role` is that. Several places joined by ` + ` make one text (`first_name + last_name`), as far as they hold any.
 */
export type JsonPath = string;

const STEP = /^(?:\.?([\p{L}_$][\p{L}\p{N}_$-]*)|\[(\d{1,4})\]|\[([\p{L}_$][\p{L}\p{N}_$-]*)=([^\]]{1,100})\])/u;
const MOST_STEPS = 20;

/** Why this is no path, or null. */
export const faultOfPath = (path: JsonPath): string | null => {
  for (const part of path.split(' + ')) {
    const steps = stepsOf(part);
    if (steps === null) return `"${part}" is no place in a JSON body; write it like data.customer.name`;
  }
  return null;
};

/** What stands at a path; undefined for nothing. Only own properties are looked at. */
export const valueAt = (body: unknown, path: JsonPath): unknown => {
  const values = path.split(' + ').map(part => follow(body, stepsOf(part) ?? []));
  if (values.length === 1) return values[0];
  const texts = values.filter(value => typeof value === 'string' || typeof value === 'number').map(String);
  const joined = texts.map(text => text.trim()).filter(text => text !== '');
  return joined.length === 0 ? undefined : joined.join(' ');
};

type Step =
  | { readonly kind: 'key'; readonly key: string }
  | { readonly kind: 'index'; readonly index: number }
  | { readonly kind: 'where'; readonly key: string; readonly is: string };

const known = new Map<string, readonly Step[] | null>();

const stepsOf = (path: string): readonly Step[] | null => {
  const read = known.get(path);
  if (read !== undefined) return read;
  const steps = parse(path);
  if (known.size < 1_000) known.set(path, steps);
  return steps;
};

const parse = (path: string): readonly Step[] | null => {
  const steps: Step[] = [];
  let rest = path;
  while (rest !== '') {
    const hit = STEP.exec(rest);
    if (!hit || steps.length >= MOST_STEPS) return null;
    const [all, key, index, where, is] = hit;
    if (key !== undefined) steps.push({ kind: 'key', key });
    else if (index !== undefined) steps.push({ kind: 'index', index: Number(index) });
    else steps.push({ kind: 'where', key: where ?? '', is: is ?? '' });
    rest = rest.slice(all.length);
  }
  return steps.length === 0 ? null : steps;
};

const follow = (body: unknown, steps: readonly Step[]): unknown =>
  steps.reduce<unknown>((value, step) => {
    if (step.kind === 'key') return own(value, step.key);
    if (!Array.isArray(value)) return undefined;
    return step.kind === 'index' ? value[step.index] : value.find(item => String(own(item, step.key)) === step.is);
  }, body);

const own = (value: unknown, key: string): unknown =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, key)
    ? Object.getOwnPropertyDescriptor(value, key)?.value
    : undefined;
