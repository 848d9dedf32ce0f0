import * as E from 'fp-ts/lib/Either.js';
import { afterAll, describe, expect, it } from 'vitest';
import { guardedReader } from '../../../src/adapters/mail/guarded-reader.ts';
import { SES_RECEIVER } from '../../../src/mail-reading/trust/provenance.ts';
import { mail } from '../../support/mail.ts';

const letter = mail('From: ann@customer.example', 'Subject: Re: quote', '', 'Go ahead.');
const settings = {
  receivers: [SES_RECEIVER],
  keys: [],
  side: { quotesAddress: null, reps: [], companyDomains: [] },
  locale: null,
};
/** A thread that has begun, and then does as `source` says. */
const thread = (source: string, before = ''): URL => {
  const module = `import { parentPort } from 'node:worker_threads'; ${before}; parentPort.postMessage({ task: 'begun' }); ${source}`;
  return new URL(`data:text/javascript,${encodeURIComponent(module)}`);
};

describe('mail read in a thread of its own', () => {
  const reader = guardedReader();
  afterAll(() => reader.close());

  it('is the mail as it is read anywhere', async () => {
    const parsed = await reader.parse(letter);
    expect(E.isRight(parsed) && parsed.right.message.text).toBe('Go ahead.');
    expect(await reader.take(letter, settings)).toMatchObject({ right: { label: 'accept', text: 'Go ahead.' } });
  });

  it('tells machines apart, and what an answer says by its words', async () => {
    const away = mail(
      'From: ann@customer.example',
      'Auto-Submitted: auto-replied',
      'Subject: Away',
      '',
      'Back on 4 May.',
    );
    const parsed = await reader.parse(away);
    if (E.isLeft(parsed)) throw new Error(parsed.left.why);
    const { message, machine } = parsed.right;
    expect(machine?.kind).toBe('auto-reply');
    const said = { writtenOn: '2026-04-27', locale: 'en' };
    expect(await reader.answer(message, said)).toMatchObject({
      right: { words: 'Back on 4 May.', left: false, stops: false, returns: { date: '2026-05-04' } },
    });
    const question = { text: 'Please stop writing to me.\n> On Monday you wrote', html: null, from: [] };
    expect(await reader.answer(question, said)).toMatchObject({ right: { stops: true } });
    expect(await reader.label('Go ahead.')).toMatchObject({ right: { label: 'accept' } });
    const script = { text: null, html: '<p>Go<script>x()</script></p>' };
    expect(await reader.safe(script)).toMatchObject({ right: { html: '<div><p>Go</p></div>' } });
  });

  it('keeps the order of those who ask at once, and serves on after it was closed', async () => {
    const asked = ['one', 'two', 'three'].map(word =>
      reader.take(mail('From: a@b.example', `Subject: ${word}`, '', ''), settings),
    );
    const subjects = (await Promise.all(asked)).map(taken => E.isRight(taken) && taken.right.subject);
    expect(subjects).toEqual(['one', 'two', 'three']);
    await reader.close();
    expect(E.isRight(await reader.take(letter, settings))).toBe(true);
  });

  it('leaves the bytes with their owner', async () => {
    await reader.parse(letter);
    expect(letter.byteLength).toBeGreaterThan(0);
  });
});

describe('a thread that takes its time to begin', () => {
  it('takes none of the mail’s', async () => {
    const slow = guardedReader({
      timeoutMs: 400,
      threadModule: thread(
        `parentPort.on('message', ({ id }) => parentPort.postMessage({ task: 'parse', id, told: { _tag: 'Right', right: 'read' } }))`,
        `Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 600)`,
      ),
    });
    expect(await slow.parse(letter)).toMatchObject({ right: 'read' });
    await slow.close();
  });

  it('or breaks before it has begun, costs one mail', async () => {
    const broken = guardedReader({ threadModule: thread('', `throw new Error('no such module')`) });
    expect(await broken.parse(letter)).toMatchObject({ left: { kind: 'broken', why: 'no such module' } });
  });
});

describe('a thread that does not come back', () => {
  it('is ended at the time limit, and the mail goes to a person', async () => {
    const stuck = guardedReader({
      timeoutMs: 200,
      threadModule: thread(`parentPort.on('message', () => { for (;;); })`),
    });
    expect(await stuck.parse(letter)).toMatchObject({ left: { kind: 'timed-out' } });
    expect(await stuck.take(letter, settings)).toMatchObject({
      left: { kind: 'timed-out', why: 'not read within 0.8 s' },
    });
    expect(await stuck.label('Go ahead.')).toMatchObject({ left: { kind: 'timed-out' } });
  });

  it('is ended when its memory is used up', async () => {
    const greedy = guardedReader({
      heapMb: 16,
      threadModule: thread(
        `parentPort.on('message', () => { const all = []; for (;;) all.push(new Array(100_000).fill({})); })`,
      ),
    });
    // On a busy machine the collector may still be fighting when the time is over: ended it is, either way.
    expect(await greedy.parse(letter)).toMatchObject({ left: { kind: expect.stringMatching(/^(broken|timed-out)$/) } });
  });

  it('or breaks, or leaves, costs one mail only', async () => {
    const broken = guardedReader({
      threadModule: thread(`parentPort.on('message', () => { throw new Error('boom'); })`),
    });
    expect(await broken.parse(letter)).toMatchObject({ left: { kind: 'broken', why: 'boom' } });
    expect(await broken.parse(letter)).toMatchObject({ left: { kind: 'broken', why: 'boom' } });
    const leaving = guardedReader({ threadModule: thread(`parentPort.on('message', () => process.exit(0))`) });
    expect(await leaving.parse(letter)).toMatchObject({ left: { kind: 'broken' } });
  });
});
