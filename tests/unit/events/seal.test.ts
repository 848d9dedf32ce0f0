import { describe, expect, it } from 'vitest';
import { SealBroken, seal, unseal } from '../../../src/events/seal.ts';

const key = new Uint8Array(32).fill(1);
const iv = new Uint8Array(12).fill(2);
const eventId = 'Q-1/7';
const personal = { to: 'ann@c.example', note: 'Grüße 見積 🙂' };
const box = seal(personal, { ref: 'ann', key, iv, eventId });

const flip = (base64: string, at: number): string => {
  const bytes = Buffer.from(base64, 'base64');
  bytes[at] = (bytes[at] ?? 0) ^ 1;
  return bytes.toString('base64');
};

describe('a sealed part', () => {
  it('opens under its key, in its event', () => {
    expect(unseal(box, { key, eventId })).toEqual(personal);
    expect(JSON.stringify(box)).not.toContain('ann@');
  });

  it.each([
    ['another key', box, { key: new Uint8Array(32).fill(9), eventId }],
    ['another event', box, { key, eventId: 'Q-1/8' }],
    ['a changed byte', { ...box, box: flip(box.box, 3) }, { key, eventId }],
    ['a changed tag', { ...box, box: flip(box.box, Buffer.from(box.box, 'base64').length - 1) }, { key, eventId }],
    ['a changed nonce', { ...box, iv: flip(box.iv, 0) }, { key, eventId }],
    ['a box cut short', { ...box, box: box.box.slice(0, 8) }, { key, eventId }],
    ['an empty box', { ...box, box: '', iv: '' }, { key, eventId }],
  ])('does not open with %s', (_, changed, how) => {
    expect(() => unseal(changed, how)).toThrow(SealBroken);
  });
});
