import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import * as E from 'fp-ts/lib/Either.js';
import { describe, expect, it } from 'vitest';
import { hashOf } from '../../../src/event-store/hash-chain.ts';
import { unseal } from '../../../src/event-store/sealing.ts';
import { allEventTypes, eventRegistry, upcasters } from '../../../src/events/event-registry.ts';
import type { StoredEvent } from '../../../src/events/stored-event.ts';

const FOLDER = fileURLToPath(new URL('../../fixtures/events/', import.meta.url));
const KEY = Uint8Array.from({ length: 32 }, (_, index) => index);

const fixture = (file: string): StoredEvent => JSON.parse(readFileSync(`${FOLDER}${file}`, 'utf8'));
const files = readdirSync(FOLDER).filter(name => name.endsWith('.json'));

describe('each action that was ever stored', () => {
  it.each(allEventTypes.map(({ name, schema }) => `${name}@${schema}.json`))('has a frozen item: %s', file => {
    // Red? Run scripts/make-event-fixtures.ts, which never touches what is there.
    expect(files).toContain(file);
  });

  it.each(Object.keys(upcasters).map(shape => `${shape}.json`))('has a frozen item of its old shape: %s', file => {
    expect(files).toContain(file);
  });

  it.each(files)('is read as today, is hashed as then, and opens: %s', file => {
    const stored = fixture(file);
    expect(`${stored.action}@${stored.schema}.json`).toBe(file);
    expect(hashOf(stored)).toBe(stored.hash);

    const past = eventRegistry.decode(stored);
    if (E.isLeft(past)) throw past.left;
    const type = eventRegistry.types.get(past.right.type);
    expect(past.right).toMatchObject({ version: 1, ts: stored.ts, by: { user: 'priya@harbourline.example' } });
    const personal = stored.sealed ? unseal(stored.sealed, { key: KEY, eventId: stored.event_id }) : null;
    expect(type?.sealed.is(personal)).toBe(true);
  });

  it('has a name that no other has', () => {
    expect(new Set(allEventTypes.map(({ name }) => name)).size).toBe(allEventTypes.length);
  });
});

describe('an event that is not of its shape', () => {
  it.each([
    ['an unknown type', { type: 'QuoteTeleported', data: {}, sealed: null }],
    ['wrong data', { type: 'ApprovalCancelled', data: { draftId: 4 }, sealed: null }],
    ['a personal part where none belongs', { type: 'ApprovalCancelled', data: { draftId: 'd' }, sealed: { to: 'x' } }],
    [
      'a number that is none',
      { type: 'CapReached', data: { chain: Number.NaN, nudges: 1, checked: 'd' }, sealed: null },
    ],
  ])('is never stored: %s', (_, event) => {
    expect(() => eventRegistry.encode(event)).toThrow();
  });
});
