import * as E from 'fp-ts/lib/Either.js';
import type { HeaderLine, Limits, MachineParts, Message, Unreadable } from '../message.ts';
import { headerOf, headersOf, MAIL_LIMITS } from '../message.ts';
import { readAddresses } from './address-list.ts';
import type { Leaf, Stretch } from './body-text.ts';
import { attachmentOf, joinText, sortParts } from './body-text.ts';
import { decodeText } from './charset.ts';
import { decodeWords } from './encoded-word.ts';
import { readHeaderBlock } from './header-block.ts';
import { readMailDate } from './mail-date.ts';
import type { Part } from './part-tree.ts';
import { readParts } from './part-tree.ts';

/**
 * Reads the bytes of a mail. Linear in their number and bounded by `limits`, so that no message can hang or exhaust the
 * reader; broken mail is read as far as it goes. Bytes that hold no field of a mail are `not-mail`.
 */
export const readMessage = (raw: Uint8Array, limits: Limits = MAIL_LIMITS): E.Either<Unreadable, Message> => {
  if (raw.length > limits.bytes) {
    return E.left({ kind: 'too-large', why: `${megabytes(raw.length)} MB, more than ${megabytes(limits.bytes)} MB` });
  }
  const limited = new Set<string>();
  const bytes = withUnixBreaks(raw);
  const root = readParts(bytes, limits, limit => limited.add(limit));
  const strange = whyNotMail(bytes, root.headers);
  if (strange !== null) return E.left({ kind: 'not-mail', why: strange });
  return E.right(messageOf(root, raw.length, limits, limited));
};

const megabytes = (bytes: number): string => (bytes / (1024 * 1024)).toFixed(1);

/** Mail of very old systems ends its lines with CR alone. */
const withUnixBreaks = (raw: Uint8Array): Uint8Array => {
  if (raw.includes(0x0a) || !raw.includes(0x0d)) return raw;
  return raw.map(byte => (byte === 0x0d ? 0x0a : byte));
};

const KNOWN_FIELDS = new Set(
  (
    'from to cc bcc subject date message-id received return-path delivered-to content-type content-transfer-encoding ' +
    'content-disposition mime-version reply-to sender in-reply-to references x-original-to envelope-to resent-from ' +
    'dkim-signature authentication-results list-id auto-submitted x-mailer user-agent'
  ).split(' '),
);

const whyNotMail = (bytes: Uint8Array, headers: readonly HeaderLine[]): string | null => {
  if (bytes.length === 0) return 'empty';
  if (headers.some(header => KNOWN_FIELDS.has(header.name))) return null;
  const start = decodeText(bytes.subarray(0, 8), null);
  if (start.startsWith('%PDF')) return 'a PDF, not a mail';
  if (start.startsWith('PK\u0003\u0004')) return 'a ZIP file, not a mail';
  return bytes.subarray(0, 1024).includes(0) ? 'binary data without mail headers' : 'no mail header found';
};

/** Characters, far more than any client writes; what follows is not read. */
const LONGEST_SUBJECT = 20_000;

const messageOf = (root: Part, sizeBytes: number, limits: Limits, limited: Set<string>): Message => {
  const { body, leaves } = sortParts(root);
  const addresses = (name: string): Message['from'] => {
    const value = headersOf(root.headers, name).join(', ');
    const read = readAddresses(value, limits.addresses);
    if (read.length >= limits.addresses) limited.add('addresses');
    return read;
  };
  return {
    headers: root.headers,
    subject: decodeWords((headerOf(root.headers, 'subject') ?? '').slice(0, LONGEST_SUBJECT))
      .replace(/\s+/g, ' ')
      .trim()
      .slice(0, 4_000),
    from: addresses('from'),
    to: addresses('to'),
    cc: addresses('cc'),
    replyTo: addresses('reply-to'),
    sender: addresses('sender'),
    messageId: messageIds(headerOf(root.headers, 'message-id'))[0] ?? null,
    inReplyTo: messageIds(headerOf(root.headers, 'in-reply-to')),
    references: messageIds(headerOf(root.headers, 'references')),
    date: readMailDate(headerOf(root.headers, 'date')),
    contentType: root.type.value,
    contentParams: root.type.params,
    ...bodyOf(body),
    attachments: leaves.map(attachmentOf),
    machine: machineParts(leaves),
    sizeBytes,
    limited: [...limited],
  };
};

/** Ids between angle brackets; bare words with an `@` where a mailer forgot them. At most 1,000. */
const messageIds = (value: string | null): readonly string[] => {
  if (value === null) return [];
  const bracketed = [...value.matchAll(/<\s*([^<>\s]+(?:\s+[^<>\s]+)?)\s*>/g)].map(match =>
    (match[1] ?? '').replace(/\s+/g, ''),
  );
  const ids = bracketed.length > 0 ? bracketed : value.split(/[\s,]+/).filter(word => word.includes('@'));
  return ids.slice(0, 1_000);
};

const bodyOf = (body: readonly Stretch[]): Pick<Message, 'text' | 'html'> => {
  const filled = body.filter(({ text, html }) => html !== null || (text ?? '').trim() !== '');
  const said = filled.length > 0 ? filled : body.slice(0, 1);
  const texts = said.flatMap(({ text, html }) =>
    text !== null && (text.trim() !== '' || html === null) ? [text] : [],
  );
  const someHtml = said.some(({ html }) => html !== null);
  return {
    text: texts.length > 0 && texts.length === said.length ? joinText(texts) : null,
    html: someHtml ? said.map(({ text, html }) => html ?? asHtml(text ?? '')).join('\n') : null,
  };
};

const asHtml = (text: string): string =>
  `<div>${text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('\n', '<br>\n')}</div>`;

const ENCLOSED_LIMIT = { lines: 1_000, bytes: 256 * 1024, skipBlank: true };
const ENCLOSED =
  /^(message\/(rfc822|global|news|rfc822-headers|global-headers)|text\/(rfc822-headers?|global-headers))$/;
const MACHINE_TEXT_LIMIT = 1024 * 1024;

const machineParts = (leaves: readonly Leaf[]): MachineParts => {
  const textOf = (pattern: RegExp): string[] =>
    leaves
      .filter(({ part }) => pattern.test(part.type.value))
      .slice(0, 50)
      .map(({ part, content }) =>
        decodeText(content.subarray(0, MACHINE_TEXT_LIMIT), part.type.params.charset ?? null).replace(/\r\n?/g, '\n'),
      );
  return {
    deliveryStatus: textOf(/^message\/(global-)?delivery-status$/),
    feedbackReport: textOf(/^message\/feedback-report$/)[0] ?? null,
    receipt: textOf(/^message\/(global-)?disposition-notification$/)[0] ?? null,
    enclosed: leaves
      .filter(({ part }) => ENCLOSED.test(part.type.value))
      .slice(0, 50)
      .map(({ content }) => readHeaderBlock(content, 0, content.length, ENCLOSED_LIMIT).headers),
  };
};
