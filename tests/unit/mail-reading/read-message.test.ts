import * as E from 'fp-ts/lib/Either.js';
import { describe, expect, it } from 'vitest';
import { mail, messageOf, read } from '../../support/mail.ts';

const bytes = (...parts: readonly (string | Uint8Array)[]): Uint8Array =>
  Buffer.concat(parts.map(part => Buffer.from(part)));
const message = async (...parts: readonly (string | Uint8Array)[]) => {
  const result = await read(bytes(...parts));
  if (E.isLeft(result)) throw new Error(result.left.why);
  return result.right;
};
const withBody = async (head: string, body: string | Uint8Array) =>
  await message(`From: a@b.example\r\n${head}\r\n\r\n`, body);

describe('header fields', () => {
  it('are unfolded, in order, with lower-case names', async () => {
    const { headers } = await messageOf('From: a@b.example', 'X-Long: one', '\ttwo', '   three', 'SUBJECT: s', '', '');
    expect(headers).toEqual([
      { name: 'from', value: 'a@b.example' },
      { name: 'x-long', value: 'one two three' },
      { name: 'subject', value: 's' },
    ]);
  });

  it.each([
    ['=?utf-8?Q?Caf=C3=A9_?=\r\n =?utf-8?Q?au_lait?=', 'Café au lait'],
    ['=?UTF-8?B?w6TDtsM=?= =?UTF-8?B?vA==?=', 'äöü'],
    ['=?iso-8859-1?q?Fr=F6sche?= und =?utf-8?b?w5xuaQ==?=', 'Frösche und Üni'],
    ['=?ISO-2022-JP?B?GyRCJUYlOSVIGyhC?= =?ISO-2022-JP?B?GyRCJUYlOSVIGyhC?=', 'テストテスト'],
    ['=?gb2312?B?sai82w==?=', '报价'],
    ['=?utf-8*de?Q?gr=C3=BCn?=', 'grün'],
    ['=?utf-8?Q?a b?=', 'a b'],
    ['=?broken?= text', '=?broken?= text'],
    ['plain Ünïcode', 'plain Ünïcode'],
  ])('decode %s', async (subject, wanted) => {
    expect((await messageOf('From: a@b.example', `Subject: ${subject}`, '', '')).subject).toBe(wanted);
  });

  it('read raw eight-bit text in the charset of the body', async () => {
    const raw = bytes(
      'From: a@b.example\r\nContent-Type: text/plain; charset=koi8-r\r\nSubject: ',
      Uint8Array.from([0xe4, 0xc1]),
      '\r\n\r\n',
    );
    const result = await read(raw);
    expect(E.isRight(result) && result.right.subject).toBe('Да');
  });

  it('let the body begin where fields end, even without an empty line', async () => {
    const { text, subject } = await messageOf(
      'From: a@b.example',
      'Subject: s',
      'This is no field.',
      'Nor this',
      '',
      'end',
    );
    expect(subject).toBe('s');
    expect(text).toBe('This is no field.\nNor this\n\nend');
  });

  it('go on over a line of blanks and a line that lost its indent', async () => {
    const { to, subject } = await messageOf(
      'From: a@b.example',
      'To: x@y.example,',
      '  ',
      ' z@y.example',
      'lost',
      'Subject: s',
      '',
      'body',
    );
    expect(to.map(({ address }) => address)).toEqual(['x@y.example', 'z@y.example']);
    expect(subject).toBe('s');
  });
});

describe('addresses', () => {
  const from = async (value: string) => (await messageOf(`From: ${value}`, 'Subject: s', '', '')).from;
  it.each([
    ['a@b.example', [['', 'a@b.example']]],
    ['Ann Lee <ann@b.example>', [['Ann Lee', 'ann@b.example']]],
    [
      '"Lee, Ann" <ann@b.example>, bob@b.example',
      [
        ['Lee, Ann', 'ann@b.example'],
        ['', 'bob@b.example'],
      ],
    ],
    ['ann@b.example (Ann Lee)', [['Ann Lee', 'ann@b.example']]],
    ['=?utf-8?Q?M=C3=BCller,_Jo?= <jo@b.example>', [['Müller, Jo', 'jo@b.example']]],
    [
      'Team: a@b.example, c@d.example;',
      [
        ['', 'a@b.example'],
        ['', 'c@d.example'],
      ],
    ],
    [
      'a@b.example; c@d.example',
      [
        ['', 'a@b.example'],
        ['', 'c@d.example'],
      ],
    ],
    ['Ann <ann@b.example', [['Ann', 'ann@b.example']]],
    ['"boss@bank.example" <eve@evil.example>', [['boss@bank.example', 'eve@evil.example']]],
    ['Bob <bob@b.example> Bobby <bobby@b.example>', [['Bob Bobby', 'bobby@b.example']]],
    ['"a b"@c.example', [['', '"a b"@c.example']]],
    ['Somebody', [['Somebody', '']]],
    ['', []],
  ])('%s', async (value, wanted) => {
    expect((await from(value)).map(({ name, address }) => [name, address])).toEqual(wanted);
  });
});

describe('the date', () => {
  const date = async (value: string) => (await messageOf('From: a@b.example', `Date: ${value}`, '', '')).date;
  it.each([
    ['Mon, 4 May 2026 09:12:00 +0200', '2026-05-04T09:12:00+02:00'],
    ['4 May 26 09:12 GMT', '2026-05-04T09:12:00+00:00'],
    ['Mon, 04-May-2026 09:12:00 EST (late)', '2026-05-04T09:12:00-05:00'],
    ['Mon May  4 09:12:00 PDT 2026', '2026-05-04T09:12:00-07:00'],
    ['2026-05-04T09:12:00+0200', '2026-05-04T09:12:00+02:00'],
    ['12.03.2026 08:00', '2026-03-12T08:00:00+00:00'],
    ['05/12/2026', null],
    ['31 Feb 2026 09:00:00 +0000', null],
    ['yesterday', null],
    ['', null],
  ])('%s → %s, never the present', async (value, wanted) => {
    expect(await date(value)).toBe(wanted);
  });
  it('is null when there is none', async () => {
    expect((await messageOf('From: a@b.example', '', '')).date).toBeNull();
  });
});

describe('charsets', () => {
  const body = async (charset: string, content: Uint8Array) =>
    (await withBody(`Content-Type: text/plain; charset=${charset}`, content)).text;
  it('are believed when they tell the truth', async () => {
    expect(await body('iso-8859-1', Uint8Array.from([0x46, 0xf6]))).toBe('Fö');
    expect(await body('shift_jis', Uint8Array.from([0x8c, 0xa9, 0x90, 0xcf]))).toBe('見積');
    expect(await body('utf-7', Buffer.from('Gr+APw-n'))).toBe('Grün');
  });
  it('are not when they lie', async () => {
    expect(await body('us-ascii', Buffer.from('Grüße'))).toBe('Grüße');
    expect(await body('iso-8859-1', Buffer.from('Grüße'))).toBe('Grüße');
    expect(await body('utf-8', Uint8Array.from([0x46, 0x72, 0xf6, 0x73, 0x63, 0x68, 0x65]))).toBe('Frösche');
    expect(await body('iso-2022-jp', Uint8Array.from([0xb8, 0xab, 0xc0, 0xd1]))).toBe('見積');
    expect(await body('no-such-charset', Buffer.from('Grüße'))).toBe('Grüße');
    expect(await body('gb2312', Buffer.from('Größe ☃'))).toBe('Größe ☃');
  });
  it('of HTML stand in its own text when the header names none', async () => {
    const raw = bytes('<meta charset="windows-1250"><p>', Uint8Array.from([0xbe]), '</p>');
    expect((await withBody('Content-Type: text/html', raw)).html).toContain('ľ');
  });
});

describe('transfer encodings', () => {
  const decoded = async (encoding: string, content: string) =>
    (await withBody(`Content-Transfer-Encoding: ${encoding}`, content)).text;
  it.each([
    ['base64', 'R3LDvMOf\r\nZSE=', 'Grüße!'],
    ['BASE64', 'R3LDvMOfZSE gR3LD!vMOfZSEgR3LDvMOfZSE=', 'Grüße! Grüße! Grüße!'],
    ['base64', 'YQ==\r\nYg==', 'ab'],
    ['base64', 'plain words, merely called so', 'plain words, merely called so'],
    ['quoted-printable', 'Gr=C3=BC=\r\n=C3=9Fe =ZZ 100%=', 'Grüße =ZZ 100%'],
    ['quoted-printable', 'soft  =  \r\nbreak', 'soft  break'],
    ['x-odd', 'as it is', 'as it is'],
  ])('%s %j', async (encoding, content, wanted) => {
    expect(await decoded(encoding, content)).toBe(wanted);
  });
  it('uuencode gives the file', async () => {
    const { attachments } = await withBody(
      'Content-Type: text/x-c; name=a.txt\r\nContent-Transfer-Encoding: x-uuencode',
      'begin 644 a.txt\n#86)C\n`\nend\n',
    );
    expect(Buffer.from(attachments[0]?.content ?? []).toString()).toBe('abc');
  });
});

describe('parts', () => {
  const parts = async (type: string, ...lines: readonly string[]) =>
    await messageOf('From: a@b.example', `Content-Type: ${type}`, '', ...lines);

  it('of an alternative are the two sides of one text', async () => {
    const { text, html } = await parts(
      'multipart/alternative; boundary=x',
      '--x',
      '',
      'plain',
      '--x',
      'Content-Type: text/html',
      '',
      '<p>rich</p>',
      '--x--',
    );
    expect({ text, html }).toEqual({ text: 'plain', html: '<p>rich</p>' });
  });

  it('that are HTML only keep their place beside plain ones', async () => {
    const { text, html } = await parts(
      'multipart/mixed; boundary=x',
      '--x',
      'Content-Type: text/html',
      '',
      '<p>yes</p>',
      '--x',
      '',
      'sent by <scanner>',
      '--x--',
    );
    expect(text).toBeNull();
    expect(html).toBe('<p>yes</p>\n<div>sent by &lt;scanner&gt;</div>');
  });

  it('with a file name are attachments, save text that opens the message', async () => {
    const { text, attachments } = await parts(
      'multipart/mixed; boundary=x',
      '--x',
      'Content-Type: text/plain; name=body.txt',
      '',
      'words',
      '--x',
      'Content-Type: application/pdf',
      "Content-Disposition: attachment; filename*0*=utf-8''Bestell%C3; filename*1*=%BCng.pdf",
      '',
      '%PDF',
      '--x',
      'Content-Type: text/plain; name="../../etc/evil\u202Efdp.exe"',
      '',
      'x',
      '--x--',
    );
    expect(text).toBe('words');
    expect(attachments.map(({ filename, size }) => [filename, size])).toEqual([
      ['Bestellüng.pdf', 4],
      ['evilfdp.exe', 1],
    ]);
  });

  it('keep a file name in raw eight-bit letters, and drop the path before one', async () => {
    const { attachments } = await message(
      'From: a@b.example\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\n\r\nwords\r\n--x\r\n',
      'Content-Type: application/pdf\r\nContent-Disposition: attachment; filename="Fr',
      Uint8Array.from([0xf6]),
      'sche.pdf"\r\n\r\n%PDF\r\n--x\r\nContent-Type: image/png; name="C:\\TEMP\\new.png"\r\n\r\nx\r\n--x--',
    );
    expect(attachments.map(({ filename }) => filename)).toEqual(['Frösche.pdf', 'new.png']);
  });

  it('begin where their fields end, even without an empty line', async () => {
    const { text } = await parts(
      'multipart/mixed; boundary=x',
      '--x',
      'Content-Type: text/plain',
      'no empty line',
      '--x--',
    );
    expect(text?.trim()).toBe('no empty line');
  });

  it('lose nothing when the last boundary, the header or the boundary itself is missing', async () => {
    expect((await parts('multipart/mixed; boundary=x', '--x', '', 'one', '--x', '', 'two')).text).toBe('one\ntwo');
    expect((await parts('multipart/mixed', '--other', '', 'one', '--other--')).text).toBe('one');
    expect((await parts('multipart/mixed; boundary=x', '--y', '', 'one', '--y--')).text).toBe('one');
    expect((await parts('multipart/mixed; boundary=x', 'no parts at all')).text).toBe('no parts at all');
  });

  it('end at the boundary of what encloses them', async () => {
    const { text } = await parts(
      'multipart/mixed; boundary=out',
      '--out',
      'Content-Type: multipart/mixed; boundary=in',
      '',
      '--in',
      '',
      'inner',
      '--out',
      '',
      'outer',
      '--out--',
    );
    expect(text).toBe('inner\nouter');
  });

  it('enclose mails whose fields are read, and reports', async () => {
    const { machine, attachments } = await parts(
      'multipart/report; boundary=x',
      '--x',
      '',
      'sorry',
      '--x',
      'Content-Type: message/delivery-status',
      '',
      'Status: 5.1.1',
      '--x',
      'Content-Type: message/rfc822',
      '',
      'Subject: quote',
      'Message-ID: <1@b.example>',
      '',
      'old',
      '--x--',
    );
    expect(machine.deliveryStatus).toEqual(['Status: 5.1.1']);
    expect(machine.enclosed[0]).toContainEqual({ name: 'subject', value: 'quote' });
    expect(attachments).toHaveLength(2);
  });
});

describe('what is no mail', () => {
  it.each([
    [bytes(''), 'empty'],
    [bytes('%PDF-1.7\nwhatever'), 'a PDF, not a mail'],
    [bytes('PK\u0003\u0004rest'), 'a ZIP file, not a mail'],
    [bytes(Uint8Array.from([0, 1, 2, 0, 255])), 'binary data without mail headers'],
    [bytes('{"a": 1}'), 'no mail header found'],
    [bytes('Dear Sir,\n\nnote: this is a letter\n'), 'no mail header found'],
  ])('says why (%#)', async (raw, why) => {
    expect(await read(raw)).toEqual(E.left({ kind: 'not-mail', why }));
  });
  it('over 15 MB goes to a person unread', async () => {
    const big = new Uint8Array(15 * 1024 * 1024 + 1).fill(0x61);
    expect(await read(big)).toMatchObject({ left: { kind: 'too-large', why: '15.0 MB, more than 15.0 MB' } });
  });
});

it('reads mail with the line ends of any system', async () => {
  for (const end of ['\r\n', '\n', '\r']) {
    const { subject, text } = await message(['From: a@b.example', 'Subject: s', '', 'one', 'two'].join(end));
    expect([subject, text]).toEqual(['s', 'one\ntwo']);
  }
});

it('gives ids without brackets, also where mailers forgot or broke them', async () => {
  const { messageId, inReplyTo, references } = await messageOf(
    'Message-ID: <1@b.example>',
    'In-Reply-To: 2@b.example',
    'References: <3@b.example> <4@\r\n b.example>',
    '',
    '',
  );
  expect([messageId, inReplyTo, references]).toEqual(['1@b.example', ['2@b.example'], ['3@b.example', '4@b.example']]);
  expect(mail('')).toHaveLength(0);
});
