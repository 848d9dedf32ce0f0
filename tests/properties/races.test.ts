import * as fc from 'fast-check';
import * as E from 'fp-ts/lib/Either.js';
import { describe, expect, test } from 'vitest';
import { stop, takeDay } from '../../src/aggregates/contact.ts';
import { approveDraft, cancelApproval, editDraft } from '../../src/aggregates/quote/draft.ts';
import { holdQuote } from '../../src/aggregates/quote/hold.ts';
import { closeQuote } from '../../src/aggregates/quote/outcome.ts';
import { receiveReply } from '../../src/aggregates/quote/reply.ts';
import { chainFaults } from '../../src/event-store/hash-chain.ts';
import type { StoredEvent } from '../../src/events/stored-event.ts';
import { referenceOf } from '../../src/kernel/references.ts';
import { checkDay } from '../../src/workflows/daily-check/check-day.ts';
import type { Dependencies } from '../../src/workflows/dependencies.ts';
import { sendApproved } from '../../src/workflows/nudges/send-nudge.ts';
import { decideContact, decideQuote, loadQuote } from '../../src/workflows/quotes.ts';
import { Scene } from '../simulation/cut-off.ts';
import { depsOver } from '../support/deps.ts';
import { inTurns, race, racingWorld } from '../support/in-turns.ts';
import { inMemory } from '../support/memory.ts';

const DANA = 'dana@northwind.example';
const LEE = 'lee@eastwind.example';
const CONTACT = referenceOf(new Uint8Array(32).fill(9), DANA);
const MINUTE = 60_000;

const field = ({ data }: StoredEvent, name: string): unknown => {
  const fields: Readonly<Record<string, unknown>> = typeof data === 'object' ? { ...data } : {};
  return fields[name];
};

const wholeChains = ({ log }: Pick<Scene, 'log'>): void => {
  for (const events of Map.groupBy(log, ({ quote_id }) => quote_id).values()) expect(chainFaults(events)).toEqual([]);
};

describe('appends that race on one stream', () => {
  test('P2 P7 each day of a contact goes to one draft; who was told so stands in the log, the others were refused', async () => {
    const asks = fc.array(
      fc.record({
        date: fc.constantFrom('2026-03-02', '2026-03-03', '2026-03-04'),
        draftId: fc.constantFrom('d1', 'd2', 'd3'),
      }),
      { minLength: 2, maxLength: 6 },
    );
    await fc.assert(
      fc.asyncProperty(asks, fc.scheduler(), async (asked, scheduler) => {
        const { store, keys, close } = inMemory();
        const deps = depsOver({ store: inTurns(scheduler, 'store', store), keys });
        const told: { readonly ask: string; readonly appended: string | null | 'refused' }[] = [];
        const runners = asked.map(({ date, draftId }) => async () => {
          const decide = { actor: { system: 'test' }, decide: takeDayOf(date, draftId) } as const;
          const result = await decideContact(deps, 'c1', decide);
          const appended = E.isLeft(result) ? 'refused' : (result.right.events[0]?.event_id ?? null);
          told.push({ ask: `${date} ${draftId}`, appended });
        });
        await race(scheduler, runners);
        const log = await store.read('~contact/c1');
        close();
        const holders = log.map(event => `${field(event, 'date')} ${field(event, 'draftId')}`);
        expect(chainFaults(log)).toEqual([]);
        expect(log.map(({ version }) => version)).toEqual(log.map((_, i) => i + 1));
        expect(new Set(log.map(event => field(event, 'date'))).size).toBe(log.length);
        expect(
          told
            .map(({ appended }) => appended)
            .filter(id => id?.startsWith('~'))
            .sort(),
        ).toEqual(log.map(({ event_id }) => event_id).sort());
        for (const { ask, appended } of told)
          expect([ask, appended !== 'refused']).toEqual([ask, holders.includes(ask)]);
      }),
      { numRuns: 150 },
    );
  });
});

const takeDayOf = (date: string, draftId: string) => (state: Parameters<typeof takeDay>[0]) =>
  takeDay(state, { date, quoteId: 'Q-1', draftId });

/** A morning on which one draft is in its owner's inbox. */
const asked = async (): Promise<Scene> => {
  const scene = new Scene();
  scene.row('Q-1', DANA);
  await scene.check();
  return scene;
};

/** How many turns each lets pass before it begins. */
const lateness = fc.array(fc.integer({ min: 0, max: 12 }), { minLength: 6, maxLength: 6 });

type Doing = (world: Dependencies, scene: Scene) => Promise<unknown>;

const decides =
  (decide: (now: { readonly day: string }) => Parameters<typeof decideQuote>[2]['decide']): Doing =>
  (world, { sim }) =>
    decideQuote(world, 'Q-1', { actor: { user: 'priya@harbourline.example' }, decide: decide({ day: sim.today }) });

const approves =
  (textHash: string, quote = 'Q-1'): Doing =>
  (world, { sim }) =>
    decideQuote(world, quote, {
      actor: { user: 'priya@harbourline.example' },
      decide: state =>
        approveDraft(
          state,
          {
            draftId: 'd1',
            textHash,
            seenHash: '',
            sendAfter: new Date(sim.now).toISOString(),
            tokenHash: null,
            secondsAfterMailing: null,
          },
          { address: '', agent: '' },
        ),
    });

const textOf = async ({ sim }: Scene, quote = 'Q-1'): Promise<string> =>
  (await loadQuote(sim.outside, quote)).state.draft?.textHash ?? '';

const edits = (basedOn: string, textHash: string): Doing =>
  decides(() => state => editDraft(state, { draftId: 'd1', textHash, basedOn }, { subject: 'Edited', text: textHash }));

const cancels = decides(() => state => cancelApproval(state, { draftId: 'd1' }));
const sends: Doing = world => sendApproved(world, 'Q-1');
const answers = decides(
  ({ day }) =>
    state =>
      receiveReply(
        state,
        {
          replyId: 'in1',
          how: 'sender',
          senderRef: CONTACT,
          fromContact: true,
          authenticated: true,
          day,
          bodyKey: 'inbound/in1.eml',
        },
        { from: DANA, subject: 'Re' },
      ),
);
const wins = decides(() => state => closeQuote(state, { outcome: 'won', note: null }));
const holds = decides(() => state => holdQuote(state, 'rep', null, null));
const stops: Doing = (world, { sim }) =>
  decideContact(world, CONTACT, {
    actor: { system: 'test' },
    decide: state => stop(state, { day: sim.today, source: 'in2' }),
  });

describe('people, customers and senders that meet over one draft', () => {
  test('P1 of approvals, edits, a change of mind and senders at once, what leaves is the text that was approved', async () => {
    let left = 0;
    const chosen = fc.oneof(
      fc.shuffledSubarray(['first', 'edit', 'second', 'cancel', 'send', 'late'], { minLength: 3 }),
      fc.constant(['approved before', 'send', 'cancel']),
    );
    await fc.assert(
      fc.asyncProperty(chosen, lateness, fc.scheduler(), async (names, lateBy, scheduler) => {
        const scene = await asked();
        const read = await textOf(scene);
        const acts: Readonly<Record<string, Doing>> = {
          first: approves(read),
          edit: edits(read, 'another text'),
          second: approves('another text'),
          cancel: cancels,
          send: sends,
          late: sends,
        };
        const world = racingWorld(scheduler, scene.sim.outside);
        if (names.includes('approved before')) await approves(read)(scene.sim.outside, scene);
        await race(
          scheduler,
          names.map(name => async () => acts[name]?.(world, scene)),
          lateBy,
        );
        await sendApproved(scene.sim.outside, 'Q-1');
        wholeChains(scene);
        expect(scene.nudges.length).toBeLessThanOrEqual(1);
        left += scene.nudges.length;
        for (const { mail, logLength } of scene.nudges) {
          const before = scene.log.slice(0, logLength).filter(({ quote_id }) => quote_id === 'Q-1');
          const decided = before.findLast(({ action }) => /^(DraftApproved|ApprovalCancelled)$/.test(action));
          expect(decided?.action).toBe('DraftApproved');
          expect(mail.text.startsWith('another text\n')).toBe(decided && field(decided, 'textHash') === 'another text');
        }
      }),
      { numRuns: 60 },
    );
    expect(left).toBeGreaterThan(10);
  });

  test('P2 P3 of two sends, an answer, a stop, a close, a hold and a change of mind at once, one nudge leaves at most and none after them', async () => {
    let left = 0;
    const ends = { answers, wins, holds, cancels, stops };
    const all = ['answers', 'wins', 'holds', 'cancels', 'stops'] as const;
    const one = fc.constantFrom(...all, 'stops', 'stops').map(name => [name]);
    const chosen = fc.oneof({ weight: 1, arbitrary: fc.shuffledSubarray([...all]) }, { weight: 3, arbitrary: one });
    await fc.assert(
      fc.asyncProperty(chosen, lateness, fc.scheduler(), async (names, lateBy, scheduler) => {
        const scene = await asked();
        await approves(await textOf(scene))(scene.sim.outside, scene);
        const approvedAt = scene.log.length;
        const world = racingWorld(scheduler, scene.sim.outside);
        await race(
          scheduler,
          [sends, sends, ...names.map(name => ends[name])].map(act => () => act(world, scene)),
          [0, ...lateBy],
        );
        wholeChains(scene);
        const since = scene.log.slice(approvedAt);
        const first = (action: string): number => since.findIndex(event => event.action === action);
        const claimed = first('SendClaimed');
        const against = ['ReplyReceived', 'QuoteClosed', 'QuoteHeld', 'ApprovalCancelled'].filter(
          action => first(action) >= 0 && (claimed < 0 || first(action) < claimed),
        );
        if (claimed >= 0) expect(against).toEqual([]);
        const stopped = first('ContactStopped') >= 0 && (claimed < 0 || first('ContactStopped') < claimed);
        expect(scene.nudges.length).toBeLessThanOrEqual(claimed < 0 || stopped ? 0 : 1);
        if (names.length === 0) expect(scene.nudges).toHaveLength(1);
        left += scene.nudges.length;
        const reply = since[first('ReplyReceived')];
        if (reply) {
          const before = since.slice(0, since.indexOf(reply)).map(({ action }) => action);
          const last = before.findLast(action => /^(SendClaimed|ClaimReturned|NudgeSent)$/.test(action));
          expect(field(reply, 'leaving')).toBe(last === 'SendClaimed');
        }
      }),
      { numRuns: 100 },
    );
    expect(left).toBeGreaterThan(15);
  });

  test('P5 of two quotes of one contact sent at once, one leaves on that day and the other is put off', async () => {
    const days = fc.array(fc.constantFrom('Q-1', 'Q-2'), { maxLength: 2 }).map(more => ['Q-1', 'Q-2', ...more]);
    await fc.assert(
      fc.asyncProperty(days, fc.scheduler(), async (quotes, scheduler) => {
        const scene = new Scene();
        scene.row('Q-1', DANA);
        scene.row('Q-2', DANA, { amount: '900' });
        await scene.check();
        scene.sim.pass(24 * 60 * MINUTE);
        await scene.check();
        for (const quote of ['Q-1', 'Q-2']) await approves(await textOf(scene, quote), quote)(scene.sim.outside, scene);
        const world = racingWorld(scheduler, scene.sim.outside);
        await race(
          scheduler,
          quotes.map(quote => () => sendApproved(world, quote)),
        );
        wholeChains(scene);
        expect(scene.nudges).toHaveLength(1);
        expect(scene.log.filter(({ action }) => action === 'ContactDayTaken')).toHaveLength(1);
        expect(scene.log.filter(({ action }) => action === 'SendClaimed')).toHaveLength(1);
        expect(scene.log.map(({ action }) => action)).toContain('SendDeferred');
      }),
      { numRuns: 40 },
    );
  });
});

describe('checks of one day that race', () => {
  const morning = async (): Promise<Scene> => {
    const scene = new Scene();
    scene.row('Q-1', DANA, { amount: '500' });
    scene.row('Q-2', DANA, { amount: '9000' });
    scene.row('Q-3', LEE);
    scene.row('Q-4', LEE, { amount: '100', expires: '2026-11-24' });
    scene.sim.pass(60 * MINUTE);
    await scene.do(scene.duties.sync());
    return scene;
  };
  const done = ({ log }: Scene): readonly string[] =>
    log.map(event => `${event.event_id} ${event.action} ${field(event, 'move') ?? ''}`).sort();

  test('P9 two or three at once do what one does, and one more adds nothing', async () => {
    const one = await morning();
    await checkDay(one.sim.outside);
    const wanted = done(one);
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 2, max: 3 }), fc.scheduler(), async (checks, scheduler) => {
        const scene = await morning();
        const world = racingWorld(scheduler, scene.sim.outside);
        await race(
          scheduler,
          Array.from({ length: checks }, () => () => checkDay(world)),
        );
        wholeChains(scene);
        expect(done(scene)).toEqual(wanted);
        await checkDay(scene.sim.outside);
        expect(done(scene)).toEqual(wanted);
      }),
      { numRuns: 40 },
    );
  });
});
