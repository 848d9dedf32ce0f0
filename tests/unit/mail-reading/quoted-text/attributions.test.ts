import { describe, expect, it } from 'vitest';
import { extractNewText } from '../../../../src/mail-reading/quoted-text/extract-new-text.ts';

/** What mail programs write before an earlier mail, by language and program. */
const attributions: readonly (readonly [string, string])[] = [
  ['en Gmail', 'On Tue, May 5, 2026 at 9:12 AM Priya Nair <priya@corner-oak.example> wrote:'],
  [
    'en Gmail folded',
    'On Tue, May 5, 2026 at 9:12 AM Priya Nair via Corner Oak Quotes <\nquotes+k1.abcd@in.corner-oak.example> wrote:',
  ],
  ['en Apple', 'On 5 May 2026, at 09:12, Priya Nair <priya@corner-oak.example> wrote:'],
  ['en Thunderbird', 'On 05/05/2026 09:12, Priya Nair wrote:'],
  ['en Yahoo', 'On Tuesday, May 5, 2026 at 09:12:44 AM GMT+8, Priya Nair <priya@corner-oak.example> wrote:'],
  ['en Proton', 'On Tuesday, May 5th, 2026 at 9:12 AM, Priya Nair <priya@corner-oak.example> wrote:'],
  ['en Zoho', '---- On Tue, 05 May 2026 09:12:01 +0800 Priya Nair <priya@corner-oak.example> wrote ----'],
  ['en Eudora', 'At 09:12 AM 5/5/2026, you wrote:'],
  [
    'en folded thrice',
    'On Tue, May 5, 2026 at 9:12 AM\nPriya Nair of Corner Oak Joinery and Kitchens\n<priya@corner-oak.example>\nwrote:',
  ],
  ['en name first', 'Priya Nair <priya@corner-oak.example> wrote:'],
  ['en GroupWise', '>>> "Priya Nair" <priya@corner-oak.example> 5/05/2026 9:12 AM >>>'],
  ['en Horde', 'Quoting Priya Nair <priya@corner-oak.example>:'],
  ['en Notes', 'Priya Nair/Sales/CornerOak wrote on 05/05/2026 09:12:44:'],
  ['de Gmail', 'Am Di., 5. Mai 2026 um 09:12 Uhr schrieb Priya Nair <priya@corner-oak.example>:'],
  ['de Gmail folded', 'Am Di., 5. Mai 2026 um 09:12 Uhr schrieb Priya Nair <\npriya@corner-oak.example>:'],
  ['de Apple', 'Am 05.05.2026 um 09:12 schrieb Priya Nair <priya@corner-oak.example>:'],
  ['de name first', 'Priya Nair <priya@corner-oak.example> schrieb am Di., 5. Mai\n2026, 09:12:'],
  ['de Notes', 'Priya Nair <priya@corner-oak.example> schrieb am 05.05.2026 09:12:44:'],
  ['fr Gmail', 'Le mar. 5 mai 2026 à 09:12, Priya Nair <priya@corner-oak.example> a écrit :'],
  ['fr Apple', 'Le 5 mai 2026 à 09:12, Priya Nair <priya@corner-oak.example> a écrit :'],
  ['fr folded', 'Le mar. 5 mai 2026 à 09:12, Priya Nair <priya@corner-oak.example>\na écrit :'],
  ['es Gmail', 'El mar, 5 may 2026 a las 9:12, Priya Nair (<priya@corner-oak.example>) escribió:'],
  ['es Apple', 'El 5 may 2026, a las 9:12, Priya Nair <priya@corner-oak.example> escribió:'],
  ['it Gmail', 'Il giorno mar 5 mag 2026 alle ore 09:12 Priya Nair <\npriya@corner-oak.example> ha scritto:'],
  ['it Apple', 'Il giorno 5 mag 2026, alle ore 09:12, Priya Nair <priya@corner-oak.example> ha scritto:'],
  ['pt Gmail', 'Em ter., 5 de mai. de 2026 às 09:12, Priya Nair <priya@corner-oak.example> escreveu:'],
  ['pt Apple', 'No dia 05/05/2026, às 09:12, Priya Nair <priya@corner-oak.example> escreveu:'],
  ['nl Gmail', 'Op di 5 mei 2026 om 09:12 schreef Priya Nair <priya@corner-oak.example>:'],
  ['nl Apple', 'Op 5 mei 2026 om 09:12 heeft Priya Nair <priya@corner-oak.example> het\nvolgende geschreven:'],
  ['sv Gmail', 'Den tis 5 maj 2026 kl 09:12 skrev Priya Nair <priya@corner-oak.example>:'],
  ['sv Apple', '5 maj 2026 kl. 09:12 skrev Priya Nair <priya@corner-oak.example>:'],
  ['da Gmail', 'Den tirs. 5. maj 2026 kl. 09.12 skrev Priya Nair <priya@corner-oak.example>:'],
  ['da Outlook', 'tirs. 5. maj 2026 kl. 09.12 skrev Priya Nair <priya@corner-oak.example>:'],
  ['no Apple', 'Den 5. mai 2026 kl. 09:12 skrev Priya Nair <priya@corner-oak.example>:'],
  ['fi Gmail', 'ti 5. toukok. 2026 klo 9.12 Priya Nair (priya@corner-oak.example) kirjoitti:'],
  ['pl Gmail', 'wt., 5 maj 2026 o 09:12 Priya Nair <priya@corner-oak.example> napisał(a):'],
  ['pl Thunderbird', 'W dniu 5.05.2026 o 09:12, Priya Nair pisze:'],
  ['pl Apple', 'Wiadomość napisana przez Priya Nair <priya@corner-oak.example> w dniu 05.05.2026, o godz. 09:12:'],
  ['ru Gmail', 'вт, 5 мая 2026 г. в 09:12, Priya Nair <priya@corner-oak.example>:'],
  ['ru Apple', '5 мая 2026 г., в 9:12, Priya Nair <priya@corner-oak.example> написал(а):'],
  ['ru Thunderbird', '05.05.2026 9:12, Priya Nair пишет:'],
  ['ru Yandex', '05.05.2026, 09:12, "Priya Nair" <priya@corner-oak.example>:'],
  ['ru Mail.ru', 'Вторник, 5 мая 2026, 9:12 +08:00 от Priya Nair <priya@corner-oak.example>:'],
  ['uk Gmail', 'вт, 5 трав. 2026 р. о 09:12 Priya Nair <priya@corner-oak.example> пише:'],
  ['cs Gmail', 'út 5. 5. 2026 v 9:12 odesílatel Priya Nair <priya@corner-oak.example> napsal:'],
  ['hu Gmail', 'Priya Nair <priya@corner-oak.example> ezt írta (időpont: 2026. máj. 5., K, 9:12):'],
  ['tr Gmail', 'Priya Nair <priya@corner-oak.example>, 5 May 2026 Sal, 09:12 tarihinde şunu yazdı:'],
  ['ro Gmail', 'mar., 5 mai 2026 la 09:12, Priya Nair <priya@corner-oak.example> a scris:'],
  ['el Gmail', 'Στις Τρί 5 Μαΐ 2026 στις 9:12 π.μ., ο χρήστης Priya Nair <priya@corner-oak.example> έγραψε:'],
  ['zh Gmail', 'Priya Nair <priya@corner-oak.example> 于2026年5月5日周二 09:12写道：'],
  ['zh Apple', '在 2026年5月5日，上午9:12，Priya Nair <priya@corner-oak.example> 写道：'],
  ['zh 163', '在 2026-05-05 09:12:44，"Priya Nair" <priya@corner-oak.example> 写道：'],
  ['zh-TW Gmail', 'Priya Nair <priya@corner-oak.example> 於 2026年5月5日 週二 上午9:12寫道：'],
  ['ja Gmail', '2026年5月5日(火) 9:12 Priya Nair <priya@corner-oak.example>:'],
  ['ja Apple', '2026/05/05 9:12、Priya Nair <priya@corner-oak.example>のメール:'],
  ['ko Gmail', '2026년 5월 5일 (화) 오전 9:12, Priya Nair <priya@corner-oak.example>님이 작성:'],
  ['ko Apple', '2026. 5. 5. 오전 9:12, Priya Nair <priya@corner-oak.example> 작성:'],
  ['vi Gmail', 'Vào Th 3, 5 thg 5, 2026 vào lúc 09:12 Priya Nair <priya@corner-oak.example> đã viết:'],
  ['id Gmail', 'Pada tanggal Sel, 5 Mei 2026 pukul 09.12 Priya Nair <priya@corner-oak.example> menulis:'],
  ['th Gmail', 'ในวันที่ อ. 5 พ.ค. 2026 เวลา 09:12 Priya Nair <priya@corner-oak.example> เขียนว่า:'],
  ['th Apple', 'เมื่อ 5 พ.ค. 2569 เวลา 09:12 น. Priya Nair <priya@corner-oak.example> เขียนว่า:'],
  ['he Gmail', '‫בתאריך יום ג׳, 5 במאי 2026 ב-9:12 מאת ‪Priya Nair‬‏ <‪priya@corner-oak.example‬‏>:‬'],
  ['ar Gmail', 'في الثلاثاء، 5 مايو 2026 في 9:12 ص تمت كتابة ما يلي بواسطة Priya Nair <priya@corner-oak.example>:'],
];

describe('the sentence before a quotation', () => {
  it.each(attributions)('%s: goes with the quoted lines under it', (_, attribution) => {
    const body = `Yes, let us go ahead.\nAnn\n\n${attribution}\n\n> Dear Ann,\n> do you have questions?\n>\n> Priya\n`;
    const { text, elided } = extractNewText({ text: body, html: null });
    expect(text).toBe('Yes, let us go ahead.\nAnn');
    expect(elided).toContain('do you have questions?');
  });

  it.each(attributions)('%s: goes with an earlier mail that has no quote marks', (_, attribution) => {
    const body = `Yes, let us go ahead.\n\n${attribution}\n\nDear Ann,\ndo you have questions?\n\nPriya\n`;
    expect(extractNewText({ text: body, html: null }).text).toBe('Yes, let us go ahead.');
  });

  it.each(attributions)('%s: an answer under the quotation stays', (_, attribution) => {
    const body = `${attribution}\n> Do you have questions?\n\nNo, go ahead.\n`;
    expect(extractNewText({ text: body, html: null }).text).toBe('No, go ahead.');
  });
});

it.each([
  ['On Tue, 5 May 2026 at 9:12, Priya Nair<priya@corner-oak.example> wrote:   Dear Ann, do you have questions?'],
  ['Am Di., 5. Mai 2026 um 9:12 schrieb Priya Nair<priya@corner-oak.example>:   Hallo Ann'],
])('the earlier mail on the same line behind a gap goes too: %s', line => {
  const { text, elided } = extractNewText({ text: `We accept.\n\n  ${line}\n`, html: null });
  expect([text, elided.trim()]).toEqual(['We accept.', line]);
});

describe('what only looks like such a sentence', () => {
  it.each([
    ['On 5 May 2026 at 9:12 Priya <priya@corner-oak.example> wrote: we include delivery.\nIs that still so?'],
    ['As I wrote on 3 May at 10:00:\nwe need it by June.\nPlease confirm.'],
    ['Please deliver on 12 May 2026 at 9:00.\nOur director wrote the following to you:\nthe price is fine.'],
    ['On this day we decided:\ngo ahead.'],
    ['I wrote to bob@builders.example as well:\nhe agrees.'],
    ['We have 3 questions:\n1. Is delivery included?\n2. When can you start?'],
    ['12.05.2026 10:00 works for us.\nBring the samples to ann@client.example, please.'],
    ['Contact:\nAnn Lee <ann@client.example>\nShe decides.'],
  ])('%j is text', body => {
    expect(extractNewText({ text: body, html: null }).text).toBe(body);
  });

  it('lines before it are not swallowed, though they hold a date or a number', () => {
    for (const line of ['I have 3 questions', 'We decide on 12 May 2026.', 'Start: 12.05.2026 10:00']) {
      const body = `${line}\nOn Tue, May 5, 2026 at 9:12 AM Priya Nair <priya@corner-oak.example> wrote:\n> Hello\n`;
      expect(extractNewText({ text: body, html: null }).text).toBe(line);
    }
  });
});
