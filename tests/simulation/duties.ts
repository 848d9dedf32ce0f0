import { projector } from '../../src/application/project.ts';
import { publisher } from '../../src/application/publish.ts';
import { rebuild } from '../../src/application/rebuild.ts';
import { sender } from '../../src/handlers/sender.ts';
import { sweeper } from '../../src/handlers/sweeper.ts';
import { driveSync } from '../../src/handlers/sync.ts';
import { timer } from '../../src/handlers/timer.ts';
import type { Change, ChangeHandler } from '../../src/ports/change-feed.ts';
import type { SimWorld } from './sim-world.ts';

export interface Work {
  readonly what: string;
  readonly task: () => Promise<unknown>;
}

const BATCH = 12;

/** What schedules, streams and the bus set going: each at least once, late, and in no promised order. */
export class Duties {
  readonly #sim: SimWorld;
  readonly #positions = { projector: 0, publisher: 0 };
  #checked = '';

  constructor(sim: SimWorld) {
    this.#sim = sim;
  }

  sync(): Work {
    const { world, sheet, rules, voice, clock } = this.#sim;
    const sources = {
      sheet: async () => sheet.read(clock.now()),
      rules: async () => rules,
      voice: async () => voice,
    };
    return { what: 'sync', task: driveSync(world, sources) };
  }

  check(): Work {
    const { world } = this.#sim;
    return { what: 'check', task: timer(world) };
  }

  sweep(): Work {
    const { world } = this.#sim;
    return { what: 'sweep', task: sweeper(world) };
  }

  rebuild(): Work {
    const { world } = this.#sim;
    return { what: 'rebuild', task: () => rebuild(world) };
  }

  /** A batch of the change feed, some of it seen before; what fails is delivered again. */
  feed(consumer: 'projector' | 'publisher'): Work {
    const { world, durable, dice } = this.#sim;
    const handler: ChangeHandler = consumer === 'projector' ? projector(world) : publisher(world);
    const position = this.#positions[consumer];
    const from = Math.max(0, position - (dice.percent(30) ? dice.below(10) : 0));
    const events = durable.log.slice(from, position + 1 + dice.below(BATCH));
    const changes = events.map(
      (event, index): Change => ({
        sequence: String(from + index),
        kind: 'INSERT',
        stream: event.quote_id,
        version: event.version,
        event,
      }),
    );
    return {
      what: `${consumer} ${from}–${from + changes.length}`,
      task: async () => {
        const { failed } = await handler(changes);
        const done = failed === null ? from + changes.length : Number(failed);
        this.#positions[consumer] = Math.max(this.#positions[consumer], done);
      },
    };
  }

  behind(consumer: 'projector' | 'publisher'): boolean {
    return this.#positions[consumer] < this.#sim.durable.log.length;
  }

  /** A move event of the bus; now and then it is delivered again later. */
  bus(): Work | null {
    const { world, durable, dice } = this.#sim;
    if (durable.bus.length === 0) return null;
    const index = dice.below(durable.bus.length);
    const detail = durable.bus[index];
    if (!detail) return null;
    return {
      what: `bus ${detail.quoteId}/${detail.draftId}`,
      task: async () => {
        await sender(world)({ detail });
        if (!dice.percent(10)) durable.bus.splice(durable.bus.indexOf(detail), 1);
      },
    };
  }

  /** One-offs that came due. Each may get lost on its way. */
  oneOffs(): readonly Work[] {
    const { world, durable, dice, now } = this.#sim;
    const due = [...durable.oneOffs].filter(([, { at }]) => at.getTime() <= now);
    return due.flatMap(([name, { payload }]) => {
      durable.oneOffs.delete(name);
      return dice.percent(10) ? [] : [{ what: `one-off ${name}`, task: () => sender(world)(payload) }];
    });
  }

  /** Due at nine, by the wall clock, unless this process has seen it done. */
  isCheckDue(): boolean {
    return this.#sim.minute >= 9 * 60 && this.#checked !== this.#sim.today;
  }

  noteChecked(): void {
    this.#checked = this.#sim.today;
  }
}
