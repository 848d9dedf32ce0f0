import { globSync, readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { Ajv } from 'ajv';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

const ROOT = resolve(import.meta.dirname, '../../..');
const FOLDER = join(ROOT, 'src/languages');
const json = (file: string): unknown => JSON.parse(readFileSync(join(FOLDER, file), 'utf8'));
const subjects = globSync('*.schema.json', { cwd: FOLDER }).map(file => basename(file, '.schema.json'));
const files = globSync('*/*.json', { cwd: FOLDER }).toSorted();

const ajv = new Ajv({ allErrors: true });
const validators = new Map(
  subjects.map(subject => {
    const schema = json(`${subject}.schema.json`);
    if (typeof schema !== 'object' || schema === null) throw new Error(`${subject}.schema.json is no schema`);
    return [subject, ajv.compile(schema)];
  }),
);

const stringsIn = (value: unknown): readonly string[] =>
  typeof value === 'string'
    ? [value]
    : typeof value === 'object' && value !== null
      ? Object.values(value).flatMap(stringsIn)
      : [];

describe.each(files)('the words of %s', file => {
  const words = json(file);
  const subject = basename(file, '.json');

  it('have the form that the schema of their subject describes', () => {
    const validate = validators.get(subject);
    expect(validate).toBeDefined();
    validate?.(words);
    expect(validate?.errors ?? []).toEqual([]);
    expect(words).toMatchObject({ $schema: `../${subject}.schema.json` });
  });

  it('name only lists that the file has', () => {
    const lists = typeof words === 'object' && words !== null && 'words' in words ? Object.keys(words.words ?? {}) : [];
    const named = stringsIn(words).flatMap(text => [...text.matchAll(/\{\{(\w+)\}\}/g)].map(match => match[1]));
    expect(named.filter(name => !lists.includes(name ?? ''))).toEqual([]);
  });

  it.runIf(subject === 'dates')('are in lower case, each name once in its list', () => {
    const lists = Object.values(typeof words === 'object' && words !== null ? words : {}).filter(Array.isArray);
    for (const list of lists) {
      const names = list.flatMap(each => (each === '' ? [] : String(each).split(' | ')));
      expect(names.filter(name => name !== name.toLowerCase().trim())).toEqual([]);
      expect(new Set(names).size).toBe(names.length);
    }
  });
});

it('the words of a language stand in a folder named by its code', () => {
  expect(files.filter(file => !/^[a-z]{2}(-[a-z]{2})?\/\w+\.json$/.test(file.replace(/\\/g, '/')))).toEqual([]);
  expect(files.length).toBeGreaterThan(40);
});

/** The readers of mails, sheets and papers. */
const READERS = ['src/mail-reading', 'src/quote-intake', 'src/sheet', 'src/dates'];

/**
 * Files whose words still stand in the code. One that is done leaves this list, and none comes in.
 */
const NOT_YET_MOVED: readonly string[] = [
  'src/mail-reading/classify/bounce-text.ts',
  'src/mail-reading/classify/bounce.ts',
  'src/mail-reading/classify/complaint.ts',
  'src/mail-reading/classify/failure-reason.ts',
  'src/mail-reading/mail-reading.ts',
  'src/mail-reading/quoted-text/attribution.ts',
  'src/mail-reading/quoted-text/extract-new-text.ts',
  'src/mail-reading/quoted-text/header-block.ts',
  'src/mail-reading/quoted-text/history-marker.ts',
  'src/mail-reading/quoted-text/signature.ts',
  'src/mail-reading/reply-label/competitor.ts',
  'src/mail-reading/reply-label/label-by-words.ts',
  'src/mail-reading/reply-label/signals.ts',
  'src/mail-reading/reply-label/spoken-text.ts',
  'src/mail-reading/return-date/cue.ts',
  'src/mail-reading/return-date/date-mention.ts',
  'src/mail-reading/return-date/holidays.ts',
  'src/mail-reading/return-date/resume-offer.ts',
  'src/mail-reading/return-date/return-date.ts',
  'src/mail-reading/return-date/spans-of-time.ts',
  'src/quote-intake/context.ts',
  'src/quote-intake/dates-in-text.ts',
  'src/quote-intake/fields/customer.ts',
  'src/quote-intake/fields/expiry.ts',
  'src/quote-intake/fields/link.ts',
  'src/quote-intake/fields/name-with-form.ts',
  'src/quote-intake/fields/party-name.ts',
  'src/quote-intake/fields/party-spots.ts',
  'src/quote-intake/fields/quote-number.ts',
  'src/quote-intake/labelled-values/labelled-dates.ts',
  'src/quote-intake/labelled-values/labelled-sums.ts',
  'src/quote-intake/labelled-values/value-context.ts',
  'src/quote-intake/language.ts',
  'src/quote-intake/match-listed-quote.ts',
  'src/quote-intake/source.ts',
  'src/quote-intake/words.ts',
  'src/sheet/amounts/amount-candidates.ts',
  'src/sheet/amounts/currency-marks.ts',
  'src/sheet/amounts/find-amount.ts',
  'src/sheet/dates/figures-date.ts',
  'src/sheet/dates/words-date.ts',
];

/** Letters that English words do not have, in strings and patterns; not in comments. */
const foreignWords = (path: string): readonly string[] => {
  const source = ts.createSourceFile(path, readFileSync(join(ROOT, path), 'utf8'), ts.ScriptTarget.ESNext, true);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    const literal =
      ts.isStringLiteralLike(node) ||
      ts.isRegularExpressionLiteral(node) ||
      ts.isTemplateHead(node) ||
      ts.isTemplateMiddle(node) ||
      ts.isTemplateTail(node);
    if (literal)
      for (const word of node.text.matchAll(/[\p{L}\p{M}]*(?![A-Za-z])\p{L}[\p{L}\p{M}]+/gu)) found.push(word[0]);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
};

it('no reader holds words of other languages in its code, but those not yet moved', () => {
  const holding = READERS.flatMap(folder => globSync(`${folder}/**/*.ts`, { cwd: ROOT }))
    .filter(path => foreignWords(path).length > 0)
    .toSorted();
  expect(holding).toEqual(NOT_YET_MOVED);
});
