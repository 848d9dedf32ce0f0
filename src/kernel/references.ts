import { createHash, createHmac, createSecretKey, type Hmac, type KeyObject, timingSafeEqual } from 'node:crypto';

const keyObjects = new WeakMap<Uint8Array, KeyObject>();

/** Keys are few and signed with often: from bytes that were made a key once it takes a quarter of the time. */
const hmac = (key: Uint8Array): Hmac => {
  const known = keyObjects.get(key);
  if (known) return createHmac('sha256', known);
  const made = createSecretKey(key);
  keyObjects.set(key, made);
  return createHmac('sha256', made);
};

/** How contacts are compared and keys are found without the address: HMAC of the lower-cased address. */
export const referenceOf = (refKey: Uint8Array, address: string): string =>
  hmac(refKey).update(`address:${address.trim().toLowerCase()}`).digest('base64url').slice(0, 22);

/** A keyed fingerprint of a text: tells a change without the text being guessable from the log. */
export const fingerprintOf = (refKey: Uint8Array, text: string): string =>
  hmac(refKey).update(`text:${text}`).digest('base64url').slice(0, 32);

/** What a link in a mail carries: bound to what it is about, to whom it went and in which mailing. */
export interface TokenSubject {
  readonly stream: string;
  readonly about: string;
  readonly recipient: string;
  readonly mailing: number;
}

/** `kid.mac`. Made again from the same parts it is the same token, so a mail can be made again after a crash. */
export const tokenOf = (
  { kid, secret }: { readonly kid: string; readonly secret: Uint8Array },
  subject: TokenSubject,
): string => {
  const { stream, about, recipient, mailing } = subject;
  const parts = JSON.stringify(['token', stream, about, recipient.toLowerCase(), mailing]);
  return `${kid}.${hmac(secret).update(parts).digest('base64url')}`;
};

/** What the log and `qf-approvals` hold of a token: whoever reads it there cannot open the page. */
export const tokenHash = (token: string): string => createHash('sha256').update(token).digest('hex');

/** Goes into the form of a page and must come back: bound to the token and to what the page showed. */
export const nonceOf = (secret: Uint8Array, token: string, shown: string): string =>
  hmac(secret).update(`nonce:${token}:${shown}`).digest('base64url').slice(0, 22);

export const sameText = (a: string, b: string): boolean => {
  const left = Buffer.from(a);
  const right = Buffer.from(b);
  return left.length === right.length && timingSafeEqual(left, right);
};
