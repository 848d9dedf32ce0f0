import { afterEach, describe, expect, test } from 'vitest';
import { DayChecked } from '../../src/events/other-events.ts';
import { upcasters } from '../../src/events/upcast.ts';
import { e2eEngines } from '../support/e2e-engines.ts';
import { appendOfNewerRelease, NEWER } from '../support/newer-release.ts';
import { ADMIN, PRIYA, type Running, runSystem, WEDNESDAY_NINE } from '../support/running-system.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const TUESDAY_NINE = WEDNESDAY_NINE - DAY;
const row = (number: string, amount = 4800): string =>
  `${number},Firm of ${number},contact@${number.toLowerCase()}.example,${amount},SGD,2026-11-22,2026-12-22,${PRIYA},,https://files.harbourline.example/${number}.pdf,,`;
const ROWS = ['Q-1', 'Q-2', 'Q-3'].map(number => row(number));

let running: Running | undefined;
afterEach(async () => {
  for (const shape of Object.keys(upcasters)) if (shape.startsWith(NEWER)) Reflect.deleteProperty(upcasters, shape);
  const stopping = running;
  running = undefined;
  await stopping?.stop();
});

const begin = async (options: Parameters<typeof runSystem>[1]): Promise<Running> => {
  running = await runSystem(ROWS, { startAt: TUESDAY_NINE, ...options });
  return running;
};

const rollBack = (run: Running, stream: string): Promise<void> =>
  appendOfNewerRelease(run.system.runtime().world.store, stream, new Date(run.now()));

/** What the program says of the streams it cannot read; anything else is an error of its own. */
const alarms = (run: Running): readonly string[] => {
  const taken = run.errors.splice(0);
  expect(taken.filter(line => !line.startsWith('UnknownEvent '))).toEqual([]);
  return taken;
};

const actionsOf = async (run: Running, stream: string) => (await run.events(stream)).map(({ action }) => action);
const lettersTo = async (run: Running, to: string, kind: string) =>
  (await run.outbox()).filter(entry => entry.to.includes(to) && entry.kind === kind).map(({ message }) => message.text);
const checked = async (run: Running, day: string) => {
  const events = await run.system.runtime().engine.store.read(`~period/check/${day}/all`);
  const closing = events.find(({ action }) => action === DayChecked.name);
  return DayChecked.data.is(closing?.data) ? closing.data : null;
};

for (const engine of e2eEngines) {
  describe(`a stream that this release cannot read, on ${engine.name}`, () => {
    test('a quote: the day goes on for all others, ends with its name, and the admin is told once', async () => {
      const run = await begin({ engine: engine.kind });
      await rollBack(run, 'Q-1');
      await run.advance(DAY);
      expect((await checked(run, '2026-11-25'))?.quotes).toMatchObject({
        unreadable: ['Q-1'],
        first_nudge: ['Q-2', 'Q-3'],
      });
      expect(await actionsOf(run, 'Q-2')).toContain('DraftMailed');
      expect((await actionsOf(run, 'Q-1')).at(-1)).toBe(NEWER);
      expect(alarms(run)).not.toEqual([]);
      await run.advance(DAY);
      alarms(run);
      const told = await lettersTo(run, ADMIN, 'unreadable');
      expect(told).toHaveLength(1);
      expect(told[0]).toContain('Q-1');
      expect(told[0]).not.toContain('Q-2');
    });
  });
}
