import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import type { StoredEvent } from '../../events/envelope.ts';
import type { Change } from '../../ports/change-feed.ts';
import { fromItem } from './attribute-value.ts';

/** A record of the log's stream, as the Streams API gives it and as Lambda is invoked with it. */
export interface StreamRecord {
  readonly eventName?: string | undefined;
  readonly dynamodb?:
    | {
        readonly SequenceNumber?: string | undefined;
        readonly Keys?: Record<string, AttributeValue> | undefined;
        readonly NewImage?: Record<string, AttributeValue> | undefined;
      }
    | undefined;
}

export const toChange = ({ eventName, dynamodb }: StreamRecord): Change => {
  const keys = fromItem(dynamodb?.Keys ?? {});
  return {
    sequence: dynamodb?.SequenceNumber ?? '',
    kind: eventName === 'INSERT' || eventName === 'REMOVE' ? eventName : 'MODIFY',
    stream: String(keys.quote_id),
    version: Number(keys.version),
    event: dynamodb?.NewImage ? (fromItem(dynamodb.NewImage) as unknown as StoredEvent) : null,
  };
};
