/** How far a consumer has come in one shard. */
export interface ShardPosition {
  /** Sequence number of the last record that is behind us; null before the first. */
  readonly after: string | null;
  /** The shard is closed and read to its end: its children may start. */
  readonly finished: boolean;
}

export interface FeedPosition {
  /** A table that is made anew has a new stream: positions of the old one mean nothing there. */
  readonly streamArn: string;
  readonly shards: Readonly<Record<string, ShardPosition>>;
}

/** Where positions are kept between runs. */
export interface FeedPositions {
  readonly load: (consumer: string) => Promise<FeedPosition | null>;
  readonly save: (consumer: string, position: FeedPosition) => Promise<void>;
}
