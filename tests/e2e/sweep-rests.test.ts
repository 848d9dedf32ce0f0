import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { sweep } from '../../src/workflows/sweep.ts';
import { PRIYA, type Running, runSystem } from '../support/running-system.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const row = (number: string, contact: string): string =>
  `${number},Northwind,${contact},4800,SGD,2026-11-22,2026-12-22,${PRIYA},,https://files.harbourline.example/q.pdf,,`;

let run: Running;
beforeEach(async () => {
  run = await runSystem([
    row('Q-1', 'dana@northwind.example'),
    row('Q-2', 'ole@southwind.example'),
    row('Q-3', 'kim@eastwind.example'),
  ]);
});
afterEach(() => run.stop());

/** Sweeps a quarter of an hour on; gives the streams that were read. */
const swept = async (ms = 15 * MINUTE): Promise<ReadonlySet<string>> => {
  run.sleep(ms);
  const { deps: world } = run.system.runtime();
  const read = new Set<string>();
  const store = {
    ...world.store,
    read: (stream: string, after?: number) => {
      read.add(stream);
      return world.store.read(stream, after);
    },
  };
  await sweep({ ...world, store });
  await run.system.runtime().settled();
  return new Set([...read].filter(stream => stream.startsWith('Q-')));
};
const actions = async (quote: string) => (await run.events(quote)).map(({ action }) => action);

describe('a sweep leaves alone what the last one found at rest', () => {
  test('a quote that did not change is not read again, one that did is', async () => {
    await swept();
    expect(await swept()).toEqual(new Set());
    await run.press(await run.draft(PRIYA, 'Q-2'), 'skip');
    expect(await swept()).toEqual(new Set(['Q-2']));
    expect(await swept()).toEqual(new Set());
  });

  test('an approved draft is found at its minute though its schedule was lost', async () => {
    await swept();
    await run.press(await run.draft(PRIYA, 'Q-1'), 'approve');
    await run.system.runtime().oneOffs.due(new Date(run.now() + HOUR));
    await swept();
    expect(await actions('Q-1')).toContain('NudgeSent');
  });

  test('what asks for something by the clock alone is looked at when the clock says so', async () => {
    await swept();
    const lapsed = async () => (await actions('Q-3')).includes('DraftLapsed');
    await swept(7 * 24 * HOUR - 45 * MINUTE);
    expect(await lapsed()).toBe(false);
    // Nobody decided within seven days.
    await swept(75 * MINUTE);
    expect(await lapsed()).toBe(true);
  });

  test('where the list is lost everything is looked at', async () => {
    await swept();
    const { objects } = run.system.runtime().deps;
    await objects.put('raw-mime', 'swept.json', new TextEncoder().encode('{'));
    expect(await swept()).toEqual(new Set(['Q-1', 'Q-2', 'Q-3']));
  });

  test('other rules in force: everything is looked at', async () => {
    await swept();
    const { objects } = run.system.runtime().deps;
    await objects.put(
      'rules-source',
      'rules.txt',
      new TextEncoder().encode('Standard quotes: nudge at 4 days, then stop.\n'),
    );
    expect(await swept()).toEqual(new Set(['Q-1', 'Q-2', 'Q-3']));
  });

  test('a customer who says stop ends the drafts of all their quotes within a quarter of an hour', async () => {
    await run.writeSheet([row('Q-1', 'dana@northwind.example'), row('Q-2', 'dana@northwind.example')]);
    await run.system.runtime().deps.objects.put('raw-mime', 'swept.json', new TextEncoder().encode('{}'));
    await run.advance(MINUTE);
    await swept();
    const raw = [
      'From: dana@northwind.example',
      'To: q',
      'Subject: stop',
      'Message-ID: <s@northwind.example>',
      '',
      'STOP',
      '',
    ];
    await run.mailIn(raw.join('\n'), 'quotes@quotes.harbourline.example', 'dana@northwind.example');
    await swept();
    const open = await Promise.all(['Q-1', 'Q-2'].map(async quote => (await actions(quote)).at(-1)));
    expect(open).not.toContain('DraftMailed');
  });
});
