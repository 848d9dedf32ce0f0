import * as E from 'fp-ts/lib/Either.js';
import * as t from 'io-ts';
import { cadenceOf } from '../cadence/cadence-text.ts';
import { isEmailAddress } from '../cadence/owner.ts';
import type { Cadence, Holiday, QuietHours } from '../cadence/policy.ts';
import { isLocalDate } from '../kernel/local-date.ts';
import { isCurrency } from '../kernel/money.ts';
import { decodeFieldMap, type FieldMap, type HookSettings } from '../quote-intake/webhook/field-map.ts';

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

const MAX_SHOWN = 80;

/** The value itself, cut short. */
export const byValue: Telling = value => {
  const json = JSON.stringify(value) ?? String(value);
  return json.length <= MAX_SHOWN ? json : `${json.slice(0, MAX_SHOWN - 1)}…`;
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

const text = (fault: (value: string) => string | null, clean: (value: string) => string = same) => {
  return (value: unknown): E.Either<string, string> => {
    if (typeof value !== 'string') return E.left('is not text');
    const cleaned = clean(value.trim());
    const found = fault(cleaned);
    return found === null ? E.right(cleaned) : E.left(found);
  };
};

const same = (value: string): string => value;

/** Offsets such as `+08:00` are refused: they know no clock changes and are no place. */
const isZone = (zone: string): boolean => {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return /^[A-Za-z]/.test(zone);
  } catch {
    return false;
  }
};

const isLocale = (tag: string): boolean => {
  try {
    return Intl.NumberFormat.supportedLocalesOf(tag).length === 1;
  } catch {
    return false;
  }
};

export const timezone: Setting<string> = {
  example: '"Asia/Singapore"',
  read: text(zone => (isZone(zone) ? null : 'is not an IANA time zone')),
};

export const currency: Setting<string> = {
  example: '"SGD"',
  read: text(
    code => (isCurrency(code) ? null : 'is not an ISO 4217 currency'),
    code => code.toUpperCase(),
  ),
};

export const locale: Setting<string> = {
  example: '"en-SG"',
  read: text(
    tag => (isLocale(tag) ? null : 'is not a known locale'),
    tag => tag.replaceAll('_', '-'),
  ),
};

export const email: Setting<string> = {
  example: '"owner@your-company.com"',
  read: text(
    address => (isEmailAddress(address) ? null : 'is not an e-mail address'),
    address => address.toLowerCase(),
  ),
};

export const domain: Setting<string> = {
  example: '"your-company.com"',
  read: text(
    name => (isEmailAddress(`x@${name}`) ? null : 'is not a domain'),
    name => name.toLowerCase().replace(/^@/, ''),
  ),
};

export const flag: Setting<boolean> = {
  example: 'true',
  read: value => (typeof value === 'boolean' ? E.right(value) : E.left('is neither true nor false')),
};

/** A whole number between two limits, both allowed. */
export const count = (least: number, most: number, example: string): Setting<number> => ({
  example,
  read: value =>
    typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most
      ? E.right(value)
      : E.left(`is not a whole number from ${least} to ${most}`),
});

export const quietHours: Setting<QuietHours> = {
  example: '["18:00","08:00"], or null for none',
  read: value => {
    if (value === null) return E.right(null);
    if (!Array.isArray(value) || value.length !== 2) return E.left('is not a pair of times');
    const [start, end] = value.map(wallTime);
    if (start === undefined || end === undefined || start === null || end === null) {
      return E.left('is not a pair of times');
    }
    return start === end ? E.left('starts and ends at the same time') : E.right([start, end]);
  },
};

const wallTime = (value: unknown): string | null => {
  const parts = typeof value === 'string' ? /^\s*(\d{1,2}):(\d{2})\s*$/.exec(value) : null;
  if (!parts) return null;
  const [hour, minute] = [Number(parts[1]), Number(parts[2])];
  const real = hour < 24 ? minute < 60 : hour === 24 && minute === 0;
  return real ? `${String(hour % 24).padStart(2, '0')}:${parts[2]}` : null;
};

export const holiday: Setting<Holiday> = {
  example: '"2026-12-25"',
  read: text(date => (isHoliday(date) ? null : 'is not a date, written YYYY-MM-DD, or --MM-DD for every year')),
};

/** 2024 is a leap year: 29 February may be a yearly holiday. */
const isHoliday = (date: string): boolean => isLocalDate(date.startsWith('--') ? `2024-${date.slice(2)}` : date);

const TOOL = /^[a-z0-9][a-z0-9_-]{0,39}$/;

/** Where a quoting tool's notices hold what, by the tool's name. */
export const fieldMaps: Setting<HookSettings['maps']> = {
  example:
    '{"our-tool":{"fields":{"quote_id":"doc.number","customer":"doc.client","contact_email":"doc.to","amount":"doc.total"}}}',
  read: value => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return E.left('is not an object');
    const maps: Record<string, FieldMap> = {};
    for (const [name, json] of Object.entries(value)) {
      if (!TOOL.test(name)) return E.left(`names a tool "${name}"; use small letters, digits, - and _`);
      const map = decodeFieldMap(json);
      if (E.isLeft(map)) return E.left(`has a field map "${name}" that cannot be used: ${map.left.join('; ')}`);
      maps[name] = map.right;
    }
    return E.right(maps);
  },
};

export const cadence: Setting<Cadence> = {
  example: '"3/7 last 3"',
  read: value => (typeof value === 'string' ? cadenceOf(value) : E.left('is not text')),
};
