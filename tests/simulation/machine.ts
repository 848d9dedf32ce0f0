import { loadAllNow } from '../../src/workflows/lazy.ts';
import type { Dice } from './dice.ts';
import type { Mood } from './sim-world.ts';

/** The process is gone: nothing it does from here on has an effect. */
export class Crashed extends Error {
  override readonly name = 'Crashed';
}

/** The engine, the disk or the service answered with an error; whether the call had its effect is not known. */
export class Unwell extends Error {
  override readonly name = 'Unwell';
}

/** When and where a process dies: at so many calls from now, before the call has its effect or after. */
export interface CrashPoint {
  readonly atCall: number;
  readonly phase: 'before' | 'after';
}

export interface Faults {
  readonly crash: CrashPoint | null;
  /** Of a hundred calls so many fail by themselves. */
  readonly unwellPercent: number;
  /** Of a hundred calls so many find that the machine was asleep meanwhile. */
  readonly stallPercent: number;
  /** No call waits for its turn: for a task that runs alone, where the order of its calls is its own. */
  readonly direct?: boolean;
  /** What is out of order around the process besides. */
  readonly mood?: Mood;
  /** What happens elsewhere just before a call. */
  readonly meanwhile?: (call: number, name: string) => Promise<void> | void;
}

export const noFaults: Faults = { crash: null, unwellPercent: 0, stallPercent: 0 };

interface Waiting {
  readonly name: string;
  readonly go: () => void;
  readonly fail: (error: Error) => void;
}

export interface Ran {
  readonly crashed: boolean;
  readonly results: readonly PromiseSettledResult<unknown>[];
  /** Calls to the outside world that were made. */
  readonly calls: number;
}

/** Where a machine stands: time goes by while it sleeps, and somebody counts what befalls it. */
export interface MachinePlace {
  readonly sleep: (ms: number) => void;
  readonly note: (what: string) => void;
}

/**
 * One process and its calls to the outside world. Every call waits for its turn; whose turn it is, the dice say, one
 * call at a time. So tasks that run side by side meet in every order there is, and in the same order again when the
 * seed is the same. Between two calls a process may die, an engine fail, a laptop sleep.
 */
export class Machine {
  readonly #dice: Dice;
  readonly #place: MachinePlace;
  #waiting: Waiting[] = [];
  #underWay = 0;
  #calls = 0;
  #faults: Faults = noFaults;
  /** Processes are numbered; calls of an earlier one have no effect. */
  #process = 0;
  #dead = false;
  /** Calls of this run go straight through. */
  #isEasy = false;

  constructor(dice: Dice, place: MachinePlace) {
    this.#dice = dice;
    this.#place = place;
  }

  get process(): number {
    return this.#process;
  }

  /** A port whose calls wait for their turn. `spared`: calls that no fault of the engine touches. */
  port<P extends object>(name: string, real: P, { spared = [] as readonly string[] } = {}): P {
    const process = this.#process;
    const wrapped = Object.entries(real).map(([method, call]) => {
      if (typeof call !== 'function') return [method, call];
      if (method === 'scan') return [method, call];
      const full = `${name}.${method}`;
      return [
        method,
        (...args: readonly unknown[]): Promise<unknown> => {
          if (this.#isEasy && process === this.#process) {
            this.#calls++;
            return call(...args);
          }
          return this.#call(process, full, spared.includes(method), () => call(...args));
        },
      ];
    });
    return Object.fromEntries(wrapped) as P;
  }

  async #call(process: number, name: string, spared: boolean, effect: () => Promise<unknown>): Promise<unknown> {
    if (this.#faults.direct === true) {
      if (this.#dead || process !== this.#process) throw new Crashed(name);
      this.#underWay++;
    } else await this.#turn(process, name);
    try {
      const number = ++this.#calls;
      const { crash, unwellPercent, stallPercent, meanwhile } = this.#faults;
      await meanwhile?.(number, name);
      const dies = crash?.atCall === number ? crash.phase : null;
      if (dies === 'before') throw this.#die();
      // What stands before the mail service has looked at the clock a moment ago; no code can look later.
      const asleep = !name.startsWith('mailer.') && !this.#waiting.some(one => one.name.startsWith('mailer.'));
      if (stallPercent > 0 && asleep && this.#dice.percent(stallPercent)) {
        this.#place.note('the machine slept');
        this.#place.sleep(1_000 + this.#dice.below(40 * 60_000));
      }
      const unwell = !spared && unwellPercent > 0 && this.#dice.percent(unwellPercent);
      if (unwell) this.#place.note('a call failed');
      if (unwell && this.#dice.percent(50)) throw new Unwell(`${name} failed`);
      const result = await effect();
      if (dies === 'after') throw this.#die();
      if (unwell) throw new Unwell(`${name} failed after it was done`);
      return result;
    } finally {
      this.#underWay--;
    }
  }

  #turn(process: number, name: string): Promise<void> {
    if (this.#dead || process !== this.#process) return Promise.reject(new Crashed(name));
    return new Promise((resolve, reject) => {
      const go = (): void => {
        this.#underWay++;
        resolve();
      };
      this.#waiting.push({ name, go, fail: reject });
    });
  }

  #die(): Crashed {
    this.#dead = true;
    for (const { name, fail } of this.#waiting.splice(0)) fail(new Crashed(name));
    return new Crashed('the process died');
  }

  /** Runs the tasks side by side to their ends. After a crash the next run is another process. */
  async run(tasks: readonly (() => Promise<unknown>)[], faults: Faults = noFaults): Promise<Ran> {
    await loadAllNow();
    this.#faults = faults;
    this.#calls = 0;
    this.#isEasy = faults.direct === true && !faults.crash && faults.unwellPercent + faults.stallPercent === 0;
    let open = tasks.length;
    const settled = Promise.allSettled(
      tasks.map(task =>
        task().finally(() => {
          open--;
        }),
      ),
    );
    for (let idle = 0; open > 0; ) {
      await new Promise(resolve => setImmediate(resolve));
      if (this.#underWay > 0) continue;
      const next = this.#waiting.length > 0 ? this.#waiting.splice(this.#dice.below(this.#waiting.length), 1)[0] : null;
      if (next) next.go();
      idle = next ? 0 : idle + 1;
      if (idle > 10_000) throw new Error('a task waits for something that never comes');
    }
    const results = await settled;
    this.#isEasy = false;
    const crashed = this.#dead;
    if (crashed) {
      this.#process++;
      this.#dead = false;
    }
    return { crashed, results, calls: this.#calls };
  }
}
