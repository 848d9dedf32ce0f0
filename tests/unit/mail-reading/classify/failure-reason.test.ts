import { describe, expect, it } from 'vitest';
import { commandIn, passages } from '../../../../src/mail-reading/classify/bounce-text.ts';
import { type Evidence, failureReason } from '../../../../src/mail-reading/classify/failure-reason.ts';

const of = (words: string, more: Partial<Evidence> = {}) =>
  failureReason({ action: 'failed', status: null, command: null, ...more, words });

describe('an address that is no good', () => {
  it.each([
    '550 5.1.1 <ann@x.example>: Recipient address rejected: User unknown in local recipient table',
    '550 5.1.1 The email account that you tried to reach does not exist.',
    '550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient not found by SMTP address lookup',
    '550 5.4.1 Recipient address rejected: Access denied. [x.prod.outlook.com]',
    '550 5.1.1 sorry, no mailbox here by that name',
    '550 5.1.1 Benutzer unbekannt',
    '550 5.1.1 Adresse destinataire invalide',
    '550 5.1.1 usuario desconocido',
    '550 5.1.1 такого пользователя нет',
    '550 5.1.1 用户不存在',
    '退信原因：收件人邮件地址（ann@x.example）不存在，邮件无法送达。',
    '550 Message was not accepted -- invalid mailbox.  Local mailbox ann@x.example is unavailable: user not found',
    '550 5.7.1 No such user!',
    '550 User not found: ann@x.example',
    'unknown user: ann',
    'User ann (ann@x.example) not listed in Domino Directory',
    'Benutzer ann (ann@x.example) nicht im Domino-Verzeichnis aufgeführt',
    "554 delivery error: dd This user doesn't have a mail.example account (ann@mail.example) [0]",
    '宛先のアドレスが見つかりません',
    '551 not our customer',
    '550 5.1.6 recipient no longer on server',
    'Host or domain name not found. Name service error for name=x.example type=A: Host not found',
    '550 Host unknown',
    'The domain does not exist',
    '556 5.1.10 Host does not accept mail (null MX)',
    'all relevant MX records point to non-existent hosts',
  ])('%s', words => {
    expect(of(words)).toMatchObject({ hard: true });
  });

  it('is believed of a bare refusal only in answer to RCPT', () => {
    expect(of('550 User unknown', { command: 'rcpt' })).toMatchObject({ hard: true, reason: 'no-such-user' });
    expect(of('550 User unknown', { command: 'data' })).toMatchObject({ hard: false, reason: 'filtered' });
    expect(of('550 User unknown')).toMatchObject({ hard: false, reason: 'filtered' });
    expect(of('550 User unknown', { prose: 'ann@x.example (Unknown user)' })).toMatchObject({ hard: true });
  });

  it('is believed of a gateway that reports what it was told, unless policy refused', () => {
    const oracle = 'Reason: Remote SMTP server has rejected address\nDiagnostic code: smtp;550 User unknown';
    expect(commandIn(oracle)).toBe('rcpt');
    expect(commandIn(oracle.replace('550', '550 5.7.1'))).toBeNull();
  });

  it('is never what answers the sender or the connection', () => {
    expect(of('550 5.1.7 No such domain shop.example', { command: 'mail' })).toMatchObject({
      hard: false,
      reason: 'sender-refused',
    });
    expect(of('554 user unknown', { command: 'connect' })).toMatchObject({ hard: false });
  });

  it('is never said of a mail that is still tried', () => {
    expect(of('450 4.1.1 user unknown', { action: 'delayed', command: 'rcpt' })).toMatchObject({
      hard: false,
      reason: 'expired',
    });
  });

  it('is told by the code where words are silent', () => {
    expect(of('', { status: '5.1.1' })).toMatchObject({ hard: true });
    expect(of('', { status: '5.1.2' })).toMatchObject({ hard: true });
    expect(of('', { status: '5.2.2' })).toMatchObject({ hard: false, reason: 'mailbox-full' });
    expect(of('', { status: '4.4.1' })).toMatchObject({ hard: false });
    expect(of('')).toMatchObject({ hard: false, reason: 'unknown' });
  });
});

describe('what may pass', () => {
  it.each([
    ['552 5.2.2 mailbox full', 'mailbox-full'],
    ['452 4.2.2 The email account that you tried to reach is over quota', 'mailbox-full'],
    ['550 5.1.1 <ann@x.example>... user is over quota', 'mailbox-full'],
    ['550 5.2.1 The email account that you tried to reach is disabled', 'suspended'],
    ['554 5.7.1 Client host [192.0.2.1] blocked using zen.spamhaus.org', 'blocked'],
    ['450 4.2.0 <ann@x.example>: Recipient address rejected: Greylisted', 'blocked'],
    ['550 5.7.1 IP address blacklisted by recipient', 'blocked'],
    ['550 5.7.26 This mail is unauthenticated: SPF and DKIM did not pass', 'authentication'],
    ['550 5.7.1 Message rejected as spam', 'spam'],
    ['552 5.3.4 Message size exceeds fixed limit', 'too-large'],
    ['550 5.7.1 relaying denied', 'relaying'],
    ['553 5.1.8 Domain of sender address does not exist', 'sender-refused'],
    ['554 5.7.1 virus found', 'virus'],
    ['connect to x.example[192.0.2.1]:25: Connection timed out', 'expired'],
    ['554 5.4.6 Too many hops', 'network'],
    ['451 4.3.0 temporary failure', 'system'],
  ])('%s', (words, reason) => {
    expect(of(words, { command: 'rcpt' })).toMatchObject({ hard: false, reason });
  });

  it('beats a code that says otherwise', () => {
    expect(of('550 5.7.1 IP address blacklisted by recipient', { status: '5.1.1' })).toMatchObject({ hard: false });
  });

  it('is not misled by words within addresses', () => {
    expect(of('550 5.2.2 <userunknown@x.example>... Mailbox full')).toMatchObject({
      hard: false,
      reason: 'mailbox-full',
    });
    expect(of('550 5.1.1 <mailboxfull@x.example>... User unknown')).toMatchObject({ hard: true });
  });
});

describe('the command a refusal answers', () => {
  it.each([
    ['host mx said: 550 no (in reply to RCPT TO command)', 'rcpt'],
    ['550 no (in reply to end of DATA command)', 'data'],
    ['SMTP error from remote mail server after MAIL FROM:<a@b>: 550 no', 'mail'],
    ['SMTP error from remote server after initial connection: 554', 'connect'],
    ['... while talking to mx.example.:\n>>> DATA\n<<< 550 no', 'data'],
    ['>>> RCPT To:<a@b>\n<<< 550 no', 'rcpt'],
    ['>>> DATA\n<<< 550 no such user\n<<< 503 5.5.1 need RCPT (recipient)', 'rcpt'],
    ['nothing of the kind', null],
  ])('%j is %s', (words, command) => {
    expect(commandIn(words)).toBe(command);
  });
});

it('a report on several recipients is read recipient by recipient', () => {
  const text =
    'Sorry.\n<ann@x.example>:\n550 5.2.2 full\nbob@x.example: 550 5.1.1 unknown\n>>> RCPT TO:<eve@x.example>\n<<< 550 no';
  expect(passages(text).map(({ recipient }) => recipient)).toEqual([
    null,
    'ann@x.example',
    'bob@x.example',
    'eve@x.example',
  ]);
});
