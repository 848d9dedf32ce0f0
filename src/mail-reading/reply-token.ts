import { createHash, createHmac, timingSafeEqual } from 'node:crypto';

/** A signing key; the first of a list signs, all verify, so that keys rotate without losing mails already sent. */
export interface MarkKey {
  readonly kid: string;
  readonly secret: Uint8Array;
}

/**
 * By what an answer finds its quote: 26 characters of lower-case base32 that survive clients which lower-case addresses
 * or upper-case subjects. 2 name the key, 12 the quote (60 bits of a hash of its stream key, so that any number fits
 * into an address), 12 are the MAC (60 bits). Whoever has no key cannot make one; a look-up turns the middle into a quote.
 */
export type MarkToken = string;

const KEY_CHARS = 2;
const PART_CHARS = 12;
const ALPHABET = 'abcdefghijklmnopqrstuvwxyz234567';
const TOKEN = `[a-z2-7]{${KEY_CHARS + 2 * PART_CHARS}}`;

const base32 = (bytes: Uint8Array, chars: number): string => {
  let out = '';
  let bits = 0;
  let count = 0;
  for (const byte of bytes) {
    bits = ((bits << 8) | byte) & 0xffff;
    count += 8;
    while (count >= 5) {
      count -= 5;
      out += ALPHABET[(bits >> count) & 31];
    }
  }
  return out.slice(0, chars);
};

/** How a mark names a quote: the same for all its mails, for ever. `stream` is the quote's stream key. */
export const markRef = (stream: string): string =>
  base32(createHash('sha256').update(`quote-mark:${stream}`).digest(), PART_CHARS);

const keyName = (kid: string): string => base32(createHash('sha256').update(`mark-key:${kid}`).digest(), KEY_CHARS);

const macOf = (secret: Uint8Array, ref: string): string =>
  base32(createHmac('sha256', secret).update(`reply-mark:${ref}`).digest(), PART_CHARS);

export const markToken = ({ kid, secret }: MarkKey, stream: string): MarkToken => {
  const ref = markRef(stream);
  return keyName(kid) + ref + macOf(secret, ref);
};

/** `quotes@in.example.com` → `quotes+<token>@in.example.com`; a label already there is replaced. */
export const plusAddress = (address: string, token: MarkToken): string => {
  const at = address.lastIndexOf('@');
  return `${address.slice(0, at).replace(/\+.*$/, '')}+${token}${address.slice(at)}`;
};

/** `[Q-1042 #<token>]` for the end of a subject; brackets and line breaks in the number become blanks. */
export const subjectTag = (number: string, token: MarkToken): string =>
  `[${number.replace(/[[\]#\r\n]+/g, ' ').trim()} #${token}]`;

/** The quote reference of a token whose MAC holds under one of the keys, or `null`. */
export const verifyMark = (token: string, keys: readonly MarkKey[]): string | null => {
  const lower = token.toLowerCase();
  if (!new RegExp(`^${TOKEN}$`).test(lower)) return null;
  const name = lower.slice(0, KEY_CHARS);
  const ref = lower.slice(KEY_CHARS, KEY_CHARS + PART_CHARS);
  const mac = Buffer.from(lower.slice(KEY_CHARS + PART_CHARS));
  const holds = keys.some(
    key => keyName(key.kid) === name && timingSafeEqual(Buffer.from(macOf(key.secret, ref)), mac),
  );
  return holds ? ref : null;
};

/** Tokens in an address's plus-label, verified or not. */
export const tokensInAddress = (address: string): readonly string[] => {
  const label = new RegExp(`\\+(${TOKEN})@`, 'i').exec(address)?.[1];
  return label === undefined ? [] : [label.toLowerCase()];
};

/** Tokens in a subject, however it was prefixed, translated, re-cased or folded; full-width forms count as plain ones. */
export const tokensInSubject = (subject: string): readonly string[] =>
  [...subject.normalize('NFKC').matchAll(new RegExp(`#\\s?(${TOKEN})(?![a-z0-9])`, 'gi'))].map(match =>
    (match[1] ?? '').toLowerCase(),
  );
