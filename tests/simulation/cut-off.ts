import * as E from 'fp-ts/lib/Either.js';
import { decodeConfig } from '../../src/config/decode-config.ts';
import type { StoredEvent } from '../../src/events/stored-event.ts';
import { sender } from '../../src/handlers/sender.ts';
import { Desk } from './desk.ts';
import { diceOf } from './dice.ts';
import { Duties, type Work } from './duties.ts';
import { type CrashPoint, type Faults, noFaults, type Ran } from './machine.ts';
import { isNudge } from './post.ts';
import { RULES } from './setting.ts';
import { REPS } from './sheet.ts';
import { ADMIN, SimWorld } from './sim-world.ts';

const MINUTE = 60_000;

/** A small business on a Wednesday morning whose services are well: what goes wrong, the test says. */
export class Scene {
  readonly sim: SimWorld;
  readonly desk: Desk;
  readonly duties: Duties;

  constructor() {
    const config = decodeConfig({
      timezone: 'Asia/Singapore',
      currency: 'SGD',
      admin: ADMIN,
      company_domains: ['harbourline.example'],
      known_reps: REPS,
    });
    if (E.isLeft(config)) throw new Error(config.left.join());
    this.sim = new SimWorld(diceOf(1), { config: config.right, start: '2026-11-25', rules: RULES[0] });
    this.sim.post.calm();
    this.desk = new Desk(this.sim);
    this.duties = new Duties(this.sim);
  }

  row(number: string, contact: string, { amount = '1200', sent = '2026-11-23', expires = '2026-12-20' } = {}): void {
    this.sim.sheet.rows.push({
      'Quote number': number,
      Customer: `Customer ${number}`,
      'Contact email': contact,
      Amount: amount,
      Currency: 'SGD',
      'Date sent': sent,
      'Date expires': expires,
      Owner: REPS[0] ?? '',
      Team: '',
      'PDF link': '',
      'Cadence override': '',
      Status: '',
    });
  }

  async do(work: Work, faults: Faults = noFaults): Promise<Ran> {
    const ran = await this.sim.machine.run([work.task], faults);
    if (faults === noFaults) for (const result of ran.results) if (result.status === 'rejected') throw result.reason;
    return ran;
  }

  /** Everything that streams and bus still have to deliver. */
  async drain(): Promise<void> {
    for (;;) {
      const work = this.duties.behind('publisher')
        ? this.duties.feed('publisher')
        : this.duties.behind('projector')
          ? this.duties.feed('projector')
          : this.duties.bus();
      if (!work) return;
      await this.do(work);
    }
  }

  /** Drafts are written; the day's mail that carries them is still to come. */
  async check(): Promise<void> {
    this.sim.pass(this.sim.paper.at(this.sim.today, 9 * 60) - this.sim.now);
    await this.do(this.duties.sync());
    await this.do(this.duties.check());
    await this.drain();
  }

  async dayMail(): Promise<void> {
    await this.do(this.duties.sweep());
    await this.drain();
  }

  /** Presses a button of the newest page that letters of these kinds lead to. */
  async decide(kinds: readonly string[], act: string): Promise<void> {
    await this.sim.machine.run([() => this.desk.open(this.desk.links(kinds).at(-1) ?? '')]);
    await this.do(this.press(act));
  }

  press(act: string): Work {
    const tab = this.desk.tabs.at(-1);
    if (!tab) throw new Error('no page is open');
    return { what: act, task: () => this.desk.press(tab, act) };
  }

  /** The two minutes are over and the one-off wakes the sender. */
  send(): Work {
    this.sim.pass(2 * MINUTE + 1000);
    const [, due] = [...this.sim.durable.oneOffs][0] ?? [];
    if (!due) throw new Error('nothing is approved');
    const { world } = this.sim;
    return { what: 'send', task: () => sender(world)(due.payload) };
  }

  /** A quarter of an hour later nothing fails any more: what was left half done is finished. */
  async recover(rounds = 2): Promise<void> {
    for (let round = 0; round < rounds; round++) {
      this.sim.pass(16 * MINUTE);
      await this.do(this.duties.sync());
      await this.drain();
      await this.do(this.duties.sweep());
      await this.drain();
    }
  }

  get nudges() {
    return this.sim.post.handed.filter(isNudge);
  }

  letters(kind: string) {
    return this.sim.post.handed.filter(({ mail, left }) => left && mail.tags?.kind === kind);
  }

  actions(stream: string): readonly string[] {
    return this.sim.durable.log.filter(({ quote_id }) => quote_id === stream).map(({ action }) => action);
  }

  get log(): readonly StoredEvent[] {
    return this.sim.durable.log;
  }
}

/**
 * Which calls of a story are tried. All of them take long, so by default it is every third, and always the first and the
 * last one; `QF_CUT_OFF=everywhere` leaves none out.
 */
const tried = (calls: number): readonly number[] => {
  const all = Array.from({ length: calls }, (_, i) => i + 1);
  return process.env.QF_CUT_OFF === 'everywhere' ? all : all.filter(at => at % 3 === 1 || at === calls);
};

/** The same story again and again, each time cut off at another call, before its effect and after it. */
export const cutOffEverywhere = async (
  begin: () => Promise<{ readonly scene: Scene; readonly work: Work }>,
  then: (scene: Scene, point: CrashPoint) => Promise<void>,
): Promise<number> => {
  const whole = await begin();
  const { calls } = await whole.scene.do(whole.work);
  for (const atCall of tried(calls)) {
    for (const phase of ['before', 'after'] as const) {
      const { scene, work } = await begin();
      const { crashed } = await scene.do(work, { ...noFaults, crash: { atCall, phase } });
      if (!crashed) throw new Error(`call ${atCall} of ${calls} was never made`);
      await then(scene, { atCall, phase });
    }
  }
  return calls;
};

/** The same story, with something happening elsewhere before each of its calls. Gives the name of the call with it. */
export const interruptEverywhere = async (
  begin: () => Promise<{ readonly scene: Scene; readonly work: Work }>,
  meanwhile: (scene: Scene) => Promise<void> | void,
  then: (scene: Scene, call: { readonly number: number; readonly name: string }) => Promise<void>,
): Promise<number> => {
  const whole = await begin();
  const { calls } = await whole.scene.do(whole.work);
  for (const at of tried(calls)) {
    const { scene, work } = await begin();
    let name = '';
    await scene.do(work, {
      ...noFaults,
      meanwhile: async (call, called) => {
        if (call !== at) return;
        name = called;
        await meanwhile(scene);
      },
    });
    await then(scene, { number: at, name });
  }
  return calls;
};
