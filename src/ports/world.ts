import type { Move } from '../events/quote-events.ts';

/** UTC now. The only clock there is. */
export interface Clock {
  readonly now: () => Date;
}

/** Unpredictable bytes, for keys, nonces and ids. */
export type RandomBytes = (length: number) => Uint8Array;

/** What a move event on the bus carries: enough to find the plan in the log. */
export interface MoveNotice {
  readonly quoteId: string;
  readonly draftId: string;
  readonly move: Move;
  readonly eventId: string;
}

/** EventBridge on AWS, a loop in the process on a laptop. At least once. */
export interface Bus {
  readonly publish: (
    detailType: 'qf.first_nudge' | 'qf.followup' | 'qf.last_call',
    detail: MoveNotice,
  ) => Promise<void>;
}

/** A one-off call of the sender at a minute to come. The same name again moves it; a time past runs at once. */
export interface OneOffs {
  readonly at: (name: string, at: Date, payload: MoveNotice) => Promise<void>;
  readonly cancel: (name: string) => Promise<void>;
}

/** The business's own secrets. Cached for five minutes at most. */
export interface Secrets {
  /** Keys that sign links, addresses and tags. The first signs, all verify: so they are rotated. */
  readonly linkKeys: () => Promise<readonly [LinkKey, ...LinkKey[]]>;
  /** Makes references of addresses and fingerprints of texts. Never changes: references are stored for ever. */
  readonly refKey: () => Promise<Uint8Array>;
}
export interface LinkKey {
  readonly kid: string;
  readonly secret: Uint8Array;
}

/** Structured log line. Secrets, tokens, addresses and bodies never go in. */
export type Log = (
  level: 'info' | 'warn' | 'error',
  message: string,
  fields?: Readonly<Record<string, string | number | boolean | null>>,
) => void;
