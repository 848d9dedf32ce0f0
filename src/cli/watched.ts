import { setImmediate } from 'node:timers/promises';
import { daysBetween, type LocalDate } from '../kernel/local-date.ts';
import type { Io } from './command.ts';

/** How long a plan runs before it looks up: for Ctrl-C, and for whoever watches. */
const BREATH_MS = 50;
const PROGRESS_MS = 2000;

/** A plan, made in short stretches; how far it is, on a terminal, every two seconds. Null when it was stopped. */
export const watched = async <Made>(
  days: Generator<LocalDate, Made>,
  from: LocalDate,
  io: Io,
): Promise<{ readonly made: Made } | null> => {
  let breath = performance.now() + BREATH_MS;
  let progress = performance.now() + PROGRESS_MS;
  for (;;) {
    const day = days.next();
    if (day.done) return { made: day.value };
    if (io.signal.aborted) return null;
    const now = performance.now();
    if (now < breath) continue;
    await setImmediate();
    breath = performance.now() + BREATH_MS;
    if (!io.isTty || now < progress) continue;
    progress = now + PROGRESS_MS;
    io.err(`planned to ${day.value}, ${daysBetween(from, day.value) + 1} days`);
  }
};
