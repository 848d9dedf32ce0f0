import type { Move } from '../../events/quote-events.ts';
import { addDays, type LocalDate, weekday } from '../../kernel/local-date.ts';
import { dayAndMonth, longDate, plainDate } from '../when.ts';
import { counted, moveName } from '../wording.ts';
import type { Tone } from './table.ts';

/** A nudge as it would leave. */
export interface PlannedLeave {
  readonly day: LocalDate;
  /** `09:00` on the wall clock. */
  readonly time: string;
  readonly move: Move;
  /** The rep's name. */
  readonly owner: string;
}

/** A nudge under the rules before and after; one of the two is null where it is added or dropped. */
export interface PlanChange {
  readonly quoteId: string;
  readonly customer: string;
  readonly before: PlannedLeave | null;
  readonly after: PlannedLeave | null;
}

export interface PlanChanges {
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly changes: readonly PlanChange[];
}

export type ChangeKind = 'added' | 'moved here' | 'moved away' | 'dropped' | 'altered';

/** What changes on one day for one quote, in words. */
export interface ChangeLine {
  readonly kind: ChangeKind;
  readonly quoteId: string;
  readonly customer: string;
  /** `follow-up, from Tue 10 Mar`. */
  readonly words: string;
}

export interface ChangeDay {
  readonly day: LocalDate;
  readonly lines: readonly ChangeLine[];
}

export interface ChangeWeek {
  /** Its Monday. */
  readonly monday: LocalDate;
  /** Days on which something changes, in their order. */
  readonly days: readonly ChangeDay[];
}

export const changeTones: Readonly<Record<ChangeKind, Tone>> = {
  added: 'good',
  'moved here': 'info',
  'moved away': 'plain',
  dropped: 'stop',
  altered: 'wait',
};

/** `2 nudges added, 1 moved, 1 dropped`. */
export const changesSummary = ({ changes }: Pick<PlanChanges, 'changes'>): string => {
  const kinds = changes.map(changeKind);
  const count = (kind: ReturnType<typeof changeKind>): number => kinds.filter(other => other === kind).length;
  if (changes.length === 0) return 'nothing changes';
  const altered = count('altered');
  return [
    `${counted(count('added'), 'nudge')} added`,
    `${count('moved').toLocaleString('en-US')} moved`,
    `${count('dropped').toLocaleString('en-US')} dropped`,
    ...(altered === 0 ? [] : [`${altered.toLocaleString('en-US')} the same day but altered`]),
  ].join(', ');
};

/** What becomes of a nudge. */
export const changeKind = ({ before, after }: PlanChange): 'added' | 'moved' | 'dropped' | 'altered' => {
  if (!before) return 'added';
  if (!after) return 'dropped';
  return before.day === after.day && before.time === after.time ? 'altered' : 'moved';
};

/** The same changes as a calendar: by week and day, a moved nudge on both its days. Weeks without a change are left out. */
export const changeWeeks = ({ from, to, changes }: PlanChanges): readonly ChangeWeek[] => {
  const lines = changes
    .flatMap(linesOf)
    .filter(({ day }) => day >= from && day <= to)
    .sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
  const days = [...Map.groupBy(lines, ({ day }) => day)].map(([day, all]) => ({
    day,
    lines: all.map(({ line }) => line),
  }));
  return [...Map.groupBy(days, ({ day }) => mondayOf(day))].map(([monday, week]) => ({ monday, days: week }));
};

const mondayOf = (day: LocalDate): LocalDate => addDays(day, 1 - weekday(day));

interface Dated {
  readonly day: LocalDate;
  readonly line: ChangeLine;
}

const linesOf = ({ quoteId, customer, before, after }: PlanChange): readonly Dated[] => {
  const on = (leave: PlannedLeave, kind: ChangeKind, words: string): Dated => ({
    day: leave.day,
    line: { kind, quoteId, customer, words },
  });
  if (!before) return after ? [on(after, 'added', moveName(after.move))] : [];
  if (!after) return [on(before, 'dropped', moveName(before.move))];
  const other = [...otherMove(before, after), ...otherOwner(before, after)];
  const words = (...parts: readonly string[]): string => [moveName(after.move), ...parts, ...other].join(', ');
  if (before.day === after.day) {
    return before.time === after.time
      ? [on(after, 'altered', words())]
      : [on(after, 'moved here', words(`at ${after.time} rather than ${before.time}`))];
  }
  return [
    on(before, 'moved away', `${moveName(before.move)}, to ${inWords(after.day, before.day)}`),
    on(after, 'moved here', words(`from ${inWords(before.day, after.day)}`)),
  ];
};

/** The year is said where it is another. */
const inWords = (day: LocalDate, beside: LocalDate): string =>
  day.slice(0, 4) === beside.slice(0, 4) ? dayAndMonth(day) : longDate(day);

const otherMove = (before: PlannedLeave, after: PlannedLeave): readonly string[] =>
  before.move === after.move ? [] : [`before: ${moveName(before.move)}`];

const otherOwner = (before: PlannedLeave, after: PlannedLeave): readonly string[] =>
  before.owner === after.owner ? [] : [`by ${after.owner} rather than ${before.owner}`];

/** `Week of Monday 9 March 2026`. */
export const weekName = ({ monday }: Pick<ChangeWeek, 'monday'>): string => `Week of Monday ${plainDate(monday)}`;
