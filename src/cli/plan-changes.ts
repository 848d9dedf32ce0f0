import { changesShown } from '../application/changes-shown.ts';
import type { Leaving, RulesChange } from '../application/rules-changes.ts';
import type { Policy } from '../cadence/policy.ts';
import type { LocalDate } from '../kernel/local-date.ts';
import { type ChangeDay, changesSummary, changeWeeks, weekName } from '../letters/views/plan-changes.ts';
import { dayAndMonth, plainDate } from '../letters/words/when.ts';
import { printable } from './text-table.ts';

interface Period {
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly before: Policy;
  readonly after: Policy;
}

/** What changes, week by week, for a person's eyes: the twin of the console's calendar. */
export const planChangesText = (
  changes: readonly RulesChange[],
  { from, to, ...policies }: Period,
): readonly string[] => {
  const shown = { from, to, changes: changesShown(changes, policies) };
  const weeks = changeWeeks(shown);
  const widths = widthsOf(weeks.flatMap(({ days }) => days));
  return [
    `${plainDate(from)} to ${plainDate(to)}, by the day on which a nudge leaves: ${changesSummary(shown)}.`,
    ...weeks.flatMap(week => ['', weekName(week), ...week.days.flatMap(day => linesOf(day, widths))]),
  ];
};

interface Widths {
  readonly day: number;
  readonly kind: number;
  readonly quoteId: number;
  readonly customer: number;
}

const WIDEST = 32;

const cut = (text: string): string => {
  const plain = printable(text);
  return plain.length <= WIDEST ? plain : `${plain.slice(0, WIDEST - 1)}…`;
};

const widthsOf = (days: readonly ChangeDay[]): Widths => {
  const lines = days.flatMap(({ lines }) => lines);
  const widest = (texts: readonly string[]): number => texts.reduce((most, text) => Math.max(most, text.length), 0);
  return {
    day: widest(days.map(({ day }) => dayAndMonth(day))),
    kind: widest(lines.map(({ kind }) => kind)),
    quoteId: widest(lines.map(({ quoteId }) => cut(quoteId))),
    customer: widest(lines.map(({ customer }) => cut(customer))),
  };
};

/** The day stands before its first change only. */
const linesOf = ({ day, lines }: ChangeDay, widths: Widths): readonly string[] =>
  lines.map(({ kind, quoteId, customer, words }, index) =>
    [
      ` ${(index === 0 ? dayAndMonth(day) : '').padEnd(widths.day)}`,
      kind.padEnd(widths.kind),
      cut(quoteId).padEnd(widths.quoteId),
      cut(customer).padEnd(widths.customer),
      words,
    ].join('  '),
  );

/** A change as one line of JSON; `before` is under the rules compared with, `after` under the others. */
export const changeLine = ({ kind, before, after }: RulesChange, sendTime: (instant: Date) => string): string => {
  const { row } = (after ?? before).nudge;
  return JSON.stringify({
    change: kind,
    quote_id: row.quoteId,
    customer: row.customer,
    before: before && leavingJson(before, sendTime),
    after: after && leavingJson(after, sendTime),
  });
};

const leavingJson = ({ day, nudge }: Leaving, sendTime: (instant: Date) => string): object => ({
  day,
  checked: nudge.checked,
  move: nudge.move,
  step_index: nudge.stepIndex,
  send_at: sendTime(nudge.sendAt),
  owner: nudge.owner,
});
