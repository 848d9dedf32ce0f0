import { randomBytes } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { PRIYA, type Running, runSystem } from '../support/running-system.ts';

const ROW = `Q-1042,Northwind,dana@northwind.example,4800,SGD,2026-11-22,2026-12-22,${PRIYA},,,,`;
const INBOX = 'quotes@quotes.harbourline.example';

let running: Running | undefined;
afterEach(async () => {
  await running?.stop();
  running = undefined;
});

const nudged = async () => {
  const run = await runSystem([ROW]);
  running = run;
  await run.press(await run.draft(PRIYA, 'Q-1042'), 'approve');
  await run.advance(121_000);
  const sent = (await run.outbox()).find(({ kind }) => kind === 'nudge')?.message;
  return {
    run,
    replyTo: sent?.replyTo[0]?.address ?? '',
    messageId: sent?.messageId ?? '',
    subject: sent?.subject ?? '',
  };
};

/** A new key at the front, the one before kept behind it, and the system started again. */
const rotateKey = async (run: Running): Promise<void> => {
  const path = join(run.folder, 'secrets.json');
  const stored = JSON.parse(await readFile(path, 'utf8'));
  const fresh = { kid: 'k2', secret: randomBytes(32).toString('base64') };
  await writeFile(path, JSON.stringify({ ...stored, linkKeys: [fresh, ...stored.linkKeys] }));
  await run.restart();
};

const answer = (from: string, fields: readonly string[]): string =>
  [
    `From: ${from}`,
    ...fields,
    `Message-ID: <${randomBytes(6).toString('hex')}@elsewhere.example>`,
    'Date: Wed, 25 Nov 2026 10:00:00 +0800',
    '',
    'Yes please, go ahead.',
  ].join('\n');

const answersTo = async (run: Running, quote: string): Promise<number> =>
  (await run.events(quote)).filter(({ action }) => action === 'ReplyReceived').length;

test('a mail sent under the key before is answered after the key was rotated, by address and by subject', async () => {
  const { run, replyTo, subject } = await nudged();
  await rotateKey(run);
  const stranger = 'eve@elsewhere.example';
  await run.mailIn(answer(stranger, [`To: ${replyTo}`, 'Subject: Re']), replyTo, stranger);
  expect(await answersTo(run, 'Q-1042')).toBe(1);
  await run.mailIn(answer(stranger, [`To: ${INBOX}`, `Subject: AW: ${subject}`]), INBOX, stranger);
  expect(await answersTo(run, 'Q-1042')).toBe(2);
});

test.each([
  ['an address in capitals', 'dana@northwind.example', 'upper', []],
  ['a colleague the mail was forwarded to', 'Lee <lee@northwind.example>', 'plain', ['Subject: Fwd: Re: hello']],
  ['an alias at another company', 'Dana <d.lim@personal.example>', 'plain', ['Subject: Re: hello']],
  ['a program that drops References and writes to the bare inbox', 'dana@elsewhere.example', 'tag', []],
  ['a program that translates and folds the subject', 'dana@elsewhere.example', 'folded', []],
  ['a program that keeps only References', 'dana@elsewhere.example', 'references', ['Subject: hello']],
] as const)('an answer is found from %s', async (_, from, way, fields) => {
  const { run, replyTo, messageId, subject } = await nudged();
  const to = way === 'upper' ? replyTo.toUpperCase() : way === 'plain' ? replyTo : INBOX;
  const marks = {
    upper: ['Subject: RE: HELLO'],
    plain: [],
    tag: [`Subject: RE: Fwd: ${subject}`],
    folded: [`Subject: 回复: ${subject.replace(' [', '\n [').toUpperCase()}`],
    references: [`References: <first@elsewhere.example> <${messageId}>`],
  }[way];
  await run.mailIn(answer(from, [`To: ${to}`, ...fields, ...marks]), to, /[^\s<]+@[^\s>]+/.exec(from)?.[0]);
  expect(await answersTo(run, 'Q-1042')).toBe(1);
});
