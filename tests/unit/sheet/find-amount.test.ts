import * as E from 'fp-ts/lib/Either.js';
import { describe, expect, test } from 'vitest';
import { findAmount } from '../../../src/sheet/amounts/find-amount.ts';

const found = (text: string, settings = {}): string | null => {
  const amount = findAmount(text, settings);
  return E.isRight(amount) ? amount.right.value : null;
};

describe('the price in running text', () => {
  test.each([
    ['Total: $1,250.00 incl. GST', '1250'],
    ['Gesamtbetrag 3.960,00 € inkl. MwSt.', '3960'],
    ['Montant TTC : 12 400,50 €', '12400.5'],
    ['Preis ab 49 €', '49'],
    ['between 26 and more, say 40 €', '40'],
    ['From 26 to 50 €', '26'],
    ['£6.95 - £9.95', '6.95'],
    ['3 chairs for only 148.50 EUR', '148.5'],
    ['35€ 99', '35.99'],
    ['35€99', '35.99'],
    ['$119. 95', '119.95'],
    ['1.837, 32 €', '1837.32'],
    ['105. –', '105'],
    ['$.75', '0.75'],
    ['$.750.30', '750.3'],
    ['Rs.164.00', '164'],
    ['12,000원', '12000'],
    ['Rp 31.500', '31500'],
    ['45k €', '45000'],
    ['34.12 (40.94 inc VAT)', '34.12'],
    ['Free!', '0'],
    ['-12.50 €', '-12.5'],
    ['(1,250.00)', '-1250'],
    ['571.12坪', '571.12'],
    ['1.500,- €', '1500'],
    ['SKU 8812 - 45,00 €', '45'],
    ['\u2212 45.00', '-45'],
    ['Discount: \u2212 45.00', '-45'],
    ['Rabatt:\u2212 45,00 €', '-45'],
    ['€ \u2212 45.00', '-45'],
    ['USD \u2212 45.00', '-45'],
    ['Item \u2212 45.00', '-45'],
    ['Art. 1002 £12.00', '12'],
  ])('%j holds %s', (text, value) => {
    expect(found(text)).toBe(value);
  });

  test.each([
    '',
    'no number here',
    '40% off',
    'July, 2004',
    'Order #1042',
    'A4 paper',
    '25-09',
    '12/05/2026',
    'at 10:30',
    'orders $49+',
    'Цена: уточняйте (мин. заказ: 1 )',
  ])('%j holds none', text => {
    expect(found(text)).toBeNull();
  });

  test.each(['129.900', '73,460 €', 'Total 1.200', '1250€600', '12½ €', '1.20.000 €', '1..5'])(
    '%j is refused, not guessed',
    text => {
      expect(found(text)).toBeNull();
    },
  );

  test('a locale or a known separator breaks the tie', () => {
    expect(found('73,460 €', { locale: 'en-IE' })).toBe('73460');
    expect(found('73.460 €', { locale: 'de' })).toBe('73460');
    expect(found('423.923 KD', { decimal: '.' })).toBe('423.923');
  });

  test('what stood beside the number is told', () => {
    const amount = findAmount('Total due: S$ 1,250.00 only');
    expect(E.isRight(amount) && [amount.right.mark?.codes, amount.right.words]).toEqual([['SGD'], '1,250.00']);
    const both = findAmount('$1,190.00 AUD');
    expect(E.isRight(both) && both.right.mark?.codes).toEqual(['AUD']);
  });

  test.each([
    ['Refund: USD \u2212 45.00', '-45', ['USD']],
    ['USD -45.00', '-45', ['USD']],
    ['Total \u2212 USD 45.00', '-45', ['USD']],
    ['€ \u2212 45,00', '-45', ['EUR']],
    ['Unit-45.00 USD', '45', ['USD']],
  ])('a minus between mark and number parts neither: %j', (text, value, codes) => {
    const amount = findAmount(text, { decimal: text.includes(',') ? ',' : '.' });
    expect(E.isRight(amount) && [amount.right.value, amount.right.mark?.codes]).toEqual([value, codes]);
  });
});
