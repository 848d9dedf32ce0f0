import { hash } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { StoredEvent } from './envelope.ts';

/** `prev_hash` of a stream's first event. */
export const NO_HASH = '0'.repeat(64);

export type Unhashed = Omit<StoredEvent, 'hash'>;

export const sha256Hex = (text: string): string => hash('sha256', text, 'hex');

/**
 * SHA-256, hex, of the RFC 8785 JSON of the stored item without its `hash`: of everything that is stored, fields this
 * code does not know included, before upcasting.
 */
export const hashOf = (item: Unhashed): string => {
  const { hash: _, ...unhashed }: Unhashed & { readonly hash?: unknown } = item;
  return sha256Hex(canonicalize(unhashed) ?? '');
};

export const withHash = (item: Unhashed): StoredEvent => ({ ...item, hash: hashOf(item) });

/** Time of an event after one of time `lastTs`: now, but never earlier than the one before, whatever the clock did. */
export const tsAfter = (lastTs: string | null, now: Date): string => {
  const ts = now.toISOString();
  return lastTs !== null && lastTs > ts ? lastTs : ts;
};
