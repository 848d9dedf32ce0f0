import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { ADMIN, PRIYA, RULES, type Running, runSystem, SAM } from '../support/running-system.ts';

const MINUTE = 60_000;
const ROW = `Q-1,Northwind,dana@northwind.example,4800,SGD,2026-11-22,2026-12-22,${PRIYA},,,,`;

let running: Running | undefined;
afterEach(async () => {
  const stopping = running;
  running = undefined;
  await stopping?.stop();
});

/** The clock to a later wall time in Singapore, with the quarter's sweep behind it. */
const until = async (run: Running, day: string, time = '09:00'): Promise<void> => {
  await run.advance(Date.parse(`${day}T${time}:05+08:00`) - run.now());
  await run.advance(15 * MINUTE);
};

/** Nudged on Wednesday 25 November 2026; the customer asked something on the Thursday at noon. */
const asked = async (rules = RULES, owner = PRIYA): Promise<Running> => {
  const run = await runSystem([ROW.replace(PRIYA, owner)], { rules });
  running = run;
  await run.press(await run.draft(owner), 'approve');
  await run.advance(3 * MINUTE);
  const nudge = (await run.outbox()).find(({ kind }) => kind === 'nudge');
  await until(run, '2026-11-26', '12:00');
  const to = nudge?.message.replyTo[0]?.address ?? '';
  const answer = [
    `From: dana@northwind.example`,
    `To: ${to}`,
    'Subject: Re',
    'Message-ID: <a1@northwind.example>',
    '',
    'Which colour is it?',
  ];
  await run.mailIn(answer.join('\r\n'), to, 'dana@northwind.example');
  return run;
};

/** To whom the reply was passed on in full, and when, as day of the month and hour in Singapore. */
const told = async (run: Running): Promise<readonly string[]> =>
  (await run.outbox())
    .filter(({ kind, message: { text } }) => kind !== 'nudge' && text?.includes('Which colour is it?'))
    .map(
      ({ kind, to, at }) => `${kind} ${to[0]} ${new Date(Date.parse(at) + 8 * 60 * MINUTE).toISOString().slice(8, 13)}`,
    );

const linkIn = (text: string | null | undefined, label: string, { system }: Running): string =>
  (text?.split(`${label}:\n`)[1]?.split('\n')[0] ?? '').replace(/:\d+\//, `:${system.port}/`);

const AT_ONCE = `reply ${PRIYA} 26T12`;

describe('a reply that nobody takes', () => {
  let run: Running;

  test('is passed on again on the next working day; the weekend does not count for the admin', async () => {
    run = await asked();
    expect(await told(run)).toEqual([AT_ONCE]);
    await until(run, '2026-11-27', '08:30');
    expect(await told(run)).toEqual([AT_ONCE]);
    await until(run, '2026-11-27');
    const again = [AT_ONCE, `today ${PRIYA} 27T09`];
    expect(await told(run)).toEqual(again);
    for (const day of ['2026-11-28', '2026-11-29']) await until(run, day);
    expect(await told(run)).toEqual(again);
    await until(run, '2026-11-30');
    expect(await told(run)).toEqual([...again, `today ${ADMIN} 30T09`]);
    await until(run, '2026-12-01');
    expect(await told(run)).toHaveLength(3);
    const days = (await run.outbox()).filter(({ kind, to }) => kind === 'today' && to.includes(ADMIN));
    expect(days.map(({ subject }) => subject)).toEqual([
      'Today, Mon 30 November 2026: 1 reply',
      'Today, Tue 1 December 2026: 1 reply',
    ]);
    expect(days[0]?.message.text).toContain('has not taken this since Thu 26 November 2026.');
    const link = linkIn(days[0]?.message.text, 'Say what happens with Q-1', run);
    expect((await run.open(link)).html).toContain('Which colour is it?');
    await run.press(link, 'take');
    expect(await run.events('Q-1')).toContainEqual({ action: 'ReplyTaken', by: ADMIN });
  });

  test('is told to an admin whose quote it is as their own, and once a day', async () => {
    run = await asked(RULES, ADMIN);
    await until(run, '2026-11-27');
    await until(run, '2026-11-30');
    expect(await told(run)).toEqual([`reply ${ADMIN} 26T12`, `today ${ADMIN} 27T09`, `today ${ADMIN} 30T09`]);
    const text = (await run.outbox()).findLast(({ kind }) => kind === 'today')?.message.text;
    expect(text).toContain('This has waited for you since Thu 26 November 2026.');
  });

  test('has a letter of its own where no day’s mail carries it: the sheet lists the quote no more', async () => {
    run = await asked();
    await until(run, '2026-11-27', '08:30');
    const sheet = join(run.folder, 'quotes.csv');
    const [header = ''] = (await readFile(sheet, 'utf8')).split('\n');
    await writeFile(sheet, `${header}\n${ROW.replaceAll('Q-1', 'Q-2').replace('dana@', 'lee@')}\n`);
    await until(run, '2026-11-27');
    await until(run, '2026-11-30');
    expect(await told(run)).toEqual([AT_ONCE, `reply-again ${PRIYA} 27T09`, `reply-admin ${ADMIN} 30T09`]);
  });

  test('waits for the working day after a holiday, both times', async () => {
    run = await asked(`${RULES}Do not send on 27 November 2026 and 1 December 2026.\n`);
    for (const day of ['2026-11-27', '2026-11-28', '2026-11-29']) await until(run, day);
    expect(await told(run)).toEqual([AT_ONCE]);
    for (const day of ['2026-11-30', '2026-12-01']) await until(run, day);
    expect(await told(run)).toEqual([AT_ONCE, `today ${PRIYA} 30T09`]);
    await until(run, '2026-12-02');
    expect((await told(run)).at(-1)).toBe(`today ${ADMIN} 02T09`);
  });

  test('goes to the cover again while its owner is away', async () => {
    run = await asked(`${RULES}Sam is ${SAM}.\nPriya is away 27 November 2026 to 4 December 2026, Sam covers.\n`);
    await until(run, '2026-11-27');
    expect(await told(run)).toEqual([AT_ONCE, `today ${SAM} 27T09`]);
  });

  test('is told to nobody again once it is taken', async () => {
    run = await asked();
    await run.press(await run.link(PRIYA, 'has a question'), 'take');
    for (const day of ['2026-11-27', '2026-11-30', '2026-12-01']) await until(run, day);
    expect(await told(run)).toEqual([AT_ONCE]);
  });
});
