import { describe, expect, it } from 'vitest';
import { readPaper, readText } from './read-text.ts';

const sum = (text: string, currency = 'USD') => {
  const { amountMinor, currency: code } = readText(text, { settings: { currency } });
  return amountMinor === null ? null : `${code} ${amountMinor}`;
};

describe('the total', () => {
  it.each([
    ['Subtotal  4,000.00\nGST 9%  360.00\nTotal  4,360.00', 'USD 436000'],
    ['Total: S$4,860.00 incl. GST', 'SGD 486000'],
    ['The total comes to €4,300 plus VAT.', 'EUR 430000'],
    ['Our price is $12,400 all in.', 'USD 1240000'],
    ['Nettobetrag 1.000,00 €\nzzgl. 19% MwSt 190,00 €\nGesamtbetrag 1.190,00 €', 'EUR 119000'],
    ['Die Gesamtsumme beläuft sich auf 23.443,00 EUR brutto.', 'EUR 2344300'],
    ['Total HT 1 000,00 €\nTVA 20% 200,00 €\nTotal TTC 1 200,00 €\nAcompte 30% 360,00 €', 'EUR 120000'],
    ['Imponibile € 1.000,00\nIVA 22% € 220,00\nTotale € 1.220,00', 'EUR 122000'],
    ['Base imponible 1.000,00 €\nIVA 21% 210,00 €\nTotal presupuesto 1.210,00 €', 'EUR 121000'],
    ['Totaal incl. btw € 1.210,00', 'EUR 121000'],
    ['Summa exkl. moms 10 000 kr\nMoms 25% 2 500 kr\nAtt betala 12 500 kr', 'SEK 1250000'],
    ['I alt inkl. moms 12.500,00 kr. Tilbuddet gælder', 'DKK 1250000'],
    ['Razem netto 1 000,00 zł\nVAT 23% 230,00 zł\nRazem brutto 1 230,00 zł', 'PLN 123000'],
    ['Valor total: R$ 4.860,00', 'BRL 486000'],
    ['合計金額 ¥486,000（税込）', 'JPY 486000'],
    ['总计：人民币 12,000.00 元', 'CNY 1200000'],
    ['Total CHF 43’942.65', 'CHF 4394265'],
    ['S$4,500 + GST (S$4,905 total), 50% deposit of S$2,452.50', 'SGD 490500'],
    ['Total kitchen $2,000.00\nTotal bathroom $3,000.00\nTotal $5,000.00', 'USD 500000'],
    ['The total for 40 chairs comes to $6,420.00', 'USD 642000'],
    ['We can do the whole job for $3,250.', 'USD 325000'],
    ['Totalsumma: 128 750:- inkl. moms. Offerten', 'SEK 12875000'],
    ['Endpreis (0 % MwSt. gem. § 12 UStG)   12.330,00 EUR', 'EUR 1233000'],
    ['New total: USD 48,200.00 (previously USD 51,000.00)', 'USD 4820000'],
    ['Installation: £2,400.00 ex VAT (£2,880.00 inc VAT)', 'GBP 288000'],
    ['Grand Total  Rs. 8,94,320.00', 'INR 89432000'],
    ['Total 1,000.00\nVAT 200.00\nAmount due 1,200.00', 'USD 120000'],
    ['Goods - £4,000.00\nDiscount - £45.00\nTotal - £3,955.00', 'GBP 395500'],
    ['Goods £4,000.00\nTotal \u2212 £45.00\nTotal £3,955.00', 'GBP 395500'],
  ])('of %j is %s', (text, wanted) => {
    expect(sum(text)).toBe(wanted);
  });

  it.each([
    ['two ways to do it', 'Option A total $5,000.00\nOption B total $8,000.00'],
    ['two prices', '$7,850 all in, or $8,600 with the railing.'],
    ['a price for one of many', 'Unit price $20.00, deposit $500'],
    ['a sum by the month', 'Total $180.00 per month'],
    ['two readings, and an English paper with a decimal comma in it', 'Total 1.200 EUR'],
    ['a discount', 'You save $400.00'],
    ['nothing but a year', 'Total 2026'],
  ])('stays empty for %s', (_, text) => {
    expect(sum(text)).toBeNull();
  });

  it('without a sign is in the paper’s currency, else the configured one, and has no words for it', () => {
    expect(readPaper('All prices in NZD\nTotal   4,360.00').currency).toBe('NZD');
    expect(readPaper('TOTALE EURO   4.575,00').currency).toBe('EUR');
    expect(readPaper('견적서 합계금액   3,850,000').amountMinor).toBe(3_850_000);
    const fields = readPaper('Total   4,360.00', { currency: 'SGD' });
    expect(fields.currency).toBe('SGD');
    expect(fields.evidence.currency).toBeUndefined();
  });

  it('with a sign of several countries is in the configured currency if it is one of them, else its currency stays empty', () => {
    expect(readText('Total $4,360.00', { settings: { currency: 'AUD' } }).currency).toBe('AUD');
    const fields = readText('Total $4,360.00', { settings: { currency: 'EUR' } });
    expect(fields).toMatchObject({ amountMinor: 436000, currency: null });
    expect(fields.missing).toContain('currency');
  });

  it('under a header of its own counts, under one of the items’ does not', () => {
    expect(readPaper('Net         Tax        Grand total\n1,000.00    200.00     1,200.00').amountMinor).toBe(120000);
    expect(readPaper('Description    Qty    Total\nDesk           2      1,200.00').amountMinor).toBeNull();
  });

  it('is what the body and the paper agree on; where they differ it stays empty', () => {
    expect(readText('Total: $100.00\n\nTotal: $120.00').amountMinor).toBeNull();
  });
});
