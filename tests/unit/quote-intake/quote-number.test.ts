import { describe, expect, it } from 'vitest';
import { readPaper, readText } from './read-text.ts';

describe('the quote’s number', () => {
  it.each([
    ['Quotation Q-2026-114 for your kitchen', 'Q-2026-114'],
    ['Angebot Nr. 2026/0147 – Umbau', '2026/0147'],
    ['Angebotsnummer: AN 2026-0114', 'AN 2026-0114'],
    ['Kostenvoranschlag KV-2026-17 vom 3. März 2026', 'KV-2026-17'],
    ['Devis n° DE-2026-031', 'DE-2026-031'],
    ['N° de devis : D2026-14', 'D2026-14'],
    ['Presupuesto nº 2026-88', '2026-88'],
    ['Preventivo di spesa n. 114/2026 del 10/03/2026', '114/2026'],
    ['Orçamento n.º 552', '552'],
    ['Offerte 2026-0042', '2026-0042'],
    ['Betreft: offerte 2026.118 plantsoen', '2026.118'],
    ['Offert 4471 – Nytt kök', '4471'],
    ['Tilbud nr. 10233', '10233'],
    ['Numer oferty: 12/03/2026', '12/03/2026'],
    ['報價單號：Q20260301', 'Q20260301'],
    ['見積番号: M-2026-0012', 'M-2026-0012'],
    ['Your quote (Q-1042) from Harbourline', 'Q-1042'],
    ['Quote #17', '17'],
    ['Our estimate #3381', '3381'],
    ['Quote 1042 dated 3 March', '1042'],
    ['Ref: HL/26/081', 'HL/26/081'],
    ['Q-1042: kitchen', 'Q-1042'],
    ['Your order no. 4471, our quote no. 553', '553'],
    ['PO-4471 and Quote EST-0093 Rev 2', 'EST-0093 Rev 2'],
    ['Rechnung des Versicherers (575) Nr. 01.234.567.8-2018-1 vom 06.12.2018', '01.234.567.8-2018-1'],
  ])('of "%s" is %s', (subject, number) => {
    expect(readText('', { subject }).quoteId).toBe(number);
  });

  it.each([
    'Quote for 12 chairs',
    'Proposal 2026',
    'Replaces quote Q-1041',
    'Customer quote reference: 991',
    'Quote 42 pages',
    'Quote valid for 30 days',
    'Quote of 3 March',
    'offer 1.200 EUR',
    'Your ref. 4471',
    'Purchase order no. 4471',
  ])('is not in "%s"', subject => {
    expect(readText('', { subject }).quoteId).toBeNull();
  });

  it('stands under its label or beside it', () => {
    expect(readPaper('Estimate No.    Date\n10482           3 March 2026').quoteId).toBe('10482');
    expect(readPaper('Quote number     SQ-7\nCustomer no.     88').quoteId).toBe('SQ-7');
    expect(readText('Quote No.\nQ-5567\n\nDate\n20 March 2026').quoteId).toBe('Q-5567');
  });

  it('that two places agree on is believed before one that stands alone', () => {
    const fields = readText('Our quotation no. Q-7 replaces quote no. Q-6.', { subject: 'Quotation Q-7' });
    expect(fields.quoteId).toBe('Q-7');
  });
});
