import type { AttributeValue } from '@aws-sdk/client-dynamodb';

/** Where a long reading goes on, as a text that can be handed around. Keys hold texts and numbers only. */
export const toCursor = (key: Record<string, AttributeValue> | undefined): string | null =>
  key === undefined ? null : Buffer.from(JSON.stringify(key)).toString('base64url');

export const fromCursor = (cursor: string | undefined): Record<string, AttributeValue> | undefined =>
  cursor === undefined
    ? undefined
    : (JSON.parse(Buffer.from(cursor, 'base64url').toString()) as Record<string, AttributeValue>);
