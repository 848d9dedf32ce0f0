import type { FailureReason } from './failure-words.ts';
import { FAILURE_WORDS, SURELY_NO_SUCH_USER } from './failure-words.ts';

/** The SMTP command a refusal answered, when the report shows it. */
export type SmtpCommand = 'connect' | 'mail' | 'rcpt' | 'data';

/** What is known of one failed delivery. */
export interface Evidence {
  readonly action: string | null;
  /** The report's own status field. */
  readonly status: string | null;
  /** What the other side, or the reporting system, said. */
  readonly words: string;
  readonly command: SmtpCommand | null;
  /** The report's own prose about the recipient, when the words above are the other side's. */
  readonly prose?: string;
}

export interface Verdict {
  readonly reason: FailureReason;
  /** The address is no good: write to it no more. Soft failures may pass. */
  readonly hard: boolean;
  readonly status: string | null;
}

const HARD = new Set<FailureReason>(['no-such-user', 'no-such-host', 'moved']);

/**
 * Reads a refusal. Words beat codes, because servers put any code before them; codes decide where words are silent.
 * "Unknown user" is believed when it answers `RCPT TO` or comes with a status 5.1.x. Said to `DATA`, or by nobody in
 * particular, it is what filters say of mail they do not want, so it is soft. Nothing that answers `MAIL FROM` or the
 * connection is about the recipient.
 */
export const failureReason = ({ action, status, words, command, prose }: Evidence): Verdict => {
  const line = flattened(words);
  const spoken = statusIn(line);
  const code = spoken ?? status;
  const verdict = (reason: FailureReason): Verdict => ({ reason, hard: HARD.has(reason), status: code });
  if (action === 'delivered' || action === 'relayed' || action === 'expanded') return verdict('unknown');
  if (SURELY_NO_SUCH_USER.test(line)) return verdict('no-such-user');
  if (command !== 'data' && command !== 'mail' && ABSENT.test(code ?? '') && wordsFor('no-such-user').test(line))
    return verdict('no-such-user');
  const said = FAILURE_WORDS.find(({ pattern }) => pattern.test(line))?.reason ?? null;
  if (action === 'delayed') return verdict(said !== null && !HARD.has(said) ? said : 'expired');
  if (command === 'mail' || command === 'connect') {
    return verdict(said !== null && !HARD.has(said) ? said : 'sender-refused');
  }
  if (said === 'no-such-user')
    return verdict(believable(line, code, status, command) || vouched(prose) ? said : 'filtered');
  return verdict(said ?? byStatus(code) ?? byReply(line));
};

/** Codes kept for addresses that are not there. */
const ABSENT = /^5\.1\.(0|1|2|3|10|351)$/;

const wordsFor = (reason: FailureReason): RegExp =>
  FAILURE_WORDS.find(wording => wording.reason === reason)?.pattern ?? /$^/;

const believable = (line: string, code: string | null, field: string | null, command: SmtpCommand | null): boolean =>
  command === 'rcpt' ||
  [code, field].some(status => ABSENT.test(status ?? '') || /^5\.(2\.1|4\.1)$/.test(status ?? '')) ||
  (command === null && !/\b55\d\b/.test(line) && !/\[/.test(line));

/** The reporting system says so in its own words, not merely quoting an answer. */
const vouched = (prose: string | undefined): boolean =>
  (prose ?? '')
    .slice(0, MOST_WORDS)
    .split(/\n(?!\s)/)
    .some(said => !SMTP_ANSWER.test(said) && wordsFor('no-such-user').test(flattened(said)));

const SMTP_ANSWER = /\b(?:4[2-5]|5[0-7])\d\b/;

/** Characters looked at: an SMTP answer has 512 a line, and rarely more than three. */
const MOST_WORDS = 2_500;

/** One line, addresses replaced, and without the phrase a relay puts before the other side's own words. */
const flattened = (words: string): string =>
  words
    .slice(0, MOST_WORDS)
    .replace(/\s+/g, ' ')
    .replace(/^\s*\d\.\d\.\d - [^0-9]{1,60}(?=\d{3}[ -])/, '')
    .replace(
      /^.*?(error that the other server returned was|response (from the remote server )?was|remote (host|server) (said|returned|replied)):/i,
      '',
    )
    .replace(/recipient address rejected: (?=\S+ ?\S*)(?!access denied)/i, '')
    .replace(/[^\s<>"'()[\]:;,（）：，。；]{1,100}@[^\s<>"'()[\]:;,（）：，。；]{1,200}/g, '<@>')
    .replace(/<<@>>/g, '<@>');

const statusIn = (line: string): string | null => {
  const found = [...line.matchAll(/(?:^|[\s'"(#<:-])([245]\.\d{1,2}\.\d{1,3})(?=$|[\s'")>:,;.])/g)].map(
    match => match[1] ?? '',
  );
  return found.find(status => !/^[245]\.0\.0$/.test(status)) ?? null;
};

/** RFC 3463 and the registry of enhanced codes; `null` for codes that say nothing. */
const byStatus = (status: string | null): FailureReason | null => {
  const [kind, subject, detail] = (status ?? '').split('.').map(Number);
  if (kind === 4) return 'expired';
  if (kind !== 5) return null;
  switch (subject) {
    case 1:
      return byAddressDetail(detail ?? 0);
    case 2:
      return detail === 2 ? 'mailbox-full' : detail === 3 ? 'too-large' : detail === 1 ? 'suspended' : 'filtered';
    case 3:
      return detail === 4 ? 'too-large' : 'system';
    case 4:
      return detail === 4 || detail === 310 ? 'no-such-host' : detail === 7 ? 'expired' : 'network';
    case 5:
      return 'system';
    case 6:
      return 'content';
    case 7:
      return detail === 27 ? 'no-such-host' : 'policy';
    default:
      return null;
  }
};

const byAddressDetail = (detail: number): FailureReason => {
  if (detail === 2) return 'no-such-host';
  if (detail === 6) return 'moved';
  if (detail === 7 || detail === 8) return 'sender-refused';
  return detail === 4 || detail === 5 || detail === 9 ? 'filtered' : 'no-such-user';
};

const byReply = (line: string): FailureReason => {
  const reply = /(?:^|[\s:<[-])([45]\d\d)(?=[\s:-])/.exec(line)?.[1];
  if (reply === undefined) return 'unknown';
  if (reply.startsWith('4')) return 'expired';
  return reply === '552' ? 'mailbox-full' : reply === '551' ? 'moved' : 'filtered';
};
