import { type Html, html } from '../html/html.ts';
import { dataTable } from '../page/data-table.ts';
import { chip } from '../page/parts.ts';
import {
  type ChangeDay,
  type ChangeLine,
  type ChangeWeek,
  changesSummary,
  changeTones,
  changeWeeks,
  type PlanChanges,
  weekName,
} from '../views/plan-changes.ts';
import { counted } from '../words/counted.ts';
import { dayAndMonth, plainDate } from '../words/when.ts';
import { paths } from './paths.ts';

/** More would be no calendar any more, and slow on a phone. */
const MOST_LINES = 400;

/** What other rules would do: a table a week, a row for each day on which a nudge is added, moved, dropped or altered. */
export const planCalendar = (plan: PlanChanges): Html => {
  const weeks = changeWeeks(plan);
  const { shown, left } = firstLines(weeks);
  return html`<div class="stack calendar">
<p>${plainDate(plan.from)} to ${plainDate(plan.to)}, were every draft approved at once and nobody answered: <strong>${changesSummary(plan)}</strong>.</p>
${weeks.length > 0 && html`<p class="soft small">By the day on which a nudge leaves. Days that are not named stay as they are.</p>`}
${shown.map(weekTable)}
${left > 0 && html`<p class="soft">${counted(left, 'more change')} on later days; the CSV below has them all.</p>`}
</div>`;
};

/** Whole days, as many as a page holds. */
const firstLines = (weeks: readonly ChangeWeek[]): { readonly shown: readonly ChangeWeek[]; readonly left: number } => {
  let room = MOST_LINES;
  let left = 0;
  const shown = weeks.flatMap(week => {
    const days = week.days.filter(({ lines }) => {
      room -= lines.length;
      if (room >= 0 || room === MOST_LINES - lines.length) return true;
      left += lines.length;
      return false;
    });
    return days.length === 0 ? [] : [{ ...week, days }];
  });
  return { shown, left };
};

const weekTable = (week: ChangeWeek): Html =>
  dataTable({
    caption: weekName(week),
    columns: [{ name: 'Day' }, { name: 'What changes' }],
    rows: week.days.map(day => [{ body: dayAndMonth(day.day) }, { body: dayLines(day) }]),
  });

const dayLines = ({ lines }: ChangeDay): Html => html`<ul class="plain-list">${lines.map(changeLine)}</ul>`;

const changeLine = ({ kind, quoteId, customer, words }: ChangeLine): Html =>
  html`
<li>${chip(changeTones[kind], kind)} <a href="${paths.quote(quoteId)}">${quoteId}</a> <span dir="auto">${customer}</span>: ${words}</li>`;
