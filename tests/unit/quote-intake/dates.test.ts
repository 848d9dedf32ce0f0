import { describe, expect, it } from 'vitest';
import { ENVELOPE, readPaper, readText } from './read-text.ts';

describe('the date sent', () => {
  it('is the day the mail left, on its sender’s calendar', () => {
    expect(readText('Quotation Q-1 of 27 February 2026').sentDate).toBe('2026-03-02');
  });

  it.each([
    ['Date: 3 March 2026', '2026-03-03'],
    ['Quote Date          Mar 3, 2026', '2026-03-03'],
    ['Angebot AN-1 vom 03.03.2026', '2026-03-03'],
    ['Angebotsdatum   3. März 2026', '2026-03-03'],
    ['Paris, le 3 mars 2026', '2026-03-03'],
    ['Presupuesto 12 - Fecha: 3 de marzo de 2026', '2026-03-03'],
    ['Data: 3 marzo 2026', '2026-03-03'],
    ['Offertedatum 3 maart 2026', '2026-03-03'],
    ['Data wystawienia: 03.03.2026', '2026-03-03'],
    ['見積日：2026年3月3日', '2026-03-03'],
    ['วันที่ 03/03/2569', '2026-03-03'],
    ['Hà Nội, ngày 3 tháng 3 năm 2026', '2026-03-03'],
    ['03-03-2026 Datum', '2026-03-03'],
    ['03.03.2026 Angebotsdatum', '2026-03-03'],
    ['Kelt: 2026. március 3.', '2026-03-03'],
  ])('of a paper with "%s" is %s', (text, day) => {
    expect(readPaper(text).sentDate).toBe(day);
  });

  it.each([
    'Delivery date: 3 March 2026',
    'Ihre Anfrage vom 03.03.2026',
    'Your order of 3 March 2026',
    'Event date    3 March 2026',
    'Replaces quote Q-6 of 3 March 2026',
    'Date: 03/04/2026',
    '03.03.2026 Liefertermin',
  ])('is not in "%s"', text => {
    expect(readPaper(text).sentDate).toBeNull();
  });

  it('has day and month in the order another date of the paper shows, its language, or the configured locale', () => {
    expect(readPaper('Date: 03/04/2026\nValid until: 30/04/2026').sentDate).toBe('2026-04-03');
    expect(readPaper('Date: 03/04/2026\nExpires: 04/30/2026').sentDate).toBe('2026-03-04');
    expect(readPaper('Datum: 03/04/2026\nAngebot gültig bis').sentDate).toBe('2026-04-03');
    expect(readPaper('Date: 03/04/2026', { locale: 'en-US' }).sentDate).toBe('2026-03-04');
    expect(readPaper('Date: 03/04/2026', { locale: 'en-SG' }).sentDate).toBe('2026-04-03');
    expect(readPaper('Date: 03/04/2026\nTotal £90.00').sentDate).toBe('2026-04-03');
    expect(readPaper('Date: 03/04/2026\nPlano, TX 75024').sentDate).toBe('2026-03-04');
  });
});

describe('the date it expires', () => {
  it.each([
    ['Valid until 15 April 2026', '2026-04-15'],
    ['This quote is valid until 15 April.', '2026-04-15'],
    ['Offer expires 31st March.', '2026-03-31'],
    ['I can hold that price until the end of March.', '2026-03-31'],
    ['Prices held until Friday 17 April 2026', '2026-04-17'],
    ['The offer is open for acceptance until 17 April 2026', '2026-04-17'],
    ['Das Angebot gilt bis zum 5. April 2026', '2026-04-05'],
    ['An dieses Angebot halten wir uns 4 Wochen gebunden.', '2026-03-30'],
    ['Bindefrist: 31.03.2026', '2026-03-31'],
    ['Wir halten uns an dieses Angebot bis einschließlich 11.04.2026 gebunden.', '2026-04-11'],
    ['Devis DV-4\nÉchéance : 17/04/2026', '2026-04-17'],
    ['Nabídka platí do 30.4.2026.', '2026-04-30'],
    ['Предложение действительно до 11.04.2026', '2026-04-11'],
    ['Offre valable jusqu’au 31 mars 2026', '2026-03-31'],
    ['Devis valable 3 mois', '2026-06-02'],
    ['Oferta válida hasta el 18 de abril de 2026', '2026-04-18'],
    ['El presupuesto tiene una validez de quince días', '2026-03-17'],
    ['Validità dell’offerta: 30 giorni. Consegna: 60 giorni', '2026-04-01'],
    ['Deze offerte is geldig tot en met 30 april 2026', '2026-04-30'],
    ['Validade da proposta: 10 dias', '2026-03-12'],
    ['Offerten gäller till 30 april 2026', '2026-04-30'],
    ['Tilbuddet står ved magt i 14 dage', '2026-03-16'],
    ['Oferta ważna do 16.04.2026', '2026-04-16'],
    ['有效期：30天', '2026-04-01'],
    ['有効期限：2026年4月11日', '2026-04-11'],
    ['This quote is good for two weeks.', '2026-03-16'],
    ['Validity: 30 days', '2026-04-01'],
  ])('"%s": %s', (text, day) => {
    expect(readText(text).expiryDate).toBe(day);
  });

  it.each([
    'Payment within 30 days.',
    'Valid from 15 April 2026',
    'Delivery by 15 April 2026',
    'Valid until 15 January 2026',
    'Valid for 10 working days',
    'Zahlbar innerhalb von 14 Tagen',
    '12 months warranty',
    'Facture F-4\nÉchéance : 17/04/2026',
    'Devis 12 pour votre mariage du 12 septembre 2026',
  ])('is not in "%s"', text => {
    expect(readText(text).expiryDate).toBeNull();
  });

  it('is counted from the paper’s own date where it has one', () => {
    expect(readText('Quote date: 27 February 2026\nValid for 30 days').expiryDate).toBe('2026-03-29');
  });

  it('said without a year in December is of the next one', () => {
    const envelope = { ...ENVELOPE, sent: { day: '2026-12-10', words: '' } };
    expect(readText('Valid until 15 January', { envelope }).expiryDate).toBe('2027-01-15');
  });
});
