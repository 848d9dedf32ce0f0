import { StreamFault } from '../events/stream-fault.ts';

/** An item over DynamoDB's 400 KB. Nothing was stored; the decision must put less into one event. */
export class EventTooLarge extends StreamFault {
  override readonly name = 'EventTooLarge';

  constructor(stream: string, version: number, detail: string) {
    super('size', { stream, version }, `${stream}/${version}: ${detail}`);
  }
}

/** A key that DynamoDB would refuse: empty, or too long. Nothing was stored. */
export class KeyRefused extends StreamFault {
  override readonly name = 'KeyRefused';

  constructor(key: string, detail: string) {
    super('key', { stream: key, version: null }, detail);
  }
}

/** The disk is full. Nothing of the batch was stored, what was stored before is whole; free space and try again. */
export class StoreFull extends Error {
  override readonly name = 'StoreFull';
}
