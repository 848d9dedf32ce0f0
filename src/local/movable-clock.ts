import type { Clock } from '../ports/world.ts';

/** The wall clock, or one set ahead of it: a journey moves the hands, time itself runs on. */
export interface MovableClock extends Clock {
  /** Puts the hands to `instant`; from there they run. Only ahead: an event is never earlier than the one before. */
  readonly moveTo: (instant: Date) => void;
  readonly offsetMs: () => number;
  readonly backToNow: () => void;
}

export const movableClock = (offsetMs = 0, real: () => number = Date.now): MovableClock => {
  let offset = offsetMs;
  return {
    now: () => new Date(real() + offset),
    moveTo: instant => {
      offset = Math.max(offset, instant.getTime() - real());
    },
    offsetMs: () => offset,
    backToNow: () => {
      offset = 0;
    },
  };
};
