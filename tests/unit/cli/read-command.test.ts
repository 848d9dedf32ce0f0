import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readCommand } from '../../../src/cli/commands/read.ts';
import { answer, mail } from '../../support/mail.ts';
import { paperTerminal } from '../../support/paper-terminal.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'qf-read-'));
  await mkdir(join(folder, 'b'));
  await writeFile(join(folder, 'b', 'reply.eml'), mail(...answer()));
  await writeFile(
    join(folder, 'a.eml'),
    mail('From: MAILER-DAEMON@mx.example', 'Subject: failure notice', '', '<ann@x.example>:', '550 5.1.1 user unknown'),
  );
  await writeFile(join(folder, 'c.pdf'), '%PDF-1.7');
  await writeFile(
    join(folder, 'AMAZON_SES_SETUP_NOTIFICATION'),
    mail('From: aws@amazon.example', 'Subject: setup', '', 'ok'),
  );
});
afterAll(() => rm(folder, { recursive: true }));

const read = async (...args: readonly string[]) => {
  const { io, out, err } = paperTerminal({}, { readFile });
  return { code: await readCommand.run(args, io), out, err };
};

test('one file as JSON is one line with all there is to tell', async () => {
  const file = join(folder, 'b', 'reply.eml');
  const { code, out } = await read(file, '--json');
  expect(code).toBe(0);
  expect(out).toHaveLength(1);
  const told = JSON.parse(out[0] ?? '');
  expect(Object.keys(told)).toEqual([
    'file',
    'kind',
    'provenance',
    'reference',
    'text',
    'elided',
    'return_date',
    'hard',
    'label',
    'why',
  ]);
  expect(told).toMatchObject({
    file,
    kind: 'reply',
    text: 'Please go ahead.',
    elided: '',
    return_date: null,
    hard: null,
    reference: { how: 'none', quote_id: null },
    provenance: {
      receiver: 'inbound-smtp.eu-west-1.amazonaws.com',
      recipient: 'quotes@in.shop.example',
      from: 'ann@customer.example',
      authentication: 'pass',
    },
  });
});

test('a folder is read with its subfolders, sorted, a line a file, whatever the files are', async () => {
  const { code, out } = await read(folder, '--json');
  expect(code).toBe(0);
  const told = out.map(line => JSON.parse(line));
  expect(told.map(({ file, kind }) => [file.slice(folder.length + 1), kind])).toEqual([
    ['AMAZON_SES_SETUP_NOTIFICATION', 'list'],
    ['a.eml', 'bounce'],
    [join('b', 'reply.eml'), 'reply'],
    ['c.pdf', 'unreadable'],
  ]);
  expect(told[1].hard).toBe(true);
  expect(told[3].why).toBe('a PDF, not a mail');
  expect((await read(folder)).out).toHaveLength(4);
});

test('a file of a folder that cannot be read has its line too', async () => {
  const odd = await mkdtemp(join(tmpdir(), 'qf-odd-'));
  await symlink(join(odd, 'gone'), join(odd, 'broken.eml'));
  await writeFile(join(odd, 'empty.eml'), '');
  const { code, out, err } = await read(odd, '--json');
  await rm(odd, { recursive: true });
  expect(code).toBe(2);
  expect(err.join()).toContain('there is no such file');
  const told = out.map(line => JSON.parse(line));
  expect(told.map(({ kind }) => kind)).toEqual(['unreadable', 'unreadable']);
  expect(told.map(({ file }) => file)).toEqual([join(odd, 'broken.eml'), join(odd, 'empty.eml')]);
});

test('for a person it says what matters, and the words', async () => {
  const { out } = await read(join(folder, 'b', 'reply.eml'));
  const shown = out.join('\n');
  expect(shown).toMatch(/kind\s+reply/);
  expect(shown).toMatch(/sender proven\s+pass/);
  expect(shown).toContain('\n\nPlease go ahead.');
});

test('a file that is not there is said on stderr', async () => {
  const { code, out, err } = await read(join(folder, 'no.eml'), '--json');
  expect({ code, out }).toEqual({ code: 2, out: [] });
  expect(err.join()).toContain('there is no such file');
});
