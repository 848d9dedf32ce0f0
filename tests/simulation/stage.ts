import { parse } from 'csv-parse/sync';
import { Customers } from './customers.ts';
import { Desk } from './desk.ts';
import type { Dice } from './dice.ts';
import { Duties, type Work } from './duties.ts';
import { type Faults, noFaults } from './machine.ts';
import { type Observer, observe } from './observer.ts';
import type { Handed } from './post.ts';
import { type Mood, type SimWorld, WELL } from './sim-world.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

export const AS_USUAL = { none: 56, crash: 18, unwell: 10, stall: 8, behind: 4, lies: 4, sheetRefuses: 4 };
/** Where most is at stake most goes wrong. */
export const AROUND_A_SEND = { none: 30, crash: 35, unwell: 10, stall: 25, behind: 0, lies: 0, sheetRefuses: 0 };
export const MODEL_AT_WORK = { none: 45, crash: 12, unwell: 8, stall: 5, behind: 5, lies: 25, sheetRefuses: 0 };
export const SHEET_AT_WORK = { none: 45, crash: 12, unwell: 8, stall: 5, behind: 5, lies: 0, sheetRefuses: 25 };
type Chances = typeof AS_USUAL;

export interface NudgeHour {
  readonly nudge: Handed;
  readonly allowed: boolean;
  readonly paused: boolean;
  readonly iso: string;
  readonly day: string;
  readonly cap: number;
  readonly gap: number;
}

/** What a simulation is played on: the system, the people and customers around it, and the one who looks on. */
export class Stage {
  readonly dice: Dice;
  readonly sim: SimWorld;
  readonly desk: Desk;
  readonly customers: Customers;
  readonly duties: Duties;
  readonly observer: Observer;
  readonly story: string[] = [];
  /** Nothing is made to fail in the act that is being played, and nothing runs beside it. */
  calm = false;
  /** Days that went by times quotes that stood in the sheet then. */
  quoteDays = 0;
  /** Each nudge with what was allowed at its moment, by the settings of then. */
  readonly hours: NudgeHour[] = [];
  #day: string;
  #copy = '';

  /** Many quotes and many people: between two runs of a schedule more happens. */
  readonly isLarge: boolean;

  constructor(dice: Dice, sim: SimWorld, isLarge: boolean) {
    this.isLarge = isLarge;
    this.dice = dice;
    this.sim = sim;
    this.desk = new Desk(sim);
    this.customers = new Customers(sim);
    this.duties = new Duties(sim);
    this.observer = observe(sim, line => this.tell(line));
    this.#day = sim.today;
  }

  get counts(): Map<string, number> {
    return this.sim.truth.counts;
  }

  /** Does the works side by side, in an order that the dice say, until each has ended or the process has died. */
  async do(works: readonly Work[], faults: Faults = this.faults(AS_USUAL)): Promise<void> {
    const { sim } = this;
    sim.truth.beginRun(sim.durable.log.length);
    sim.mood = faults.mood ?? WELL;
    const quiet = faults.crash === null && faults.unwellPercent === 0;
    // Alone a task’s own calls come in an order of their own, as a rule; now and then in any there is.
    const direct = works.length === 1 && this.dice.percent(85);
    const ran = await sim.machine.run(
      works.map(({ task }) => task),
      { ...faults, direct },
    );
    sim.mood = WELL;
    const ends = ran.results.map(({ status }) => (status === 'fulfilled' ? 'ok' : 'failed'));
    this.tell(`${works.map(({ what }) => what).join(' | ')}: ${ran.crashed ? 'crash' : ends.join()}`);
    if (ran.crashed) this.count('the process died');
    if (works.length > 1) this.count('side by side');
    for (const [index, result] of ran.results.entries()) {
      const work = works[index];
      if (result.status === 'rejected') this.observer.failed(work?.what ?? '', result.reason, quiet);
      else {
        work?.done?.();
        if (work?.what === 'check') await this.#checked(result.value);
      }
    }
    await this.#lookAtCopy();
    this.observer.look();
    this.#noteHours();
    this.#countDays();
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

  faults(chances: Chances): Faults {
    if (this.calm) return noFaults;
    const { dice } = this;
    const kind = dice.weighted(chances);
    return {
      crash:
        kind === 'crash'
          ? { atCall: 1 + dice.below(dice.percent(50) ? 25 : 90), phase: dice.percent(50) ? 'before' : 'after' }
          : null,
      unwellPercent: kind === 'unwell' ? 8 : 0,
      stallPercent: kind === 'stall' ? 8 : 0,
      mood: MOODS[kind]?.(dice) ?? WELL,
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
    this.story.push(`${new Date(this.sim.now).toISOString().slice(0, 16)} ${line}`);
  }

  count(what: string): void {
    this.sim.truth.count(what);
  }

  /** What the system’s own copy of the sheet says, read as any stranger would who finds it. */
  async #lookAtCopy(): Promise<void> {
    const copy = await this.sim.durable.objects.get('quotes-source', 'manifest.json');
    if (copy === null || copy.version === this.#copy) return;
    this.#copy = copy.version;
    const { tabs } = JSON.parse(new TextDecoder().decode(copy.body));
    if (typeof tabs?.quotes !== 'string') return;
    const rows: readonly Readonly<Record<string, string>>[] = parse(tabs.quotes, { columns: true, bom: true });
    this.sim.sheet.wasCopied(new Map(rows.map(row => [row.quote_id ?? '', row.status ?? ''])));
  }

  #noteHours(): void {
    const { post, paper, settings } = this.sim;
    for (const nudge of post.nudges.slice(this.hours.length)) {
      const { nudgeCap: cap, minGapDays: gap, paused } = settings.config;
      const [allowed, iso, day] = [paper.allows(nudge.at), paper.iso(nudge.at), paper.dateOf(nudge.at)];
      this.hours.push({ nudge, allowed, paused, iso, day, cap, gap });
    }
  }

  #countDays(): void {
    const { today, sheet } = this.sim;
    if (today <= this.#day) return;
    const days = Math.round((Date.parse(today) - Date.parse(this.#day)) / DAY);
    this.quoteDays += days * sheet.rows.length;
    this.#day = today;
  }

  /** A second run of a day that ended adds nothing. A machine that slept may have ended the day before’s. */
  async #checked(value: unknown): Promise<void> {
    this.count('a day was checked');
    if (typeof value !== 'object' || value === null || !('checked' in value) || value.checked !== this.sim.today)
      return;
    this.duties.noteChecked();
    this.duties.lastCheckWasFirst = 'already' in value && value.already === false;
    if (!this.calm && this.dice.percent(25))
      await this.observer.nothingHappens('P9', 'the check of a day that ended', async () => {
        this.sim.truth.beginRun(this.sim.durable.log.length);
        await this.sim.machine.run([this.duties.check().task], noFaults);
      });
  }
}

const MOODS: Readonly<Partial<Record<keyof Chances, (dice: Dice) => Mood>>> = {
  behind: dice => ({ ...WELL, staleIndex: 1 + dice.below(12) }),
  lies: () => ({ ...WELL, lies: 60 }),
  sheetRefuses: () => ({ ...WELL, sheetRefuses: 60 }),
};
