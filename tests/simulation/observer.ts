import type { Versions } from '../../src/events/quote-events.ts';
import { loadBusinessContext } from '../../src/workflows/business-context.ts';
import { Crashed, Unwell } from './machine.ts';
import type { SimWorld } from './sim-world.ts';

const PROMISES = ['P1', 'P2', 'P3', 'P4', 'P5', 'P6', 'P7', 'P8', 'P9', 'P10', 'P11', 'P12', 'P13', 'P14'] as const;
export type PromiseName = (typeof PROMISES)[number];

/** A promise that was not kept, as the one who looks on saw it. `whole`: nothing else may go wrong either. */
export interface Broken {
  readonly promise: PromiseName | 'liveness' | 'whole';
  readonly what: string;
}

/** Looks on while the simulation runs, for what can only be seen at that moment. */
export interface Observer {
  readonly broken: readonly Broken[];
  readonly tell: (promise: Broken['promise'], what: string) => void;
  /** The events so far are still those that were appended. */
  readonly look: () => void;
  readonly nothingHappens: (promise: PromiseName, what: string, during: () => Promise<void>) => Promise<void>;
  /** A source that cannot be read is read: what was in force before stays so. */
  readonly badSource: (which: 'sheet' | 'rules' | 'voice', sync: () => Promise<void>) => Promise<void>;
  /** A task failed; `quiet`: although nothing was made to fail. */
  readonly failed: (what: string, error: unknown, quiet: boolean) => void;
}

export const observe = (sim: SimWorld, story: (line: string) => void): Observer => {
  const broken: Broken[] = [];
  const said = new Set<string>();
  const tell: Observer['tell'] = (promise, what) => {
    if (said.has(`${promise} ${what}`)) return;
    said.add(`${promise} ${what}`);
    broken.push({ promise, what });
    story(`BROKEN ${promise}: ${what}`);
  };
  const inForce = async (): Promise<Versions> => (await loadBusinessContext(sim.outside)).versions;
  const heads = new Map<string, { readonly version: number; readonly hash: string }>();
  let seen = 0;
  let lines = 0;
  return {
    broken,
    tell,
    look: () => {
      for (; seen < sim.durable.log.length; seen++) {
        const event = sim.durable.log[seen];
        if (!event) continue;
        const head = heads.get(event.quote_id) ?? { version: 0, hash: '' };
        if (event.version !== head.version + 1) tell('P7', `${event.event_id} follows version ${head.version}`);
        if (head.version > 0 && event.prev_hash !== head.hash)
          tell('P7', `${event.event_id} is not linked to the one before`);
        heads.set(event.quote_id, event);
      }
      for (; lines < sim.lines.length; lines++) {
        const line = sim.lines[lines];
        if (line?.level === 'error' && isAlarm(sim, line.message, line.fields))
          tell('whole', `${line.message} ${JSON.stringify(line.fields)}`);
      }
    },
    nothingHappens: async (promise, what, during) => {
      const before = sim.durable.log.length;
      const handed = sim.post.handed.length;
      await during();
      const added = sim.durable.log.slice(before).map(({ event_id, action }) => `${event_id} ${action}`);
      if (added.length > 0 || sim.post.handed.length > handed) tell(promise, `${what}: ${added.join()}`);
    },
    badSource: async (which, sync) => {
      const before = await inForce();
      await sync();
      const after = await inForce();
      if (after[which] !== before[which]) tell('P10', `a ${which} that nobody can read came into force`);
    },
    failed: (what, error, quiet) => {
      if (error instanceof Crashed || error instanceof Unwell || !quiet) return;
      // Of a stream that it cannot read or believe the sweep tells by failing, so that an alarm goes off; the day goes on.
      // A report whose letters a sick mail service does not take fails, so that its schedule calls again.
      if ((what === 'digest' || what === 'summary') && !sim.post.isCalm()) return;
      const troubled = sim.truth.unreadable.size + sim.truth.tampered.size > 0;
      if (troubled && !['check', 'sync'].includes(what)) return;
      tell('whole', `${what} failed: ${error instanceof Error ? error.stack : String(error)}`);
    },
  };
};

/** Lines that mean that our own code is at fault, whatever was made to fail around it. */
const ALARMS = new Set(['UnknownEvent', 'SendContended', 'RulesInForceUnreadable', 'MirrorUnreadable', 'Tripwire']);

const isAlarm = ({ truth }: SimWorld, message: string, fields: unknown): boolean => {
  const stream = typeof fields === 'object' && fields !== null && 'stream' in fields ? String(fields.stream) : '';
  return ALARMS.has(message) && !truth.unreadable.has(stream);
};
