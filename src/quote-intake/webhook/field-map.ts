import * as E from 'fp-ts/lib/Either.js';

/**
 * A place in a JSON body: `data.recipients[0].email`, `data.recipients[role=Client].email` for the first of a list whose
 * `role` is that. Several places joined by ` + ` make one text (`first_name + last_name`), as far as they hold any.
 */
export type JsonPath = string;

const STEP = /^(?:\.?([\p{L}_$][\p{L}\p{N}_$-]*)|\[(\d{1,4})\]|\[([\p{L}_$][\p{L}\p{N}_$-]*)=([^\]]{1,100})\])/u;
const MAX_STEPS = 20;

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
    if (!hit || steps.length >= MAX_STEPS) return null;
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

/** What the config says about the webhook. Absent: every call is signed, and the ready field maps are all there are. */
export interface HookSettings {
  /** Tools that cannot sign may send the secret itself. */
  readonly plainSecret: boolean;
  /** Field maps of the business's own tools, by the name that `/hook?tool=` gives; one of a ready map's name replaces it. */
  readonly maps: Readonly<Record<string, FieldMap>>;
}

export const SIGNED_ONLY: HookSettings = { plainSecret: false, maps: {} };

/** What a quoting tool's notice is read into. */
export const HOOK_FIELDS = [
  'quote_id',
  'customer',
  'contact_email',
  'amount',
  'currency',
  'sent_date',
  'expiry_date',
  'pdf',
  'owner',
] as const;
export type HookField = (typeof HOOK_FIELDS)[number];

/** Without these a notice is refused; the date sent is, where it says none, the day it came. */
export const REQUIRED_FIELDS: readonly HookField[] = ['quote_id', 'customer', 'contact_email', 'amount'];

/** Where one tool's notices hold what. */
export interface FieldMap {
  /** Field → places to look, the first that holds something counts. */
  readonly fields: Partial<Record<HookField, readonly JsonPath[]>>;
  /** Only notices with one of these values at this place say that a quote was sent; the others are let be. */
  readonly when?: { readonly path: JsonPath; readonly is: readonly string[] };
  /** The list of notices in a body that carries several; each is read by itself. `""`: the body is the list. */
  readonly each?: JsonPath | '';
  /** Amounts come in cents rather than in whole units. Standard: whole units. */
  readonly amountIn?: 'major' | 'minor';
}

/** A field map as `config.json` holds it: `{"fields": {"quote_id": "doc.no", …}, "when": {"path": …, "is": …}}`. */
export const decodeFieldMap = (json: unknown): E.Either<readonly string[], FieldMap> => {
  if (!isRecord(json) || !isRecord(json.fields)) {
    return E.left(['a field map is an object like {"fields":{"quote_id":"doc.number","customer":"doc.client.name"}}']);
  }
  const faults: string[] = [];
  const fields: Partial<Record<HookField, readonly JsonPath[]>> = {};
  for (const [name, value] of Object.entries(json.fields)) {
    const field = HOOK_FIELDS.find(known => known === name);
    const paths = textsOf(value);
    if (field === undefined) faults.push(`fields.${name}: is no field; they are ${HOOK_FIELDS.join(', ')}`);
    else if (paths === null) faults.push(`fields.${name}: is neither a path nor a list of paths`);
    else {
      faults.push(...paths.flatMap(path => faultOfPath(path) ?? []).map(fault => `fields.${name}: ${fault}`));
      fields[field] = paths;
    }
  }
  for (const field of REQUIRED_FIELDS) if (!(field in json.fields)) faults.push(`fields.${field}: is missing`);
  const rest = restOf(json);
  return faults.length + rest.faults.length > 0
    ? E.left([...faults, ...rest.faults])
    : E.right({ fields, ...rest.map });
};

const restOf = (json: Record<string, unknown>): { map: Omit<FieldMap, 'fields'>; faults: readonly string[] } => {
  const faults: string[] = [];
  const { when, each, amount_in: amountIn } = json;
  const path =
    isRecord(when) && typeof when.path === 'string' && faultOfPath(when.path) === null ? when.path : undefined;
  const is = isRecord(when) ? textsOf(when.is) : null;
  if (when !== undefined && (path === undefined || is === null)) {
    faults.push('when: write it like {"path":"event","is":["quote_sent"]}');
  }
  const list = typeof each === 'string' && (each === '' || faultOfPath(each) === null) ? each : undefined;
  if (each !== undefined && list === undefined) faults.push('each: is no place in a JSON body');
  const units: FieldMap['amountIn'] | undefined = amountIn === 'major' || amountIn === 'minor' ? amountIn : undefined;
  if (amountIn !== undefined && units === undefined) faults.push('amount_in: is neither "major" nor "minor"');
  const map: Omit<FieldMap, 'fields'> = {
    ...(path !== undefined && is !== null ? { when: { path, is } } : {}),
    ...(list === undefined ? {} : { each: list }),
    ...(units === undefined ? {} : { amountIn: units }),
  };
  return { map, faults };
};

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const textsOf = (value: unknown): readonly string[] | null => {
  const list: readonly unknown[] = Array.isArray(value) ? value : [value];
  const texts = list.filter(item => typeof item === 'string');
  return texts.length === list.length && texts.length > 0 ? texts : null;
};
