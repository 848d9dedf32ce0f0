import { createHash } from 'node:crypto';
import * as E from 'fp-ts/lib/Either.js';
import type { LocalDate } from '../../kernel/local-date.ts';
import { type Money, minorDigits } from '../../kernel/money.ts';
import { type Cell, cellText } from '../../sheet/cell.ts';
import {
  readAmountCell,
  readContact,
  readCurrency,
  readCustomer,
  readExpires,
  readOwner,
  readPdfLink,
  readQuoteId,
  readSent,
} from '../../sheet/read-cells.ts';
import { type Reading, type SheetSettings, unheadedReading } from '../../sheet/sheet-settings.ts';
import type { Evidence, FieldName, QuoteFields } from '../quote-fields.ts';
import { type FieldMap, HOOK_FIELDS, type HookField, REQUIRED_FIELDS, valueAt } from './field-map.ts';

const TEXT_OR_NUMBER = /"(?:[^"\\]+|\\.)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g;

/** JSON whose numbers too long or too large for this machine stay as they are written: a quote's number must not be rounded. Throws on what is no JSON. */
export const readJson = (json: string): unknown => {
  const value: unknown = JSON.parse(json);
  const kept = json.replace(TEXT_OR_NUMBER, token => (isHeld(token) ? token : `"${token}"`));
  return kept === json ? value : JSON.parse(kept);
};

const isHeld = (token: string): boolean =>
  token.startsWith('"') ||
  (/^-?\d+$/.test(token) ? Number.isSafeInteger(Number(token)) : Number.isFinite(Number(token)));

/** What `GET /hook` answers: how to call it. `tools` are the names of the field maps there are. */
export const explainHook = (tools: readonly string[]) => ({
  signing:
    'POST JSON, at most 256 KB. X-QF-Timestamp: seconds since 1970. X-QF-Signature: v1= and the HMAC-SHA256, in hexadecimal, over the timestamp, a full stop and the body. X-QF-Delivery: an id of the delivery, the same when it is sent again. Where the settings allow it, a tool that cannot sign sends the secret itself as X-QF-Secret.',
  fields: HOOK_FIELDS.map(field => (REQUIRED_FIELDS.includes(field) ? `${field} (required)` : field)),
  tools: tools.map(tool => `/hook?tool=${tool}`),
});

/** What makes two requests one: the id the tool gave the delivery, else the body's bytes. */
export interface Delivery {
  /** Key for the replay store; never the id itself, which may be long or hold anything. */
  readonly key: string;
  /** How long the same key is the same delivery; null: for good. */
  readonly forMs: number | null;
}

const DAY_MS = 24 * 60 * 60 * 1000;
/** Where tools put the id of a delivery; lower-case. */
const ID_HEADERS = ['x-qf-delivery', 'idempotency-key', 'webhook-id', 'x-pandadoc-webhook-event-id', 'x-event-id'];

/** `headers` have lower-case names. */
export const deliveryOf = (headers: Readonly<Record<string, string | undefined>>, body: Uint8Array): Delivery => {
  const id = ID_HEADERS.map(name => headers[name]?.trim()).find(value => value !== undefined && value !== '');
  return id === undefined
    ? { key: `body/${sha256(body)}`, forMs: DAY_MS }
    : { key: `id/${sha256(Buffer.from(id))}`, forMs: null };
};

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** A field of a notice that cannot stand in the sheet: where it was looked for, what it held, why not. */
export interface FieldError {
  /** `body`: the whole of it. */
  readonly field: HookField | 'body';
  readonly path: string;
  readonly value: string;
  readonly error: string;
}

/** A notice as read: the fields of a row, and who asked for it. */
export interface HookedQuote extends QuoteFields {
  /** As the notice has it: an address or a name; whether it is a known rep is for the caller to say. */
  readonly owner: string | null;
}

const MAX_SHOWN = 200;

/**
 * The quotes a body says were sent; none when it tells of something else. A notice is read by the rules of the sheet, so
 * that what passes here can be written there. Left: every wrong field of every notice, not only the first. `receivedOn` is
 * the date sent of a notice that gives none.
 */
export const readHook = (
  body: unknown,
  map: FieldMap,
  settings: SheetSettings,
  receivedOn: LocalDate,
): E.Either<readonly FieldError[], readonly HookedQuote[]> => {
  const notices = noticesIn(body, map);
  const read = notices.flatMap(({ notice, place }) => {
    if (!isMeant(notice, map)) return [];
    const within = E.mapLeft((errors: readonly FieldError[]) => errors.map(error => standing(error, place)));
    return [within(readNotice(notice, map, settings, receivedOn))];
  });
  const errors = read.flatMap(one => (E.isLeft(one) ? one.left : []));
  return errors.length > 0 ? E.left(errors) : E.right(read.flatMap(one => (E.isRight(one) ? [one.right] : [])));
};

/** A notice, and where in the body it stands: "" for the body itself. */
interface Placed {
  readonly notice: unknown;
  readonly place: string;
}

const noticesIn = (body: unknown, { each }: FieldMap): readonly Placed[] => {
  if (each === undefined) return [{ notice: body, place: '' }];
  const list = each === '' ? body : valueAt(body, each);
  if (!Array.isArray(list)) return [{ notice: list, place: each }];
  return list.map((notice, at) => ({ notice, place: `${each}[${at}]` }));
};

/** Of several notices in one body, an error says which one it is about. */
const standing = (error: FieldError, place: string): FieldError =>
  place === '' ? error : { ...error, path: [place, error.path].filter(part => part !== '').join('.') };

const isMeant = (notice: unknown, { when }: FieldMap): boolean =>
  when === undefined || when.is.includes(String(valueAt(notice, when.path)));

const readNotice = (
  notice: unknown,
  map: FieldMap,
  settings: SheetSettings,
  receivedOn: LocalDate,
): E.Either<readonly FieldError[], HookedQuote> => {
  const errors: FieldError[] = [];
  const evidence: Partial<Record<FieldName, Evidence>> = {};
  const take = <A>(field: HookField, read: (cell: Cell) => E.Either<string, A>): A | null => {
    const { path, value } = lookUp(notice, map.fields[field] ?? []);
    const cell = cellOf(value);
    if (cell === undefined) return fail(errors, { field, path, value: shown(value), error: 'is not one value' });
    if (cellText(cell) === '') {
      if (!REQUIRED_FIELDS.includes(field)) return null;
      return fail(errors, { field, path, value: shown(value), error: 'is missing' });
    }
    const result = read(cell);
    if (E.isLeft(result)) return fail(errors, { field, path, value: shown(value), error: result.left });
    for (const name of namesOf(field))
      evidence[name] = { words: `${path}: ${shown(value)}`, marks: [shown(value)], origin: 'webhook' };
    return result.right;
  };
  const reading = unheadedReading(settings);
  const quoteId = take('quote_id', cell => readQuoteId(cellText(cell)));
  const customer = take('customer', cell => readCustomer(cellText(cell)));
  const contactEmail = take('contact_email', cell => readContact(cellText(cell)));
  const currency = take('currency', cell => readCurrency(cellText(cell).toUpperCase(), reading));
  const amount = take('amount', cell => readHookAmount(cell, currency, reading, map.amountIn ?? 'major'));
  const sent = take('sent_date', cell => readHookDay(cell, reading));
  const expiry = take('expiry_date', cell => readHookExpiry(cell, reading));
  const pdf = take('pdf', cell => readPdfLink(cellText(cell)));
  const owner = take('owner', cell => readOwner(cellText(cell)));
  const sentDate = sent ?? receivedOn;
  if (expiry !== null && expiry < sentDate) {
    const { path, value } = lookUp(notice, map.fields.expiry_date ?? []);
    errors.push({ field: 'expiry_date', path, value: shown(value), error: `is before the date sent, ${sentDate}` });
  }
  if (errors.length > 0) return E.left(errors);
  return E.right(
    hooked({ quoteId, customer, contactEmail, sentDate, expiryDate: expiry, pdf }, amount, owner, evidence),
  );
};

type Texts = Pick<QuoteFields, 'quoteId' | 'customer' | 'contactEmail' | 'sentDate' | 'expiryDate' | 'pdf'>;

const hooked = (
  texts: Texts,
  amount: Money | null,
  owner: string | null,
  evidence: Partial<Record<FieldName, Evidence>>,
): HookedQuote => ({
  ...texts,
  amountMinor: amount?.minor ?? null,
  currency: amount?.currency ?? null,
  owner,
  evidence,
  missing: [
    ...(texts.expiryDate === null ? ['expiry_date' as const] : []),
    ...(texts.pdf === null ? ['pdf' as const] : []),
  ],
  doubts: {},
});

const fail = (errors: FieldError[], error: FieldError): null => {
  errors.push(error);
  return null;
};

/** The first place that holds something; else the first place, for the message. */
const lookUp = (notice: unknown, paths: readonly string[]): { path: string; value: unknown } => {
  const found = paths
    .map(path => ({ path, value: valueAt(notice, path) }))
    .find(({ value }) => value !== undefined && value !== null && value !== '');
  return found ?? { path: paths[0] ?? '', value: undefined };
};

const cellOf = (value: unknown): Cell | undefined => {
  if (value === undefined || value === null) return null;
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : undefined;
};

const shown = (value: unknown): string => {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
  return text.length > MAX_SHOWN ? `${text.slice(0, MAX_SHOWN)}…` : text;
};

const namesOf = (field: HookField): readonly FieldName[] => {
  if (field === 'owner') return [];
  return field === 'amount' ? ['amount_minor'] : [field];
};

const readHookAmount = (
  cell: Cell,
  currency: string | null,
  reading: Reading,
  units: 'major' | 'minor',
): E.Either<string, Money> => {
  if (units === 'major') return readAmountCell(plainNumber(cell), currency, reading);
  const minor = Number(cellText(cell));
  if (!Number.isSafeInteger(minor)) return E.left('is not a whole number of cents');
  const code = currency ?? reading.currency;
  return readAmountCell(minor / 10 ** minorDigits(code), code, reading);
};

/** JSON has one way to write numbers, and tools put them in quotes as well: `"1200.5"` is no text to puzzle over. */
const plainNumber = (cell: Cell): Cell =>
  typeof cell === 'string' && /^\d+(?:\.\d{1,2})?$/.test(cell.trim()) ? Number(cell) : cell;

const FIRST_SECOND = 946_684_800;
const LAST_MS = 4_102_444_800_000;
const MICROSECONDS = /(\.\d{3})\d+(?=Z|[+-])/;

/**
 * A date as tools write it: ISO with whatever fractions, or seconds or milliseconds since 1970. Null for the small numbers
 * that are days to a sheet: no tool counts so.
 */
const stampOf = (cell: Cell): Cell => {
  if (typeof cell === 'number') {
    const ms = cell > FIRST_SECOND * 100 ? cell : cell * 1000;
    return ms >= FIRST_SECOND * 1000 && ms < LAST_MS ? new Date(ms).toISOString() : null;
  }
  if (typeof cell !== 'string') return cell;
  return /^\s*\d{1,7}(?:\.\d+)?\s*$/.test(cell) ? null : cell.replace(MICROSECONDS, '$1');
};

const NO_DATE = 'is not a date; write it like 2026-03-09';

const readHookDay = (cell: Cell, reading: Reading): E.Either<string, LocalDate> => {
  const stamp = stampOf(cell);
  return stamp === null ? E.left(NO_DATE) : readSent(stamp, reading);
};

const readHookExpiry = (cell: Cell, reading: Reading): E.Either<string, LocalDate | null> => {
  const stamp = stampOf(cell);
  return stamp === null ? E.left(NO_DATE) : readExpires(stamp, reading);
};
