import { describe, expect, it } from 'vitest';
import { returnDate } from '../../../../src/mail-reading/return-date/return-date.ts';

const read = (text: string, sentOn: string, locale: string | null) =>
  returnDate(text, locale === null ? { sentOn } : { sentOn, locale }).date;

type Case = readonly [text: string, sentOn: string, locale: string | null, date: string];

const plain: readonly Case[] = [
  ['Jeg holder ferie til og med d. 21. august.', '2026-08-05', null, '2026-08-22'],
  ["I'm back in two weeks.", '2026-05-05', null, '2026-05-19'],
  ["I'll return in three weeks' time.", '2026-05-05', null, '2026-05-26'],
  ['Ich bin in 10 Tagen wieder da.', '2026-05-05', null, '2026-05-15'],
  ['Je serai de retour dans 10 jours.', '2026-05-05', null, '2026-05-15'],
  ['De retour dans quinze jours.', '2026-05-05', null, '2026-05-20'],
  ['Vuelvo en dos semanas.', '2026-05-05', null, '2026-05-19'],
  ['Torno tra due settimane.', '2026-05-05', null, '2026-05-19'],
  ['Estarei de volta daqui a 10 dias.', '2026-05-05', null, '2026-05-15'],
  ['Over 10 dagen ben ik weer op kantoor.', '2026-05-05', null, '2026-05-15'],
  ['Jag är tillbaka om två veckor.', '2026-05-05', null, '2026-05-19'],
  ['Jeg er tilbage om to uger.', '2026-05-05', null, '2026-05-19'],
  ['Palaan kahden viikon kuluttua.', '2026-05-05', null, '2026-05-19'],
  ['Wracam za dwa tygodnie.', '2026-05-05', null, '2026-05-19'],
  ['Вернусь через неделю.', '2026-05-05', null, '2026-05-12'],
  ['两周后回来。', '2026-05-05', null, '2026-05-19'],
  ['二週間後に戻ります。', '2026-05-05', null, '2026-05-19'],
  ['2주 후에 복귀합니다.', '2026-05-05', null, '2026-05-19'],
  ['Tôi sẽ trở lại sau hai tuần.', '2026-05-05', null, '2026-05-19'],
  ['Saya kembali dalam dua minggu.', '2026-05-05', null, '2026-05-19'],
  ['จะกลับมาในอีก 2 สัปดาห์', '2026-05-05', null, '2026-05-19'],
  ['Back in two weeks, on Monday 18 May.', '2026-05-05', null, '2026-05-18'],
  ['ไม่อยู่ระหว่างวันที่ 27 เม.ย. - 8 พ.ค. 2569', '2026-04-28', null, '2026-05-08'],
  ['I am back on Monday 4 May.', '2026-04-28', null, '2026-05-04'],
  ['Ich bin bis 12.05. im Urlaub.', '2026-05-04', null, '2026-05-12'],
  ['I am out of the office until 5/12.', '2026-05-04', 'en-US', '2026-05-12'],
  ['I am out of the office until 5/12.', '2026-11-20', 'en-GB', '2026-12-05'],
  ['I am away from the 3rd to the 17th.', '2026-08-01', null, '2026-08-17'],
  ["I'll be back on the 14th.", '2026-05-04', null, '2026-05-14'],
  ['Returning 2026-05-04', '2026-04-28', null, '2026-05-04'],
  ['Je serai de retour à partir du 4 mai.', '2026-04-28', null, '2026-05-04'],
  ['Je suis absent. Merci de me recontacter à partir du 4 mai', '2026-04-28', null, '2026-05-04'],
  ['Urlaub vom 3. bis 17. August.', '2026-08-01', null, '2026-08-17'],
  ['Я в отпуске до 12 мая.', '2026-05-04', null, '2026-05-12'],
  ['5月12日まで休暇をいただいております。', '2026-05-04', null, '2026-05-12'],
  ['12/5까지 휴가입니다.', '2026-11-20', null, '2026-12-05'],
  ['I am on leave from 28 December to 6 January.', '2026-12-27', null, '2027-01-06'],
  ['We are closed from December 24 through January 2. We reopen January 5.', '2026-12-23', 'en-US', '2027-01-05'],
  ['I am on vacation May 4-15.', '2026-05-03', 'en-US', '2026-05-15'],
  ['Out of office 4–15 May', '2026-05-03', null, '2026-05-15'],
  ['Ich bin vom 04.05. - 15.05.2026 nicht erreichbar.', '2026-05-04', null, '2026-05-15'],
  ['Ab dem 18. Mai bin ich wieder erreichbar.', '2026-05-04', null, '2026-05-18'],
  ['Estaré fuera de la oficina hasta el 12 de mayo.', '2026-05-04', null, '2026-05-12'],
  ['Vuelvo el lunes 11 de mayo', '2026-05-04', null, '2026-05-11'],
  ['Sono in ferie fino al 12 maggio compreso.', '2026-05-04', null, '2026-05-13'],
  ['Rientrerò lunedì 11 maggio', '2026-05-04', null, '2026-05-11'],
  ['Estou de férias até 12/05.', '2026-05-04', null, '2026-05-12'],
  ['Estarei de volta no dia 14.', '2026-05-04', null, '2026-05-14'],
  ['Ik ben afwezig t/m 12 mei.', '2026-05-04', null, '2026-05-13'],
  ['Ik ben terug op maandag 11 mei', '2026-05-04', null, '2026-05-11'],
  ['Jag är tillbaka måndag den 11 maj', '2026-05-04', null, '2026-05-11'],
  ['Jeg er på ferie til og med 12. maj', '2026-05-04', null, '2026-05-13'],
  ['Jeg er tilbage den 11. maj', '2026-05-04', null, '2026-05-11'],
  ['Olen lomalla 12.5. asti.', '2026-05-04', null, '2026-05-12'],
  ['Palaan töihin 11.5.', '2026-05-04', null, '2026-05-11'],
  ['Jestem na urlopie do 12 maja.', '2026-05-04', null, '2026-05-12'],
  ['Wracam 11.05.2026', '2026-05-04', null, '2026-05-11'],
  ['Вернусь 11 мая.', '2026-05-04', null, '2026-05-11'],
  ['В отпуске с 3 по 17 августа.', '2026-08-01', null, '2026-08-17'],
  ['我将于5月11日回来。', '2026-05-04', null, '2026-05-11'],
  ['我5月3日至5月12日休假。', '2026-05-03', null, '2026-05-12'],
  ['8月3日から17日まで夏季休業です。', '2026-08-01', null, '2026-08-17'],
  ['5月13日（水）より通常営業いたします。', '2026-05-04', null, '2026-05-13'],
  ['5월 12일까지 휴가이며 5월 13일에 복귀합니다.', '2026-05-04', null, '2026-05-13'],
  ['Tôi nghỉ phép đến hết ngày 12/5.', '2026-05-04', null, '2026-05-13'],
  ['Tôi sẽ trở lại vào ngày 11 tháng 5.', '2026-05-04', null, '2026-05-11'],
  ['Saya cuti sampai 12 Mei 2026', '2026-05-04', null, '2026-05-12'],
  ['Saya akan kembali pada 11 Mei.', '2026-05-04', null, '2026-05-11'],
  ['ลาพักร้อนถึงวันที่ 12 พฤษภาคม 2569', '2026-05-04', null, '2026-05-12'],
  ['จะกลับมาทำงานวันที่ 11 พ.ค. 2569', '2026-05-04', null, '2026-05-11'],
  [
    'I am out of the office returning Monday, May 18th. For urgent matters call Bob at 555-0199.',
    '2026-05-06',
    null,
    '2026-05-18',
  ],
  [
    'I will be out of the office starting 05/04/2026 and will not return until 05/18/2026.',
    '2026-05-06',
    'en-US',
    '2026-05-18',
  ],
  ['Wegen Betriebsferien ist unser Büro vom 24.12.2026 bis 06.01.2027 geschlossen.', '2026-12-24', null, '2027-01-06'],
  ['Estaré de vacaciones del 4 al 15 de mayo, ambos inclusive.', '2026-05-06', null, '2026-05-16'],
  ["L'ufficio resterà chiuso fino al 17 maggio e riaprirà lunedì 18.", '2026-05-06', null, '2026-05-18'],
  ['Estou de férias até ao dia 15 de maio, inclusive.', '2026-05-06', null, '2026-05-16'],
  ['Ik ben afwezig van 4 t/m 15 mei.', '2026-05-06', null, '2026-05-16'],
  ['Jag är på semester t.o.m. 15 maj.', '2026-05-06', null, '2026-05-16'],
  ['Jeg holder ferie til og med fredag den 15. maj 2026.', '2026-05-06', null, '2026-05-16'],
  ['Przebywam na urlopie do 15.05.2026 włącznie.', '2026-05-06', null, '2026-05-16'],
  ['Нахожусь в отпуске с 4 по 15 мая включительно.', '2026-05-06', null, '2026-05-16'],
  ['Буду на рабочем месте 18.05.2026.', '2026-05-06', null, '2026-05-18'],
  ['休假至5月15日（含）。', '2026-05-06', null, '2026-05-16'],
  ['本人休假中，5/18回公司。', '2026-05-06', null, '2026-05-18'],
  ['我下周一回来。', '2026-05-06', null, '2026-05-11'],
  ['2026年5月17日まで休暇をいただいており、18日より出社いたします。', '2026-05-06', null, '2026-05-18'],
  ['5/7(木)〜5/15(金)は休業いたします。', '2026-05-06', null, '2026-05-15'],
  ['다음 주 월요일에 복귀합니다.', '2026-05-06', null, '2026-05-11'],
  ['Tôi nghỉ từ ngày 4/5 đến hết ngày 15/5/2026.', '2026-05-06', null, '2026-05-16'],
  ['Saya sedang cuti dari tanggal 4 s/d 15 Mei 2026.', '2026-05-06', null, '2026-05-15'],
  ['ดิฉันลาพักร้อนตั้งแต่วันที่ 4-15 พฤษภาคม 2569', '2026-05-06', null, '2026-05-15'],
  ['กลับมาทำงานวันจันทร์ที่ 18 พฤษภาคม 2569', '2026-05-06', null, '2026-05-18'],
  ['จะกลับมาวันที่ 18/05/2569', '2026-05-06', null, '2026-05-18'],
  ['Returning: 18-May-2026', '2026-05-06', null, '2026-05-18'],
  ["I'm out of office. Return date: 05/18/26", '2026-05-06', null, '2026-05-18'],
  ['Away 12th–22nd May.', '2026-05-06', null, '2026-05-22'],
  ['Olen lomalla 4.-15.5.2026.', '2026-05-06', null, '2026-05-15'],
  ['Back on Monday', '2026-05-06', null, '2026-05-11'],
  ['Out today, back tomorrow.', '2026-05-06', null, '2026-05-07'],
  ['I am out until Friday 15 May and back on Monday.', '2026-05-04', null, '2026-05-18'],
  ['Bis 12.05. / until 12 May', '2026-05-04', null, '2026-05-12'],
  ['I am away 28/4 - 5/5', '2026-04-27', null, '2026-05-05'],
  [
    'I will be out of office starting 04/28/2026 and will not return until 05/12/2026.',
    '2026-04-28',
    null,
    '2026-05-12',
  ],
  [
    'I will be out of the office starting  28.04.2026 and will not return until 12.05.2026.',
    '2026-04-28',
    null,
    '2026-05-12',
  ],
  [
    'Thank you for your email of 2 May. I am away and will reply on my return on May 11th, 2026. For urgent matters call Bob, who is in until 8 May.',
    '2026-05-04',
    'en-US',
    '2026-05-11',
  ],
  ['Je suis en congés du 4 au 15 mai inclus.', '2026-05-04', null, '2026-05-16'],
  ["Absente jusqu'au 12/05 inclus", '2026-05-04', null, '2026-05-13'],
  ['Retour le lundi 11 mai.', '2026-05-04', null, '2026-05-11'],
  ["I'm on annual leave and return to work on Tuesday, May 12.", '2026-05-04', null, '2026-05-12'],
  ['Am 12. Mai bin ich wieder im Büro.', '2026-05-04', null, '2026-05-12'],
  ['On 12 May I will be back in the office.', '2026-05-04', null, '2026-05-12'],
  ['El 12 de mayo estaré de vuelta', '2026-05-04', null, '2026-05-12'],
  ['I return to the office on the 3rd of June', '2026-05-04', null, '2026-06-03'],
  ['Ich kehre am 12.5.26 zurück', '2026-05-04', null, '2026-05-12'],
  ['Ich bin ab Montag, 11.05. wieder für Sie da', '2026-05-04', null, '2026-05-11'],
  [
    'Hello,\n\nthank you for your message. I am currently out of the office and will be back on Tuesday, 19 May 2026.\nIn urgent cases please contact my colleague Bob (bob@x.com, +49 30 123456).\n\nBest regards\nAnn',
    '2026-05-04',
    null,
    '2026-05-19',
  ],
  [
    'Guten Tag,\n\nvielen Dank für Ihre Nachricht. Ich bin bis einschließlich 15.05.2026 nicht im Büro. Ihre E-Mail wird nicht weitergeleitet.\n\nMit freundlichen Grüßen',
    '2026-05-04',
    null,
    '2026-05-16',
  ],
  [
    'Sehr geehrte Damen und Herren, ich bin vom 04.05.2026 bis zum 15.05.2026 im Urlaub und ab dem 18.05.2026 wieder erreichbar.',
    '2026-05-04',
    'en-US',
    '2026-05-18',
  ],
  [
    'Bonjour, je suis absent du bureau du 04/05/2026 au 15/05/2026. Je serai de retour le lundi 18 mai 2026. Cordialement',
    '2026-05-04',
    'en-US',
    '2026-05-18',
  ],
  [
    'Bonjour, actuellement en congés, je prendrai connaissance de votre message à mon retour le 18/05.',
    '2026-05-04',
    'en-US',
    '2026-05-18',
  ],
  ['Hola, estoy de vacaciones desde el 4 hasta el 15 de mayo, ambos inclusive.', '2026-05-04', null, '2026-05-16'],
  ['Estaré ausente del 4 al 15 de mayo.', '2026-05-04', null, '2026-05-15'],
  [
    'Buongiorno, sono fuori ufficio fino al 15/05. Risponderò al mio rientro il 18/05.',
    '2026-05-04',
    'en-US',
    '2026-05-18',
  ],
  ['Sarò assente dal 4 al 15 maggio.', '2026-05-04', null, '2026-05-15'],
  ['Olá, estou fora do escritório de 4 a 15 de maio e retorno no dia 18 de maio.', '2026-05-04', null, '2026-05-18'],
  [
    'Ik ben met vakantie van 4 tot en met 15 mei. Vanaf 18 mei ben ik weer bereikbaar.',
    '2026-05-04',
    null,
    '2026-05-18',
  ],
  ['Hej! Jag har semester t.o.m. 15 maj och är åter den 18 maj.', '2026-05-04', null, '2026-05-18'],
  ['Hej, jeg holder ferie fra den 4. maj til den 15. maj.', '2026-05-04', null, '2026-05-15'],
  ['Jeg er på ferie og er tilbake mandag 18. mai.', '2026-05-04', null, '2026-05-18'],
  ['Olen poissa toimistolta 18.5. saakka.', '2026-05-04', null, '2026-05-18'],
  ['Dzień dobry, przebywam na urlopie od 4 do 15 maja. Będę dostępny od 18 maja.', '2026-05-04', null, '2026-05-18'],
  ['Здравствуйте! Я нахожусь в отпуске с 4 по 15 мая включительно.', '2026-05-04', null, '2026-05-16'],
  ['Буду на работе с 18 мая.', '2026-05-04', null, '2026-05-18'],
  ['您好，我正在休假，5月18日（星期一）恢复上班。', '2026-05-04', null, '2026-05-18'],
  ['本人於5月4日至5月15日休假，5月18日返回公司。', '2026-05-04', null, '2026-05-18'],
  [
    'お世話になっております。5/4(月)〜5/15(金)まで休暇をいただきます。5/18(月)より対応いたします。',
    '2026-05-04',
    null,
    '2026-05-18',
  ],
  ['誠に勝手ながら、5月4日から5月10日まで休業いたします。', '2026-05-04', null, '2026-05-10'],
  ['안녕하세요. 5월 4일부터 5월 15일까지 휴가입니다.', '2026-05-04', null, '2026-05-15'],
  ['5월 18일(월)에 출근합니다.', '2026-05-04', null, '2026-05-18'],
  ['Tôi đang nghỉ phép từ 4/5 đến 15/5.', '2026-05-04', null, '2026-05-15'],
  ['Saya sedang cuti dari tanggal 4 s/d 15 Mei 2026.', '2026-05-04', null, '2026-05-15'],
  ['ผมจะไม่อยู่ในสำนักงานตั้งแต่วันที่ 4 ถึง 15 พ.ค. 2569', '2026-05-04', null, '2026-05-15'],
  ['I will be out of the office through Friday, May 15.', '2026-05-04', null, '2026-05-16'],
  ['OOO: 05/04 - 05/15', '2026-05-04', 'en-US', '2026-05-15'],
  ['Out of office May 4th through May 15th', '2026-05-04', 'en-US', '2026-05-16'],
  ["I'm away till Wednesday.", '2026-05-04', null, '2026-05-06'],
  ["I'll be back at my desk on Wed 6 May.", '2026-05-04', null, '2026-05-06'],
  ['I return Thursday the 14th.', '2026-05-04', null, '2026-05-14'],
  ['Ich bin am Donnerstag, den 14. wieder da.', '2026-05-04', null, '2026-05-14'],
  ['We are closed 24 December 2026 – 3 January 2027 and open again on 4 January.', '2026-12-23', null, '2027-01-04'],
  [
    'I am currently traveling with limited access to email until Monday, May 11th.',
    '2026-05-04',
    'en-US',
    '2026-05-11',
  ],
  ['I will be back in the office on 11.05', '2026-05-04', null, '2026-05-11'],
  ['Back 5/6', '2026-05-04', 'en-US', '2026-05-06'],
  ['Back Wed 5/6', '2026-05-04', null, '2026-05-06'],
  ['retour op 11-05-2026', '2026-05-04', null, '2026-05-11'],
  ['I am out on the 5th and 6th, back on the 7th.', '2026-05-04', null, '2026-05-07'],
  ["Thanks for your mail. I'm OOO this week and back in the office next Monday.", '2026-05-06', null, '2026-05-11'],
  ['Back next week.', '2026-05-06', null, '2026-05-11'],
  ['zurück: 11. Mai 2026', '2026-05-04', null, '2026-05-11'],
  ['Return date: 2026-05-11', '2026-05-04', null, '2026-05-11'],
  [
    'The office will be closed on Monday 25 May. We will return on Tuesday 26 May at 9am.',
    '2026-05-22',
    null,
    '2026-05-26',
  ],
  ['Je suis en déplacement jusqu’au vendredi 8 mai', '2026-05-04', null, '2026-05-08'],
  ['Sou de férias até ao dia 15 de maio, inclusive.', '2026-05-04', null, '2026-05-16'],
  ['Volvemos el 11/05', '2026-05-04', 'en-US', '2026-05-11'],
  ['Ich bin ab 05.05. nicht erreichbar und melde mich ab 11.05. zurück.', '2026-05-04', null, '2026-05-11'],
  ['Bis zum 12. Mai bin ich in Urlaub; danach gerne.', '2026-05-04', null, '2026-05-12'],
  ['I’m out of office from Monday, 4 May 2026 to Friday, 15 May 2026 (inclusive).', '2026-05-04', null, '2026-05-16'],
  ["I'm in Berlin until May 9 and then in Paris from May 10 to 14; back May 15", '2026-05-04', null, '2026-05-15'],
];

const unclear: readonly (readonly [text: string, sentOn: string, locale: string | null])[] = [
  ['I am out of the office until 5/12.', '2026-05-04', null],
  ['Back Monday 5 May 2026', '2026-04-28', null],
  ['Ab dem 18. Mai bin ich im Urlaub.', '2026-05-04', null],
  ['I will be back next Friday.', '2026-05-05', null],
  ['I was out until 3 May.', '2026-05-04', null],
  ['Back on 3 December.', '2026-05-04', null],
  ['I am out until 8 May, later until 12 May.', '2026-05-04', null],
  ['We are available 24/7. Call 030/1234.', '2026-05-04', null],
  ['I am out of the office on 8 May.', '2026-05-04', null],
  ['I am out until 5pm.', '2026-05-04', null],
  ['Ich bin bis 17 Uhr unterwegs', '2026-05-04', null],
  ["I'm on parental leave until October.", '2026-05-04', null],
  ['I am away until the end of May.', '2026-05-04', null],
  ['My last day was 30 April.', '2026-05-04', null],
  ['Please call again on 12 May about invoice 4/11.', '2026-05-04', null],
  ["I'll be on vacation from 10 to 20 May. Before that, I am reachable until 9 May.", '2026-05-04', null],
  ["I'll be back on 31 April", '2026-04-20', null],
  ['Ich bin am 05.05. nicht da.', '2026-05-04', null],
  ['until 12 May 2025', '2026-05-04', null],
  ['Back on 17 or 18 August.', '2026-08-05', null],
  ['I am back on August 17 or 18.', '2026-08-05', null],
  ['Ich bin am 17. oder 18. August zurück.', '2026-08-05', null],
  ['De retour le 17 ou le 18 août.', '2026-08-05', null],
  ['I will be back on Monday or Tuesday.', '2026-05-06', null],
  ['Zurück am 12. Mai oder am 15. Mai.', '2026-05-06', null],
  ['Our order 18.05 is ready. I am out of office.', '2026-05-06', null],
  ['Ich bin bis KW 22 nicht da.', '2026-05-06', null],
];

describe('the date of return', () => {
  it.each(plain)('%j, written on %s (locale %s): %s', (text, sentOn, locale, date) => {
    expect(read(text, sentOn, locale)).toBe(date);
  });

  it.each(unclear)('%j, written on %s (locale %s): none', (text, sentOn, locale) => {
    expect(read(text, sentOn, locale)).toBeNull();
  });

  it('of numbers alone follows the locale, unless the message itself shows its custom', () => {
    const text = 'I am out of the office until 6/5.';
    expect(read(text, '2026-05-04', 'en-GB')).toBe('2026-05-06');
    expect(read(text, '2026-05-04', 'en-US')).toBe('2026-06-05');
    expect(read(text, '2026-05-04', null)).toBeNull();
    expect(read(text, '2026-05-04', 'not a locale')).toBeNull();
    expect(read('I am away 28/4 to 6/5.', '2026-04-27', 'en-US')).toBe('2026-05-06');
  });

  it('is after the message and within 90 days of it', () => {
    expect(read('Back on 4 May 2026.', '2026-05-04', null)).toBeNull();
    expect(read('Back on 5 May 2026.', '2026-05-04', null)).toBe('2026-05-05');
    expect(read('Back on 2 August 2026.', '2026-05-04', null)).toBe('2026-08-02');
    expect(read('Back on 3 August 2026.', '2026-05-04', null)).toBeNull();
  });

  it.each([
    'I will get back to you in two days.',
    'I am out of office. I will reply within 2 days of my return.',
    'Je vous réponds dans deux jours.',
    'I have worked here for two weeks.',
    'My colleague Jo is back in two weeks.',
    "I'll be back in six months.",
  ])('counts no days that speak of something else: %s', text => {
    expect(read(text, '2026-05-05', null)).toBeNull();
  });

  it('says from which words it was read, or why there is none', () => {
    expect(returnDate('I am back on 5 May.', { sentOn: '2026-05-04' }).why).toContain('back on 5 may');
    expect(returnDate('Until 6/5 or so.', { sentOn: '2026-05-04' }).why).toContain('2026-05-06 or 2026-06-05');
    expect(returnDate('Hello.', { sentOn: '2026-05-04' }).why).toBe('no date of return is written');
  });

  it.each([['back on 5/6 '], ['until '], ['4.5.–'], ['from the 3rd to '], ['May 4 - '], ['1 ']])(
    'reads a hundred thousand characters of %j in linear time',
    unit => {
      const text = unit.repeat(100_000 / unit.length);
      expect(returnDate(text, { sentOn: '2026-05-04' })).toHaveProperty('why');
    },
  );
});

describe('the return of a colleague', () => {
  it.each([
    'I am away. My colleague Jo returns on 11 May.',
    'Contact my colleague Jo, who is back on 11 May.',
    'Ich bin im Urlaub. Meine Kollegin Frau Meyer ist ab 11. Mai wieder da.',
    'Je suis absent. Mon collègue Paul revient le 11 mai.',
    'Mi compañera Ana vuelve el 11 de mayo.',
    'Il mio collega rientra il 11 maggio.',
    'O meu colega regressa a 11 de maio.',
    'Mijn collega Jan is terug op 11 mei.',
    'Min kollega är tillbaka den 11 maj.',
    'Min kollega er tilbage den 11. maj.',
    'Kollegani palaa 11.5.',
    'Mój kolega wraca 11 maja.',
    'Мой коллега вернётся 11 мая.',
    '我的同事5月11日回来。',
    '同僚の田中は5月11日に戻ります。',
    '제 동료는 5월 11일에 복귀합니다.',
    'Đồng nghiệp của tôi trở lại vào ngày 11 tháng 5.',
    'Rekan saya kembali pada 11 Mei.',
    'เพื่อนร่วมงานของฉันจะกลับมาวันที่ 11 พ.ค.',
  ])('is not the author’s: %s', text => {
    expect(read(text, '2026-05-04', 'en-GB')).toBeNull();
  });

  it.each([
    ['I am on leave until 20 May. My colleague Jo returns on 11 May.', '2026-05-20'],
    ['Please contact my colleague Jo until I am back on 11 May.', '2026-05-11'],
    ['My colleague Jo will look after you until my return on 11 May.', '2026-05-11'],
    ['My colleague Jo covers for me until 11 May.', '2026-05-11'],
    ['I am back on 11 May; my colleague Jo is away until 14 May.', '2026-05-11'],
    ['Bis 11. Mai vertritt mich mein Kollege Herr Kurz.', '2026-05-11'],
    ['Mi compañero Luis le atenderá hasta mi regreso el 11 de mayo.', '2026-05-11'],
    ['Anna Schmidt is out of the office and will be back on 11 May.', '2026-05-11'],
  ])('leaves the author’s own: %s', (text, date) => {
    expect(read(text, '2026-05-04', 'en-GB')).toBe(date);
  });
});

describe('a return that is told by name', () => {
  const of = (text: string, name: string, address = '') =>
    returnDate(text, { sentOn: '2026-04-28', author: { name, address } }).date;

  it.each([
    ['Jo returns on 11 May.', 'Sam Lee'],
    ['Ms Miller is away until 11 May.', 'Sam Lee'],
    ['He is back on 11 May.', 'Sam Lee'],
    ['Frau Klein ist ab dem 11. Mai wieder im Büro.', 'Peter Gross'],
    ['Paul revient le 11 mai.', 'Marie Dupont'],
    ['Ana vuelve el 11 de mayo.', 'Luis Pérez'],
    ['Jan is terug op 11 mei.', 'Piet de Vries'],
    ['Иван вернётся 11 мая.', 'Анна Петрова'],
    ['王经理5月11日回来。', '李明'],
    ['田中さんは5月11日に戻ります。', '佐藤'],
    ['김민수 과장은 5월 11일에 복귀합니다.', '이영희'],
    ['Anh Minh sẽ trở lại vào ngày 11/5.', 'Lan'],
    ['Budi kembali pada 11 Mei.', 'Siti'],
    ['คุณสมชายจะกลับมาวันที่ 11 พ.ค.', 'Somsri'],
  ])('is somebody else’s: %s (%s writes)', (text, name) => {
    expect(of(text, name)).toBeNull();
  });

  it('is looked for in linear time', () => {
    const text = 'Jo Smith (x), who is 1 May and Jo is '.repeat(3_000);
    expect(of(text, 'Sam Lee')).toBeNull();
  }, 2_000);

  it.each([
    ['Jo Smith will return on 11 May.', 'Jo Smith', ''],
    ['Anna Schmidt is out of the office and will be back on 11 May.', '', 'aschmidt@tiles.example'],
    ['João volta no dia 11 de maio.', 'Joao Silva', ''],
    ['王经理5月11日回来。', '王伟', ''],
    ['김민수 과장은 5월 11일에 복귀합니다.', '김민수', ''],
    ['Acme is closed until 11 May.', 'Sam Lee', ''],
    ['Unser Büro ist ab 11. Mai wieder besetzt.', 'Sam Lee', ''],
    ['Bis zum 11. Mai ist Urlaub.', 'Sam Lee', ''],
    ['I will be out from 27 April to 8 May and back on Monday 11 May.', 'Sam Lee', ''],
    ['I can be reached from 11 May.', 'Sam Lee', ''],
    ['Jag är borta till 11 maj.', 'Sam Lee', ''],
    ['Jo is covering for me until 11 May.', 'Sam Lee', ''],
    ['I am out until 11 May. Ask Jo Smith, who returns on 30 April.', 'Sam Lee', ''],
  ])('is the author’s: %s (%s %s)', (text, name, address) => {
    expect(of(text, name, address)).toBe('2026-05-11');
  });
});
