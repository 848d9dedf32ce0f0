import { EventTooLarge, KeyRefused } from '../event-store/errors.ts';
import type { StoredEvent } from '../events/stored-event.ts';
import type { Model, Rows } from '../ports/read-models.ts';

/** DynamoDB's limits, kept by every engine so that what runs on a laptop runs on AWS. Bytes are of UTF-8. */
const MAX_ITEM_BYTES = 400 * 1024;
const MAX_PARTITION_KEY_BYTES = 2048;
const MAX_SORT_KEY_BYTES = 1024;

const utf8 = (text: string): number => Buffer.byteLength(text, 'utf8');

/**
 * Size of an item as DynamoDB counts it: names and values in UTF-8, about a byte for every two digits of a number,
 * three bytes for a list or map and one for each of its elements.
 */
export const itemBytes = (item: object): number => {
  let bytes = 0;
  for (const [name, value] of Object.entries(item)) if (value !== undefined) bytes += utf8(name) + valueBytes(value);
  return bytes;
};

const valueBytes = (value: unknown): number => {
  switch (typeof value) {
    case 'string':
      return utf8(value);
    case 'number':
      return Math.ceil(String(value).replace(/[-.e+]/g, '').length / 2) + 2;
    case 'object':
      return value === null ? 1 : containerBytes(value);
    default:
      return 1;
  }
};

const containerBytes = (value: object): number => {
  if (value instanceof Uint8Array) return value.byteLength;
  if (!Array.isArray(value)) return 3 + itemBytes(value) + Object.keys(value).length;
  let bytes = 3;
  for (const element of value) bytes += 1 + valueBytes(element);
  return bytes;
};

/** What an item's entry in an index takes beside the keys. */
const INDEX_ENTRY_BYTES = 100;

/**
 * Throws `EventTooLarge` over 400 KB. An event's entry in the local index `by_ts` counts too: its keys once more, and
 * what an index entry takes.
 */
export const checkEventSize = (event: StoredEvent): void => {
  const { quote_id, version, ts } = event;
  const bytes = itemBytes(event) + itemBytes({ quote_id, version, ts }) + INDEX_ENTRY_BYTES;
  if (bytes > MAX_ITEM_BYTES) {
    throw new EventTooLarge(quote_id, version, `${bytes} bytes are more than ${MAX_ITEM_BYTES}`);
  }
};

/** Throws `KeyRefused` for an empty or too long key. Number keys have no such limit. */
export const checkKey = (partition: string, sort?: string | number): void => {
  checkPart('partition', partition, MAX_PARTITION_KEY_BYTES);
  if (typeof sort === 'string') checkPart('sort', sort, MAX_SORT_KEY_BYTES);
};

const checkPart = (part: string, value: string, limit: number): void => {
  if (value === '') throw new KeyRefused(value, `the ${part} key is empty`);
  // No text is more than three bytes per UTF-16 unit: most keys need no counting.
  if (value.length * 3 > limit && utf8(value) > limit)
    throw new KeyRefused(value, `the ${part} key is over ${limit} bytes`);
};

/** Key attributes of each read model: the same on every engine. */
export const READ_MODEL_KEYS = {
  nudges: { table: 'qf-nudges', partition: 'quote_id', sort: 'step_index' },
  reply: { table: 'qf-reply', partition: 'quote_id', sort: 'reply_date' },
  approvals: { table: 'qf-approvals', partition: 'token', sort: null },
} as const;

/** The row's key, as attributes. */
export const rowKey = <M extends Model>(model: M, row: Rows[M]): readonly (string | number)[] => {
  const fields = row as unknown as Readonly<Record<string, string | number>>;
  const { partition, sort } = READ_MODEL_KEYS[model];
  return [fields[partition] ?? '', ...(sort === null ? [] : [fields[sort] ?? ''])];
};
