/**
 * What is wrong with a stream: an event unknown here or not as it was stored, a personal part that does not open, an event or a key over its
 * limit, too many races lost; or what was done for it failed again and again while others went well.
 */
export type StreamFaultKind = 'unknown' | 'chain' | 'seal' | 'size' | 'key' | 'contended' | 'failed';

/** Where a fault lies; version null: no single event is at fault. */
export interface FaultPlace {
  readonly stream: string;
  readonly version: number | null;
}

/**
 * One stream cannot be read or written, while every other can. Nobody decides for it until that is put right; whoever
 * goes over many streams names it and goes on with the rest (`byItself`). What an engine throws when it is unwell is no
 * such fault: that ends the run, and the next one takes up where it ended.
 */
export class StreamFault extends Error {
  override readonly name: string = 'StreamFault';
  readonly kind: StreamFaultKind;
  readonly stream: string;
  readonly version: number | null;

  constructor(kind: StreamFaultKind, { stream, version }: FaultPlace, message: string, cause?: unknown) {
    super(message, cause === undefined ? {} : { cause });
    this.kind = kind;
    this.stream = stream;
    this.version = version;
  }
}
