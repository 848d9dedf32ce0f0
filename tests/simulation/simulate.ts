import { Customers } from './customers.ts';
import { Desk } from './desk.ts';
import { type Dice, diceOf } from './dice.ts';
import { Duties, type Work } from './duties.ts';
import { type Faults, noFaults } from './machine.ts';
import { type Observer, observe } from './observer.ts';
import { BAD_RULES, BAD_VOICE, RULES, settingOf } from './setting.ts';
import { SimWorld } from './sim-world.ts';

export interface Run {
  readonly seed: number;
  readonly sim: SimWorld;
  readonly desk: Desk;
  readonly customers: Customers;
  readonly duties: Duties;
  readonly story: readonly string[];
  readonly observer: Observer;
  /** How often what happened: a run in which nothing happens proves nothing. */
  readonly counts: ReadonlyMap<string, number>;
}

const MINUTE = 60_000;
const STEPS = 130;

const ACTS = {
  pass: 24,
  toNine: 12,
  duty: 12,
  open: 4,
  press: 34,
  customer: 8,
  edit: 5,
  spoil: 2,
  mend: 4,
  docs: 3,
  meddle: 2,
  rebuild: 1,
} as const;

const AS_USUAL = { none: 60, crash: 20, unwell: 10, stall: 10 };
/** Where most is at stake most goes wrong. */
const AROUND_A_SEND = { none: 30, crash: 35, unwell: 10, stall: 25 };
const isSend = ({ what }: Work): boolean => what.startsWith('one-off');

/** One seeded fortnight of a business whose machines, services and people fail in every way they can. */
export const simulate = async (seed: number): Promise<Run> => {
  const dice = diceOf(seed);
  const sim = new SimWorld(dice.fork(), settingOf(dice));
  const walk = new Walk(seed, dice, sim);
  await walk.begin();
  for (let step = 0; step < STEPS; step++) await walk.step();
  await walk.calm();
  return walk.run;
};

class Walk {
  readonly #dice: Dice;
  readonly #sim: SimWorld;
  readonly #desk: Desk;
  readonly #customers: Customers;
  readonly #duties: Duties;
  readonly #observer: Observer;
  readonly #story: string[] = [];
  readonly #counts = new Map<string, number>();
  readonly #seed: number;

  constructor(seed: number, dice: Dice, sim: SimWorld) {
    this.#seed = seed;
    this.#dice = dice;
    this.#sim = sim;
    this.#desk = new Desk(sim);
    this.#customers = new Customers(sim);
    this.#duties = new Duties(sim);
    this.#observer = observe(sim, line => this.#tell(line));
  }

  get run(): Run {
    return {
      seed: this.#seed,
      sim: this.#sim,
      desk: this.#desk,
      customers: this.#customers,
      duties: this.#duties,
      story: this.#story,
      observer: this.#observer,
      counts: this.#counts,
    };
  }

  async begin(): Promise<void> {
    for (let i = 0; i < 8; i++) this.#sim.sheet.add(this.#sim.today);
    await this.#do([this.#duties.sync()], noFaults);
  }

  async step(): Promise<void> {
    const { pass, ...others } = ACTS;
    const act = this.#dice.weighted({ pass, ...others });
    this.#count(act);
    switch (act) {
      case 'pass':
        this.#pass((1 + this.#dice.below(this.#dice.percent(60) ? 20 : 300)) * MINUTE);
        return this.#due();
      case 'toNine':
        this.#pass(this.#untilNine());
        return this.#due();
      case 'duty':
        return this.#due();
      case 'customer': {
        const mail = (this.#dice.percent(15) && this.#customers.again()) || this.#customers.write();
        return this.#do([mail, ...this.#beside()]);
      }
      case 'open':
        return this.#openSome();
      case 'press':
        return this.#pressSome();
      case 'meddle':
        return this.#meddle();
      default:
        return this.#change(act);
    }
  }

  async #change(act: 'edit' | 'spoil' | 'mend' | 'docs' | 'rebuild'): Promise<void> {
    const { sheet, today } = this.#sim;
    switch (act) {
      case 'edit':
        this.#tell(sheet.change(today));
        return this.#do([this.#duties.sync()]);
      case 'spoil':
        this.#tell(sheet.spoil());
        return this.#observer.badSource('sheet', () => this.#do([this.#duties.sync()]));
      case 'mend':
        sheet.mend(today);
        return this.#do([this.#duties.sync()]);
      case 'docs':
        return this.#editDocs();
      case 'rebuild':
        return this.#do([this.#duties.rebuild(), ...this.#beside()]);
    }
  }

  async #editDocs(): Promise<void> {
    const which = this.#dice.weighted({ rules: 2, badRules: 4, badVoice: 3 });
    this.#tell(which);
    if (which === 'rules') {
      this.#sim.rules = this.#dice.pick(RULES);
      return this.#do([this.#duties.sync()]);
    }
    const kept = { rules: this.#sim.rules, voice: this.#sim.voice };
    if (which === 'badRules') this.#sim.rules = this.#dice.pick(BAD_RULES);
    else this.#sim.voice = this.#dice.pick(BAD_VOICE);
    await this.#observer.badSource(which === 'badRules' ? 'rules' : 'voice', () => this.#do([this.#duties.sync()]));
    if (this.#dice.percent(60)) Object.assign(this.#sim, kept);
  }

  /** Whatever schedules and streams would set going now, some of it late. */
  async #due(): Promise<void> {
    const dice = this.#dice;
    if (dice.percent(80)) await this.#do([this.#duties.sync()]);
    const works: Work[] = [];
    works.push(...this.#duties.oneOffs());
    if (this.#duties.isCheckDue() && dice.percent(85)) {
      const check = this.#duties.check();
      works.push(check);
      if (dice.percent(20)) works.push(this.#duties.check());
    }
    if (dice.percent(35)) works.push(this.#duties.sweep());
    if (works.length > 0)
      await this.#do([...works, ...this.#beside()], this.#someFaults(works.some(isSend) ? AROUND_A_SEND : AS_USUAL));
    for (let turns = 0; turns < 6; turns++) {
      if (this.#duties.behind('publisher')) await this.#do([this.#duties.feed('publisher')]);
      if (this.#duties.behind('projector')) await this.#do([this.#duties.feed('projector')]);
      const bus = this.#duties.bus();
      if (bus) await this.#do([bus]);
    }
  }

  /** Something that runs at the same time, on another instance of the same code. */
  #beside(): readonly Work[] {
    if (!this.#dice.percent(45)) return [];
    const duties = this.#duties;
    const kind = this.#dice.weighted({ sweep: 5, bus: 4, sync: 2, feed: 2, customer: 3, press: 4 });
    switch (kind) {
      case 'sweep':
        return [duties.sweep()];
      case 'bus':
        return [duties.bus() ?? duties.feed('publisher')];
      case 'sync':
        return [duties.sync()];
      case 'feed':
        return [duties.feed('projector')];
      case 'customer':
        return [this.#customers.write()];
      case 'press':
        return this.#pressing();
    }
  }

  async #openSome(): Promise<void> {
    const links = this.#desk.links(this.#dice.percent(70) ? 'approval' : undefined);
    if (links.length === 0) return;
    const recent = links.slice(-5);
    const token = this.#dice.pick(this.#dice.percent(75) ? recent : links);
    await this.#do([{ what: `opens ${token.slice(0, 9)}`, task: () => this.#desk.open(token) }]);
  }

  async #pressSome(): Promise<void> {
    if (this.#dice.percent(70)) await this.#openSome();
    const works = this.#pressing();
    if (works.length > 0) await this.#do([...works, ...this.#beside()]);
    // Whoever approves a draft sees it leave, as a rule.
    if (works.some(({ what }) => what.includes('approve')) && this.#dice.percent(75)) {
      this.#pass((1 + this.#dice.below(5)) * MINUTE);
      await this.#due();
    }
  }

  #pressing(): readonly Work[] {
    const all = this.#desk.tabs;
    if (all.length === 0) return [];
    const approvable = all.filter(({ acts }) => acts.some(act => act.startsWith('approve')));
    const tabs = approvable.length > 0 && this.#dice.percent(50) ? approvable : all;
    const tab = this.#dice.percent(70) ? (tabs.at(-1) ?? this.#dice.pick(tabs)) : this.#dice.pick(tabs);
    const approving = tab.acts.find(act => act.startsWith('approve'));
    const act = approving !== undefined && this.#dice.percent(65) ? approving : this.#dice.pick(tab.acts);
    const press = (): Work => ({
      what: `presses ${act} of ${tab.token.slice(0, 9)}`,
      task: () => this.#desk.press(tab, act, this.#desk.fieldsFor(act, tab)),
    });
    return this.#dice.percent(15) ? [press(), press()] : [press()];
  }

  /** A token that nobody was mailed, and a form that no page of ours gave. */
  async #meddle(): Promise<void> {
    const links = this.#desk.links();
    if (links.length === 0) return;
    const token = this.#dice.pick(links);
    const at = 4 + this.#dice.below(token.length - 4);
    const altered = this.#dice.percent(50)
      ? token.slice(0, -1)
      : `${token.slice(0, at)}${token[at] === 'A' ? 'B' : 'A'}${token.slice(at + 1)}`;
    await this.#observer.nothingHappens('P12', `${altered.slice(0, 9)} is not a token`, async () => {
      const tab = { url: `/t/${altered}`, token: altered, acts: [], hidden: {}, letters: [] };
      await this.#do([{ what: 'meddles with a token', task: () => this.#desk.press(tab, 'approve') }], noFaults);
    });
    await this.#observer.nothingHappens('P12', 'a form without its page', async () => {
      const tab = { url: `/t/${token}`, token, acts: [], hidden: {}, letters: [] };
      const act = this.#dice.pick(['approve', 'skip', 'answered', 'hold', 'won', 'lost']);
      await this.#do([{ what: `posts ${act} blindly`, task: () => this.#desk.press(tab, act) }], noFaults);
    });
  }

  /** After the storm: nothing fails any more, and everything that was begun is finished. */
  async calm(): Promise<void> {
    this.#tell('calm');
    this.#sim.post.calm();
    this.#sim.sheet.mend(this.#sim.today);
    this.#sim.rules = this.#sim.setting.rules;
    this.#sim.voice = 'Warm and plain.\n';
    for (let round = 0; round < 4; round++) {
      this.#pass(16 * MINUTE);
      await this.#do([this.#duties.sync()], noFaults);
      await this.#drain();
      await this.#do([this.#duties.sweep()], noFaults);
      await this.#drain();
    }
  }

  async #drain(): Promise<void> {
    for (;;) {
      const bus = this.#duties.bus();
      const work = this.#duties.behind('publisher')
        ? this.#duties.feed('publisher')
        : this.#duties.behind('projector')
          ? this.#duties.feed('projector')
          : bus;
      if (!work) return;
      await this.#do([work], noFaults);
    }
  }

  async #do(works: readonly Work[], faults: Faults = this.#someFaults()): Promise<void> {
    const { machine } = this.#sim;
    const quiet = faults === noFaults || (faults.crash === null && faults.unwellPercent === 0);
    const ran = await machine.run(
      works.map(({ task }) => task),
      faults,
    );
    const ended = ran.crashed
      ? 'crash'
      : ran.results.map(({ status }) => (status === 'fulfilled' ? 'ok' : 'failed')).join();
    this.#tell(`${works.map(({ what }) => what).join(' | ')}: ${ended}`);
    if (ran.crashed) this.#count('crash');
    for (const [index, result] of ran.results.entries()) {
      if (result.status === 'fulfilled' && works[index]?.what === 'check') {
        this.#duties.noteChecked();
        this.#count('checked');
        if (this.#dice.percent(50)) await this.#checkAgain();
      }
      if (result.status === 'rejected') this.#observer.failed(works[index]?.what ?? '', result.reason, quiet);
    }
    this.#observer.look();
  }

  /** A second run of a day that ended adds nothing. */
  async #checkAgain(): Promise<void> {
    const { task } = this.#duties.check();
    await this.#observer.nothingHappens('P9', 'the check of a day that ended', async () => {
      await this.#sim.machine.run([task], noFaults);
    });
  }

  #someFaults(chances: typeof AS_USUAL = AS_USUAL): Faults {
    const dice = this.#dice;
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

  #untilNine(): number {
    const { paper, now, today } = this.#sim;
    const nine = paper.at(today, 9 * 60);
    if (nine > now) return nine - now;
    const tomorrow = paper.dateOf(paper.at(today, 12 * 60) + 24 * 60 * MINUTE);
    return paper.at(tomorrow, 9 * 60) - now;
  }

  #pass(ms: number): void {
    this.#sim.pass(ms);
  }

  #tell(line: string): void {
    this.#story.push(`${new Date(this.#sim.now).toISOString().slice(5, 16)} ${line}`);
  }

  #count(what: string): void {
    this.#counts.set(what, (this.#counts.get(what) ?? 0) + 1);
  }
}
