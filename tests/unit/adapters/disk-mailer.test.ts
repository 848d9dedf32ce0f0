import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { diskObjects } from '../../../src/adapters/filesystem/disk-objects.ts';
import { diskMailer, OUTBOX } from '../../../src/adapters/mail/outbox.ts';
import type { ObjectStore } from '../../../src/ports/object-store.ts';
import { clockAt } from '../../support/deps.ts';

const clock = clockAt('2026-03-16T00:00:00.000Z');
const letter = { from: { name: 'QF', address: 'qf@h.example' }, to: 'priya@h.example', subject: 'Week', text: 'Hello' };

let folder = '';
let objects: ObjectStore;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'qf-mailer-'));
  objects = diskObjects(folder, clock);
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const send = (over: { readonly onceKey?: string } = {}, through = objects) =>
  diskMailer({ objects: through, clock, host: 'mail.local.qf' }).send({ ...letter, ...over }, { timeoutMs: 1000 });
const lying = async (): Promise<number> =>
  (await objects.list('raw-mime', OUTBOX)).filter(({ key }) => key.endsWith('.json')).length;

describe('the mailbox on disk', () => {
  it('takes a letter without a name as often as it is handed over', async () => {
    await send();
    await send();
    expect(await lying()).toBe(2);
  });

  it('takes a letter of one name once, and answers as it did the first time', async () => {
    const first = await send({ onceKey: 'digest/2026-03-16/r1' });
    expect(await send({ onceKey: 'digest/2026-03-16/r1' })).toEqual(first);
    await send({ onceKey: 'digest/2026-03-16/r2' });
    expect(await lying()).toBe(2);
  });

  it('finishes a letter that was cut off half way, as one letter', async () => {
    const failing: ObjectStore = {
      ...objects,
      put: (bucket, key, ...rest) =>
        key.endsWith('.json') ? Promise.reject(new Error('the machine went down')) : objects.put(bucket, key, ...rest),
    };
    expect(await send({ onceKey: 'digest/1' }, failing)).toMatchObject({ kind: 'throttled' });
    expect(await lying()).toBe(0);
    expect(await send({ onceKey: 'digest/1' })).toMatchObject({ kind: 'sent' });
    expect(await objects.list('raw-mime', OUTBOX)).toHaveLength(2);
  });
});
