import * as E from 'fp-ts/lib/Either.js';
import addressparser from 'nodemailer/lib/addressparser';
import {
  type Address,
  type Attachment,
  type HeaderLine,
  headerOf,
  headersOf,
  type Limits,
  MAIL_LIMITS,
  type MachineParts,
  type Message,
  type Unreadable,
} from '../../mail-reading/message.ts';
import { decodeText, metaCharset } from '../../mail-reading/parse/charset.ts';
import { decodeWords } from '../../mail-reading/parse/encoded-word.ts';
import { readHeaderBlock } from '../../mail-reading/parse/header-block.ts';
import { readMailDate } from '../../mail-reading/parse/mail-date.ts';
import { type Part, readParts } from './mime-parts.ts';

/**
 * Reads the bytes of a mail, bounded by `limits`; broken mail is read as far as it goes. The message's own fields are
 * read here, from the bytes as they came; mailparser splits the body into parts and decodes them. Bytes that hold no
 * field of a mail are `not-mail`.
 */
export const readMessage = async (
  raw: Uint8Array,
  limits: Limits = MAIL_LIMITS,
): Promise<E.Either<Unreadable, Message>> => {
  if (raw.length > limits.bytes) {
    return E.left({ kind: 'too-large', why: `${megabytes(raw.length)} MB, more than ${megabytes(limits.bytes)} MB` });
  }
  const limited = new Set<string>();
  const bytes = withUnixBreaks(raw);
  const { headers, bodyAt, cut } = readHeaderBlock(bytes, { lines: limits.headerLines, bytes: limits.headerBytes });
  if (cut) limited.add('headers');
  const strange = whyNotMail(bytes, headers);
  if (strange !== null) return E.left({ kind: 'not-mail', why: strange });
  const root = await readParts(headers, bytes.subarray(bodyAt), limits, limit => limited.add(limit));
  return E.right(messageOf(headers, root, raw.length, limits, limited));
};

const megabytes = (bytes: number): string => (bytes / (1024 * 1024)).toFixed(1);

/** Mail of very old systems ends its lines with CR alone. */
const withUnixBreaks = (raw: Uint8Array): Uint8Array =>
  raw.includes(0x0a) || !raw.includes(0x0d) ? raw : raw.map(byte => (byte === 0x0d ? 0x0a : byte));

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
const MAX_SUBJECT = 20_000;

const messageOf = (
  headers: readonly HeaderLine[],
  root: Part,
  sizeBytes: number,
  limits: Limits,
  limited: Set<string>,
): Message => {
  const { body, leaves } = sortParts(root);
  const addresses = (name: string): readonly Address[] => {
    const read = readAddresses(headersOf(headers, name).join(', '));
    if (read.length >= limits.addresses) limited.add('addresses');
    return read.slice(0, limits.addresses);
  };
  return {
    headers,
    subject: decodeWords((headerOf(headers, 'subject') ?? '').slice(0, MAX_SUBJECT))
      .replace(/\s+/g, ' ')
      .trim()
      .slice(0, 4_000),
    from: addresses('from'),
    to: addresses('to'),
    cc: addresses('cc'),
    replyTo: addresses('reply-to'),
    sender: addresses('sender'),
    messageId: messageIds(headerOf(headers, 'message-id'))[0] ?? null,
    inReplyTo: messageIds(headerOf(headers, 'in-reply-to')),
    references: messageIds(headerOf(headers, 'references')),
    date: readMailDate(headerOf(headers, 'date')),
    contentType: root.type,
    contentParams: root.params,
    ...bodyOf(body),
    attachments: leaves.map(attachmentOf),
    machine: machineParts(leaves),
    sizeBytes,
    limited: [...limited],
  };
};

/** Commas and brackets inside an encoded word are its text, not the header's: they are escaped before addresses are told apart. */
const readAddresses = (value: string): readonly Address[] => {
  const shielded = value.replace(/=\?[^?\s]{1,80}\?Q\?[^?]{0,2000}\?=/gi, word =>
    word.replace(/[",:;<>()@ ]/g, char => `=${char.charCodeAt(0).toString(16).toUpperCase()}`),
  );
  return addressparser(shielded.replace(EARLIER_BRACKET, ' '), { flatten: true }).map(({ name, address }) => ({
    name: decodeWords(name).replace(/\s+/g, ' ').trim(),
    address,
  }));
};

/** Of several addresses in brackets under one name the last is meant. */
const EARLIER_BRACKET = /<[^<>,;"]{0,200}>(?=[^,;"<]{0,200}<[^<>,;"]{0,200}@)/g;

/** Ids between angle brackets; bare words with an `@` where a mailer forgot them. At most 1,000. */
const messageIds = (value: string | null): readonly string[] => {
  if (value === null) return [];
  const bracketed = [...value.matchAll(/<\s*([^<>\s]+(?:\s+[^<>\s]+)?)\s*>/g)].map(match =>
    (match[1] ?? '').replace(/\s+/g, ''),
  );
  const ids = bracketed.length > 0 ? bracketed : value.split(/[\s,]+/).filter(word => word.includes('@'));
  return ids.slice(0, 1_000);
};

/** One stretch of a message's own words: as plain text, as HTML, or the same words as both. */
interface Stretch {
  readonly text: string | null;
  readonly html: string | null;
}

/**
 * Tells body text from attachments: inline plain and HTML parts are body, the two sides of an alternative are one
 * stretch, of related parts the root is body. Everything else, and text that has a file name, is a leaf.
 */
const sortParts = (part: Part, first = true, aside = false): { body: readonly Stretch[]; leaves: readonly Part[] } => {
  if (part.children.length === 0) {
    const stretch = aside ? null : stretchOf(part, first);
    return stretch === null ? { body: [], leaves: [part] } : { body: [stretch], leaves: [] };
  }
  const related = part.type === 'multipart/related';
  const start = part.params.start?.replace(/^<|>$/g, '');
  const root = Math.max(0, start === undefined ? -1 : part.children.findIndex(child => child.contentId === start));
  const sorted = part.children.map((child, index) =>
    related ? sortParts(child, true, aside || index !== root) : sortParts(child, index === 0, aside),
  );
  const body = sorted.flatMap(child => child.body);
  const leaves = sorted.flatMap(child => child.leaves);
  return { body: part.type === 'multipart/alternative' && body.length > 1 ? [alternative(body)] : body, leaves };
};

const alternative = (body: readonly Stretch[]): Stretch => {
  const texts = body.flatMap(({ text }) => (text === null ? [] : [text]));
  const htmls = body.flatMap(({ html }) => (html === null ? [] : [html]));
  return { text: texts.length > 0 ? joinText(texts) : null, html: htmls.length > 0 ? htmls.join('\n') : null };
};

const joinText = (texts: readonly string[]): string =>
  texts.reduce((all, text) => (all === '' || all.endsWith('\n') ? all + text : `${all}\n${text}`), '');

/** Text that opens a message is its body even if it has a name; named text further down is an attachment. */
const stretchOf = ({ type, params, disposition, filename, content }: Part, first: boolean): Stretch | null => {
  const isText = type === 'text/plain' || type === 'text/html' || type.startsWith('multipart/');
  if (!isText || disposition === 'attachment' || (filename !== null && !first)) return null;
  const html = type === 'text/html';
  const charset = params.charset ?? (html ? metaCharset(content) : null);
  const text = decodeText(content, charset).replace(/\r\n?/g, '\n');
  return html ? { text: null, html: text } : { text, html: null };
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

/** The name is what the file would be saved under: without path, control characters or bidi tricks. */
const attachmentOf = ({ type, contentId, disposition, filename, content }: Part): Attachment => {
  const name = (filename ?? '')
    .replace(/[\u0000-\u001f\u007f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g, '')
    .replace(/^.*[/\\]/s, '')
    .trim()
    .slice(0, 200);
  return { filename: name || null, contentType: type, contentId, disposition, size: content.length, content };
};

const ENCLOSED_LIMIT = { lines: 1_000, bytes: 256 * 1024 };
const ENCLOSED =
  /^(message\/(rfc822|global|news|rfc822-headers|global-headers)|text\/(rfc822-headers?|global-headers))$/;
const MACHINE_TEXT_LIMIT = 1024 * 1024;

const machineParts = (leaves: readonly Part[]): MachineParts => {
  const textOf = (pattern: RegExp): string[] =>
    leaves
      .filter(({ type }) => pattern.test(type))
      .slice(0, 50)
      .map(({ params, content }) =>
        decodeText(content.subarray(0, MACHINE_TEXT_LIMIT), params.charset ?? null).replace(/\r\n?/g, '\n'),
      );
  return {
    deliveryStatus: textOf(/^message\/(global-)?delivery-status$/),
    feedbackReport: textOf(/^message\/feedback-report$/)[0] ?? null,
    receipt: textOf(/^message\/(global-)?disposition-notification$/)[0] ?? null,
    enclosed: leaves
      .filter(({ type }) => ENCLOSED.test(type))
      .slice(0, 50)
      .map(({ content }) => readHeaderBlock(content, ENCLOSED_LIMIT).headers),
  };
};
