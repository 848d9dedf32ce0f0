import { type ComingEvent, clockPage } from '../../letters/console/clock-page.ts';
import { paths } from '../../letters/console/paths.ts';
import { moveName } from '../../letters/words/move-name.ts';
import type { Recurring } from '../schedule.ts';
import { shown } from './answers.ts';
import type { ConsoleResponse } from './request.ts';
import { aroundOf, type Visit } from './visit.ts';

const NAMES: Readonly<Record<Recurring, string>> = {
  'daily-check': 'Daily check',
  digest: 'Weekly digest',
  summary: 'Monthly summary',
  sweep: 'Sweep',
  sync: 'Sheet and docs are read',
};

const MOST_SHOWN = 40;

/** Where the clock stands, where it can be moved, and what comes next. */
export const showClock = async (visit: Visit, problem?: string): Promise<ConsoleResponse> => {
  const { context, business } = visit;
  return shown(
    clockPage({
      around: aroundOf('clock', visit),
      today: business.today,
      coming: (await comingEvents(visit)).slice(0, MOST_SHOWN),
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
