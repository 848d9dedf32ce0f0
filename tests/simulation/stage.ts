import { Customers } from './customers.ts';
import { Desk } from './desk.ts';
import type { Dice } from './dice.ts';
import { Duties, type Work } from './duties.ts';
import { type Faults, noFaults } from './machine.ts';
import { type Observer, observe } from './observer.ts';
import type { SimWorld } from './sim-world.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

export const AS_USUAL = { none: 60, crash: 20, unwell: 10, stall: 10 };
/** Where most is at stake most goes wrong. */
export const AROUND_A_SEND = { none: 30, crash: 35, unwell: 10, stall: 25 };

/** What a simulation is played on: the system, the people and customers around it, and the one who looks on. */
export class Stage {
  readonly dice: Dice;
  readonly sim: SimWorld;
  readonly desk: Desk;
  readonly customers: Customers;
  readonly duties: Duties;
  readonly observer: Observer;
  readonly story: string[] = [];
  /** How often what happened: a run in which nothing happens proves nothing. */
  readonly counts = new Map<string, number>();

  constructor(dice: Dice, sim: SimWorld) {
    this.dice = dice;
    this.sim = sim;
    this.desk = new Desk(sim);
    this.customers = new Customers(sim);
    this.duties = new Duties(sim);
    this.observer = observe(sim, line => this.tell(line));
  }

  /** Does the works side by side, in an order that the dice say, until each has ended or the process has died. */
  async do(works: readonly Work[], faults: Faults = this.faults(AS_USUAL)): Promise<void> {
    const quiet = faults.crash === null && faults.unwellPercent === 0;
    const tasks = works.map(({ task }) => task);
    const ran = await this.sim.machine.run(tasks, faults);
    const ends = ran.results.map(({ status }) => (status === 'fulfilled' ? 'ok' : 'failed'));
    this.tell(`${works.map(({ what }) => what).join(' | ')}: ${ran.crashed ? 'crash' : ends.join()}`);
    if (ran.crashed) this.count('crash');
    for (const [index, result] of ran.results.entries()) {
      const what = works[index]?.what ?? '';
      if (result.status === 'rejected') this.observer.failed(what, result.reason, quiet);
      else if (what === 'check') await this.#checked(result.value);
    }
    this.observer.look();
  }

  /** Lets streams and bus deliver everything they hold, with nothing in the way. */
  async drain(): Promise<void> {
    for (;;) {
      const { duties } = this;
      const work = duties.behind('publisher')
        ? duties.feed('publisher')
        : duties.behind('projector')
          ? duties.feed('projector')
          : duties.bus();
      if (!work) return;
      await this.do([work], noFaults);
    }
  }

  faults(chances: Readonly<Record<'none' | 'crash' | 'unwell' | 'stall', number>>): Faults {
    const { dice } = this;
    const kind = dice.weighted(chances);
    return {
      crash:
        kind === 'crash'
          ? { atCall: 1 + dice.below(dice.percent(50) ? 25 : 90), phase: dice.percent(50) ? 'before' : 'after' }
          : null,
      unwellPercent: kind === 'unwell' ? 8 : 0,
      stallPercent: kind === 'stall' ? 8 : 0,
    };
  }

  untilNine(): number {
    const { paper, now, today } = this.sim;
    const nine = paper.at(today, 9 * 60);
    if (nine > now) return nine - now;
    const tomorrow = paper.dateOf(paper.at(today, 12 * 60) + DAY);
    return paper.at(tomorrow, 9 * 60) - now;
  }

  tell(line: string): void {
    this.story.push(`${new Date(this.sim.now).toISOString().slice(5, 16)} ${line}`);
  }

  count(what: string): void {
    this.counts.set(what, (this.counts.get(what) ?? 0) + 1);
  }

  /** A second run of a day that ended adds nothing. A machine that slept may have ended the day before’s. */
  async #checked(value: unknown): Promise<void> {
    this.count('checked');
    if (typeof value !== 'object' || value === null || !('checked' in value) || value.checked !== this.sim.today)
      return;
    this.duties.noteChecked();
    if (this.dice.percent(50))
      await this.observer.nothingHappens('P9', 'the check of a day that ended', async () => {
        await this.sim.machine.run([this.duties.check().task], noFaults);
      });
  }
}
