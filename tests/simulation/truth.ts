/** For as long as this stands, the world says that a quote is over, or that an address wants no more mail. */
export interface Over {
  readonly why: string;
  /** Number of the run after which it is true that the system was told. */
  readonly since: number;
  /** Number of the run before which somebody said otherwise; null: nobody has. */
  readonly until: number | null;
}

/** What the people, the sheet and the services around the system really did. Nothing in it is read from the log. */
export class Truth {
  /** Runs of the machine are numbered: what happens side by side has one number. */
  run = 0;
  /** How many events the log held when each run began. */
  readonly #begins: number[] = [];
  readonly counts = new Map<string, number>();
  /** By compared quote number. */
  readonly quotes = new Map<string, Over[]>();
  /** By lower-case address. */
  readonly addresses = new Map<string, Over[]>();
  /** Streams that somebody tampered with, and streams that hold what this code cannot read, with the run it happened in. */
  readonly tampered = new Map<string, number>();
  readonly unreadable = new Map<string, number>();
  /** What was approved: by the person's own eyes, to be sent as it stood on the page. */
  readonly approvals: { readonly tokenHash: string; readonly run: number; readonly status: number }[] = [];

  beginRun(logLength: number): void {
    this.run++;
    this.#begins.push(logLength);
  }

  /** Number of the run in which the event at this place of the log was appended. */
  runOf(place: number): number {
    const later = this.#begins.findIndex(length => length > place);
    return later < 0 ? this.#begins.length : later;
  }

  count(what: string, times = 1): void {
    this.counts.set(what, (this.counts.get(what) ?? 0) + times);
  }

  isOver(of: 'quotes' | 'addresses', name: string, why: string): void {
    const known = this[of].get(name) ?? [];
    if (known.some(one => one.why === why && one.until === null)) return;
    this[of].set(name, [...known, { why, since: this.run, until: null }]);
  }

  /** Somebody says otherwise. `only`: of these reasons alone. */
  isOpen(of: 'quotes' | 'addresses', name: string, only: (why: string) => boolean = () => true): void {
    const known = this[of].get(name);
    if (!known) return;
    this[of].set(
      name,
      known.map(one => (one.until === null && only(one.why) ? { ...one, until: this.run } : one)),
    );
  }

  /** Why nothing may leave in this run; null where nothing is known against it. */
  whyOver(of: 'quotes' | 'addresses', name: string, run: number): string | null {
    return this[of].get(name)?.find(({ since, until }) => since < run && (until === null || until > run))?.why ?? null;
  }
}
