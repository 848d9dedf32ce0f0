/** Somebody changed an event of the log, or tried to. */
export interface Trip {
  readonly kind: 'MODIFY' | 'REMOVE';
  readonly stream: string;
  readonly version: number;
  /** UTC instant, ISO, at which it was noticed. */
  readonly at: string;
}

/** None of these ever becomes less. */
export interface LogLength {
  /** Events there are. */
  readonly events: number;
  /** Number of the newest. */
  readonly newest: number;
  /** The highest number that was ever given. */
  readonly given: number;
}

/** What guards the log of a laptop's engine against changes, and what it has caught. On AWS an alarm tells of them. */
export interface Tripwire {
  /** Everything that was ever caught, the oldest first. */
  readonly trips: () => Promise<readonly Trip[]>;
  /** Guards that should be there and are not, by name: without them a change is not caught. */
  readonly missing: () => Promise<readonly string[]>;
  /** Puts those back that are missing. */
  readonly restore: () => Promise<void>;
  /** How long the log is, where the engine numbers its events as it commits them; null where it does not. */
  readonly length: () => Promise<LogLength | null>;
  /** Keeps what the change feed told of. */
  readonly note: (trip: Trip) => Promise<void>;
}
