import type { Move } from '../../events/quote-events.ts';
import { addDays, type LocalDate, weekday } from '../../kernel/local-date.ts';
import { type Html, html } from '../html/html.ts';
import { chip } from '../page/parts.ts';
import type { Tone } from '../views/table.ts';
import { counted } from '../words/counted.ts';
import { moveName } from '../words/move-name.ts';
import { dayAndMonth, plainDate } from '../words/when.ts';
import { paths } from './paths.ts';

/** A nudge that new rules add, drop, or move from another day. */
export interface PlanChange {
  readonly day: LocalDate;
  readonly quoteId: string;
  readonly customer: string;
  readonly move: Move;
  readonly change: 'added' | 'dropped' | 'moved';
  /** The day it had before; null unless moved. */
  readonly from: LocalDate | null;
}

export interface PlanChanges {
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly changes: readonly PlanChange[];
}

const TONES: Readonly<Record<PlanChange['change'], Tone>> = { added: 'good', dropped: 'stop', moved: 'info' };

/** What new rules would do: the weeks to come, with every nudge that is added, moved or dropped. */
export const planCalendar = ({
  from,
  to,
  changes,
}: PlanChanges): Html => html`<section class="sheet"><h2>What the newest rules change</h2>
<p class="soft">${plainDate(from)} to ${plainDate(to)}, if nobody answered: ${summary(changes)}.</p>
${
  changes.length > 0 &&
  html`<ul class="calendar">${daysOf(from, to).map(day =>
    dayCell(
      day,
      from,
      changes.filter(change => change.day === day),
    ),
  )}</ul>`
}</section>`;

const summary = (changes: readonly PlanChange[]): string => {
  const count = (kind: PlanChange['change']): number => changes.filter(({ change }) => change === kind).length;
  if (changes.length === 0) return 'nothing changes';
  return `${counted(count('added'), 'nudge')} added, ${count('moved')} moved, ${count('dropped')} dropped`;
};

/** Whole weeks, Monday first. */
const daysOf = (from: LocalDate, to: LocalDate): readonly LocalDate[] => {
  const first = addDays(from, 1 - weekday(from));
  const days: LocalDate[] = [];
  for (let day = first; day <= to || days.length % 7 !== 0; day = addDays(day, 1)) days.push(day);
  return days;
};

const dayCell = (day: LocalDate, from: LocalDate, changes: readonly PlanChange[]): Html => html`
<li class="day ${changes.length === 0 && 'quiet'} ${day < from && 'past'}"><p class="soft small">${dayAndMonth(day)}</p>${changes.map(changeLine)}</li>`;

const changeLine = ({ quoteId, customer, move, change, from }: PlanChange): Html =>
  html`<p class="small">${chip(TONES[change], change)} <a class="nowrap" href="${paths.quote(quoteId)}" title="${customer}">${quoteId}</a> ${moveName(move)}${from !== null && html`<span class="soft"> from ${dayAndMonth(from)}</span>`}</p>`;
