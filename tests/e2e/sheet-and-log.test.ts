import * as E from 'fp-ts/lib/Either.js';
import { beforeEach, describe, expect, test } from 'vitest';
import { approveDraft } from '../../src/aggregates/quote/draft.ts';
import { holdQuote } from '../../src/aggregates/quote/hold.ts';
import { closeQuote } from '../../src/aggregates/quote/outcome.ts';
import { newEvent } from '../../src/events/event-type.ts';
import { QuoteReopened } from '../../src/events/quote-events.ts';
import type { StoredEvent } from '../../src/events/stored-event.ts';
import { driveSync } from '../../src/handlers/sync.ts';
import { loadBusinessContext } from '../../src/workflows/business-context.ts';
import { decideQuote, loadQuote } from '../../src/workflows/quotes.ts';
import { sweep } from '../../src/workflows/sweep.ts';
import { Scene } from '../simulation/cut-off.ts';
import { noFaults } from '../simulation/machine.ts';
import type { SheetRow } from '../simulation/sheet.ts';

const DANA = 'dana@northwind.example';
const PRIYA = { user: 'priya@harbourline.example' };
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

let scene: Scene;
beforeEach(() => {
  scene = new Scene();
});

/** A sync by another process, whole, at this very moment. */
const syncNow = (): Promise<void> => {
  const { outside, sheet, rules, voice, clock } = scene.sim;
  const sources = {
    sheet: async () => sheet.read(clock.now()),
    rules: async () => rules,
    voice: async () => voice,
  };
  return driveSync(outside, sources)();
};

const sweepNow = async (): Promise<void> => void (await sweep(scene.sim.outside));

/** What happens elsewhere just before the first call of this kind, once. */
const beforeFirst = (isIt: (name: string) => boolean, act: () => Promise<void>) => {
  let done = false;
  return {
    ...noFaults,
    meanwhile: async (_: number, name: string): Promise<void> => {
      if (done || !isIt(name)) return;
      done = true;
      await act();
    },
  };
};

const isPut = (name: string): boolean => name === 'objects.put' || name === 'objects.putOver';
const isAppend = (name: string): boolean => name === 'store.append';
/** By its first look at the log a check has read the mirror. */
const isRead = (name: string): boolean => name === 'store.read';

const change = (number: string, cells: Partial<SheetRow>): void => {
  for (const row of scene.sim.sheet.rows) if (row['Quote number'] === number) Object.assign(row, cells);
};
const stateOf = async (number: string) => (await loadQuote(scene.sim.outside, number)).state;
const dataOf = (events: readonly StoredEvent[], action: string): readonly Readonly<Record<string, unknown>>[] =>
  events.flatMap(event => (event.action === action ? [{ ...Object(event.data) }] : []));
const logOf = (number: string): readonly StoredEvent[] => scene.log.filter(({ quote_id }) => quote_id === number);

const untilNine = (): void => scene.sim.pass(scene.sim.paper.at(scene.sim.today, 9 * 60) - scene.sim.now);

const decide = (number: string, decision: Parameters<typeof decideQuote>[2]['decide']) =>
  decideQuote(scene.sim.outside, number, { actor: PRIYA, decide: decision });

const approve = (number: string) =>
  decide(number, state =>
    approveDraft(
      state,
      {
        draftId: state.draft?.id ?? '',
        textHash: state.draft?.textHash ?? '',
        seenHash: '',
        sendAfter: new Date(scene.sim.now + 2 * MINUTE).toISOString(),
        tokenHash: null,
        secondsAfterMailing: 0,
      },
      { address: '', agent: '' },
    ),
  );

describe('P14 a daily check that read the mirror before a sync put a newer one', () => {
  const checkWhile = async (cells: Partial<SheetRow>): Promise<void> => {
    scene.row('Q-1', DANA);
    untilNine();
    await scene.do(scene.duties.sync());
    change('Q-1', cells);
    await scene.do(scene.duties.check(), beforeFirst(isRead, syncNow));
  };

  test('does not reopen a quote that was closed as won meanwhile, and nothing is sent for it', async () => {
    await checkWhile({ Status: 'won' });
    await scene.drain();
    expect(scene.actions('Q-1')).toEqual(['QuoteListed', 'QuoteClosed']);
    await scene.recover();
    expect((await stateOf('Q-1')).closed).toBe('won');
  });

  test('starts no second chain out of a later date sent', async () => {
    await checkWhile({ 'Date sent': '2026-11-24' });
    expect(logOf('Q-1').filter(({ action }) => action === 'QuoteRevised')).toHaveLength(1);
    expect(await stateOf('Q-1')).toMatchObject({ chain: 2, facts: { sent: '2026-11-24' } });
  });

  test('does not bring an amount back, nor offer a step by it', async () => {
    await checkWhile({ Amount: '900' });
    expect(logOf('Q-1').filter(({ action }) => action === 'QuoteRevised')).toHaveLength(1);
    const { facts, draft } = await stateOf('Q-1');
    expect(facts?.minor).toBe(90_000);
    expect(draft?.factsHash).toBe(facts?.factsHash);
  });
});

describe('P14 of two syncs', () => {
  beforeEach(async () => {
    scene.row('Q-1', DANA);
    untilNine();
    await scene.do(scene.duties.sync());
  });

  test('the one that read the older sheet changes neither mirror nor log, though it comes to its put later', async () => {
    change('Q-1', { Amount: '900' });
    const newer = async (): Promise<void> => {
      change('Q-1', { Amount: '1500', Status: 'won' });
      await syncNow();
    };
    await scene.do(scene.duties.sync(), beforeFirst(isPut, newer));
    expect(await stateOf('Q-1')).toMatchObject({ closed: 'won', facts: { minor: 150_000 } });
    const { mirror } = await loadBusinessContext(scene.sim.outside);
    expect(mirror.rows.get('Q-1')).toMatchObject({ status: 'won', amount: { minor: 150_000 } });
    expect(scene.actions('Q-1')).toEqual(['QuoteListed', 'QuoteRevised', 'QuoteClosed']);
    await scene.recover(1);
    expect(scene.actions('Q-1')).toEqual(['QuoteListed', 'QuoteRevised', 'QuoteClosed']);
  });

  test('the one that put its mirror and was overtaken before it followed the rows follows none of them', async () => {
    change('Q-1', { Status: 'won' });
    const newer = async (): Promise<void> => {
      change('Q-1', { Status: 'lost' });
      await syncNow();
    };
    await scene.do(scene.duties.sync(), beforeFirst(isAppend, newer));
    expect((await stateOf('Q-1')).closed).toBe('lost');
  });

  test('what the overtaken one wrote after all, where the newer had nothing to say, the next sync puts right', async () => {
    change('Q-1', { Amount: '900' });
    const newer = async (): Promise<void> => {
      change('Q-1', { Amount: '1200' });
      await syncNow();
    };
    await scene.do(scene.duties.sync(), beforeFirst(isAppend, newer));
    await scene.recover(1);
    expect((await stateOf('Q-1')).facts?.minor).toBe(120_000);
  });
});

describe('P14 a quote that says something else than its row', () => {
  test('is brought in line by the next sync of an unchanged sheet, whatever made it differ', async () => {
    scene.row('Q-1', DANA);
    untilNine();
    await scene.do(scene.duties.sync());
    change('Q-1', { Status: 'won' });
    await scene.do(scene.duties.sync());
    // An older program followed an older mirror.
    await decideQuote(scene.sim.outside, 'Q-1', {
      actor: { system: 'timer' },
      decide: () => E.right(newEvent(QuoteReopened, { source: 'row' }, null)),
    });
    await scene.recover(1);
    expect((await stateOf('Q-1')).closed).toBe('won');
  });
});

describe('the gate asks the row itself', () => {
  beforeEach(async () => {
    scene.row('Q-1', DANA);
    await scene.check();
    await approve('Q-1');
  });
  const cutOffSync = async (): Promise<void> => {
    const cutOff = {
      ...noFaults,
      meanwhile: (_: number, name: string): void => {
        if (isAppend(name)) throw new Error('cut off');
      },
    };
    await scene.do(scene.duties.sync(), cutOff);
  };

  test.each(['won', 'hold'])(
    'nothing leaves for a row that says %s, though the sync was cut off before the log heard of it',
    async status => {
      change('Q-1', { Status: status });
      await cutOffSync();
      expect((await stateOf('Q-1')).closed).toBeNull();
      scene.sim.pass(3 * MINUTE);
      await scene.do(scene.duties.sweep());
      expect(scene.nudges).toEqual([]);
      expect(scene.actions('Q-1').at(-1)).toBe('SendDeferred');
      await scene.recover();
      expect(scene.nudges).toEqual([]);
      expect((await stateOf('Q-1')).draft).toBeNull();
    },
  );

  test('a refused row holds its quote and its approved draft, which leaves when the row is right again', async () => {
    change('Q-1', { Amount: 'a lot' });
    await cutOffSync();
    scene.sim.pass(3 * MINUTE);
    await scene.do(scene.duties.sweep());
    expect(scene.nudges).toEqual([]);
    expect((await stateOf('Q-1')).draft?.status).toBe('approved');
    await scene.recover(1);
    expect(await stateOf('Q-1')).toMatchObject({ holds: ['refused-row'], draft: { status: 'approved' } });
    change('Q-1', { Amount: '1200' });
    await scene.recover();
    expect(scene.nudges).toHaveLength(1);
  });

  test('a mirror older than two hours puts the send off', async () => {
    scene.sim.pass(2 * 60 * MINUTE + MINUTE);
    await scene.do(scene.duties.sweep());
    expect(scene.nudges).toEqual([]);
    await scene.recover(1);
    expect(scene.nudges).toHaveLength(1);
  });
});

describe('a decision that cannot be written back', () => {
  let problem: string | null = null;
  let writes: string[] = [];
  beforeEach(async () => {
    problem = 'the sheet is locked';
    writes = [];
    const { writer } = scene.sim.sheet;
    const { write } = writer;
    Object.assign(writer, {
      write: async (...[key, field, value]: Parameters<typeof write>) => {
        writes.push(`${key} ${value}`);
        return problem === null ? write(key, field, value) : { problem };
      },
    });
    scene.row('Q-1', DANA);
    untilNine();
    await scene.do(scene.duties.sync());
  });
  const nextMorning = async (): Promise<void> => {
    scene.sim.pass(DAY);
    await scene.do(scene.duties.sync());
    await scene.do(scene.duties.check());
    await scene.drain();
  };

  test('stands: neither sync nor check undoes it, and the cell is written when it can be', async () => {
    await decide('Q-1', state => closeQuote(state, { outcome: 'won', note: null }));
    await scene.do(scene.duties.sweep());
    expect(scene.actions('Q-1')).toContain('RowWriteFailed');
    await nextMorning();
    expect((await stateOf('Q-1')).closed).toBe('won');
    problem = null;
    await scene.do(scene.duties.sweep());
    await scene.recover(1);
    expect(scene.sim.sheet.rows[0]?.Status).toBe('won');
    expect(await stateOf('Q-1')).toMatchObject({ closed: 'won', unwritten: null });
    expect(scene.actions('Q-1')).not.toContain('QuoteReopened');
  });

  test('a hold stands as well, and no step is offered', async () => {
    await decide('Q-1', state => holdQuote(state, 'rep', null, null));
    await scene.do(scene.duties.sweep());
    await nextMorning();
    expect((await stateOf('Q-1')).holds).toEqual(['rep']);
    expect(scene.actions('Q-1')).not.toContain('MovePlanned');
  });

  test('is tried again after ever longer pauses, and the owner is told once which cell to change', async () => {
    await decide('Q-1', state => closeQuote(state, { outcome: 'won', note: null }));
    for (let quarter = 0; quarter < 5 * 4; quarter++) {
      await scene.do(scene.duties.sweep());
      scene.sim.pass(15 * MINUTE);
    }
    // At once, then 15, 45, 105 and 225 minutes later.
    expect(writes).toHaveLength(5);
    const [letter, another] = scene.letters('row-write');
    expect(another).toBeUndefined();
    expect(letter?.mail.to).toBe(PRIYA.user);
    expect(letter?.mail.text).toMatch(/row 2[^.]*Q-1[^.]*status[^.]*won/);
    expect(letter?.mail.text).toContain('the sheet is locked');
    const [closed, failed, mailed] = ['QuoteClosed', 'RowWriteFailed', 'NoticeMailed'].map(name =>
      logOf('Q-1').find(({ action }) => action === name),
    );
    expect([failed?.causation_id, mailed?.causation_id]).toEqual([closed?.event_id, failed?.event_id]);
    expect([failed?.correlation_id, mailed?.correlation_id]).toEqual([closed?.event_id, closed?.event_id]);
  });

  test('gives way to a person who changes the cell in the sheet afterwards', async () => {
    await decide('Q-1', state => closeQuote(state, { outcome: 'won', note: null }));
    await scene.do(scene.duties.sweep());
    change('Q-1', { Status: 'lost' });
    await scene.do(scene.duties.sync());
    expect(await stateOf('Q-1')).toMatchObject({ closed: 'lost', unwritten: null });
    problem = null;
    await nextMorning();
    expect(scene.sim.sheet.rows[0]?.Status).toBe('lost');
  });

  test('once written it gives way to a person who sets the cell back before any sync saw it', async () => {
    problem = null;
    await decide('Q-1', state => closeQuote(state, { outcome: 'won', note: null }));
    await scene.do(scene.duties.sweep());
    expect(scene.sim.sheet.rows[0]?.Status).toBe('won');
    change('Q-1', { Status: '' });
    await scene.recover(1);
    expect((await stateOf('Q-1')).closed).toBeNull();
  });

  test('a sync that read the cell before it was written does not undo it', async () => {
    problem = null;
    await decide('Q-1', state => closeQuote(state, { outcome: 'won', note: null }));
    change('Q-1', { Amount: '1300' });
    await scene.do(scene.duties.sync(), beforeFirst(isPut, sweepNow));
    expect((await stateOf('Q-1')).closed).toBe('won');
    await scene.recover(1);
    expect(await stateOf('Q-1')).toMatchObject({ closed: 'won', facts: { minor: 130_000 } });
  });
});

describe('P5 one contact, one offer a day', () => {
  /** Dies before it closes the day. */
  const crashedCheck = async (): Promise<void> => {
    const dies = {
      ...noFaults,
      meanwhile: (_: number, name: string): void => {
        if (isPut(name)) throw new Error('the process dies');
      },
    };
    await scene.do(scene.duties.check(), dies);
  };
  beforeEach(async () => {
    scene.row('Q-1', DANA, { amount: '500' });
    scene.row('Q-2', DANA, { amount: '9000' });
    untilNine();
    await scene.do(scene.duties.sync());
    await crashedCheck();
    expect([scene.actions('Q-1'), scene.actions('Q-2')]).toEqual([['QuoteListed'], ['QuoteListed', 'MovePlanned']]);
  });

  test.each([
    ['closed', () => change('Q-2', { Status: 'won' })],
    ['moved to another contact', () => change('Q-2', { 'Contact email': 'lee@eastwind.example' })],
    ['refused', () => change('Q-2', { Amount: 'a lot' })],
    [
      'gone',
      () => {
        scene.sim.sheet.rows = scene.sim.sheet.rows.filter(row => row['Quote number'] !== 'Q-2');
      },
    ],
  ])('holds when the check crashed and the first quote’s row is %s before it runs again', async (_, act) => {
    act();
    await scene.do(scene.duties.sync());
    await scene.do(scene.duties.check());
    expect(scene.actions('~period/check/2026-11-25/all')).toEqual(['DayChecked']);
    expect(scene.actions('Q-1')).toEqual(['QuoteListed']);
  });
});

describe('a check that loses the race for its plan', () => {
  const planWhile = async (cells: Partial<SheetRow>): Promise<void> => {
    scene.row('Q-1', DANA);
    untilNine();
    await scene.do(scene.duties.sync());
    const meanwhile = async (): Promise<void> => {
      change('Q-1', cells);
      await syncNow();
    };
    await scene.do(scene.duties.check(), beforeFirst(isAppend, meanwhile));
  };

  test('plans the step, the days and the owner of the row that came meanwhile', async () => {
    await planWhile({ 'Date sent': '2026-11-20', 'Date expires': '2026-11-26', Owner: 'sam@harbourline.example' });
    const [planned] = dataOf(logOf('Q-1'), 'MovePlanned');
    expect(planned).toMatchObject({
      move: 'last_call',
      daysSinceSent: 5,
      daysToExpiry: 1,
      owner: 'sam@harbourline.example',
      factsHash: (await stateOf('Q-1')).facts?.factsHash,
    });
  });

  test('plans nothing for a contact whose turn it never asked about', async () => {
    await planWhile({ 'Contact email': 'lee@eastwind.example' });
    expect(scene.actions('Q-1')).toEqual(['QuoteListed', 'QuoteRevised']);
  });

  test('plans nothing for a quote that cannot be reached before its new expiry', async () => {
    await planWhile({ 'Date expires': '2026-11-24' });
    expect(scene.actions('Q-1')).not.toContain('MovePlanned');
  });
});
