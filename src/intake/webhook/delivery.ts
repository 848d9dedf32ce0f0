import { createHash } from 'node:crypto';

/** What makes two requests one: the id the tool gave the delivery, else the body's bytes. */
export interface Delivery {
  /** Key for the replay store; never the id itself, which may be long or hold anything. */
  readonly key: string;
  /** How long the same key is the same delivery; null: for good. */
  readonly forMs: number | null;
}

const DAY_MS = 24 * 60 * 60 * 1000;
/** Where tools put the id of a delivery; lower-case. */
const ID_HEADERS = ['x-qf-delivery', 'idempotency-key', 'webhook-id', 'x-pandadoc-webhook-event-id', 'x-event-id'];

/** `headers` have lower-case names. */
export const deliveryOf = (headers: Readonly<Record<string, string | undefined>>, body: Uint8Array): Delivery => {
  const id = ID_HEADERS.map(name => headers[name]?.trim()).find(value => value !== undefined && value !== '');
  return id === undefined
    ? { key: `body/${sha256(body)}`, forMs: DAY_MS }
    : { key: `id/${sha256(Buffer.from(id))}`, forMs: null };
};

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
