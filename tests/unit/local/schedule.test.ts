import { DateTime } from 'luxon';
import { describe, expect, test } from 'vitest';
import { nextRun, type Recurring } from '../../../src/local/scheduler.ts';

/** The next runs after an instant, by the wall clock of a zone, with the offset from UTC. */
const runs = (task: Recurring, after: string, zone: string, count: number): readonly string[] => {
  const found: string[] = [];
  let at = new Date(after);
  for (let i = 0; i < count; i++) {
    at = nextRun(task, at, zone);
    found.push(DateTime.fromJSDate(at, { zone }).toFormat('ccc yyyy-MM-dd HH:mm ZZ'));
  }
  return found;
};

describe('the digest', () => {
  test('is due on Mondays at eight by the wall clock, across both clock changes', () => {
    expect(runs('digest', '2026-03-20T00:00:00Z', 'Europe/Berlin', 3)).toEqual([
      'Mon 2026-03-23 08:00 +01:00',
      'Mon 2026-03-30 08:00 +02:00',
      'Mon 2026-04-06 08:00 +02:00',
    ]);
    expect(runs('digest', '2026-10-20T00:00:00Z', 'America/New_York', 3)).toEqual([
      'Mon 2026-10-26 08:00 -04:00',
      'Mon 2026-11-02 08:00 -05:00',
      'Mon 2026-11-09 08:00 -05:00',
    ]);
  });

  test('is due in the configured zone, not in that of the machine', () => {
    expect(runs('digest', '2026-03-22T20:30:00Z', 'Pacific/Auckland', 1)).toEqual(['Mon 2026-03-30 08:00 +13:00']);
    expect(runs('digest', '2026-03-22T18:30:00Z', 'Pacific/Auckland', 1)).toEqual(['Mon 2026-03-23 08:00 +13:00']);
  });
});

describe('the summary', () => {
  test('is due on the first Monday of a month at nine, be it the first or the seventh, holiday or not', () => {
    expect(runs('summary', '2026-05-20T00:00:00Z', 'Asia/Singapore', 4)).toEqual([
      'Mon 2026-06-01 09:00 +08:00',
      'Mon 2026-07-06 09:00 +08:00',
      'Mon 2026-08-03 09:00 +08:00',
      'Mon 2026-09-07 09:00 +08:00',
    ]);
  });

  test('of this very minute is over', () => {
    expect(runs('summary', '2026-06-01T01:00:00Z', 'Asia/Singapore', 1)).toEqual(['Mon 2026-07-06 09:00 +08:00']);
  });
});
