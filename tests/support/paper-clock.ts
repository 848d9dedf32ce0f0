import type { Policy } from '../../src/cadence/policy.ts';

type Hours = Pick<Policy, 'timezone' | 'quietHours' | 'skipWeekends' | 'holidays'>;

const DAY = 86_400_000;
const MINUTE = 60_000;

const minuteOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

/** Not a holiday, and no Saturday or Sunday while weekends are skipped. */
export const isWorking = (date: string, { skipWeekends, holidays }: Hours): boolean => {
  const weekday = new Date(`${date}T12:00:00Z`).getUTCDay();
  if (skipWeekends && (weekday === 0 || weekday === 6)) return false;
  return !holidays.some(holiday => (holiday.startsWith('--') ? date.endsWith(holiday.slice(1)) : date === holiday));
};

/** Wall clocks by `Intl`, and the first allowed minute by trying every minute. */
export class PaperClock {
  readonly #policy: Hours;
  readonly #format: Intl.DateTimeFormat;
  readonly #quiet = new Set<number>();
  readonly #found = new Map<string, number | null>();

  constructor(policy: Hours) {
    this.#policy = policy;
    const { quietHours: quiet } = policy;
    if (quiet !== null) {
      for (let m = minuteOf(quiet[0]); m !== minuteOf(quiet[1]); m = (m + 1) % 1440) this.#quiet.add(m);
    }
    this.#format = new Intl.DateTimeFormat('en-US', {
      timeZone: policy.timezone,
      hourCycle: 'h23',
      ...{ year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit' },
    });
  }

  wall(ms: number): { date: string; minute: number } {
    // `03/29/2026, 02:30`
    const text = this.#format.format(ms);
    const date = `${text.slice(6, 10)}-${text.slice(0, 2)}-${text.slice(3, 5)}`;
    return { date, minute: Number(text.slice(12, 14)) * 60 + Number(text.slice(15, 17)) };
  }

  dateOf(ms: number): string {
    return this.wall(ms).date;
  }

  /** The instant at which a wall clock in the zone shows this; every quarter of an hour around it is tried. */
  at(date: string, minute: number): number {
    const guess = Date.parse(`${date}T00:00:00Z`) + minute * MINUTE;
    for (let ms = guess - DAY; ms <= guess + DAY; ms += 15 * MINUTE) {
      const wall = this.wall(ms);
      if (wall.date === date && wall.minute === minute) return ms;
    }
    throw new Error(`${date} has no such minute in ${this.#policy.timezone}`);
  }

  isQuiet(minute: number): boolean {
    return this.#quiet.has(minute);
  }

  allows(ms: number): boolean {
    const { date, minute } = this.wall(ms);
    return isWorking(date, this.#policy) && !this.isQuiet(minute);
  }

  /** Minute by minute; on a later date than the one asked for not before eight. Null when 60 days hold none. */
  firstAllowed(asked: number, onLaterDate: boolean): number | null {
    const key = `${asked} ${onLaterDate}`;
    const known = this.#found.get(key);
    if (known !== undefined) return known;
    const askedDate = this.dateOf(asked);
    let answer: number | null = null;
    for (let ms = Math.ceil(asked / MINUTE) * MINUTE; ms < asked + 60 * DAY && answer === null; ms += MINUTE) {
      const { date, minute } = this.wall(ms);
      const onTime = date === askedDate ? !onLaterDate : minute >= 8 * 60;
      if (onTime && !this.isQuiet(minute) && isWorking(date, this.#policy)) answer = ms;
    }
    this.#found.set(key, answer);
    return answer;
  }

  iso(ms: number): string {
    const { date, minute } = this.wall(ms);
    const offset = (Date.parse(`${date}T00:00:00Z`) + minute * MINUTE - Math.floor(ms / MINUTE) * MINUTE) / MINUTE;
    const two = (n: number): string => String(Math.trunc(n)).padStart(2, '0');
    const size = Math.abs(offset);
    const zone = `${offset < 0 ? '-' : '+'}${two(size / 60)}:${two(size % 60)}`;
    return `${date}T${two(minute / 60)}:${two(minute % 60)}:00${zone}`;
  }
}
