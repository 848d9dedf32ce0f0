import { type HeaderLine, headerOf, headersOf, type Message } from '../message.ts';
import { decodeText } from '../parse/charset.ts';
import { decodeWords } from '../parse/encoded-word.ts';
import { readHeaderBlock } from '../parse/header-block.ts';
import { openingText } from '../plain-text.ts';
import { beforeCopy, bounceSigns, commandIn, type Passage, passages, reportText } from './bounce-text.ts';
import { type FailureReason, failureReason, type Verdict } from './failure-reason.ts';

/** What a delivery report says about one recipient, as written (RFC 3464 §2.3). */
export interface StatusRecord {
  readonly recipient: string | null;
  /** failed, delayed, delivered, relayed, expanded; lower-case. */
  readonly action: string | null;
  /** `5.1.1`; null when absent or malformed. */
  readonly status: string | null;
  /** The other side's words, unfolded, without the `smtp;` in front. */
  readonly diagnostic: string;
  /** The recipient before forwarding, when the report names it. */
  readonly originalRecipient: string | null;
}

const FIELD = /^([A-Za-z][A-Za-z0-9-]{1,60})\s*:\s*(.*)$/;
const RECIPIENT_FIELDS = /^(final-recipient|original-recipient|x-actual-recipient)$/;

/** The per-recipient groups of a `message/delivery-status` text; at most 50. Blank lines are often missing or doubled. */
export const readDeliveryStatus = (text: string): readonly StatusRecord[] => {
  const groups: Map<string, string>[] = [];
  let group = new Map<string, string>();
  let last: string | null = null;
  for (const line of text.split('\n')) {
    const field = /^\s/.test(line) ? null : FIELD.exec(line);
    if (field) {
      const name = (field[1] ?? '').toLowerCase();
      if (name === 'final-recipient' && group.has(name)) {
        groups.push(group);
        group = new Map();
      }
      if (!group.has(name)) group.set(name, field[2] ?? '');
      last = name;
    } else if (line.trim() === '') {
      if (group.size > 0) groups.push(group);
      group = new Map();
      last = null;
    } else if (last !== null) group.set(last, `${group.get(last) ?? ''} ${line.trim()}`);
  }
  if (group.size > 0) groups.push(group);
  return groups.filter(describesRecipient).slice(0, 50).map(recordOf);
};

const describesRecipient = (group: ReadonlyMap<string, string>): boolean =>
  [...group.keys()].some(name => RECIPIENT_FIELDS.test(name) || name === 'action' || name === 'status');

const recordOf = (group: ReadonlyMap<string, string>): StatusRecord => {
  const original = addressOf(group.get('original-recipient'));
  return {
    recipient: addressOf(group.get('final-recipient')) ?? addressOf(group.get('x-actual-recipient')) ?? original,
    originalRecipient: original,
    action: /^[a-z]+/.exec((group.get('action') ?? '').trim().toLowerCase())?.[0] ?? null,
    status: /\b([245]\.\d{1,3}\.\d{1,3})\b/.exec(group.get('status') ?? '')?.[1] ?? null,
    diagnostic: decodeWords((group.get('diagnostic-code') ?? '').replace(/^\s*[\w-]+\s*;\s*/, '')).slice(0, 4_000),
  };
};

/** `rfc822; a@b` and what mailers make of it. */
const addressOf = (value: string | undefined): string | null => {
  const bare = (value ?? '').replace(/^\s*[\w-]+\s*;\s*/, '');
  return /[^\s<>";,()]+@[^\s<>";,()]+/.exec(bare)?.[0] ?? null;
};

/** One recipient a report speaks of. */
export interface FailedDelivery {
  /** As the report writes it, lower-case; null when it names none. */
  readonly recipient: string | null;
  /** `failed` is final. `delayed` is still tried, `delivered` arrived: neither counts as a bounce. */
  readonly outcome: 'failed' | 'delayed' | 'delivered';
  readonly hard: boolean;
  readonly reason: FailureReason;
  readonly status: string | null;
  /** The words it was read from, one line, at most 500 characters. */
  readonly diagnostic: string;
}

export interface Bounce {
  readonly deliveries: readonly [FailedDelivery, ...FailedDelivery[]];
  /** Ids of the mail that came back, without angle brackets. */
  readonly returned: { readonly messageIds: readonly string[]; readonly headers: readonly HeaderLine[] };
  readonly why: string;
}

/** Reads a delivery report, of RFC 3464 or of any of the older and stranger kinds; `null` when the mail is none. */
export const readBounce = (message: Message): Bounce | null => {
  const text = reportText(openingText(message) || attachedText(message));
  const why = whyBounce(message, text);
  if (why === null) return null;
  const own = beforeCopy(text);
  const returned = returnedHeaders(message, text.slice(own.length));
  const deliveries = deliveriesOf(message, own, text, returned);
  return { deliveries, returned: { messageIds: idsOf(returned), headers: returned }, why };
};

/** Some gateways attach even the report's own words. */
const attachedText = ({ attachments, machine }: Message): string => {
  if (machine.deliveryStatus.length === 0) return '';
  const words = attachments.find(({ contentType }) => contentType === 'text/plain');
  return words === undefined ? '' : decodeText(words.content.subarray(0, 64 * 1024), null);
};

const ANSWER = /^\s*(re|aw|sv|vs|antw|ré|rif|odp|回复|答复|返信|답장)\s*[:：]/iu;

/** A line that begins as an SMTP server's refusal does. */
const REFUSAL = /^[ \t<>]{0,8}[45]\d\d[ -]/m;

const whyBounce = (message: Message, text: string): string | null => {
  if (message.machine.deliveryStatus.length > 0) return 'holds a delivery report';
  const report = message.contentType === 'multipart/report' ? (message.contentParams['report-type'] ?? '') : '';
  if (/^delivery-status/i.test(report)) return 'is a delivery report';
  if (headerOf(message.headers, 'x-failed-recipients') !== null) return 'names failed recipients';
  const { daemon, nullPath, subject, body, copy } = bounceSigns(message, text);
  // Small firms read their postmaster's mailbox, and answer from it.
  const answers = !nullPath && message.inReplyTo.length > 0 && ANSWER.test(message.subject);
  if (answers && !REFUSAL.test(beforeCopy(text))) return null;
  if (daemon === 'sure' && (subject || body)) return 'a mail system says that a mail was not delivered';
  if (daemon === 'maybe' && body && (subject || nullPath)) return 'a mail system says that a mail was not delivered';
  if (subject && body && (nullPath || copy)) return 'worded as a delivery report';
  return null;
};

const outcomeOf = (action: string | null, verdict: Verdict, text: string): FailedDelivery['outcome'] => {
  if (action === 'delivered' || action === 'relayed' || action === 'expanded') return 'delivered';
  if (action === 'delayed') return 'delayed';
  const waits = action === null && verdict.reason === 'expired' && STILL_TRYING.test(text);
  return waits ? 'delayed' : 'failed';
};

const STILL_TRYING =
  /warning message only|do not need to resend|will (be retried|keep trying|continue|try again)|has (not yet been|been delayed)|temporary failure report|is delayed|still being retried|delayed for more than|delay reason/i;

const deliveriesOf = (
  message: Message,
  own: string,
  text: string,
  returned: readonly HeaderLine[],
): Bounce['deliveries'] => {
  const records = [...message.machine.deliveryStatus, ...inlineStatus(message, text)].flatMap(readDeliveryStatus);
  const prose = passages(own);
  const fromRecords = records
    .filter(record => record.recipient !== null || record.status !== null)
    .map(record => fromRecord(record, prose, own));
  const told = fromRecords.length > 0 ? fromRecords : fromProse(message, prose, own, returned);
  const [first, ...rest] = told;
  return first ? [first, ...rest] : [fallback(message, own)];
};

/** Reports whose status fields stand in the text, or in an attachment of another type. */
const inlineStatus = (message: Message, text: string): readonly string[] => {
  const inText = /^(final-recipient|original-recipient|action|reporting-mta)\s*:/im.test(text)
    ? [text.replace(/^.*?(?=^(reporting-mta|final-recipient|action)\s*:)/ims, '')]
    : [];
  return message.machine.deliveryStatus.length > 0 ? [] : inText;
};

const sameAddress = (a: string | null, b: string | null): boolean =>
  a !== null && b !== null && a.toLowerCase() === b.toLowerCase();

const fromRecord = (record: StatusRecord, prose: readonly Passage[], own: string): FailedDelivery => {
  const told = prose.filter(
    passage =>
      sameAddress(passage.recipient, record.recipient) || sameAddress(passage.recipient, record.originalRecipient),
  );
  const silent = record.diagnostic.replace(/[^a-z]/gi, '').length < 4;
  const words = silent
    ? `${record.diagnostic} ${told.length > 0 ? told.map(passage => passage.words).join('\n') : own}`
    : record.diagnostic;
  const command = told.map(passage => passage.command).find(found => found !== null) ?? commandIn(own);
  const spoken = told.map(passage => passage.words).join('\n');
  const verdict = failureReason({ action: record.action, status: record.status, words, command, prose: spoken });
  return delivery(record.recipient, record.action, verdict, words, own);
};

const fromProse = (
  message: Message,
  prose: readonly Passage[],
  own: string,
  returned: readonly HeaderLine[],
): FailedDelivery[] => {
  const action = /\b(delay|warning)/i.test(message.subject) && STILL_TRYING.test(own) ? 'delayed' : null;
  const failed = headersOf(message.headers, 'x-failed-recipients')
    .flatMap(value => value.split(','))
    .map(address => address.trim());
  const named = prose.filter(passage => passage.recipient !== null && !isOurs(passage.recipient, message));
  const told = named.map(passage => {
    const verdict = failureReason({
      action,
      status: null,
      words: passage.words,
      command: passage.command,
      prose: inOwnLanguage(passage.words),
    });
    return delivery(passage.recipient, action, verdict, passage.words, own);
  });
  const telling = told.filter(one => one.reason !== 'unknown');
  if (telling.length > 0 && failed.length === 0) return telling;
  const about = telling.find(one => failed.some(address => sameAddress(address, one.recipient)));
  if (about) return [about, ...telling.filter(one => one !== about)];
  const recipient =
    failed[0] ?? named[0]?.recipient ?? /[^\s<>,]+@[^\s<>,]+/.exec(headerOf(returned, 'to') ?? '')?.[0] ?? null;
  const verdict = failureReason({
    action,
    status: null,
    words: `${message.subject}\n${own}`,
    command: commandIn(own),
    prose: inOwnLanguage(own),
  });
  return [delivery(recipient, action, verdict, own, own)];
};

/** Servers refuse in English: what a report says in another script or with accents is its own finding. */
const inOwnLanguage = (words: string): string =>
  words
    .split('\n')
    .filter(line => /[^\p{ASCII}\p{P}\s]/u.test(line))
    .join('\n');

/** The report's own sender is not the recipient it is about. */
const isOurs = (address: string, message: Message): boolean =>
  message.from.some(from => sameAddress(from.address, address));

const fallback = (message: Message, own: string): FailedDelivery => {
  const verdict = failureReason({
    action: null,
    status: null,
    words: `${message.subject}\n${own}`,
    command: commandIn(own),
  });
  return delivery(null, null, verdict, own, own);
};

const delivery = (
  recipient: string | null,
  action: string | null,
  verdict: Verdict,
  words: string,
  own: string,
): FailedDelivery => {
  const outcome = outcomeOf(action, verdict, own);
  return {
    recipient: recipient?.toLowerCase() ?? null,
    outcome,
    hard: outcome === 'failed' && verdict.hard,
    reason: verdict.reason,
    status: verdict.status,
    diagnostic: words.replace(/\s+/g, ' ').trim().slice(0, 500),
  };
};

/** Fields of the mail that came back: enclosed, or copied into the text. */
const returnedHeaders = (message: Message, copy: string): readonly HeaderLine[] => {
  const enclosed = message.machine.enclosed[0];
  if (enclosed && enclosed.length > 0) return enclosed;
  const start = /^[A-Za-z][A-Za-z-]{2,40}:\s?\S/m.exec(copy);
  if (!start) return [];
  const bytes = new TextEncoder().encode(copy.slice(start.index, start.index + 32 * 1024));
  return readHeaderBlock(bytes, { lines: 300, bytes: 32 * 1024 }).headers;
};

const idsOf = (headers: readonly HeaderLine[]): readonly string[] =>
  ['message-id', 'x-ses-message-id', 'references', 'in-reply-to'].flatMap(name =>
    headersOf(headers, name).flatMap(value =>
      [...value.matchAll(/<?([^\s<>]+@[^\s<>]+)>?/g)].map(match => match[1] ?? ''),
    ),
  );
