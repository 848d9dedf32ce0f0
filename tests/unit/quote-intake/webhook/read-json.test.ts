import { describe, expect, test } from 'vitest';
import { readJson } from '../../../../src/quote-intake/webhook/read-hook.ts';

describe('JSON of a quoting tool', () => {
  test.each([
    ['an amount that overflows', '{"amount": 1e999}', { amount: '1e999' }],
    ['one below nothing', '[-1E+400]', ['-1E+400']],
    ['a number of a quote that would be rounded', '{"id":12345678901234567891}', { id: '12345678901234567891' }],
  ])('%s stays as it is written', (_, json, value) => {
    expect(readJson(json)).toEqual(value);
  });

  test.each([
    ['{"id":9007199254740991,"amount":1200.50,"rate":1e3,"small":1e-999}'],
    ['{"text":"1e999 \\" 1e999 \\\\","1e999":[null,true,-0.5]}'],
    ['12'],
  ])('%s is read as ever', json => {
    expect(readJson(json)).toEqual(JSON.parse(json));
  });

  test.each(['', '{', '[1e999', '01e999', '[099999999999999999999]'])('%j is no JSON', json => {
    expect(() => readJson(json)).toThrow(SyntaxError);
  });
});
