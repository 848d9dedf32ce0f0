import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import * as E from 'fp-ts/lib/Either.js';

/** A request as it came, before anything of it is parsed. */
export interface SignedRequest {
  /** Header `X-QF-Timestamp`: seconds since 1970. */
  readonly timestamp: string | undefined;
  /** Header `X-QF-Signature`: `v1=` and 64 hexadecimal digits; several by commas while a sender changes its secret. */
  readonly signature: string | undefined;
  /** The bytes of the body, decoded from whatever transfer encoding they came in. */
  readonly body: Uint8Array;
  /** Current and previous: both count while a secret is being changed. */
  readonly secrets: readonly string[];
  readonly now: Date;
}

/** For the log; whoever asked is told nothing but 401. */
export type SignatureFault = 'no-signature' | 'no-secret' | 'stale' | 'wrong';

export const SIGNATURE_WINDOW_MS = 5 * 60 * 1000;
const MAX_SIGNATURES = 4;

/**
 * Is the body from someone who holds a secret, and of these five minutes? HMAC-SHA256 over `timestamp.body`. Every secret
 * is tried against every signature, whatever the first ones gave, so the time taken tells nothing.
 */
export const verifySignature = ({
  timestamp,
  signature,
  body,
  secrets,
  now,
}: SignedRequest): E.Either<SignatureFault, true> => {
  if (timestamp === undefined || signature === undefined) return E.left('no-signature');
  const live = secrets.filter(secret => secret !== '');
  if (live.length === 0) return E.left('no-secret');
  const given = signature.split(',', MAX_SIGNATURES).map(one => digestIn(one));
  let right = false;
  for (const secret of live) {
    const wanted = createHmac('sha256', secret).update(`${timestamp}.`).update(body).digest();
    for (const digest of given) right = timingSafeEqual(wanted, digest) || right;
  }
  if (!right) return E.left('wrong');
  return isOfNow(timestamp, now) ? E.right(true) : E.left('stale');
};

/** The header's value for a body: what a sender computes. */
export const signatureOf = (secret: string, timestamp: string, body: Uint8Array): string =>
  `v1=${createHmac('sha256', secret).update(`${timestamp}.`).update(body).digest('hex')}`;

/** Does a plain secret, where the config allows one, match? Compared by digest, so its length tells nothing either. */
export const isSecret = (given: string | undefined, secrets: readonly string[]): boolean => {
  let right = false;
  const digest = sha256(given ?? '');
  for (const secret of secrets) {
    const same = timingSafeEqual(digest, sha256(secret));
    right = (same && secret !== '' && given !== undefined) || right;
  }
  return right;
};

/** 32 bytes whatever was given; a malformed signature matches nothing. */
const digestIn = (text: string): Buffer => {
  const hex = /^\s*(?:v1=|sha256=)?([0-9a-f]{64})\s*$/i.exec(text)?.[1];
  return hex === undefined ? Buffer.alloc(32) : Buffer.from(hex, 'hex');
};

const isOfNow = (timestamp: string, now: Date): boolean =>
  /^\d{9,11}$/.test(timestamp) && Math.abs(now.getTime() - Number(timestamp) * 1000) <= SIGNATURE_WINDOW_MS;

const sha256 = (text: string): Buffer => createHash('sha256').update(text).digest();
