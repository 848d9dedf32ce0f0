import { type Law, law, line } from '../law.ts';

const DUE = 'src/cadence/due.ts';
const WINDOW = 'src/cadence/due.ts';
const WORKING = 'src/cadence/working-day.ts';
const TURNS = 'src/cadence/one-per-contact.ts';
const MINUTE = 'src/cadence/sending-hours.ts';
const PROPERTIES = 'tests/properties/cadence.test.ts';
const CALENDAR = 'tests/properties/calendar.test.ts';

/** When a step is due, and the next minute in which a mail may leave. */
export const cadenceLaws: readonly Law[] = [
  law(
    'cadence',
    'tests/properties/plan.test.ts',
    'says line by line what the rules say when they are read one by one',
    line(DUE, "today > facts.expires) return { kind: 'expire'", "today >= facts.expires) return { kind: 'expire'"),
    line(DUE, 'chain.sentInChain >= rules.nudgeCap', 'chain.sentInChain > rules.nudgeCap'),
    line(DUE, 'daysBetween(chain.lastNudge, today) < rules', 'daysBetween(chain.lastNudge, today) <= rules'),
    line(DUE, "if (!isWorkingDay(today, rules)) return rest('no-working-day');", ''),
    line(DUE, "if (chain.lastCallHandled) return rest('last-call-done');", ''),
    line(DUE, 'return daysSinceSent >= rules.minGapDays', 'return daysSinceSent > rules.minGapDays'),
    line(DUE, 'findLastIndex(day => day <= daysSinceSent)', 'findLastIndex(day => day < daysSinceSent)'),
    line(DUE, 'if (stepDay <= chain.lastHandledStepDay)', 'if (stepDay < chain.lastHandledStepDay)'),
    line(DUE, "chain.everSent ? 'followup' : 'first_nudge'", "chain.sentInChain > 1 ? 'followup' : 'first_nudge'"),
  ),
  law(
    'cadence',
    PROPERTIES,
    'is open from the day it opens to the expiry, and on no other day',
    line(WINDOW, 'if (left <= lastCallDays) return left >= 0;', 'if (left < lastCallDays) return left >= 0;'),
    line(WINDOW, 'if (isWorkingDay(date, days)) return false;', 'return false;'),
  ),
  law(
    'cadence',
    PROPERTIES,
    'holds a working day always',
    line(WINDOW, 'return workingDayBefore(opens, days) ?? opens;', 'return opens;'),
  ),
  law(
    'cadence',
    PROPERTIES,
    'a working day is looked for 400 days, and no more than 400 are counted',
    line(WORKING, 'const SEARCH_DAYS = 400;', 'const SEARCH_DAYS = 399;'),
  ),
  law(
    'P5 cadence',
    PROPERTIES,
    'the larger of two amounts is larger to the last cent, however large',
    line(
      TURNS,
      'a.currency === b.currency ? b.minor - a.minor : majorUnits(b) - majorUnits(a)',
      'majorUnits(b) - majorUnits(a)',
    ),
  ),
  law(
    'cadence',
    PROPERTIES,
    'counted forth and back agree',
    line(WORKING, 'date <= to && count < SEARCH_DAYS', 'date < to && count < SEARCH_DAYS'),
    line(WORKING, 'isWorkingDay(candidate, days) && --left === 0', '--left === 0'),
  ),
  law(
    'P5 cadence',
    PROPERTIES,
    'every candidate has one answer; nobody is offered twice, nor to somebody served',
    line(TURNS, '      taken.add(candidate.contactRef);', ''),
    line(TURNS, 'const taken = new Set(served);', 'const taken = new Set<string>();'),
    line(TURNS, 'turns.tooLate.push(candidate)', 'void turns.tooLate'),
  ),
  law(
    'P5 cadence',
    PROPERTIES,
    'it is the largest that can leave in time; what cannot uses nobody’s turn',
    line(TURNS, '[...candidates].sort(byValue)', 'candidates'),
    line(TURNS, 'turns.tooLate.push(candidate)', 'turns.tooLate.push(candidate), taken.add(candidate.contactRef)'),
  ),
  law(
    'cadence',
    PROPERTIES,
    'value is a total order: by the major-unit number, currency ignored, then by number',
    line(TURNS, 'majorUnits(b) - majorUnits(a)', 'b.minor - a.minor'),
    line(TURNS, '(a.key < b.key ? -1 : a.key > b.key ? 1 : 0)', '0'),
  ),
  law(
    'P4 calendar',
    CALENDAR,
    '5.5 is the one that a search minute by minute finds',
    line(MINUTE, ' === DAY_MINUTES * MINUTE_MS', ' > 0'),
    line(MINUTE, 'ahead === 0 ? 0 : floor, hours', '0, hours'),
    line(MINUTE, 'const MORNING = 8 * 60;', 'const MORNING = 8 * 60 + 1;'),
    line(MINUTE, 'for (let ahead = onLaterDate ? 1 : 0;', 'for (let ahead = 0;'),
    line(MINUTE, 'minute >= start && minute < end', 'minute >= start && minute <= end'),
    line(MINUTE, 'minute >= start || minute < end', 'minute >= start || minute <= end'),
    line(MINUTE, 'return from < end ? end : DAY_MINUTES;', 'return from <= end ? end + 1 : DAY_MINUTES;'),
  ),
  law(
    'P4 calendar',
    CALENDAR,
    '5.5 is a minute at which a mail may leave (P4), and asking again there changes nothing',
    line(MINUTE, 'if (!isWorkingDay(date, hours)) continue;', ''),
    line(MINUTE, 'Math.ceil(asked.getTime() / MINUTE_MS)', 'Math.floor(asked.getTime() / MINUTE_MS)'),
    line(MINUTE, 'if (minute >= floor && !inQuietHours(minute, hours.quietHours))', 'if (minute >= floor)'),
  ),
  law(
    'P4 calendar',
    CALENDAR,
    '5.5 on one date a later question never has an earlier answer',
    line(MINUTE, 'return from < end ? end : DAY_MINUTES;', 'return end;'),
  ),
  law(
    'P5 calendar',
    CALENDAR,
    '5.5 the earliest day to leave is the next allowed one that is not taken',
    line('src/cadence/sending-hours.ts', 'if (!isDayTaken(date)) return date;', 'return date;'),
    line('src/cadence/sending-hours.ts', 'nextAllowedMinute(first, hours, { onLaterDate: true })', 'first'),
  ),
  law(
    'P4 calendar',
    CALENDAR,
    'P4 a mail may leave exactly when the wall clock and the calendar allow it',
    line(MINUTE, 'minute >= start && minute < end', 'minute > start && minute < end'),
    line(MINUTE, 'return isWorkingDay(date, hours) && !inQuietHours', 'return !inQuietHours'),
    line(WORKING, 'weekday(date) >= 6', 'weekday(date) > 6'),
    line(WORKING, ' || holidays.includes(`--${date.slice(5)}`)', ''),
  ),
];
