/** An item over DynamoDB's 400 KB. Nothing was stored; the decision must put less into one event. */
export class EventTooLarge extends Error {
  override readonly name = 'EventTooLarge';
}

/** A key that DynamoDB would refuse: empty, or too long. Nothing was stored. */
export class KeyRefused extends Error {
  override readonly name = 'KeyRefused';
}

/** The disk is full. Nothing of the batch was stored, what was stored before is whole; free space and try again. */
export class StoreFull extends Error {
  override readonly name = 'StoreFull';
}
