import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Io } from '../../src/cli/command.ts';
import { readCommand } from '../../src/cli/commands/read.ts';
import { answer, mail, sesStamp } from '../support/mail.ts';
import { paperTerminal } from '../support/paper-terminal.ts';
import { PRIYA, type Running, runSystem } from '../support/running-system.ts';

const ROWS = [
  `Q-1042,Northwind,dana@northwind.example,4800,SGD,2026-11-22,2026-12-22,${PRIYA},,,,`,
  `Q-7,Larkfield,tom@larkfield.example,900,SGD,2026-11-24,2026-12-22,${PRIYA},,,,`,
];

const RECEIVED =
  'from mx.harbourline.example by inbound-smtp.eu-west-1.amazonaws.com with SMTP id k3v9 for US; Wed, 25 Nov 2026 02:00:00 +0000 (UTC)';

let run: Running;
let mails: string;
let nudge: { readonly replyTo: string; readonly messageId: string; readonly subject: string };

beforeAll(async () => {
  run = await runSystem(ROWS);
  mails = await mkdtemp(join(tmpdir(), 'qf-mails-'));
  await run.press(await run.draft(PRIYA), 'approve');
  await run.advance(121_000);
  const { message } = (await run.outbox()).find(({ kind }) => kind === 'nudge') ?? {};
  nudge = {
    replyTo: message?.replyTo[0]?.address ?? '',
    messageId: message?.messageId ?? '',
    subject: message?.subject ?? '',
  };
});
afterAll(async () => {
  await run.stop();
  await rm(mails, { recursive: true });
});

const readWith = async (env: Io['env'], lines: readonly string[], args: readonly string[] = []) => {
  const file = join(mails, 'mail.eml');
  await writeFile(file, mail(...lines));
  const { io, out, err } = paperTerminal({}, { env, readFile });
  const code = await readCommand.run([file, '--json', ...args], io);
  return { code, err, told: JSON.parse(out[0] ?? '{}') };
};

const referenceOf = async (...fields: readonly string[]) => {
  const { code, err, told } = await readWith({ QF_DATA: run.folder }, answer({ fields }));
  expect({ code, err }).toEqual({ code: 0, err: [] });
  return told.reference;
};
const FROM_COLLEAGUE = 'From: Eve <eve@elsewhere.example>';

test('an answer to a sent nudge is found by address, by id, by tag, by sender', async () => {
  const found = { quote_id: 'Q-1042' };
  expect(await referenceOf(FROM_COLLEAGUE, `To: ${nudge.replyTo.toUpperCase()}`, 'Subject: AW: Hallo')).toEqual({
    how: 'plus-address',
    ...found,
  });
  expect(
    await referenceOf(FROM_COLLEAGUE, 'To: quotes', 'Subject: Re: Hello', `In-Reply-To: <${nudge.messageId}>`),
  ).toEqual({ how: 'message-id', ...found });
  expect(await referenceOf(FROM_COLLEAGUE, 'To: quotes', `Subject: 回复: ${nudge.subject}`)).toEqual({
    how: 'subject-tag',
    ...found,
  });
  expect(await referenceOf('From: Tom <tom@larkfield.example>', 'To: quotes', 'Subject: Hello')).toEqual({
    how: 'sender',
    quote_id: 'Q-7',
  });
  expect(await referenceOf(FROM_COLLEAGUE, 'To: quotes', 'Subject: Hello')).toEqual({ how: 'none', quote_id: null });
});

test('a mark that was never signed here finds nothing', async () => {
  const forged = nudge.replyTo.replace(/\+(.{10}).{2}/, '+$1aa');
  expect(await referenceOf(FROM_COLLEAGUE, `To: ${forged}`, 'Subject: Hi')).toEqual({ how: 'none', quote_id: null });
});

test('a sent nudge that comes back is our own, by its id alone', async () => {
  const lines = [...sesStamp(), `Message-ID: <${nudge.messageId}>`, 'From: a@b.example', 'Subject: Fw', '', 'Hello.'];
  expect((await readWith({ QF_DATA: run.folder }, lines)).told.kind).toBe('own');
  expect((await readWith({ QF_DATA: mails }, lines)).told.kind).toBe('reply');
});

test('a blind copy of a rep of that business is a quote', async () => {
  const lines = answer({
    stamp: { Received: RECEIVED.replace('US', 'quotes@quotes.harbourline.example') },
    fields: [`From: ${PRIYA}`, 'To: new@customer.example', 'Subject: Our offer'],
    body: 'Hello, here is what we spoke of.',
  });
  expect((await readWith({ QF_DATA: run.folder }, lines)).told.kind).toBe('quote');
});

test('a folder that holds no data is said, and mail is read as far as it can be', async () => {
  const { code, err, told } = await readWith({ QF_DATA: mails }, answer());
  expect(code).toBe(0);
  expect(err[0]).toMatch(/^read without a data folder: there is no data in /);
  expect(told).toMatchObject({ kind: 'reply', label: 'accept', reference: { how: 'none' } });
});
