import * as E from 'fp-ts/lib/Either.js';
import { describe, expect, test } from 'vitest';
import { amountOfNumber, readAmount } from '../../../src/sheet/amounts/read-amount.ts';

/** `SGD 120000`, or `refused`. */
const read = (text: string, locale?: string, currency = 'SGD', stated?: string): string => {
  const amount = readAmount(text, { currency, locale, stated });
  return E.isRight(amount) ? `${amount.right.currency} ${amount.right.minor}` : 'refused';
};

const why = (text: string, locale?: string): string => {
  const amount = readAmount(text, { currency: 'SGD', locale });
  return E.isLeft(amount) ? amount.left : '';
};

describe('an amount with one reading needs no locale', () => {
  test.each([
    ['1200', 120000],
    ['1200.5', 120050],
    ['1200,5', 120050],
    ['1200.50', 120050],
    ['1.200,00', 120000],
    ['1,200.00', 120000],
    ['1.234.567', 123456700],
    ['1,234,567.89', 123456789],
    ['1 200', 120000],
    ['1\u00a0200,50', 120050],
    ['1\u202f200', 120000],
    ["1'200.50", 120050],
    ['1’200.50', 120050],
    ['1,20,000', 12000000],
    ['12,34,567.50', 123456750],
    ['.75', 75],
    ['0,750', 75],
    ['0.200', 20],
    ['1234.500', 123450],
    ['1,200.000', 120000],
    ['12 000,-', 1200000],
    ['1.200,-', 120000],
    ["1'200.–", 120000],
    ['1200.--', 120000],
    ['1200/-', 120000],
    ['1700.', 170000],
    ['12k', 1200000],
    ['1.5k', 150000],
    ['12 lakh', 120000000],
    ['１，２００．５０', 120050],
    ['١٢٠٠', 120000],
    ['٣٬٤٥٦٫٧٨', 345678],
    ['१,२०,०००', 12000000],
    ['1200 + GST', 120000],
    ['1200.00 (excl. GST)', 120000],
    ['  1200 ', 120000],
    ['1200*', 120000],
    ['1200²', 120000],
    ['199.9999999999998', 20000],
    ['1234.5678', 123457],
  ])('%j is %d cents', (text, minor) => {
    expect(read(text)).toBe(`SGD ${minor}`);
    for (const locale of ['en-US', 'de-DE', 'fr-FR', 'de-CH', 'en-IN']) expect(read(text, locale)).toBe(`SGD ${minor}`);
  });
});

describe('two readings', () => {
  test.each(['1.200', '1,200', '€1.200', '12,345', '999.999', '1.200 USD', 'CHF 1,200'])(
    '%j is refused without a locale, and says both',
    text => {
      expect(read(text)).toBe('refused');
      expect(why('1.200')).toBe('can be read as 1200 or as 1.2; write 1200 or 1.20, or set "locale" in the config');
    },
  );

  test.each([
    ['1.200', 'de-DE', 'SGD 120000'],
    ['1.200', 'fr-FR', 'SGD 120000'],
    ['1,200', 'en-US', 'SGD 120000'],
    ['1,200', 'en-SG', 'SGD 120000'],
    ['1,200', 'de-CH', 'SGD 120000'],
    ['€1.200', 'es-ES', 'EUR 120000'],
  ])('%j in %s is %s', (text, locale, amount) => {
    expect(read(text, locale)).toBe(amount);
  });

  test.each([
    ['1.200', 'en-US'],
    ['1.234', 'en-SG'],
    ['1,200', 'de-DE'],
  ])('a locale does not make three decimals of money that has two: %j in %s', (text, locale) => {
    expect(read(text, locale)).toBe('refused');
  });

  test('a currency of three decimals is read by the locale', () => {
    expect(read('1.200', 'en-US', 'KWD')).toBe('KWD 1200');
    expect(read('1.200', 'de-DE', 'KWD')).toBe('KWD 1200000');
    expect(read('KWD 1.200')).toBe('refused');
  });

  test('a currency without decimals has one reading', () => {
    expect(read('12.500', undefined, 'JPY')).toBe('JPY 12500');
    expect(read('12,500 ₫')).toBe('VND 12500');
    expect(read('12.5', undefined, 'JPY')).toBe('refused');
  });

  test('a sign of places that agree on the decimal separator is part of the shape', () => {
    expect(read('S$1,200')).toBe('SGD 120000');
    expect(read('£1,200')).toBe('GBP 120000');
    expect(read('45.000 zł')).toBe('PLN 4500000');
    expect(read('R$ 1.200')).toBe('BRL 120000');
    expect(read('S$1.200')).toBe('refused');
    expect(read('R$ 1,200')).toBe('refused');
  });
});

describe('the currency', () => {
  test.each([
    ['S$1 200', 'SGD 120000'],
    ['USD 1200', 'USD 120000'],
    ['1200 EUR', 'EUR 120000'],
    ['1200 eur', 'EUR 120000'],
    ['US$1,200.00', 'USD 120000'],
    ['AU $59.95', 'AUD 5995'],
    ['SGD$4.90', 'SGD 490'],
    ['$ SGD 4.90', 'SGD 490'],
    ['RM1,200.50', 'MYR 120050'],
    ['₹1,20,000', 'INR 12000000'],
    ['１２，０００円', 'JPY 12000'],
    ['12€50', 'EUR 1250'],
    ['45,00 zł', 'PLN 4500'],
    ['500 US dollars', 'USD 50000'],
    ['$1,200', 'SGD 120000'],
  ])('%j is %s where Singapore dollars are configured', (text, amount) => {
    expect(read(text)).toBe(amount);
  });

  test('a shared sign is the configured currency, else the row must say', () => {
    expect(read('12 000 kr', undefined, 'SEK')).toBe('SEK 1200000');
    expect(read('12 000 kr', undefined, 'SGD', 'NOK')).toBe('NOK 1200000');
    expect(read('12 000 kr')).toBe('refused');
    expect(read('$1200', undefined, 'EUR')).toBe('refused');
    expect(read('¥1200')).toBe('refused');
  });

  test.each([
    ['Dh 1200', 'MAD', 'MAD 120000'],
    ['1 200,00 DH', 'MAD', 'MAD 120000'],
    ['Dhs 1,200', 'SGD', 'AED 120000'],
    ['Lei 1250', 'MDL', 'MDL 125000'],
    ['1.250 lei', 'SGD', 'RON 125000'],
    ['12 500 руб.', 'BYN', 'BYN 1250000'],
    ['12 500 р.', 'SGD', 'RUB 1250000'],
    ['SR 1,200', 'SCR', 'SCR 120000'],
    ['1 200 000 FCFA', 'XAF', 'XAF 1200000'],
    ['1 200 000 F CFA', 'XOF', 'XOF 1200000'],
    ['1 200 000 Fr', 'XAF', 'XAF 1200000'],
    ['Fr. 1’200.50', 'SGD', 'CHF 120050'],
    ['Bs. 1.200,00', 'VES', 'VES 120000'],
    ['48,000元', 'TWD', 'TWD 4800000'],
    ['Rs 45,000', 'PKR', 'PKR 4500000'],
    ['E£ 1,200', 'SGD', 'EGP 120000'],
  ])(
    'a word of two countries is the configured one’s, else the usual one’s: %j under %s is %s',
    (text, currency, amount) => {
      expect(read(text, undefined, currency)).toBe(amount);
    },
  );

  test.each(['1 200 000 FCFA', 'Bs. 1.200,00', '48,000元', 'Rs 45,000'])(
    '%j has no usual meaning and is refused where it is nobody’s own',
    text => {
      expect(read(text)).toBe('refused');
    },
  );

  test('a sign that contradicts the row is refused', () => {
    expect(read('USD 1200', undefined, 'SGD', 'SGD')).toBe('refused');
    expect(read('$1200', undefined, 'SGD', 'CAD')).toBe('CAD 120000');
    expect(read('1200', undefined, 'SGD', 'JPY')).toBe('JPY 1200');
    expect(read('€ 100 USD')).toBe('refused');
  });

  test('tomans and pence are not taken for rials and pounds', () => {
    expect(read('12000 تومان', undefined, 'IRR')).toBe('refused');
    expect(read('1200 GBp', undefined, 'GBP')).toBe('refused');
  });
});

describe('no amount', () => {
  test.each([
    '',
    'abc',
    '0',
    '0.00',
    '-5',
    '−5',
    '1200-',
    '(1,200.00)',
    '$(1,200.00)',
    '12½',
    '1e5',
    '1.2E+06',
    '50%',
    '1200-1500',
    'AED 8000 (USD 2179)',
    '1200 approx',
    '~1200',
    'from 1200',
    '1 20 000',
    '1.20.000',
    '01.200',
    '00,500',
    '¥3,500-',
    '1.234,567.89',
    '1 234.567,89',
    "1.234'567",
    '12,345,67',
    '1200 CR',
    '12500:50',
    '48OO',
    'l200',
    '4800?',
    '4800 / 5200',
    '4800 per month',
    '$1.2m',
    'ca. 4800',
    '1.200.00',
    '1200.005',
    '1200.123',
    '99999999999999999',
    '1 200 300 400 500 600 700',
    '1_200',
    '1,2.3.4',
    "1',.234",
    "1 2'3.5",
    'try 1200',
    '3 March 2026',
    '1200/month',
    '1'.repeat(5000),
    '1,'.repeat(40),
  ])('%j is refused', text => {
    expect(read(text)).toBe('refused');
    expect(read(text, 'en-US')).toBe('refused');
    expect(read(text, 'de-DE')).toBe('refused');
  });
});

describe('a cell that is a number', () => {
  test.each([
    [1200, 120000],
    [1200.5, 120050],
    [0.1 + 0.2, 30],
    [1.005, 101],
    [1234.567, 123457],
    [1199.9999999999998, 120000],
  ])('%d is %d cents, rounded as a sheet shows it', (value, minor) => {
    expect(amountOfNumber(value, 'SGD')).toEqual(E.right({ minor, currency: 'SGD' }));
  });

  test.each([0, -0, -3, 0.001, Number.NaN, Number.POSITIVE_INFINITY, 1e20])('%d is refused', value => {
    expect(E.isLeft(amountOfNumber(value, 'SGD'))).toBe(true);
  });
});
