import type { Json } from './event-type.ts';

/** Personal data of one event, AES-256-GCM under the key of `ref`; `iv` and `box` (ciphertext and tag) in base64. */
export interface SealedBox {
  readonly ref: string;
  readonly iv: string;
  readonly box: string;
}

/**
 * One item of the log (`qf-audit`), as it is stored and hashed. The partition key `quote_id` names a stream:
 * a quote number in upper case, or `~contact/…`, `~mail/…`, `~proposal/…`, `~period/…`, `~system`, `~integrity`.
 */
export interface StoredEvent {
  readonly quote_id: string;
  /** 1, 2, 3 … without gaps. */
  readonly version: number;
  /** UTC instant, ISO with milliseconds, never earlier than the stream's one before. */
  readonly ts: string;
  /** UTC day of `ts`: partition of the index `by_day`. */
  readonly day: string;
  readonly action: string;
  readonly schema: number;
  /** Exactly one of the two: a person's address, or the part of the system that acted. */
  readonly by_user?: string;
  readonly by_system?: string;
  /** For an auditor's eye; never read by code. */
  readonly before: string;
  readonly after: string;
  readonly data: Json;
  readonly sealed?: SealedBox;
  /** `stream/version`. */
  readonly event_id: string;
  readonly correlation_id: string;
  readonly causation_id?: string;
  /** Hash of the event before; 64 zeros for the first. */
  readonly prev_hash: string;
  /** SHA-256, hex, of the RFC 8785 JSON of this item without `hash`. */
  readonly hash: string;
}
