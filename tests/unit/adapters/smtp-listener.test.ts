import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { afterEach, expect, test, vi } from 'vitest';
import { listenSmtp, type SmtpListener, type TakenMail } from '../../../src/adapters/mail/smtp-listener.ts';
import { speakSmtp } from '../../support/running-system.ts';

const QUOTES = 'quotes@quotes.harbourline.example';
const HELD = 70;

const held: Socket[] = [];
let listener: SmtpListener | undefined;
afterEach(async () => {
  for (const socket of held.splice(0)) socket.destroy();
  await listener?.close();
  listener = undefined;
  vi.restoreAllMocks();
});

const listening = async (): Promise<{ readonly port: number; readonly taken: TakenMail[] }> => {
  const taken: TakenMail[] = [];
  listener = await listenSmtp({
    port: 0,
    quotesAddress: QUOTES,
    host: 'inbound-smtp.local.qf',
    now: () => new Date(),
    take: async mail => void taken.push(mail),
  });
  return { port: listener.port, taken };
};

interface Line {
  readonly socket: Socket;
  readonly heard: () => string;
  readonly say: (text: string) => void;
  /** Resolves once something like this was heard; to false when the line was cut before. */
  readonly hears: (what: RegExp) => Promise<boolean>;
}

const open = async (port: number): Promise<Line> => {
  const socket = connect(port, '127.0.0.1');
  let heard = '';
  socket.on('error', () => {});
  socket.on('data', chunk => {
    heard += String(chunk);
  });
  held.push(socket);
  await once(socket, 'connect');
  return {
    socket,
    heard: () => heard,
    say: text => void (socket.writable && socket.write(`${text}\r\n`)),
    hears: what =>
      new Promise(resolve => {
        const look = (): void => {
          if (what.test(heard)) resolve(true);
          else if (socket.destroyed) resolve(false);
        };
        socket.on('data', look).on('close', look);
        look();
      }),
  };
};

/** As far as the text of a message, which does not come. */
const stuck = async (port: number): Promise<Line> => {
  const line = await open(port);
  if (!(await line.hears(/^220 /))) return line;
  for (const [say, answer] of [
    ['HELO x', /\n250 /],
    ['MAIL FROM:<a@b.example>', /(\n250 [^\n]*){2}/],
    [`RCPT TO:<${QUOTES}>`, /(\n250 [^\n]*){3}/],
    ['DATA', /\n354 /],
  ] as const) {
    line.say(say);
    if (!(await line.hears(answer))) return line;
  }
  return line;
};

const MAIL = 'From: a@b.example\nSubject: hello\n\nWe accept.';

test('honest mail gets through while 70 idle connections are held open', async () => {
  const { port, taken } = await listening();
  for (let n = 0; n < HELD; n++) await open(port);
  expect(await speakSmtp(port, MAIL, QUOTES, 'a@b.example')).toMatch(/^250/);
  expect(taken).toHaveLength(1);
});

test('honest mail gets through while 70 connections are stuck in the midst of a message', async () => {
  const { port, taken } = await listening();
  await Promise.all(Array.from({ length: HELD }, () => stuck(port)));
  const now = performance.now.bind(performance);
  vi.spyOn(performance, 'now').mockImplementation(() => now() + 6_000);
  expect(await speakSmtp(port, MAIL, QUOTES, 'a@b.example')).toMatch(/^250/);
  expect(taken).toHaveLength(1);
});

test('saying NOOP keeps no place: who has not moved on for longest makes way', async () => {
  const { port } = await listening();
  const chatty = await Promise.all(Array.from({ length: HELD }, () => open(port)));
  const chat = setInterval(() => {
    for (const line of chatty) line.say('NOOP');
  }, 20);
  try {
    expect(await speakSmtp(port, MAIL, QUOTES, 'a@b.example')).toMatch(/^250/);
  } finally {
    clearInterval(chat);
  }
});

test('who makes way is told to come again', async () => {
  const { port } = await listening();
  const first = await open(port);
  for (let n = 0; n < HELD; n++) await open(port);
  expect(await first.hears(/421 .*try again/)).toBe(true);
});

test('a message that is coming in is not cut off by a crowd', async () => {
  const { port, taken } = await listening();
  const sender = await stuck(port);
  for (let n = 0; n < HELD; n++) {
    sender.say(`line ${n}`);
    await open(port);
  }
  sender.say('.');
  expect(await sender.hears(/\n354 [^\n]*\n250 /)).toBe(true);
  expect(taken).toHaveLength(1);
});
