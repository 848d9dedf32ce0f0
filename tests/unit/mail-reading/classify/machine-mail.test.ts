import { describe, expect, it } from 'vitest';
import { machineMail } from '../../../../src/mail-reading/classify/machine-mail.ts';
import { OWN_HEADER } from '../../../../src/mail-reading/classify/own-mail.ts';
import { messageOf } from '../../../support/mail.ts';

const told = async (...lines: readonly string[]) =>
  machineMail(await messageOf(...lines), id => id === 'ours@shop.example');
const kind = async (fields: readonly string[], body = 'Hello, thank you for the quote.') =>
  (await told('From: Ann <ann@customer.example>', ...fields, '', body))?.kind ?? 'a person';

describe('a person’s mail is a person’s', () => {
  it.each([
    [['Subject: Re: Your quote']],
    [['Subject: Re: Automatic reply: Your quote']],
    [['Subject: Out of office furniture: can you quote?']],
    [['Subject: Automatic doors']],
    [['Subject: Re: quote', 'Auto-Submitted: no']],
    [['Subject: Re: quote', 'X-Auto-Response-Suppress: All']],
    [['Subject: Re: quote', 'X-Auto-Response-Suppress: DR, OOF, AutoReply']],
    [['Subject: Re: quote', 'X-MS-Exchange-Inbox-Rules-Loop: ann@customer.example']],
    [['Subject: Returned goods']],
    [['Subject: Delivery of the boxes']],
    [['Subject: Re: Undelivered pallets', 'In-Reply-To: <x@y.example>']],
    [['Subject: Abuse report']],
    [['Subject: unsubscribed users in your quote']],
  ])('%j', async fields => {
    expect(await kind(fields)).toBe('a person');
  });

  it('also when they tell of a failure, in words', async () => {
    expect(
      await kind(
        ['Subject: Your mail'],
        'The mail could not be delivered to my colleague, user unknown they say. Please resend.',
      ),
    ).toBe('a person');
    expect(await kind(['Subject: quote'], 'I am out of office until Monday, but yes, go ahead.')).toBe('a person');
  });

  it('also from a mailbox that machines use too', async () => {
    const quoted =
      'We could not send the order yesterday, the mail was rejected. Yes, go ahead.\r\n\r\n-----Original Message-----\r\nold';
    for (const from of [
      'postmaster@customer.example',
      'administrator@customer.example',
      'No Reply <no-reply@customer.example>',
    ]) {
      expect(
        await told(`From: ${from}`, 'Subject: Re: Your quote', 'In-Reply-To: <x@y.example>', '', quoted),
      ).toBeNull();
    }
    expect(await told('From: administrator@customer.example', 'Subject: your quote', '', quoted)).toBeNull();
  });

  it('also through a ticket system that calls all its mail generated', async () => {
    const fields = ['Subject: Re: Your quote', 'Auto-Submitted: auto-generated', 'In-Reply-To: <ours2@x.example>'];
    expect(await kind(fields, 'Yes, we accept the quote. Kind regards, Ann')).toBe('a person');
    expect(await kind(fields, 'We have received your request. Ticket 55 was opened.')).toBe('auto-reply');
    expect(await kind(['Subject: Ticket 55', 'Auto-Submitted: auto-generated'])).toBe('auto-reply');
  });
});

describe('an automatic answer', () => {
  it.each([
    [['Subject: x', 'Auto-Submitted: auto-replied']],
    [['Subject: x', 'Auto-Submitted: auto-replied (vacation); owner-email="ann@customer.example"']],
    [['Subject: x', 'X-Autoreply: yes']],
    [['Subject: x', 'X-Autorespond: quote']],
    [['Subject: x', 'Precedence: auto_reply']],
    [['Subject: x', 'X-Apple-Action: VACATION']],
    [['Subject: Automatic reply: Your quote']],
    [['Subject: Out of Office: Re: Your quote']],
    [['Subject: [EXTERNAL] Automatische Antwort: Ihr Angebot']],
    [['Subject: Abwesenheitsnotiz: Angebot']],
    [['Subject: Réponse automatique : Votre devis']],
    [['Subject: Respuesta automática: Presupuesto']],
    [['Subject: Risposta automatica: Preventivo']],
    [['Subject: Resposta automática: Orçamento']],
    [['Subject: Automatisch antwoord: Offerte']],
    [['Subject: Autosvar: Offert']],
    [['Subject: Automatisk svar: Tilbud']],
    [['Subject: Automatyczna odpowiedź: Oferta']],
    [['Subject: Автоответ: Предложение']],
    [['Subject: 自动回复: 报价']],
    [['Subject: 自動返信：見積']],
    [['Subject: 자동 회신: 견적']],
    [['Subject: Trả lời tự động: Báo giá']],
    [['Subject: Balasan otomatis: Penawaran']],
    [['Subject: ตอบกลับอัตโนมัติ: ใบเสนอราคา']],
    [['Return-Path: <>', 'Subject: On holiday']],
    [['Precedence: bulk', 'Subject: Re: quote', 'X-Body: x']],
  ])('%j', async fields => {
    const body = fields.some(field => /bulk|<>/.test(field)) ? 'I am currently out of the office.' : 'Back on Monday.';
    expect(await kind(fields, body)).toBe('auto-reply');
  });

  it('is proven by headers, or only worded so', async () => {
    const by = async (...fields: readonly string[]) => {
      const found = await told('From: ann@customer.example', ...fields, '', 'Back on Monday');
      return found?.kind === 'auto-reply' ? found.autoReply.proven : null;
    };
    expect(await by('Subject: x', 'Auto-Submitted: auto-replied')).toBe(true);
    expect(await by('Subject: Automatic reply: x', 'Return-Path: <>')).toBe(true);
    expect(await by('Subject: Automatic reply: x')).toBe(false);
  });

  it('may be a read receipt, which says nothing of absence', async () => {
    const found = await told(
      'From: ann@customer.example',
      'Subject: Read: quote',
      'Content-Type: multipart/report; report-type=disposition-notification; boundary=b',
      '',
      '--b',
      '',
      'read',
      '--b',
      'Content-Type: message/disposition-notification',
      '',
      'Disposition: manual-action/MDN-sent-manually; displayed',
      '--b--',
    );
    expect(found).toMatchObject({ kind: 'auto-reply', autoReply: { receipt: true } });
  });

  it('is never a bounce, though its path is empty and it speaks of mail', async () => {
    const fields = [
      'Return-Path: <>',
      'Subject: Automatic reply: quote',
      'Auto-Submitted: auto-generated',
      'X-Auto-Response-Suppress: All',
    ];
    expect(await kind(fields, 'I am away. Your message will not be forwarded or delivered to anybody.')).toBe(
      'auto-reply',
    );
  });
});

describe('a delivery report', () => {
  const report = [
    'From: Mail Delivery System <MAILER-DAEMON@mx.example>',
    'Subject: Undelivered Mail Returned to Sender',
    'Auto-Submitted: auto-replied',
    'Content-Type: multipart/report; report-type=delivery-status; boundary=b',
    '',
    '--b',
    '',
    'Sorry.',
    '--b',
    'Content-Type: message/delivery-status',
    '',
    'Reporting-MTA: dns; mx.example',
    '',
    'Final-Recipient: rfc822; Ann@customer.example',
    'Action: failed',
    'Status: 5.1.1',
    'Diagnostic-Code: smtp; 550 5.1.1 <Ann@customer.example>:',
    ' User unknown',
    '',
    '--b',
    'Content-Type: message/rfc822',
    '',
    'Message-ID: <0102-aa@eu-west-1.amazonses.com>',
    'To: Ann@customer.example',
    '',
    'x',
    '--b--',
  ];

  it('is never an automatic answer, though its headers say so', async () => {
    expect(await told(...report)).toMatchObject({
      kind: 'bounce',
      deliveries: [
        { recipient: 'ann@customer.example', outcome: 'failed', hard: true, reason: 'no-such-user', status: '5.1.1' },
      ],
      messageIds: ['0102-aa@eu-west-1.amazonses.com'],
    });
  });

  it('is told in plain words by systems of the old kind', async () => {
    const found = await told(
      'Return-Path: <>',
      'From: MAILER-DAEMON@mx.example',
      'Subject: failure notice',
      '',
      'Hi. This is the mail program at mx.example.',
      'I was not able to deliver your message to the following addresses.',
      '',
      '<ann@customer.example>:',
      '192.0.2.1 does not like recipient.',
      'Remote host said: 550 no such user here',
      '',
      '--- Below this line is a copy of the message.',
      '',
      'Message-ID: <1@shop.example>',
      'Subject: Your quote',
      '',
      'Dear Ann',
    );
    expect(found).toMatchObject({
      kind: 'bounce',
      deliveries: [{ recipient: 'ann@customer.example', hard: true }],
      messageIds: ['1@shop.example'],
    });
  });

  it.each([
    ['Unzustellbar: Ihr Angebot', 'Ihre Nachricht konnte nicht zugestellt werden.'],
    ['Échec de la remise : devis', 'Votre message n’a pas pu être remis à ann@customer.example.'],
    ['Недоставленное сообщение', 'Ваше письмо не может быть доставлено.'],
    ['配信不能', '次の宛先に配信できませんでした。'],
    ['系统退信', '无法投递到以下收件人'],
  ])('in another language: %s', async (subject, body) => {
    expect((await told('From: postmaster@mx.example', `Subject: ${subject}`, '', body))?.kind).toBe('bounce');
  });

  it('is believed where the system says in its own language what a server said in English', async () => {
    const of = async (body: string) =>
      await told('From: postmaster@mx.example', 'Subject: 系统退信', '', body, 'host mx said: 550 Mailbox not found');
    expect(await of('退信原因：收件人邮箱账号不存在，邮件无法送达。')).toMatchObject({ deliveries: [{ hard: true }] });
    expect(await of('很抱歉，您发送的邮件被退回。')).toMatchObject({ deliveries: [{ hard: false }] });
  });

  it('is read from its attached words when it has no others', async () => {
    const attached = report.flatMap(line =>
      line === 'Sorry.'
        ? ['<Ann@customer.example>   (<Ann@customer.example>... User not exist)']
        : line === 'Status: 5.1.1'
          ? []
          : [line.replace('550 5.1.1', '550').replace('User unknown', 'User not exist')],
    );
    const start = attached.indexOf('--b');
    const found = await told(
      ...attached.slice(0, start + 1),
      'Content-Type: text/plain; name=why.txt',
      'Content-Disposition: attachment; filename=why.txt',
      ...attached.slice(start + 1),
    );
    expect(found).toMatchObject({ deliveries: [{ recipient: 'ann@customer.example', hard: true }] });
  });

  it('of a delay or an arrival counts for nothing', async () => {
    const of = async (action: string) =>
      await told(...report.map(line => line.replace('Action: failed', `Action: ${action}`)));
    expect(await of('delayed')).toMatchObject({ deliveries: [{ outcome: 'delayed', hard: false }] });
    expect(await of('delivered')).toMatchObject({ deliveries: [{ outcome: 'delivered', hard: false }] });
  });
});

describe('a complaint', () => {
  const complaint = async (type: string) =>
    await told(
      'From: fbl@provider.example',
      'Subject: FW: Your quote',
      'Content-Type: multipart/report; report-type=feedback-report; boundary=b',
      '',
      '--b',
      '',
      'abuse',
      '--b',
      'Content-Type: message/feedback-report',
      '',
      `Feedback-Type: ${type}`,
      'User-Agent: x/1',
      'Original-Rcpt-To: <ann@customer.example>',
      '',
      '--b',
      'Content-Type: message/rfc822',
      '',
      'Subject: Your quote',
      'Message-ID: <1@shop.example>',
      '',
      '--b--',
    );
  it('names who complains, and closes the contact', async () => {
    expect(await complaint('abuse')).toMatchObject({
      kind: 'complaint',
      complaint: { type: 'abuse', closes: true, recipients: ['ann@customer.example'] },
    });
  });
  it('closes nothing when it is about authentication', async () => {
    expect(await complaint('auth-failure')).toMatchObject({ complaint: { closes: false } });
  });
  it('is what mail programs send to unsubscribe, too', async () => {
    expect(await kind(['Subject: unsubscribe'], '')).toBe('complaint');
    expect(
      await kind(
        ['Subject: Unsubscribe', 'Auto-Submitted: auto-replied'],
        'This message was automatically generated by the mail program.',
      ),
    ).toBe('complaint');
  });
});

describe('mail to many and our own', () => {
  it.each([
    [['List-Id: <news.example>']],
    [['Precedence: list']],
    [['List-Unsubscribe: <mailto:x@y.example>', 'Precedence: bulk']],
  ])('%j', async fields => {
    expect(await kind(['Subject: News', ...fields])).toBe('list');
  });
  it('runs in circles when it has crossed too many servers', async () => {
    expect(await kind(['Subject: x', ...Array.from({ length: 60 }, () => 'Received: from a by b')])).toBe('list');
  });
  it('is ours by our own header or an id we gave, before all else', async () => {
    expect(await kind(['Subject: x', `${OWN_HEADER}: 1`, 'Auto-Submitted: auto-generated', 'List-Id: <a>'])).toBe(
      'own',
    );
    expect(await kind(['Subject: x', 'Message-ID: <ours@shop.example>'])).toBe('own');
  });
});

it('a notification of the sending service that is mailed counts as the report it is', async () => {
  const event = {
    notificationType: 'Bounce',
    mail: { messageId: 'aa' },
    bounce: {
      bounceType: 'Permanent',
      bouncedRecipients: [
        { emailAddress: 'Ann@customer.example', status: '5.1.1', diagnosticCode: 'smtp; 550 5.1.1 user unknown' },
      ],
    },
  };
  const body = JSON.stringify({ Type: 'Notification', Message: JSON.stringify(event) }, null, 2);
  expect(
    await told('From: AWS <no-reply@sns.amazonaws.com>', 'Subject: AWS Notification Message', '', body),
  ).toMatchObject({
    kind: 'bounce',
    messageIds: ['aa'],
    deliveries: [{ recipient: 'ann@customer.example', hard: true }],
  });
  expect(await told('From: eve@evil.example', 'Subject: AWS Notification Message', '', body)).toBeNull();
});
