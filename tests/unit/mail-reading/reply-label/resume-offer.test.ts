import { describe, expect, test } from 'vitest';
import { resumeOffer } from '../../../../src/mail-reading/return-date/resume-offer.ts';

/** A Tuesday. */
const SENT_ON = '2026-03-10';

describe('a feast is over on its first working day', () => {
  test.each([
    ['Ask me again after Christmas.', '2026-12-27'],
    ['Melden Sie sich bitte nach Weihnachten noch einmal.', '2026-12-27'],
    ['Recontactez-moi après Noël.', '2026-12-27'],
    ['Please come back to us after Easter.', '2026-04-07'],
    ['Fragen Sie nach Ostern nochmal an.', '2026-04-07'],
    ['Spørg mig igen efter påske.', '2026-04-07'],
    ['Volvemos a hablar después de Semana Santa.', '2026-04-07'],
    ['Fale comigo novamente depois do Carnaval.', '2027-02-11'],
    ['Palataan asiaan joulun jälkeen.', '2026-12-27'],
    ['Call me after Thanksgiving.', '2026-11-30'],
    ['Kontakta mig igen efter midsommar.', '2026-06-22'],
    ['Напишите мне после майских праздников.', '2026-05-12'],
    ['ゴールデンウィーク明けに改めてご連絡ください。', '2026-05-07'],
    ['ติดต่อมาใหม่หลังสงกรานต์นะคะ', '2026-04-17'],
    ['Ta kontakt igjen etter nyttår.', '2027-01-02'],
    ['年明けにもう一度ご連絡ください。', '2027-01-02'],
  ])('%s', (text, day) => expect(resumeOffer(text, SENT_ON)).toBe(day));

  test.each([
    ['春节后再联系我吧。', '2026-02-24'],
    ['설날 지나고 다시 연락 주세요.', '2026-02-24'],
    ['Sau Tết liên hệ lại với tôi nhé.', '2026-02-24'],
  ])('the lunar year: %s', (text, day) => expect(resumeOffer(text, '2026-01-20')).toBe(day));

  test('the end of Ramadan', () =>
    expect(resumeOffer('Hubungi saya lagi setelah Lebaran.', SENT_ON)).toBe('2026-03-27'));

  test('"the feast days" of Polish are the next ones', () => {
    expect(resumeOffer('Proszę odezwać się po świętach.', SENT_ON)).toBe('2026-04-07');
    expect(resumeOffer('Proszę odezwać się po świętach.', '2026-11-20')).toBe('2026-12-27');
  });

  test('one that is over this year comes next year', () =>
    expect(resumeOffer('Ask me after Christmas', '2026-12-28')).toBe('2027-12-27'));
});

describe('a date, a month, a count of weeks', () => {
  test.each([
    ['Could you get back to me on 4 May?', '2026-05-04'],
    ['Please ask again after 12 May.', '2026-05-13'],
    ['Bitte melden Sie sich ab dem 12.05. wieder.', '2026-05-12'],
    ['Call me next Monday.', '2026-03-16'],
    ['We will decide after the board meets on the 24th.', '2026-03-24'],
    ['Try me again in September.', '2026-09-01'],
    ['Try me again after August.', '2026-09-01'],
    ['Let us talk again at the end of May.', '2026-05-31'],
    ['Can we revisit this in mid-June?', '2026-06-15'],
    ['Recontactez-nous en septembre.', '2026-09-01'],
    ['Escríbanme de nuevo en enero.', '2027-01-01'],
    ['Proszę odezwać się we wrześniu.', '2026-09-01'],
    ['Свяжитесь с нами в сентябре.', '2026-09-01'],
    ['请9月再联系我们。', '2026-09-01'],
    ['Vui lòng liên hệ lại vào tháng 9.', '2026-09-01'],
    ['Get in touch again in two weeks.', '2026-03-24'],
    ['Follow up in 3 months please', '2026-06-10'],
    ['Melden Sie sich in zwei Wochen noch einmal.', '2026-03-24'],
    ['Rappelez-moi dans un mois.', '2026-04-10'],
    ['Risentiamoci tra due settimane.', '2026-03-24'],
    ['Neem over drie weken weer contact op.', '2026-03-31'],
    ['Hör av dig om två veckor.', '2026-03-24'],
    ['Proszę odezwać się za 2 tygodnie.', '2026-03-24'],
    ['Напишите через месяц.', '2026-04-10'],
    ['两周后再联系我。', '2026-03-24'],
    ['3か月後に改めてご連絡ください。', '2026-06-10'],
    ['2주 후에 다시 연락 주세요.', '2026-03-24'],
    ['Hubungi saya lagi dalam dua minggu.', '2026-03-24'],
    ['Not now. Ping me next month.', '2026-04-01'],
    ['Get back to us next quarter.', '2026-04-01'],
    ["We'll decide in Q3.", '2026-07-01'],
    ['Nächstes Jahr gerne wieder melden.', '2027-01-02'],
    ['明年再说吧。', '2027-01-02'],
    ["It's on hold until September.", '2026-09-01'],
    ['Please don’t contact me before 1 June, ask again then.', '2026-06-01'],
  ])('%s', (text, day) => expect(resumeOffer(text, SENT_ON)).toBe(day));

  test('two weeks from the end of a month stay in the calendar', () =>
    expect(resumeOffer('Ask again in a month', '2026-01-31')).toBe('2026-02-28'));

  test('the more exact of two stands', () =>
    expect(resumeOffer('Ask me again next year, in February.', SENT_ON)).toBe('2027-02-01'));

  test('5/12 is read by the locale, and not without one', () => {
    expect(resumeOffer('Call me again on 5/12', SENT_ON, 'en-US')).toBe('2026-05-12');
    expect(resumeOffer('Call me again on 5/12', SENT_ON, 'en-GB')).toBe('2026-12-05');
    expect(resumeOffer('Call me again on 5/12', SENT_ON)).toBeNull();
  });
});

describe('nothing is offered', () => {
  test.each([
    'Could you deliver in September?',
    'Is this still valid after Easter?',
    'Please get back to me by Friday.',
    'Please call me before Christmas.',
    'Bitte melden Sie sich bis Freitag vor Ostern.',
    'Ask me again after Easter, or maybe after Christmas.',
    'Ask me later.',
    'May I ask who approved this?',
    'We may decide differently.',
    'Call me on 10 March 2024.',
    'Ask me again in 5 years.',
    '',
  ])('%s', text => expect(resumeOffer(text, SENT_ON)).toBeNull());
});
