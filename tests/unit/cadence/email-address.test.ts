import { describe, expect, test } from 'vitest';
import { isEmailAddress } from '../../../src/cadence/owner.ts';

const of = (length: number): string => 'a'.repeat(length);

describe('an e-mail address', () => {
  test.each([
    'ann@example.com',
    'ann.lee+quotes@sub.example.co.uk',
    'ÄNN@bücher.example',
    "o'hara_1@x1-y2.example",
    'a@b.co',
    '1@2.example',
    'ann@2b.c3.d-e.ex',
    'ann@例え.テスト',
    `${of(64)}@example.com`,
    `ann@${of(63)}.${of(63)}`,
    'ann@a.b.c.d.e.f.g.h.example',
  ])('%s is one', text => expect(isEmailAddress(text)).toBe(true));

  test.each([
    ['nothing', ''],
    ['no at-sign', 'ann.example.com'],
    ['nobody', '@example.com'],
    ['nowhere', 'ann@'],
    ['a domain without a dot', 'ann@example'],
    ['a domain that ends with a dot', 'ann@example.com.'],
    ['a domain that begins with a dot', 'ann@.example.com'],
    ['a part of the domain that begins with a dash', 'ann@-b.example'],
    ['a part of the domain that ends with a dash', 'ann@b-.example'],
    ['a last part that ends with a dash', 'ann@example.co-'],
    ['a last part that begins with a digit', 'ann@example.1om'],
    ['a last part of one letter', 'ann@example.c'],
    ['a last part that begins with a dash', 'ann@example.-om'],
    ['something else than letters in the domain', 'ann@ex_mple.com'],
    ['something else than letters in the last part', 'ann@example.c_m'],
    ['something else than letters at the end', 'ann@example.com_'],
    ['something else than letters at the start of the domain', 'ann@_xample.com'],
    ['something else than letters at the end of a part', 'ann@exampl_.com'],
    ['two at-signs', 'ann@home@example.com'],
    ['a blank in it', 'ann lee@example.com'],
    ['a blank behind it', 'ann@example.com '],
    ['a blank before it', ' ann@example.com'],
    ['a line break', 'ann@example.com\nBcc: x@example.com'],
    ['a display name', 'Ann <ann@example.com>'],
    ['two addresses', 'ann@example.com,bob@example.com'],
    ['two addresses in another writing', 'ann@example.com;bob@example.com'],
    ['quotation marks', '"ann"@example.com'],
    ['brackets', 'ann@[10.0.0.1]'],
    ['a comment', 'ann(work)@example.com'],
    ['a scheme', 'mailto:ann@example.com'],
    ['a backslash', 'ann\\@example.com'],
    ['two dots running before the at-sign', 'ann..lee@example.com'],
    ['two dots running behind it', 'ann@example..com'],
    ['a dot at the start', '.ann@example.com'],
    ['a dot before the at-sign', 'ann.@example.com'],
    ['a name too long', `${of(65)}@example.com`],
    ['a part of the domain too long', `ann@${of(64)}.com`],
    ['a last part too long', `ann@b.${of(64)}`],
    ['too many parts', 'ann@a.b.c.d.e.f.g.h.i.example'],
  ])('is none with %s', (_, text) => expect(isEmailAddress(text)).toBe(false));

  test('has 254 characters at most', () => {
    const domain = `${of(63)}.${of(63)}.${of(61)}`;
    expect(isEmailAddress(`${of(64)}@${domain}`)).toBe(true);
    expect(`${of(64)}@${domain}`).toHaveLength(254);
    expect(isEmailAddress(`${of(64)}@a${domain}`)).toBe(false);
  });
});
