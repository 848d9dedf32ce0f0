import { headersOf, type Message } from './message.ts';
import { type MarkKey, tokensInAddress, tokensInSubject, verifyMark } from './reply-token.ts';
import { isPublicMailProvider, type Provenance } from './trust/provenance.ts';

export type How = 'plus-address' | 'message-id' | 'subject-tag' | 'sender' | 'none';

/** What a message shows of the quote it is about, before anything is looked up. */
export interface Marks {
  /** Quote references of valid plus-addresses. */
  readonly plus: readonly string[];
  /** Keys of the ids in `In-Reply-To` and `References`, nearest first. */
  readonly messageIds: readonly string[];
  /** Quote references of valid subject tags. */
  readonly tags: readonly string[];
  /** The sender's address, lower-case; `null` when there is not exactly one. */
  readonly sender: string | null;
  /** The sender's domain, unless a public mail provider's. */
  readonly domain: string | null;
}

/** Finds quotes by what a message shows. Each answers the stream keys of the quotes, none if unknown. */
export interface QuoteLookup {
  readonly byRef: (ref: string) => Promise<readonly string[]>;
  /** By `messageIdKey` of a nudge's or of the original quote mail's id. */
  readonly byMessageId: (key: string) => Promise<readonly string[]>;
  /** Open quotes whose contact has this address, lower-case. */
  readonly openByAddress: (address: string) => Promise<readonly string[]>;
  /** Open quotes whose contact's address is in this domain. */
  readonly openByDomain: (domain: string) => Promise<readonly string[]>;
}

export interface Reference {
  readonly how: How;
  /** The quote, or `null`: none, several, or marks that disagree. */
  readonly quoteId: string | null;
  /** All quotes any sign points to; with `how: sender` each is held and the owner asked. */
  readonly candidates: readonly string[];
  readonly disagree: boolean;
  readonly why: string;
}

/**
 * How the id of a mail is compared. SES replaces the Message-ID by `<id@region.amazonses.com>` and its API answers the
 * bare id, so for its hosts, and for ids without a host, the local part alone counts.
 */
export const messageIdKey = (id: string): string => {
  const bare = id.trim().replace(/^<|>$/g, '');
  const at = bare.lastIndexOf('@');
  if (at < 0) return bare.toLowerCase();
  const host = bare.slice(at + 1).toLowerCase();
  return /(^|\.)amazonses\.com$/.test(host) ? bare.slice(0, at).toLowerCase() : `${bare.slice(0, at)}@${host}`;
};

const MAX_IDS = 50;
/** Fields where a relay notes whom a mail was for; only their signed labels are believed. */
const DELIVERED = ['delivered-to', 'x-original-to', 'x-forwarded-to', 'envelope-to', 'x-envelope-to'];

export const marksOf = (message: Message, provenance: Provenance, keys: readonly MarkKey[]): Marks => {
  const addresses = [
    provenance.recipient ?? '',
    ...[...message.to, ...message.cc].map(({ address }) => address),
    ...DELIVERED.flatMap(name => headersOf(message.headers, name)),
  ];
  const verified = (tokens: readonly string[]): readonly string[] =>
    unique(tokens.flatMap(token => verifyMark(token, keys) ?? []));
  const sender = provenance.from;
  const domain = sender?.split('@').at(-1) ?? null;
  return {
    plus: verified(addresses.flatMap(tokensInAddress)),
    messageIds: unique([...message.inReplyTo, ...[...message.references].reverse()].map(messageIdKey)).slice(
      0,
      MAX_IDS,
    ),
    tags: verified(tokensInSubject(message.subject)),
    sender,
    domain: domain === null || isPublicMailProvider(domain) ? null : domain,
  };
};

/**
 * Which quote a message is about: signed plus-address, then ids of mails we know, then signed subject tag, and only
 * without any of these the sender. Signs of one strength that point to two quotes, or signs of different strength that
 * disagree, give no quote: a person decides.
 */
export const whichQuote = async (marks: Marks, lookup: QuoteLookup): Promise<Reference> => {
  const [plus, ids, tags] = await Promise.all([
    foundBy(marks.plus, lookup.byRef),
    foundBy(marks.messageIds, lookup.byMessageId),
    foundBy(marks.tags, lookup.byRef),
  ]);
  const all = unique([...plus, ...ids, ...tags]);
  const how = plus.length > 0 ? 'plus-address' : ids.length > 0 ? 'message-id' : 'subject-tag';
  const [only] = all;
  if (only === undefined) return bySender(marks, lookup);
  if (all.length === 1) return { how, quoteId: only, candidates: all, disagree: false, why: `found by ${how}` };
  return { how, quoteId: null, candidates: all, disagree: true, why: 'its marks point to different quotes' };
};

const bySender = async (marks: Marks, lookup: QuoteLookup): Promise<Reference> => {
  const byAddress = marks.sender === null ? [] : await lookup.openByAddress(marks.sender);
  const byDomain = byAddress.length > 0 || marks.domain === null ? [] : await lookup.openByDomain(marks.domain);
  const candidates = unique([...byAddress, ...byDomain]);
  const [first] = candidates;
  if (first === undefined) {
    return {
      how: 'none',
      quoteId: null,
      candidates: [],
      disagree: false,
      why: 'no mark of ours and no open quote of the sender',
    };
  }
  const why = byAddress.length > 0 ? 'the sender is a contact' : 'the sender writes from a contact’s company';
  return { how: 'sender', quoteId: candidates.length === 1 ? first : null, candidates, disagree: false, why };
};

const foundBy = async (
  signs: readonly string[],
  find: (sign: string) => Promise<readonly string[]>,
): Promise<readonly string[]> => unique((await Promise.all(signs.map(find))).flat());

const unique = (list: readonly string[]): readonly string[] => [...new Set(list)];

/** Which of these quote numbers a text names as whole words, compared without case; for a rep's own mail about a quote. */
export const numbersNamed = (text: string, numbers: readonly string[]): readonly string[] => {
  const words = text.normalize('NFC').toUpperCase();
  return numbers.filter(number => {
    const key = number.normalize('NFC').trim().toUpperCase();
    for (let at = key === '' ? -1 : words.indexOf(key); at >= 0; at = words.indexOf(key, at + 1)) {
      if (!WORD.test(words[at - 1] ?? ' ') && !WORD.test(words[at + key.length] ?? ' ')) return true;
    }
    return false;
  });
};

/** Letters of scripts that put blanks between words, and digits. */
const WORD = /(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}])[\p{L}\p{N}]/u;
