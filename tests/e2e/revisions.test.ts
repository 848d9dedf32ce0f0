import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { loadQuote } from '../../src/workflows/quotes.ts';
import { e2eEngines } from '../support/e2e-engines.ts';
import { ADMIN, PRIYA, RULES, type Running, runSystem, SAM } from '../support/running-system.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const CELLS = {
  number: 'Q-1042',
  contact: 'dana@northwind.example',
  amount: '4800',
  sent: '2026-11-22',
  expires: '2026-12-22',
  link: 'https://files.harbourline.example/q-1042.pdf',
  status: '',
};
const row = (over: Partial<typeof CELLS> = {}): string => {
  const { number, contact, amount, sent, expires, link, status } = { ...CELLS, ...over };
  return `${number},Northwind,${contact},${amount},SGD,${sent},${expires},${PRIYA},,${link},,${status}`;
};

let running: Running | undefined;
afterEach(async () => {
  const stopping = running;
  running = undefined;
  await stopping?.stop();
});

const begin = async (rows: readonly string[], options: Parameters<typeof runSystem>[1] = {}): Promise<Running> => {
  running = await runSystem(rows, options);
  return running;
};
const stateOf = async (run: Running, quote = 'Q-1042') => (await loadQuote(run.system.runtime().deps, quote)).state;
const actionsOf = async (run: Running, quote = 'Q-1042') => (await run.events(quote)).map(({ action }) => action);
const count = async (run: Running, action: string) => (await actionsOf(run)).filter(one => one === action).length;
const nudgesOf = async (run: Running) => (await run.outbox()).filter(({ kind }) => kind === 'nudge');

/** Saves the sheet and lets the sync and the sweep see it. */
const save = async (run: Running, ...rows: readonly string[]): Promise<void> => {
  await run.writeSheet(rows);
  await run.advance(MINUTE);
};
const approveNewest = async (run: Running): Promise<void> => {
  await run.press(await run.draft(PRIYA, 'Q-1042'), 'approve');
  await run.advance(3 * MINUTE);
};
const days = async (run: Running, many: number): Promise<void> => {
  for (let day = 0; day < many; day++) await run.advance(DAY);
};

const nextMorning = (run: Running): Promise<void> =>
  run.advance(DAY - ((run.now() - Date.UTC(2026, 10, 25, 1, 30)) % DAY));

const AFTERNOON = Date.UTC(2026, 10, 25, 9, 57);

/** How far the first draft had come when the row was changed. */
const stages = {
  waiting: { startAt: undefined, reach: async () => undefined },
  'approved, in the two minutes': {
    startAt: undefined,
    reach: async (run: Running, url: string) => void (await run.press(url, 'approve')),
  },
  'deferred to the morning': {
    startAt: AFTERNOON,
    reach: async (run: Running, url: string) => {
      await run.press(url, 'approve');
      await run.advance(4 * MINUTE);
      expect((await actionsOf(run)).at(-1)).toBe('SendDeferred');
    },
  },
};

const changes = {
  amount: { to: { amount: '5200' }, told: 'SGD 5,200.00', field: 'minor' },
  expiry: { to: { expires: '2026-12-31' }, told: '31 December 2026', field: 'expires' },
  contact: { to: { contact: 'lee@northwind.example' }, told: 'lee@northwind.example', field: 'contactRef' },
  link: {
    to: { link: 'https://files.harbourline.example/q-1042-b.pdf' },
    told: 'q-1042-b.pdf',
    field: 'customer or link',
  },
};

for (const engine of e2eEngines) {
  // One stage shows that the engine has it too; the rules are the core's.
  const here = Object.entries(stages).filter(([stage]) => engine.kind.engine === 'sqlite' || stage === 'waiting');
  describe.each(here)(`a draft %s on ${engine.name}`, (_, { startAt, reach }) => {
    test.each(Object.entries(changes))(
      'is void when the %s changes; the same step is offered again with the new facts',
      async (_field, { to, told, field }) => {
        const run = await begin([row()], { engine: engine.kind, ...(startAt === undefined ? {} : { startAt }) });
        const url = await run.draft(PRIYA, 'Q-1042');
        const first = (await stateOf(run)).draft;
        await reach(run, url);
        await save(run, row(to));
        const after = await actionsOf(run);
        expect(after.filter(action => ['QuoteRevised', 'DraftVoided'].includes(action))).toEqual([
          'QuoteRevised',
          'DraftVoided',
        ]);
        const stored = await run.system.runtime().engine.store.read('Q-1042');
        expect(stored.find(({ action }) => action === 'QuoteRevised')?.data).toMatchObject({ changed: [field] });
        expect((await run.press(url, 'approve')).html).not.toContain('Cancel the approval');
        await nextMorning(run);
        const again = (await stateOf(run)).draft;
        expect(again).toMatchObject({ stepIndex: first?.stepIndex, move: first?.move, status: 'mailed' });
        expect(again?.id).not.toBe(first?.id);
        expect(await nudgesOf(run)).toEqual([]);
        const asked = (await run.outbox()).findLast(({ kind }) => kind === 'today');
        await approveNewest(run);
        const [nudge, ...more] = await nudgesOf(run);
        expect(more).toEqual([]);
        expect([nudge?.to, nudge?.message.text, asked?.message.text].join()).toContain(told);
      },
    );
  });
}

describe('another owner', () => {
  test.each(Object.entries(stages))(
    'of a quote whose draft is %s: it is void, and the new one is asked',
    async (_, stage) => {
      const run = await begin([row()], stage.startAt === undefined ? {} : { startAt: stage.startAt });
      const url = await run.draft(PRIYA, 'Q-1042');
      await stage.reach(run, url);
      await save(run, row().replace(PRIYA, SAM));
      const { data } = (await run.system.runtime().engine.store.read('Q-1042')).at(-1) ?? {};
      expect(data).toMatchObject({ reason: 'the quote has another owner now' });
      expect((await run.press(url, 'approve')).html).not.toContain('Cancel the approval');
      await nextMorning(run);
      expect((await stateOf(run)).draft).toMatchObject({ stepIndex: 1, owner: SAM, status: 'mailed' });
      expect(await nudgesOf(run)).toEqual([]);
      await run.press(await run.draft(SAM, 'Q-1042'), 'approve');
      await run.advance(3 * MINUTE);
      expect((await nudgesOf(run))[0]?.from).toContain(SAM);
    },
  );

  test('by the rules doc counts too; words for the same one do not', async () => {
    const withTeam = (owner: string) => row().replace(`,${PRIYA},,`, `,${owner},catering,`);
    const rules = `${RULES}Quotes from the catering team default to Priya.\nSam is ${SAM}.\n`;
    const run = await begin([withTeam('')], { rules });
    const first = (await stateOf(run)).draft;
    await save(run, withTeam(PRIYA));
    expect((await stateOf(run)).draft?.id).toBe(first?.id);
    await save(run, withTeam(''));
    await writeFile(join(run.folder, 'rules.txt'), rules.replace('default to Priya', 'default to Sam'));
    await run.advance(20 * MINUTE);
    expect((await stateOf(run)).draft).toBeNull();
  });
});

describe('a later date sent', () => {
  test('starts a new chain after an answer: a follow-up from its first step, numbers count on', async () => {
    const run = await begin([row()]);
    await approveNewest(run);
    const to = (await nudgesOf(run))[0]?.message.replyTo[0]?.address ?? '';
    await run.mailIn(
      'From: dana@northwind.example\nTo: quotes\nSubject: Re\nMessage-ID: <1@northwind.example>\n\nCould you requote?\n',
      to,
      'dana@northwind.example',
    );
    expect((await stateOf(run)).answered).not.toBe(null);
    await save(run, row({ sent: '2026-11-26', amount: '4400' }));
    const { answered, chain, sentInChain } = await stateOf(run);
    expect({ answered, chain, sentInChain }).toEqual({ answered: null, chain: 2, sentInChain: 0 });
    await days(run, 5);
    expect((await stateOf(run)).draft).toMatchObject({ move: 'followup', stepIndex: 2, chain: 2, daysSinceSent: 4 });
    await approveNewest(run);
    expect((await nudgesOf(run)).at(-1)?.message.text).toContain('SGD 4,400.00');
  });

  test('keeps the gap to the quote’s last nudge', async () => {
    const rules = 'Standard quotes: nudge at 1 day after sending.\nLeave at least five days between nudges.\n';
    const run = await begin([row()], { rules: `${rules}Priya is ${PRIYA}.\n` });
    await approveNewest(run);
    await save(run, row({ sent: '2026-11-25' }));
    await days(run, 4);
    expect(await count(run, 'MovePlanned')).toBe(1);
    await days(run, 1);
    expect(await count(run, 'MovePlanned')).toBe(2);
  });

  test('lifts the cap', async () => {
    const rules = `Standard quotes: nudge at 3 days, 5 days and 7 days, no last call.\nNever more than one nudge for one quote.\nPriya is ${PRIYA}.\n`;
    const run = await begin([row()], { rules });
    await approveNewest(run);
    await days(run, 5);
    expect(await count(run, 'MovePlanned')).toBe(1);
    expect(await count(run, 'CapReached')).toBe(1);
    await save(run, row({ sent: '2026-11-30' }));
    await days(run, 3);
    expect((await stateOf(run)).draft).toMatchObject({ move: 'followup', chain: 2 });
  });

  test('an earlier date sent starts none', async () => {
    const run = await begin([row()]);
    await approveNewest(run);
    await save(run, row({ sent: '2026-11-20' }));
    expect((await stateOf(run)).chain).toBe(1);
    await days(run, 2);
    expect((await stateOf(run)).draft).toMatchObject({ move: 'followup', stepIndex: 2 });
  });
});

describe('an expiry', () => {
  test('extended after the quote expired starts a new chain; extended before, it goes on where it was', async () => {
    const run = await begin([row({ expires: '2026-11-26' })]);
    await approveNewest(run);
    await days(run, 2);
    expect(await count(run, 'QuoteExpired')).toBe(1);
    const told = (await run.outbox()).filter(({ message }) =>
      message.text?.includes('It expired on Thu 26 November 2026'),
    );
    expect(told.map(({ to, kind }) => `${kind} ${to[0]}`)).toEqual([`today ${PRIYA}`]);
    await save(run, row({ expires: '2026-12-04' }));
    const { expired, chain } = await stateOf(run);
    expect({ expired, chain }).toEqual({ expired: false, chain: 2 });
    await days(run, 4);
    await approveNewest(run);
    expect((await nudgesOf(run)).map(({ message }) => message.text?.includes('4 December 2026'))).toEqual([
      false,
      true,
    ]);
    await save(run, row({ expires: '2027-01-29' }));
    expect((await stateOf(run)).chain).toBe(2);
  });

  test('moved but still in the past stays expired', async () => {
    const run = await begin([row({ expires: '2026-11-24' })]);
    await save(run, row({ expires: '2026-11-23' }));
    expect((await stateOf(run)).expired).toBe(true);
    expect(await count(run, 'QuoteExpired')).toBe(1);
    await days(run, 3);
    expect(await count(run, 'MovePlanned')).toBe(0);
  });
});

describe('a status', () => {
  test.each(['hold', 'waiting for the board'])(
    '%s pauses the quote and voids its draft, until it is open',
    async status => {
      const run = await begin([row()]);
      await save(run, row({ status }));
      expect(await count(run, 'DraftVoided')).toBe(1);
      expect((await stateOf(run)).holds).toEqual(['status']);
      await days(run, 1);
      expect(await count(run, 'MovePlanned')).toBe(1);
      await save(run, row());
      await days(run, 1);
      expect((await stateOf(run)).draft).toMatchObject({ stepIndex: 1, move: 'first_nudge' });
    },
  );

  test.each(['won', 'lost', 'withdrawn'])('%s closes it with that outcome, whatever its draft was', async status => {
    const run = await begin([row()]);
    await run.press(await run.draft(PRIYA, 'Q-1042'), 'approve');
    await save(run, row({ status }));
    expect((await stateOf(run)).closed).toBe(status);
    await days(run, 8);
    expect(await nudgesOf(run)).toEqual([]);
    expect(await count(run, 'MovePlanned')).toBe(1);
  });

  test('won that is taken back opens the quote again', async () => {
    const run = await begin([row({ status: 'won' })]);
    expect((await stateOf(run)).closed).toBe('won');
    await save(run, row());
    await days(run, 1);
    expect((await stateOf(run)).draft).toMatchObject({ stepIndex: 1 });
  });
});

describe('rows that leave the sheet', () => {
  const many = Array.from({ length: 14 }, (_, at) =>
    row({ number: `Q-${at}`, contact: `c${at}@northwind${at}.example`, status: at === 0 ? '' : 'hold' }),
  );

  test('hold their quotes until they come back; more than five at once are named to the admin that day', async () => {
    const run = await begin(many);
    await save(run, ...many.slice(5));
    expect((await stateOf(run, 'Q-0')).holds).toEqual(['vanished']);
    expect(await actionsOf(run, 'Q-0')).toContain('DraftVoided');
    expect((await run.outbox()).some(({ kind }) => kind === 'vanished')).toBe(false);
    await save(run, ...many);
    expect((await stateOf(run, 'Q-0')).holds).toEqual([]);
    await save(run, ...many.slice(6));
    const told = (await run.outbox()).filter(({ kind }) => kind === 'vanished');
    expect(told.map(({ to }) => to)).toEqual([[ADMIN]]);
    for (const number of ['Q-0', 'Q-5']) expect(told[0]?.message.text).toContain(number);
  });
});
