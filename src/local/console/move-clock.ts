import { DateTime } from 'luxon';
import { addDays, isLocalDate } from '../../kernel/local-date.ts';
import { type ClockAct, clockActs, TO } from '../../letters/console/clock-page.ts';
import { paths } from '../../letters/console/paths.ts';
import { ACT } from '../../letters/page/parts.ts';
import { seeOther, troubled } from './answers.ts';
import type { ConsoleResponse } from './request.ts';
import { showClock } from './show-clock.ts';
import type { Visit } from './visit.ts';

const LONGEST_JOURNEY_DAYS = 400;
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
      const last = addDays(business.today, LONGEST_JOURNEY_DAYS);
      if (!isLocalDate(to) || to <= business.today || to > last)
        return showClock(visit, `Give a date after today, at most ${LONGEST_JOURNEY_DAYS} days ahead.`);
      await context.moveTo(DateTime.fromISO(to, { zone: timezone }).set({ hour: ARRIVAL_HOUR }).toJSDate());
      return seeOther(paths.clock, 'moved');
    }
  }
};
