import type { LocalDate } from '../../kernel/local-date.ts';
import { type Html, html } from '../html/html.ts';
import { button, field, form, note, type Target } from '../page/parts.ts';
import { clockTime, localDateOf, longDate, longMoment, relativeDay } from '../words/when.ts';
import { type Around, consolePage } from './console-page.ts';
import { paths } from './paths.ts';

export const clockActs = ['day', 'next', 'to', 'back'] as const;
export type ClockAct = (typeof clockActs)[number];

/** The date to move to. */
export const TO = 'to';

export interface ComingEvent {
  /** UTC instant, ISO. */
  readonly at: string;
  readonly what: string;
  readonly quoteId: string | null;
}

export interface ClockPage {
  readonly around: Around;
  readonly today: LocalDate;
  /** What comes next, soonest first. */
  readonly coming: readonly ComingEvent[];
  readonly target: Target;
  /** Why the clock cannot be moved; null when it can. */
  readonly fixed: string | null;
  readonly problem?: string;
  /** The real time (UTC instant, ISO), when the clock was moved. */
  readonly realNow: string | null;
}

/** The clock that the system goes by: where it stands, where it can be moved, and what comes next. */
export const clockPage = (page: ClockPage): string => {
  const { around, coming, fixed } = page;
  return consolePage(around, {
    heading: 'Clock',
    body: html`<div class="split even"><div class="stack">${standing(page)}${fixed === null ? moves(page) : note('info', fixed)}</div>${comingSheet(coming, page)}</div>`,
  });
};

const standing = ({
  around: { now, zone, moved },
  realNow,
}: ClockPage): Html => html`<section class="sheet"><h2 class="unseen">Now</h2>
<p class="big-clock"><time datetime="${now}">${clockTime(now, zone)}</time></p>
<p>${longDate(localDateOf(now, zone))} <span class="soft">(${zone})</span></p>
<p class="soft">${moved && realNow !== null ? `Moved. Really it is ${longMoment(realNow, zone)}.` : 'The real time.'}</p></section>`;

const moves = (page: ClockPage): Html => {
  const { target, around, today, problem, coming } = page;
  const [next] = coming;
  return html`<section class="sheet"><h2>Move it</h2>
${form(
  target,
  html`<div class="actions">${button('day', 'A day on', 'main-act')}${button('next', 'To the next event')}</div>
${next !== undefined && html`<p class="soft">Next: ${next.what}, ${longMoment(next.at, around.zone)}.</p>`}`,
)}
<hr>
${form(target, [
  field({
    name: TO,
    label: 'To a date',
    kind: 'date',
    value: '',
    min: today,
    required: true,
    hint: 'Everything due on the way happens, in order.',
    ...(problem === undefined ? {} : { problem }),
  }),
  html`<div class="actions">${button('to', 'Move there')}</div>`,
])}
${around.moved && html`<hr>${form(target, html`<div class="actions">${button('back', 'Back to now', 'stops')}</div><p class="soft">Everything is again as it was before the journey.</p>`)}`}</section>`;
};

const comingSheet = (
  coming: readonly ComingEvent[],
  { around: { zone }, today }: ClockPage,
): Html => html`<section class="sheet"><h2>What comes next</h2>
${
  coming.length === 0
    ? html`<p class="soft">Nothing is due.</p>`
    : html`<ul class="rows coming">${coming.map(
        ({ at, what, quoteId }) => html`
<li><p><strong>${what}</strong>${quoteId !== null && html` <a href="${paths.quote(quoteId)}">${quoteId}</a>`}</p><p class="soft small"><time datetime="${at}">${longMoment(at, zone)}</time>, ${relativeDay(localDateOf(at, zone), today)}</p></li>`,
      )}</ul>`
}</section>`;
