import { type HeaderLine, headerOf, headersOf, type Message } from '../message.ts';
import { openingText } from '../plain-text.ts';

export interface Complaint {
  /** `abuse`, `opt-out`, `auth-failure`, …: RFC 5965's word, or `unsubscribe` for a mail program's unsubscribe mail. */
  readonly type: string;
  /** A person wants no more mail: the contact is closed for all quotes. False for reports on authentication and the like. */
  readonly closes: boolean;
  /** Who complains, as far as the report says; often redacted. */
  readonly recipients: readonly string[];
  /** Header fields of the mail complained about. */
  readonly about: readonly HeaderLine[];
  readonly why: string;
}

const HARMLESS = /^(auth-failure|not-spam|dmarc|dkim|virus)/;
const REPORT_SUBJECT =
  /^\s*(complaint about message from|e-?mail (feedback|abuse) report|abuse report|feedback report|spam (report|complaint)|\[?fbl\]?\b|client tos notification|yahoo.{0,20}(spam|abuse) report)/i;

/** Reads a complaint: RFC 5965, the mail services' own shapes of it, and unsubscribe mails. `null` when it is none. */
export const readComplaint = (message: Message): Complaint | null => {
  const report = message.machine.feedbackReport ?? inlineReport(message);
  const declared =
    message.contentType === 'multipart/report' && /^feedback-report/i.test(message.contentParams['report-type'] ?? '');
  const about = message.machine.enclosed[0] ?? [];
  if (report !== null || declared) return complaintOf(report ?? '', about, 'a feedback report');
  const service =
    about.length > 0 && (REPORT_SUBJECT.test(message.subject) || headerOf(about, 'x-hmxmroriginalrecipient') !== null);
  if (service) return complaintOf('Feedback-Type: abuse', about, 'a mail service passes a complaint on');
  return unsubscribes(message) ? complaintOf('Feedback-Type: unsubscribe', [], 'an unsubscribe mail') : null;
};

/** Some services put the report's fields into the text. */
const inlineReport = (message: Message): string | null => {
  if (message.machine.enclosed.length === 0 && message.contentType !== 'text/plain') return null;
  const text = (message.text ?? '').slice(0, 20_000);
  return /^feedback-type\s*:/im.test(text) &&
    /^(user-agent|version|original-mail-from|source-ip|arrival-date)\s*:/im.test(text)
    ? text
    : null;
};

const complaintOf = (report: string, about: readonly HeaderLine[], why: string): Complaint => {
  const type = /^feedback-type\s*:\s*([\w-]+)/im.exec(report)?.[1]?.toLowerCase() ?? 'abuse';
  const named = [...report.matchAll(/^(?:original-rcpt-to|removal-recipient)\s*:\s*(.+)$/gim)].map(
    match => match[1] ?? '',
  );
  const original = [headerOf(about, 'x-hmxmroriginalrecipient'), ...headersOf(about, 'to')].flatMap(
    value => value ?? [],
  );
  const recipients = [...named, ...original].flatMap(value => value.match(/[^\s<>,;"]+@[^\s<>,;"]+/g) ?? []);
  return {
    type,
    closes: !HARMLESS.test(type),
    recipients: [...new Set(recipients.map(address => address.toLowerCase()))].slice(0, 20),
    about,
    why: `${why} (${type})`,
  };
};

/** What mail programs send to a `List-Unsubscribe` address: the bare word, and nothing or a stock sentence under it. */
const unsubscribes = (message: Message): boolean => {
  if (headerOf(message.headers, 'x-apple-unsubscribe') !== null) return true;
  if (
    !/^\s*(unsubscribe|list-unsubscribe|opt-?out|abmelden|désabonne\w*|désinscri\w*|darse de baja|cancelar suscripci[oó]n|disiscri\w*|退订|配信停止)\s*[.!]?\s*$/i.test(
      message.subject,
    )
  )
    return false;
  const text = openingText(message).trim();
  return (
    text === '' ||
    /^(unsubscribe|stop|remove)\W*$/i.test(text) ||
    (text.length < 400 && /automatically generated|sent this e-?mail to unsubscribe/i.test(text))
  );
};
