import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { renumber } from '../../src/aggregates/quote/renumber.ts';
import { decideQuote, loadQuote } from '../../src/workflows/quotes.ts';
import { ADMIN, PRIYA, type Running, runSystem } from '../support/running-system.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const ROW = `Q-1042,Northwind,dana@northwind.example,4800,SGD,2026-11-22,2026-12-22,${PRIYA},,https://files.harbourline.example/q.pdf,,`;
const RETYPED = ROW.replace('Q-1042', 'Q-1042B');
const ASKED = 'Is Q-1042B the quote that was Q-1042?';

let run: Running;
let replyTo: string;
/** The quote was nudged once, and then its number was retyped in its row. */
beforeEach(async () => {
  run = await runSystem([ROW]);
  await run.press(await run.draft(PRIYA, 'Q-1042'), 'approve');
  await run.advance(3 * MINUTE);
  const [nudge] = await nudges();
  replyTo = nudge?.message.replyTo[0]?.address ?? '';
  await run.writeSheet([RETYPED]);
  await run.advance(16 * MINUTE);
});
afterEach(() => run.stop());

const nudges = async () => (await run.outbox()).filter(({ kind }) => kind === 'nudge');
const answer = async (given: 'same' | 'another' | '') =>
  run.press(await run.link(ADMIN, ASKED), 'answer', { 'quote.Q-1042B': given });
const actions = async (quote: string) => (await run.events(quote)).map(({ action }) => action);
const stateOf = async (quote: string) => (await loadQuote(run.system.runtime().deps, quote)).state;
const reply = (): Promise<string> =>
  run.mailIn(
    [
      'From: dana@northwind.example',
      'To: quotes',
      'Subject: Re: your quote',
      'Message-ID: <1@n.example>',
      '',
      'Yes, go ahead.',
      '',
    ].join('\n'),
    replyTo,
    'dana@northwind.example',
  );

test('until the admin has answered, nothing is proposed for the new number', async () => {
  await run.advance(6 * DAY);
  expect(await actions('Q-1042B')).toEqual(['QuoteListed', 'QuoteHeld']);
  expect((await run.open(await run.link(ADMIN, ASKED))).html).toContain('1 nudge sent');
  expect((await run.outbox()).filter(({ subject }) => subject === ASKED)).toHaveLength(1);
});

test('the same quote: its chain goes on where it stood, and the earlier number is done with', async () => {
  expect((await answer('same')).html).toContain('Noted');
  expect((await actions('Q-1042')).at(-1)).toBe('QuoteRenumbered');
  expect(await stateOf('Q-1042B')).toMatchObject({ everSent: true, sentInChain: 1, dealtDay: 3, holds: [] });
  await run.advance(5 * DAY);
  const offered = (await run.outbox()).findLast(({ kind, to }) => kind === 'today' && to.includes(PRIYA));
  expect(offered?.message.text).toMatch(/A follow-up to .+\n=+\n\nQ-1042B,/);
  await run.press(await run.draft(PRIYA, 'Q-1042B'), 'approve');
  await run.advance(3 * MINUTE);
  expect((await nudges()).map(({ message }) => message.inReplyTo).at(-1)).toHaveLength(1);
  expect((await stateOf('Q-1042B')).nudges.map(({ stepIndex }) => stepIndex)).toEqual([1, 2]);
});

test('the same quote: reports count it once', async () => {
  await answer('same');
  await run.advance(5 * DAY);
  const digest = (await run.outbox()).findLast(({ kind }) => kind === 'digest');
  expect(digest?.message.text).toContain('Q-1042B');
  expect(digest?.message.text).not.toMatch(/Q-1042\b(?!B)/);
});

test('the same quote: an answer to the nudge of the earlier number rests the new one', async () => {
  await answer('same');
  await reply();
  expect(await actions('Q-1042')).not.toContain('ReplyReceived');
  expect((await stateOf('Q-1042B')).answered).not.toBeNull();
});

test('the same quote, answered before the admin was: the new number rests too', async () => {
  await reply();
  await answer('same');
  expect((await stateOf('Q-1042B')).answered).toBe('elsewhere');
  await run.advance(6 * DAY);
  expect(await actions('Q-1042B')).not.toContain('MovePlanned');
});

test.each(['won', 'lost'])(
  'the same quote: %s on the page of an earlier answer closes it under its new number',
  async outcome => {
    await reply();
    const page = await run.link(PRIYA, 'looks like a yes');
    await answer('same');
    expect((await run.press(page, outcome)).html).toContain(outcome);
    expect((await stateOf('Q-1042B')).closed).toBe(outcome);
    expect((await stateOf('Q-1042')).closed).toBeNull();
    await run.advance(MINUTE);
    expect(await readFile(join(run.folder, 'quotes.csv'), 'utf8')).toMatch(new RegExp(`Q-1042B.*,${outcome}`));
  },
);

test('the same quote: resumed on the page of an earlier answer, it goes on under its new number', async () => {
  await reply();
  const page = await run.link(PRIYA, 'looks like a yes');
  await answer('same');
  await run.press(page, 'resume', { from: '2026-11-30' });
  expect(await stateOf('Q-1042B')).toMatchObject({ answered: null, deferUntil: '2026-11-30' });
});

test('the same quote: lost on the page of an expiry asked about before closes it under its new number', async () => {
  await run.stop();
  const ending = ROW.replace('2026-12-22', '2026-11-26');
  run = await runSystem([ending]);
  await run.advance(2 * DAY);
  await run.advance(16 * MINUTE);
  const text = (await run.outbox()).findLast(({ to }) => to.includes(PRIYA))?.message.text ?? '';
  const page = /Extend, won or lost:\n(http\S+)/.exec(text)?.[1] ?? '';
  await run.writeSheet([ending.replace('Q-1042', 'Q-1042B')]);
  await run.advance(16 * MINUTE);
  await answer('same');
  expect((await run.press(page, 'lost')).html).toContain('lost');
  expect((await stateOf('Q-1042B')).closed).toBe('lost');
});

test('another quote: it is followed up from its beginning, the vanished one stays on hold', async () => {
  await answer('another');
  await run.advance(2 * DAY);
  expect((await actions('Q-1042B')).slice(0, 4)).toEqual(['QuoteListed', 'QuoteHeld', 'HoldEnded', 'MovePlanned']);
  expect((await stateOf('Q-1042')).holds).toEqual(['vanished']);
});

test('no answer changes nothing, and the page asks on', async () => {
  expect((await answer('')).html).toContain('Is now');
  expect((await stateOf('Q-1042B')).holds).toEqual(['renumbering']);
});

test('answered twice it is done once', async () => {
  const url = await run.link(ADMIN, ASKED);
  const form = { ...(await run.form(url)), act: 'answer', 'quote.Q-1042B': 'same' };
  await run.post(url, form);
  expect((await run.post(url, form)).html).toContain('No quote waits');
  expect((await actions('Q-1042B')).filter(action => action === 'ChainCarriedOver')).toHaveLength(1);
});

test('cut off between the two halves, the sweep does the second', async () => {
  await decideQuote(run.system.runtime().deps, 'Q-1042', {
    actor: { user: ADMIN },
    decide: state => renumber(state, { to: 'Q-1042B' }),
  });
  await run.advance(16 * MINUTE);
  expect((await actions('Q-1042B')).at(-1)).toBe('ChainCarriedOver');
});

test('the number put back is asked about again, and then goes on as it was', async () => {
  await answer('same');
  await run.writeSheet([ROW]);
  await run.advance(16 * MINUTE);
  expect((await stateOf('Q-1042')).holds).toEqual(['vanished', 'renumbering']);
  await run.press(await run.link(ADMIN, 'Is Q-1042 the quote that was Q-1042B?'), 'answer', { 'quote.Q-1042': 'same' });
  expect(await stateOf('Q-1042')).toMatchObject({ holds: [], sentInChain: 1, renumberedTo: null });
});

test('two rows that came, or two that went, are too many to ask about', async () => {
  await run.writeSheet([RETYPED.replace('1042B', '1042C'), RETYPED.replace('1042B', '1042D')]);
  await run.advance(16 * MINUTE);
  expect((await stateOf('Q-1042C')).holds).toEqual([]);
});
