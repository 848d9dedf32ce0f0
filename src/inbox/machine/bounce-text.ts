import type { SmtpCommand } from './failure-reason.ts';

/** What a report's prose says of one recipient. */
export interface Passage {
  readonly recipient: string | null;
  readonly words: string;
  readonly command: SmtpCommand | null;
}

const COPY_BELOW =
  /^(-+ ?[^-]{0,20}-* ?)?(below (this line )?is (a copy of )?(the|your)|this is a copy of (the|your) message|the (header of the )?original message (is |follows|was sent|header)|(begin )?(original|unsent|returned|undelivered|unsent|rejected|bounced|non-delivered) (e-?mail |mail )?(message|mail|headers?)( follows| text)?\b|message (header|text|body) follows|the (text|headers?) of (the |your )?(original )?message|original message (headers?|text|follows)|included is a copy|headers? of the (original )?message|copy of (the|your) (original )?message|ursprüngliche nachricht|message d'origine|message (original|initial)|mensaje original|messaggio originale|oorspronkelijk bericht|исходное (сообщение|письмо)|原始邮件|原始郵件|元のメッセージ)/i;
const RAW_COPY = /^(received: (from|by) |return-path: ?<|content-type: message\/rfc822|x-originating-ip: )/i;
const ADDRESS = /[^\s<>"'()[\]:;,]{1,100}@[\w.-]{1,200}/;

const MOST_LINES = 4_000;
const LONGEST_LINE = 800;
const MOST_PASSAGES = 30;
const MOST_CHARS = 64 * 1024;
/** Even the shortest report says something before the copy. */
const LEAST_PROSE = 40;

/** A report's text with its lines cut to a length that a report may have, so that every rule below is quick. */
export const reportText = (text: string): string =>
  text
    .slice(0, 512 * 1024)
    .split('\n', MOST_LINES)
    .map(line => line.slice(0, LONGEST_LINE))
    .join('\n');

/** The report's own prose: what stands before the copy of the returned mail. */
export const beforeCopy = (text: string): string => {
  let at = 0;
  for (const line of text.slice(0, MOST_CHARS).split('\n')) {
    if (at > LEAST_PROSE && (RAW_COPY.test(line) || COPY_BELOW.test(line.slice(leading(line, ' \t>*-'))))) break;
    at += line.length + 1;
  }
  return text.slice(0, Math.min(at, text.length));
};

/** How many characters at the line's start are among `marks`. */
const leading = (line: string, marks: string, from = 0): number => {
  let at = from;
  while (at < line.length && marks.includes(line[at] ?? '')) at += 1;
  return at;
};

/**
 * The passages of a report's prose, one for each line that begins with an address (`<a@b>:`, `a@b`, `>>> RCPT TO:<a@b>`),
 * in order; the first holds what stands before any. At most 30.
 */
export const passages = (text: string): readonly Passage[] => {
  const found: { recipient: string | null; lines: string[] }[] = [{ recipient: null, lines: [] }];
  for (const line of text.split('\n')) {
    const opening = openingAddress(line);
    const current = found.at(-1);
    if (opening !== null && opening !== current?.recipient && found.length < MOST_PASSAGES)
      found.push({ recipient: opening, lines: [line] });
    else current?.lines.push(line);
  }
  return found.map(({ recipient, lines }) => passageOf(recipient, lines.join('\n')));
};

const LABEL =
  /^(?:rcpt to|to|recipient|addressed to|final-recipient|e-?mail|error for|failed recipient|user|could not deliver to)\s{0,9}[:\s]\s{0,9}(?:rfc822;\s{0,9})?/i;
const BRACKETS = `"'<([`;

const openingAddress = (line: string): string | null => {
  const start = leading(line, ` \t>*•-${BRACKETS}`);
  const label = LABEL.exec(line.slice(start, start + 80))?.[0].length ?? 0;
  const address = ADDRESS.exec(line.slice(leading(line, BRACKETS, start + label), LONGEST_LINE));
  return address?.index === 0 ? address[0] : null;
};

const passageOf = (recipient: string | null, words: string): Passage => ({
  recipient,
  words,
  command: commandIn(words),
});

/** The command a refusal answered, from the phrases mail systems use for it. */
export const commandIn = (words: string): SmtpCommand | null => {
  const text = words.replace(/\s+/g, ' ');
  const phrase =
    /(?:in reply to|after|following|response to|for|during|did not like our|our)\s+(?:the )?(end of data|data|initial connection|connection|ehlo|helo|starttls|auth|rcpt to|rcpt|mail from|mail|text|message body|sender|end of message)\b(?:\s*command)?/i.exec(
      text,
    );
  if (phrase && /command|after|in reply|did not like|response|for (rcpt|text|mail|data)/i.test(phrase[0]))
    return commandNamed(phrase[1] ?? '');
  const state = /\(state (\d{1,2})\)/.exec(text)?.[1];
  if (state !== undefined) return stateCommand(Number(state));
  const tail = /\[(RCPT_TO|MAIL_FROM|DATA|HELO)\]/.exec(text)?.[1];
  if (tail) return commandNamed(tail.replace('_', ' '));
  if (/does not like recipient|rejected recipient|following RCPT/i.test(text)) return 'rcpt';
  // Oracle's server says so of whatever it was refused; a refusal by policy is none of the address.
  if (/server has rejected address/i.test(text) && !/\b5\.7\.\d/.test(text)) return 'rcpt';
  if (/rejected your (message|mail)|failed after i sent the message/i.test(text)) return 'data';
  if (/does not like (your )?sender|connected to \S+ but sender was rejected/i.test(text)) return 'mail';
  if (/^\s*mail\.local:|procmail:|vdelivermail:/im.test(words)) return 'rcpt';
  return transcriptCommand(words);
};

/** Gmail's old reports number the stages of a session. */
const stateCommand = (state: number): SmtpCommand => {
  if (state >= 15) return 'data';
  if (state === 14) return 'rcpt';
  return state >= 9 ? 'mail' : 'connect';
};

const commandNamed = (name: string): SmtpCommand => {
  const lower = name.toLowerCase();
  if (lower.startsWith('rcpt')) return 'rcpt';
  if (lower.startsWith('mail') || lower === 'sender') return 'mail';
  return /data|text|body|message/.test(lower) ? 'data' : 'connect';
};

/** A sendmail-like transcript: the last `>>>` before the first refusal. */
const transcriptCommand = (words: string): SmtpCommand | null => {
  let last: string | null = null;
  for (const line of words.split('\n')) {
    const sent = /^\s*>>>\s*(\w+)/.exec(line)?.[1];
    if (sent) last = sent;
    else if (last !== null && /^\s*<<<\s*[45]\d\d/.test(line)) return pipelined(words) ? 'rcpt' : commandNamed(last);
  }
  return null;
};

/** `DATA` was sent along before the answer to `RCPT TO` came back: the refusal shown under it is the recipient's. */
const pipelined = (words: string): boolean =>
  /^\s*<<<\s*(503|554)[ -].*(no valid recipients|need rcpt|rcpt first)/im.test(words);
