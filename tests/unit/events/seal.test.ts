import { createDecipheriv } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { erasedBox, SealBroken, seal, unseal } from '../../../src/event-store/sealing.ts';

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

  it('says which event’s it is when it does not open, and why', () => {
    const opened = () => unseal(box, { key, eventId: 'Q-1/8' });
    expect(opened).toThrow(
      expect.objectContaining({
        name: 'SealBroken',
        message: 'the sealed part of Q-1/8 does not open',
        cause: expect.any(Error),
      }),
    );
  });

  it('is AES-256-GCM with the tag of 16 bytes behind the ciphertext, in base64, under the name of its key', () => {
    expect(box.ref).toBe('ann');
    expect(Buffer.from(box.iv, 'base64')).toEqual(Buffer.from(iv));
    const bytes = Buffer.from(box.box, 'base64');
    const decipher = createDecipheriv('aes-256-gcm', key, iv)
      .setAAD(Buffer.from('Q-1/7'))
      .setAuthTag(bytes.subarray(-16));
    const clear = Buffer.concat([decipher.update(bytes.subarray(0, -16)), decipher.final()]);
    expect(JSON.parse(clear.toString('utf8'))).toEqual(personal);
  });

  it('of somebody who was erased before is empty, and never opens', () => {
    expect(erasedBox('ann')).toEqual({ ref: 'ann', iv: '', box: '' });
    expect(() => unseal(erasedBox('ann'), { key, eventId })).toThrow(SealBroken);
  });
});
