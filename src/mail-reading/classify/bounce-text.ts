import { headerOf, headersOf, type Message } from '../message.ts';
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

const MAX_LINES = 4_000;
const MAX_LINE = 800;
const MAX_PASSAGES = 30;
const MAX_CHARS = 64 * 1024;
/** Even the shortest report says something before the copy. */
const MIN_PROSE = 40;

/** A report's text with its lines cut to a length that a report may have, so that every rule below is quick. */
export const reportText = (text: string): string =>
  text
    .slice(0, 512 * 1024)
    .split('\n', MAX_LINES)
    .map(line => line.slice(0, MAX_LINE))
    .join('\n');

/** The report's own prose: what stands before the copy of the returned mail. */
export const beforeCopy = (text: string): string => {
  let at = 0;
  for (const line of text.slice(0, MAX_CHARS).split('\n')) {
    if (at > MIN_PROSE && (RAW_COPY.test(line) || COPY_BELOW.test(line.slice(leading(line, ' \t>*-'))))) break;
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
    if (opening !== null && opening !== current?.recipient && found.length < MAX_PASSAGES)
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
  const address = ADDRESS.exec(line.slice(leading(line, BRACKETS, start + label), MAX_LINE));
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

/** What speaks for a mail being a delivery report, apart from its MIME structure. */
export interface BounceSigns {
  /** Sent by a mail system, by its address or name: surely, or by an address people use too. */
  readonly daemon: 'sure' | 'maybe' | 'no';
  /** Sent with the empty return path. */
  readonly nullPath: boolean;
  readonly subject: boolean;
  readonly body: boolean;
  /** Encloses or copies the mail it is about. */
  readonly copy: boolean;
}

const SURE_LOCAL =
  /^(mailer[-_.]?daemon|mail[-_.]?daemon|mailerdaemon|mdaemon|post[-_]?master|poostmaster|mail[-_.]?delivery|mail\.delivery\.system|double-bounce)$/i;
const MAYBE_LOCAL =
  /^(mailer|mailadmin|mail[-_]?system|mailsystem|bounces?|nobody|sysadmin|administrator|daemon|delivery|mail-?errors?|smtp|mta|no-?reply|.*-admin)$/i;
const SURE_NAME =
  /mail(er)?[\s-]*(delivery|deliver|daemon)\b|delivery (sub)?system|mailer-daemon|content-filter at|mail administrator|ndr administrator|internet mail delivery/i;
const MAYBE_NAME =
  /mail(er)?[\s-]*(system|administrat|error)|system administrator|postmaster|microsoft (outlook|exchange)|mail (robot|server)|systemadministrator|administrateur syst|почтов/i;

const SUBJECTS = [
  'undeliver|non-?deliver|not[ -]deliver|un-?deliverable|delivery[ -](status|failure|failed|fail|report|error|problem|notification|has failed|delay|incomplete|of)|failure (notice|delivery)|failed (mail|delivery|to deliver|message)',
  'return(ed)?[ -](e-?mail|message|to sender)|mail (delivery )?(failed|failure|error|system error|status)|(message|mail)[^:]{0,30}(could ?n.?t|could not|cannot|can.t|not) (be )?(delivered|sent)|(message|mail) (delayed|rejected|blocked|bounced|refused)|warning: (could not send|message)|delayed (mail|message)|error sending|there was an error sending|rejected (mail|message)|blocked by|(mail|message) (has been )?blocked|bounced|mta-blocked|postmaster notify|postfix smtp server|loop alert|not member article|non remis|malformed recipient|address unknown|unknown address|user unknown|host unknown|mailbox (full|over|is over)|quota exceed|message you sent|delivery to|unable to deliver|notice: mail delivery|error de(l)? correo|delivery reports? about|permanent delivery|could not send message|permanent error|delivery notification|mail not delivered|your message was not',
  'unzustell|nicht zugestellt|zustell(ung|fehler)|nicht zustellbar|rückläufer|fehlgeschlagen',
  'non (remis|distribu|délivr)|échec d|échoué|impossible de (remettre|livrer)|remise (de|du) message|notification d.état|courrier non|message non',
  'no (se )?(entreg|pudo)|devuelto|error de entrega|no entregad|no se puede entregar|estado de entrega',
  'mancat[oa] (recapito|consegna)|recapito|non (recapitat|consegnat)|impossibile recapitare|consegna (fallita|non)',
  'n[ãa]o (foi )?entregue|falha (na|de) entrega|devolvid|estado da entrega',
  'onbestelbaar|niet (bezorgd|afgeleverd|besteld)|aflevering|bezorg',
  'kan ikke lever|kunne ikke lever|ikke levert|ej lever|olevererbar|gick inte att leverera|uleverbar|levering',
  'niedostarcz|nie dostarczono|niedor[ęe]cz|zwrot (wiadom|poczt)|nie można dostarcz|błąd dostarcz',
  'недостав|не ?доставлен|не удалось доставить|доставк|невозможно доставить|возвращ',
  '配信不能|配信でき|配達不能|配達でき|送信でき|送信エラー|エラーメール|メールエラー|エラー通知|届けられ|届かな|不達|未配信',
  '退信|退件|无法投递|無法投遞|无法送达|無法送達|未送达|未送達|投递失败|投遞失敗|寄件失敗|发送失败|傳送失敗|无法传递|無法傳遞|系统退',
  '반송|배달되지|전송 ?실패|배달 ?실패|발송 ?실패|배달할 수 없',
  'teslim edilemedi|iletilemedi|doručen|kézbesíthetetlen|nelivrat|αποτυχία παράδοσης|không (gửi|thể gửi)|gửi không thành công|tidak (terkirim|dapat dikirim)|gagal (terkirim|dikirim)|ส่งไม่ได้|ไม่สามารถส่ง|لم يتم تسليم|נכשל',
];
const SUBJECT = new RegExp(SUBJECTS.join('|'), 'iu');

const BODIES = [
  '(your|the|this|following|original|attached|returned|a) (e-?mail |mail )?(message|mail|e-?mail|letter)s?\\b[^.]{0,120}\\b(could ?n.?t|could not|can ?not|was not|were not|has not|has n.t|not|unable to|failed to|un-?)\\s?(been |be |yet been )?(be )?(deliver|relay|sent|send|reach|process|accept|post)\\w*',
  '(could ?n.?t|could not|can ?not|unable to|wasn.t able to|was unable to|failed to|did not|not able to|trouble|error occurred while trying to|problem) (be )?(deliver|send|relay|complete|reach)\\w*',
  '(following|these|those) (address|recipient)\\w*[^.]{0,60}(fail|error|problem|permanent|transient|not|reject|undeliver)|address\\(?e?s?\\)? failed|failed recipient|recipients? (did not|was|were|could|has)|delivery (to|of|has|failed|attempt|status|delay)[^.]{0,60}',
  'permanent (fatal |delivery )?(error|failure)|fatal errors?|transcript of (the )?session|unsent message|undeliver\\w*|returned (mail|message|to)|mail delivery (sub)?system|delivery status notification|automatically generated delivery|mail system at host|qmail-send program|mail delivery software|giving up|non-deliver\\w*|not been delivered|not delivered|queued for|has been (rejected|blocked|returned|delayed)|was (rejected|blocked|returned|undeliverable)|was not accepted|delivery error|rejected your message|mailbox[^.]{0,40}(full|unavailable|exceed)|user unknown|unknown user|no such user|host unknown|does not exist|message for address|message from yahoo|smtp error|remote host said|(^|\\s)[45]\\d\\d[ -][45]\\.\\d\\.\\d|\\b55\\d[ -]',
  'duplicated message-id|not member|account is disabled',
  'nicht (zugestellt|übermittelt|ausgeliefert|zustell)|zustellung|konnte nicht|unzustellbar|pas pu être|n.a pas (pu|été)|non remis|impossible de|no (se )?(ha podido|pudo|puede)|no fue entregad|non (è stato|è possibile)|recapit|não (foi|pôde|pode)|niet (worden )?(bezorgd|afgeleverd)|kunne ikke|kunde inte|nie (została|można)|не (может быть|удалось|доставлено|было)|送信できま|配信でき|配達でき|届けられ|存在し|見つかり|无法|無法|退回|未能|반송|배달|전송하지',
];
const BODY = new RegExp(BODIES.join('|'), 'iu');

const daemonOf = ({ from, sender }: Pick<Message, 'from' | 'sender'>): BounceSigns['daemon'] => {
  const writers = [...from.slice(0, 3), ...sender.slice(0, 1)];
  const some = (local: RegExp, name: RegExp): boolean =>
    writers.some(
      writer => local.test(writer.address.split('@')[0] ?? '') || local.test(writer.name) || name.test(writer.name),
    );
  if (some(SURE_LOCAL, SURE_NAME)) return 'sure';
  return some(MAYBE_LOCAL, MAYBE_NAME) ? 'maybe' : 'no';
};

/** True when the envelope sender, as the last mail server noted it, is empty or a mailer daemon. */
export const hasNullPath = ({ headers }: Pick<Message, 'headers'>): boolean =>
  headersOf(headers, 'return-path').some(path =>
    /^\s*<\s*>|^\s*<?(mailer-daemon|postmaster|double-bounce)\b/i.test(path),
  );

export const saysUndelivered = (subject: string): boolean => SUBJECT.test(subject);

export const bounceSigns = (message: Message, text: string): BounceSigns => {
  const own = beforeCopy(text);
  return {
    daemon: daemonOf(message),
    nullPath: hasNullPath(message) || headerOf(message.headers, 'x-failed-recipients') !== null,
    subject: saysUndelivered(message.subject),
    body: BODY.test(own),
    copy: message.machine.enclosed.length > 0 || own.length < text.length,
  };
};
