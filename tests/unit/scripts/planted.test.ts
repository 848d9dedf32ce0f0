import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { brokenFiles, PLANTED } from '../../../scripts/simulate/planted.ts';

describe('the table of planted defects', () => {
  test.each(PLANTED)('finds its lines by the names of their declarations: $what', planted => {
    for (const { file, text } of brokenFiles(planted)) expect(text).not.toBe(readFileSync(file, 'utf8'));
  });

  test('tells when a line is not there any more', () => {
    const lines = [{ symbol: 'gate', source: 'no such line', broken: '' }];
    expect(() => brokenFiles({ what: 'nothing', lines })).toThrow('0 declarations of gate');
  });
});
