import { DateTime } from 'luxon';
import { addDays, isLocalDate, type LocalDate } from '../kernel/local-date.ts';
import type { Recurring } from '../local/scheduler.ts';
import { ACT, button, field, form, note, type Target } from '../presentation/components/parts.ts';
import { type Html, html } from '../presentation/html.ts';
import { clockTime, localDateOf, longDate, longMoment, relativeDay } from '../presentation/when.ts';
import { moveName } from '../presentation/wording.ts';
import { type Around, consolePage, paths } from './console-page.ts';
import { type ConsoleResponse, seeOther, shown, troubled } from './request.ts';
import { aroundOf, type Visit } from './visit.ts';

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

const NAMES: Readonly<Record<Recurring, string>> = {
  'daily-check': 'Daily check',
  digest: 'Weekly digest',
  summary: 'Monthly summary',
  sweep: 'Sweep',
  sync: 'Sheet and docs are read',
};

const MAX_SHOWN = 40;

/** Where the clock stands, where it can be moved, and what comes next. */
export const showClock = async (visit: Visit, problem?: string): Promise<ConsoleResponse> => {
  const { context, business } = visit;
  return shown(
    clockPage({
      around: aroundOf('clock', visit),
      today: business.today,
      coming: (await comingEvents(visit)).slice(0, MAX_SHOWN),
      target: { action: paths.clock, hidden: {} },
      fixed: context.fixed,
      realNow: context.moved() ? context.realNow().toISOString() : null,
      ...(problem === undefined ? {} : { problem }),
    }),
  );
};

/** What recurs, and of each approved draft the sending, soonest first. */
const comingEvents = async ({ context, shelf }: Visit): Promise<readonly ComingEvent[]> => {
  const tasks = (await context.driver().coming()).flatMap(({ at, what }) =>
    what === 'send' ? [] : [{ at: at.toISOString(), what: NAMES[what], quoteId: null }],
  );
  const sends = shelf.quotes.flatMap(({ state: { draft, facts } }) =>
    draft?.status === 'approved' && draft.sendAfter !== null && facts
      ? [{ at: draft.sendAfter, what: `The ${moveName(draft.move)} leaves`, quoteId: facts.number }]
      : [],
  );
  return [...tasks, ...sends].sort((a, b) => (a.at < b.at ? -1 : 1));
};

const MAX_JOURNEY_DAYS = 400;
/** The morning's check is made by then, so that the day asked for shows what it brought. */
const ARRIVAL_HOUR = 12;

const isAct = (act: string): act is ClockAct => clockActs.some(known => known === act);

/** Moves the clock; everything due on the way happens before the answer comes. */
export const moveClock = async (visit: Visit): Promise<ConsoleResponse> => {
  const { context, request, business } = visit;
  const act = request.form[ACT] ?? '';
  if (context.fixed !== null) return troubled(409, { kind: 'refused', because: context.fixed, link: paths.clock });
  if (!isAct(act)) return showClock(visit);
  const { timezone } = business.policy;
  switch (act) {
    case 'back':
      if (!context.moved()) return seeOther(paths.clock, 'no-journey');
      await context.backToNow();
      return seeOther(paths.clock, 'back');
    case 'day':
      // A day by the wall clock: nine stays nine over a clock change.
      await context.moveTo(DateTime.fromJSDate(business.now, { zone: timezone }).plus({ days: 1 }).toJSDate());
      return seeOther(paths.clock, 'moved');
    case 'next': {
      const [next] = await context.driver().coming();
      if (next) await context.moveTo(next.at);
      return seeOther(paths.clock, 'moved');
    }
    case 'to': {
      const to = (request.form[TO] ?? '').trim();
      const last = addDays(business.today, MAX_JOURNEY_DAYS);
      if (!isLocalDate(to) || to <= business.today || to > last)
        return showClock(visit, `Give a date after today, at most ${MAX_JOURNEY_DAYS} days ahead.`);
      await context.moveTo(DateTime.fromISO(to, { zone: timezone }).set({ hour: ARRIVAL_HOUR }).toJSDate());
      return seeOther(paths.clock, 'moved');
    }
  }
};
