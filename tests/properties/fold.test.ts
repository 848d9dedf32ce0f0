import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { displayContact, evolveContact, initialContact } from '../../src/aggregates/contact.ts';
import { fold } from '../../src/aggregates/quote/evolve.ts';
import { initialQuote } from '../../src/aggregates/quote/state.ts';
import { displayQuote } from '../../src/aggregates/quote/summarize.ts';
import { daysBetween } from '../../src/kernel/local-date.ts';
import * as acts from '../support/given.ts';
import { PaperQuoteLog } from '../support/paper-quote-log.ts';
import { type Act, type Scene, start } from '../support/scene.ts';

interface Real {
  scene: Scene;
}

/** One act on one quote. The laws are asked after each. */
class Acted implements fc.Command<PaperQuoteLog, Real> {
  readonly name: string;
  readonly act: Act;

  constructor(name: string, act: Act) {
    this.name = name;
    this.act = act;
  }

  check(): boolean {
    return true;
  }

  run(model: PaperQuoteLog, real: Real): void {
    const before = real.scene;
    // A state that was handed out is never changed: whoever tries, throws.
    Object.freeze(before.quote);
    Object.freeze(before.contact);
    const after = this.act(before);
    real.scene = after;
    const fresh = after.events.slice(before.events.length);
    replayIsLive(before, after);
    for (const event of fresh) {
      model.happened(event);
      // Shown in words, before and after, whatever the event.
      for (const { quote } of [before, after]) expect(displayQuote(quote, event)).toMatch(/\S/);
    }
    nothingIsSentThatMustNotBe(model, after);
    sameAgainGivesNothing(this, after);
  }

  toString(): string {
    return this.name;
  }
}

const replayIsLive = (before: Scene, after: Scene): void => {
  const fresh = after.events.slice(before.events.length);
  expect(fold(after.events)).toEqual(after.quote);
  expect(fold(fresh, fold(before.events))).toEqual(after.quote);
  expect(after.events.map(({ version }) => version)).toEqual(after.events.map((_, i) => i + 1));
  expect(after.contactEvents.reduce(evolveContact, initialContact)).toEqual(after.contact);
  for (const event of after.contactEvents) expect(displayContact(after.contact, event)).toMatch(/\S/);
};

const sameAgainGivesNothing = ({ name, act }: Acted, after: Scene): void => {
  if (name.startsWith('clock')) return;
  const again = act({ ...after, refused: null, happened: 0 });
  expect({ name, again: again.happened }).toEqual({ name, again: 0 });
  expect(again.quote).toEqual(after.quote);
  expect(again.contact).toEqual(after.contact);
};

/** P2, P3, P5, read off the log itself. */
const nothingIsSentThatMustNotBe = (model: PaperQuoteLog, { quote, setting, contact }: Scene): void => {
  expect(model.claimedWhileResting).toEqual([]);
  expect(new Set(model.sentSteps).size).toBe(model.sentSteps.length);
  expect(model.mostSentInAChain).toBeLessThanOrEqual(setting.nudgeCap);
  for (const [i, day] of model.sentDays.entries()) {
    const before = model.sentDays[i - 1];
    if (before !== undefined) expect(daysBetween(before, day)).toBeGreaterThanOrEqual(setting.minGapDays);
  }
  for (const day of model.sentDays) expect(contact.days[day]?.quoteId).toBe('Q-1');
  expect(quote.answered !== null).toBe(model.answers.size > 0);
  expect(quote.unlabelled).toBe(model.unread.size);
  expect(quote.closed).toBe(model.closed);
  expect(new Set(quote.holds)).toEqual(model.holds);
  expect(quote.expired).toBe(model.expired);
};

const replyIds = fc.constantFrom('r1', 'r2', 'r3');
const labels = fc.constantFrom('accept', 'decline', 'question', 'out-of-office');
const days = fc.integer({ min: 0, max: 50 }).map(day => acts.addDays('2026-03-02', day));
const holds = fc.constantFrom('rep', 'unsure-reply', 'bad-address', 'rep-mail');

const acted = (name: string, act: Act): Acted => new Acted(name, act);
const today =
  (act: (date: string) => Act): Act =>
  scene =>
    act(acts.dateOf(scene))(scene);
const named = (known: Readonly<Record<string, Act>>): fc.Arbitrary<Acted> =>
  fc.constantFrom(...Object.entries(known)).map(([name, act]) => acted(name, act));

const onTheRoad = named({
  written: acts.written,
  approved: acts.approved(),
  cancelled: acts.cancelled,
  skipped: acts.skipped,
  lapsed: acts.lapsed,
  neverDecided: scene => acts.lapsed(acts.later({ days: 8 })(scene)),
  voided: acts.voided(),
  attempted: acts.attempted,
  sent: acts.sent,
  turnedAway: acts.turnedAway,
  throttled: acts.throttled,
  calledUnknown: acts.calledUnknown,
  givenUp: acts.givenUp,
  lateRecord: acts.lateRecord,
});

const stopping = named({
  answeredElsewhere: acts.answeredElsewhere,
  refusedRow: acts.refusedRow,
  vanished: acts.vanished,
  movedToClosedSheet: acts.movedToClosedSheet('lost'),
  complained: acts.complained,
  stopped: acts.stopped,
  won: acts.closed('won'),
  lost: acts.closed('lost'),
});

/** Whatever rests the quote is lifted, one after another. */
const freed: Act = scene => {
  const unread = scene.quote.replies.filter(({ label, dismissed }) => label === null && !dismissed);
  return acts.all(
    acts.writtenBack,
    acts.reopened,
    ...scene.quote.holds.map(reason => acts.holdEnded(reason)),
    acts.writtenBack,
    ...unread.map(({ id }) => acts.dismissed(id)),
    ...(scene.quote.expired ? [acts.revised({ expires: acts.addDays(acts.dateOf(scene), 20) })] : [acts.setTo('open')]),
    acts.lifted,
    today(acts.resumed),
  )(scene);
};

/** The nudge leaves, and the next look at the quote tells where that reached the cap. */
const nudgedAndSeen = (day: string): Act => acts.all(acts.nudgedOn(day), acts.checked(day));

/** Nobody learns what became of a send, a rep gives it up, then it turns out to have arrived, which may reach the cap. */
const astray = (day: string): Act =>
  acts.all(
    acts.offered(day),
    acts.approved(),
    acts.attempted,
    acts.later({ minutes: 11 }),
    acts.calledUnknown,
    acts.givenUp,
    acts.lateRecord,
    acts.checked(day),
  );

const startingAgain = named({
  reopened: acts.reopened,
  writtenBack: acts.writtenBack,
  lifted: acts.lifted,
  rowThere: acts.setTo('open'),
  resumed: today(acts.resumed),
  holdEnded: acts.holdEnded('rep'),
  allDismissed: scene => acts.all(...scene.quote.replies.map(({ id }) => acts.dismissed(id)))(scene),
});

const rows = fc.record({
  sent: fc.integer({ min: 0, max: 25 }).map(day => acts.addDays('2026-03-02', day)),
  expires: fc.option(fc.integer({ min: 10, max: 90 }).map(day => acts.addDays('2026-03-02', day))),
  minor: fc.constantFrom(120_000, 99_900),
});

/** The clock goes on and nudges leave, most of the time; the rest is what comes in between. */
const commands = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.integer({ min: 1, max: 5 }).map(n =>
      acted(
        `clock +${n}d`,
        today(day => acts.on(acts.addDays(day, n), '10:00')),
      ),
    ),
  },
  {
    weight: 3,
    arbitrary: fc.integer({ min: 1, max: 200 }).map(n => acted(`clock +${n} x 20min`, acts.later({ minutes: 20 * n }))),
  },
  { weight: 8, arbitrary: fc.constant(acted('nudged', today(nudgedAndSeen))) },
  {
    weight: 4,
    arbitrary: fc.constant(
      acted(
        'leaving',
        today(day => acts.all(acts.offered(day), acts.approved(), acts.attempted)),
      ),
    ),
  },
  { weight: 3, arbitrary: fc.constant(acted('asked', today(acts.offered))) },
  { weight: 1, arbitrary: fc.constant(acted('astray', today(astray))) },
  { weight: 1, arbitrary: fc.constant(acted('checked', today(acts.checked))) },
  { weight: 8, arbitrary: onTheRoad },
  { weight: 1, arbitrary: stopping },
  { weight: 3, arbitrary: startingAgain },
  { weight: 5, arbitrary: fc.constant(acted('freed', freed)) },
  { weight: 1, arbitrary: fc.integer({ min: 1, max: 3 }).map(n => acted(`mailed ${n}`, acts.mailed(n))) },
  { weight: 1, arbitrary: fc.constantFrom('a', 'b').map(text => acted(`edited ${text}`, acts.edited(text))) },
  { weight: 1, arbitrary: replyIds.map(id => acted(`replied ${id}`, acts.replied(id))) },
  {
    weight: 2,
    arbitrary: fc
      .tuple(replyIds, labels, fc.constantFrom('words', 'person'), fc.option(days))
      .map(([id, label, by, until]) =>
        acted(`labelled ${id} ${label} by ${by} ${until}`, acts.labelled(label, { id, by, until })),
      ),
  },
  {
    weight: 2,
    arbitrary: fc
      .tuple(replyIds, labels)
      .map(([id, label]) => acted(`answered ${id} ${label}`, acts.all(acts.replied(id), acts.labelled(label, { id })))),
  },
  {
    weight: 1,
    arbitrary: fc.tuple(replyIds, fc.option(days)).map(([id, day]) => acted(`taken ${id} ${day}`, acts.taken(id, day))),
  },
  { weight: 1, arbitrary: replyIds.map(id => acted(`dismissed ${id}`, acts.dismissed(id))) },
  { weight: 2, arbitrary: days.map(day => acted(`resumed ${day}`, acts.resumed(day))) },
  { weight: 1, arbitrary: holds.map(reason => acted(`held ${reason}`, acts.held(reason))) },
  { weight: 2, arbitrary: holds.map(reason => acted(`hold ended ${reason}`, acts.holdEnded(reason))) },
  { weight: 2, arbitrary: rows.map(row => acted(`row ${JSON.stringify(row)}`, acts.listed(row))) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(rows, fc.constantFrom('hold', 'won', 'withdrawn'))
      .map(([row, status]) => acted(`row ${JSON.stringify(row)} ${status}`, acts.listed(row, status))),
  },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.constantFrom('hard', 'soft', 'soft'), fc.constantFrom('b1', 'b2', 'b3'))
      .map(([kind, source]) => acted(`bounced ${kind} ${source}`, acts.bounced(kind, source))),
  },
  { weight: 1, arbitrary: days.map(day => acted(`day taken ${day}`, acts.dayTaken(day))) },
);

/** The usual cadence, and two that ask for something nearly every day, one of them for a quote that may be nudged once. */
const settings = fc.constantFrom<Partial<Scene['setting']>>(
  {},
  { cadence: { nudgeDays: [1, 2, 3, 4, 5, 6, 8, 10, 12, 14], lastCallDays: 3 }, minGapDays: 1, nudgeCap: 4 },
  { cadence: { nudgeDays: [1, 2, 3, 4, 5, 6, 8, 10, 12, 14], lastCallDays: null }, minGapDays: 1, nudgeCap: 1 },
);

describe('the fold of a quote and a contact, under any run of commands', () => {
  test('replay is live, prefixes are stable, the same command twice gives nothing; P2, P3, P5 hold in the log', () => {
    fc.assert(
      fc.property(fc.commands([commands], { maxCommands: 80, size: 'max' }), settings, (run, setting) => {
        fc.modelRun(() => {
          const scene = acts.all(acts.where(setting), acts.listed())(start);
          const model = new PaperQuoteLog();
          for (const event of scene.events) model.happened(event);
          return { model, real: { scene } };
        }, run);
      }),
      { numRuns: 150 },
    );
  });

  test('an empty log folds to nothing', () => {
    expect(fold([])).toBe(initialQuote);
  });
});
