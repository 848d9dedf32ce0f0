import type { TransactDeps } from '../../src/event-store/transact.ts';
import type { Clock, Log } from '../../src/ports/world.ts';
import type { Instance } from './engines.ts';

/** A clock that stands until it is moved. */
export interface StandingClock extends Clock {
  readonly set: (at: string) => void;
}

export const clockAt = (start: string): StandingClock => {
  let now = new Date(start);
  return {
    now: () => now,
    set: at => {
      now = new Date(at);
    },
  };
};

/** Bytes that differ each time and are the same in each run. */
export const countingBytes = (): ((length: number) => Uint8Array) => {
  let next = 0;
  return length => {
    const bytes = Buffer.alloc(length);
    bytes.writeUInt32BE(++next, length - 4);
    return new Uint8Array(bytes);
  };
};

/** A log that keeps its lines. */
export const keptLog = (): {
  readonly log: Log;
  readonly lines: { level: string; message: string; fields: unknown }[];
} => {
  const lines: { level: string; message: string; fields: unknown }[] = [];
  return { log: (level, message, fields) => lines.push({ level, message, fields }), lines };
};

export const depsOver = (
  { store, keys }: Pick<Instance, 'store' | 'keys'>,
  clock: Clock = clockAt('2026-03-02T01:00:00.000Z'),
): TransactDeps & { readonly lines: ReturnType<typeof keptLog>['lines'] } => {
  const { log, lines } = keptLog();
  return { store, keys, clock, random: countingBytes(), log, lines };
};
