import type { AttributeValue } from '@aws-sdk/client-dynamodb';

/** One pass each way, for the plain JSON and bytes that our items hold; `util-dynamodb` costs twice as much. */

type Item = Record<string, AttributeValue>;

/** An object as a DynamoDB item; fields that are `undefined` are left out. */
export const toItem = (fields: object): Item => {
  const item: Item = {};
  for (const [name, value] of Object.entries(fields)) if (value !== undefined) item[name] = toAttribute(value);
  return item;
};

export const toAttribute = (value: unknown): AttributeValue => {
  switch (typeof value) {
    case 'string':
      return { S: value };
    case 'number':
      return { N: String(value) };
    case 'boolean':
      return { BOOL: value };
    case 'object':
      if (value === null) return { NULL: true };
      if (Array.isArray(value)) return { L: value.map(toAttribute) };
      return value instanceof Uint8Array ? { B: value } : { M: toItem(value) };
    default:
      throw new TypeError(`no attribute holds a ${typeof value}`);
  }
};

export const fromItem = (item: Item): Record<string, unknown> => {
  const fields: Record<string, unknown> = {};
  for (const name in item) {
    const attribute = item[name];
    if (attribute !== undefined) fields[name] = fromAttribute(attribute);
  }
  return fields;
};

/** Sets are no part of our items: one that was put there comes back as what it is, and fails its hash. */
const fromAttribute = (attribute: AttributeValue): unknown => {
  if (attribute.S !== undefined) return attribute.S;
  if (attribute.N !== undefined) return Number(attribute.N);
  if (attribute.M !== undefined) return fromItem(attribute.M);
  if (attribute.L !== undefined) return attribute.L.map(fromAttribute);
  if (attribute.BOOL !== undefined) return attribute.BOOL;
  if (attribute.NULL !== undefined) return null;
  return attribute.B ?? attribute.SS ?? attribute.NS ?? attribute.BS ?? null;
};
