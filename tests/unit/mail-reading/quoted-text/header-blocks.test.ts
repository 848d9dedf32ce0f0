import { describe, expect, it } from 'vitest';
import { extractNewText } from '../../../../src/mail-reading/quoted-text/extract-new-text.ts';

const names: readonly (readonly [string, readonly [string, string, string, string]])[] = [
  ['en', ['From', 'Sent', 'To', 'Subject']],
  ['de', ['Von', 'Gesendet', 'An', 'Betreff']],
  ['de Notes', ['Von', 'Datum', 'An', 'Betreff']],
  ['fr', ['De ', 'Envoyé ', 'À ', 'Objet ']],
  ['es', ['De', 'Enviado el', 'Para', 'Asunto']],
  ['es web', ['De', 'Fecha', 'Para', 'Asunto']],
  ['it', ['Da', 'Inviato', 'A', 'Oggetto']],
  ['it web', ['Da', 'Data', 'A', 'Oggetto']],
  ['pt', ['De', 'Enviada em', 'Para', 'Assunto']],
  ['nl', ['Van', 'Verzonden', 'Aan', 'Onderwerp']],
  ['sv', ['Från', 'Skickat', 'Till', 'Ämne']],
  ['da', ['Fra', 'Sendt', 'Til', 'Emne']],
  ['fi', ['Lähettäjä', 'Lähetetty', 'Vastaanottaja', 'Aihe']],
  ['pl', ['Od', 'Wysłano', 'Do', 'Temat']],
  ['ru', ['От', 'Отправлено', 'Кому', 'Тема']],
  ['uk', ['Від', 'Надіслано', 'Кому', 'Тема']],
  ['cs', ['Od', 'Odesláno', 'Komu', 'Předmět']],
  ['hu', ['Feladó', 'Elküldve', 'Címzett', 'Tárgy']],
  ['tr', ['Kimden', 'Gönderildi', 'Kime', 'Konu']],
  ['zh', ['发件人', '发送时间', '收件人', '主题']],
  ['zh-TW', ['寄件者', '寄件日期', '收件者', '主旨']],
  ['ja', ['差出人', '送信日時', '宛先', '件名']],
  ['ko', ['보낸 사람', '보낸 날짜', '받는 사람', '제목']],
  ['vi', ['Từ', 'Đã gửi', 'Đến', 'Chủ đề']],
  ['id', ['Dari', 'Dikirim', 'Kepada', 'Perihal']],
  ['th', ['จาก', 'ส่ง', 'ถึง', 'เรื่อง']],
];

const block = ([from, sent, to, subject]: readonly [string, string, string, string], bold = '', colon = ':'): string =>
  [
    `${bold}${from}${colon}${bold} Priya Nair <priya@corner-oak.example>`,
    `${bold}${sent}${colon}${bold} 5. 5. 2026 09:12`,
    `${bold}${to}${colon}${bold} Ann Lee <ann@client.example>; Bo Lee\n<bo@client.example>`,
    `${bold}${subject}${colon}${bold} Quote Q-1042`,
  ].join('\n');

const earlier = '\n\nDear Ann,\nshall we go ahead?\nPriya\n';

describe('a header block above an earlier mail', () => {
  it.each(names)('%s: all from it on goes', (_, words) => {
    const { text, elided } = extractNewText({ text: `Yes please.\n\n${block(words)}${earlier}`, html: null });
    expect(text).toBe('Yes please.');
    expect(elided).toContain('shall we go ahead?');
  });

  it.each(names)('%s: bold, under a rule, or with wide colons', (_, words) => {
    for (const above of ['________________________________\n', '-----Original Message-----\n', '\n---\n'])
      for (const [bold, colon] of [
        ['*', ':'],
        ['', '：'],
      ] as const) {
        const body = `Yes please.\n\n${above}${block(words, bold, colon)}${earlier}`;
        expect(extractNewText({ text: body, html: null }).text).toBe('Yes please.');
      }
  });

  it('a mail that is only a forward keeps what was forwarded', () => {
    const { text } = extractNewText({ text: `${block(['From', 'Sent', 'To', 'Subject'])}${earlier}`, html: null });
    expect(text).toBe('Dear Ann,\nshall we go ahead?\nPriya');
  });

  it.each([
    ['From: Hamburg\nTo: Bremen\nDate: 12 May\n\nCan you do that route?'],
    ['Date: Wednesday, 6 May 2026\nTime: 10:00\nAddress: 130 Fox St\n\nPlease bring samples.'],
    ['An: important point\nis the price.'],
    ['To: be honest\nwe had hoped for less.'],
    ['Subject: to approval by our board, we accept.'],
  ])('%j is text', body => {
    expect(extractNewText({ text: body, html: null }).text).toBe(body);
  });
});

describe('a heading above an earlier mail', () => {
  it.each([
    ['-----Original Message-----'],
    ['-------- Original message --------'],
    ['*-------- Original Message --------*'],
    ['----- Ursprüngliche Nachricht -----'],
    ['---------- Weitergeleitete Nachricht ----------'],
    ["-----Message d'origine-----"],
    ['---------- Message transféré ---------'],
    ['-----Mensaje original-----'],
    ['---------- Mensaje reenviado ---------'],
    ['-----Messaggio originale-----'],
    ['-----Mensagem original-----'],
    ['-----Oorspronkelijk bericht-----'],
    ['-----Ursprungligt meddelande-----'],
    ['-----Oprindelig meddelelse-----'],
    ['-----Alkuperäinen viesti-----'],
    ['-----Wiadomość oryginalna-----'],
    ['-----Исходное сообщение-----'],
    ['-------- Пересылаемое сообщение --------'],
    ['------------------ 原始邮件 ------------------'],
    ['-----邮件原件-----'],
    ['---------- 転送メッセージ ---------'],
    ['-----원본 메시지-----'],
    ['----- Tin nhắn gốc -----'],
    ['-----Pesan Asli-----'],
    ['Begin forwarded message:'],
    ['Anfang der weitergeleiteten Nachricht:'],
    ['##- Please type your reply above this line -##'],
  ])('%s', heading => {
    const body = `We accept.\n\n${heading}\n\nDear Ann, shall we go ahead?\n`;
    expect(extractNewText({ text: body, html: null }).text).toBe('We accept.');
  });

  it('a line between dashes that no program writes is text', () => {
    const body = 'Your form:\n\n------ Enter your answer below ------\n\nWe accept.';
    expect(extractNewText({ text: body, html: null }).text).toBe(body);
  });

  it('unless a header block follows it', () => {
    const body =
      'We accept.\n\n------ Meddelande från Priya ------\nFrån: p@corner-oak.example\nTill: ann@client.example\nÄmne: Q-1042\n\nHej';
    expect(extractNewText({ text: body, html: null }).text).toBe('We accept.');
  });
});
