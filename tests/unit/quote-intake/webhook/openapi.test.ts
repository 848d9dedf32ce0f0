import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as E from 'fp-ts/lib/Either.js';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { HOOK_FIELDS, REQUIRED_FIELDS } from '../../../../src/quote-intake/webhook/field-map.ts';
import { explainHook, readHook } from '../../../../src/quote-intake/webhook/read-hook.ts';
import { READY_MAPS } from '../../../../src/quote-intake/webhook/ready-maps.ts';

const api = parse(await readFile(join(import.meta.dirname, '../../../../docs/openapi.yaml'), 'utf8'));
const { post } = api.paths['/hook'];
const { schemas } = api.components;
const plain = READY_MAPS.plain;
const SETTINGS = { currency: 'SGD', locale: 'en-US', localeConfigured: false, timezone: 'Asia/Singapore' };

describe('the description of the webhook', () => {
  it('names the fields that are read, and those that must be there', () => {
    expect(Object.keys(schemas.Quote.properties)).toEqual([...HOOK_FIELDS]);
    expect(schemas.Quote.required).toEqual(REQUIRED_FIELDS);
    expect(schemas.FieldError.properties.field.enum).toEqual(['body', ...HOOK_FIELDS]);
  });

  it('names the tools there are maps for', () => {
    const [tool] = post.parameters;
    expect(tool.schema.examples).toEqual(Object.keys(READY_MAPS));
  });

  it.each(Object.entries<{ value: unknown }>(post.requestBody.content['application/json'].examples))(
    'gives an example that is read: %s',
    (_, { value }) => {
      expect(plain && E.isRight(readHook(value, plain, SETTINGS, '2026-03-05'))).toBe(true);
    },
  );

  it('has every schema it points to', () => {
    const named = [...JSON.stringify(api).matchAll(/#\/components\/schemas\/(\w+)/g)].map(([, name]) => name);
    expect(new Set(named)).toEqual(new Set(Object.keys(schemas)));
  });

  it('says what GET answers', () => {
    expect(Object.keys(explainHook(['plain']))).toEqual(schemas.Explanation.required);
  });
});
