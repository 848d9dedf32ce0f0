import fc from 'fast-check';
import * as E from 'fp-ts/lib/Either.js';
import { expect, test } from 'vitest';
import { findAmount } from '../../src/sheet/amounts/find-amount.ts';
import { readAmount } from '../../src/sheet/amounts/read-amount.ts';
import { amountText } from '../../src/sheet/row.ts';

const LOCALES =
  'en-US en-GB en-SG en-IN de-DE de-CH de-AT fr-FR fr-CH es-ES it-IT pt-BR pt-PT nl-NL sv-SE da-DK nb-NO pl-PL cs-CZ tr-TR id-ID ja-JP hi-IN'.split(
    ' ',
  );
const locale = fc.constantFrom(...LOCALES);
const currency = fc.constantFrom('SGD', 'EUR', 'USD', 'JPY', 'KWD', 'INR', 'CHF', 'SEK');
/** Decimals of ISO 4217. */
const minorDigits = (code: string): number => ({ JPY: 0, KWD: 3 })[code] ?? 2;
const minor = fc.oneof(fc.integer({ min: 1, max: 99_999_999_999 }), fc.integer({ min: 1, max: 2_000_000 }));

const written = (amount: number, code: string, tag: string, decimals: boolean): string => {
  const digits = minorDigits(code);
  const most = { minimumFractionDigits: decimals ? digits : 0, maximumFractionDigits: digits };
  return new Intl.NumberFormat(tag, most).format(amount / 10 ** digits);
};

const read = (text: string, code: string, tag?: string): number | null => {
  const amount = readAmount(text, { currency: code, locale: tag });
  return E.isRight(amount) ? amount.right.minor : null;
};

test('an amount written in full in a locale is read in that locale', () => {
  fc.assert(
    fc.property(minor, currency, locale, (amount, code, tag) => {
      expect(read(written(amount, code, tag, true), code, tag)).toBe(amount);
    }),
    { numRuns: 1000 },
  );
});

test('however it is written, without a locale it is the same amount or none, never another', () => {
  fc.assert(
    fc.property(minor, currency, locale, fc.boolean(), (amount, code, tag, decimals) => {
      expect([amount, null]).toContain(read(written(amount, code, tag, decimals), code));
    }),
    { numRuns: 2000 },
  );
});

test('with its code beside it, in front or behind, it is still the same amount or none', () => {
  fc.assert(
    fc.property(minor, currency, locale, fc.boolean(), fc.boolean(), (amount, code, tag, decimals, inFront) => {
      const number = written(amount, code, tag, decimals);
      expect([amount, null]).toContain(read(inFront ? `${code} ${number}` : `${number} ${code}`, 'SGD'));
    }),
    { numRuns: 2000 },
  );
});

test('in running text it is found, or refused, but no other number is', () => {
  fc.assert(
    fc.property(minor, currency, locale, (amount, code, tag) => {
      const found = findAmount(`Total: ${code} ${written(amount, code, tag, true)} incl. tax`, { locale: tag });
      if (E.isRight(found)) expect(Number(found.right.value)).toBeCloseTo(amount / 10 ** minorDigits(code), 6);
      else expect(minorDigits(code)).toBe(0);
    }),
    { numRuns: 1000 },
  );
});

test('our own spelling of an amount has one reading everywhere', () => {
  fc.assert(
    fc.property(minor, currency, fc.option(locale, { nil: undefined }), (amount, code, tag) => {
      expect(read(amountText({ minor: amount, currency: code }), code, tag)).toBe(amount);
    }),
    { numRuns: 1000 },
  );
});

test('any text is an amount or is refused with a reason', () => {
  const unit = fc.constantFrom(..."0123456789.,' ()-–+$€£¥kr%½²/:eE٣٬٫，．", 'USD', 'S$', 'GST', '\u00a0', '\u202e');
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit, maxLength: 30 }), fc.string({ unit: 'binary' })), locale, (text, tag) => {
      const amount = readAmount(text, { currency: 'SGD', locale: tag });
      if (E.isLeft(amount)) expect(amount.left).not.toBe('');
      else expect(Number.isSafeInteger(amount.right.minor) && amount.right.minor > 0).toBe(true);
      findAmount(text, { locale: tag });
    }),
    { numRuns: 3000 },
  );
});
