import { defineAggregate } from '../events/aggregate.ts';
import { type HappenedOf, happened, type PastOf } from '../events/define-event.ts';
import {
  DayChecked,
  type periodEventTypes,
  ReportClaimed,
  ReportFinished,
  ReportSent,
  periodEventTypes as types,
} from '../events/other-events.ts';
import { accept, alreadySo, type Decision, refuse } from './decision.ts';

// Events: what is done once per period (a day's check, a recipient's digest of a week).
type PeriodEventType = (typeof periodEventTypes)[number];
type HappenedOfEach<T> = T extends PeriodEventType ? HappenedOf<T> : never;
type PastOfEach<T> = T extends PeriodEventType ? PastOf<T> : never;
export type PeriodEvent = HappenedOfEach<PeriodEventType>;
export type PastPeriodEvent = PastOfEach<PeriodEventType>;

// Fold.
export interface PeriodState {
  readonly version: number;
  readonly checked: PastOf<typeof DayChecked>['data'] | null;
  /** UTC instant, ISO, of the newest claim. */
  readonly claimedAt: string | null;
  readonly sent: boolean;
  readonly finished: boolean;
}

export const untouchedPeriod: PeriodState = {
  version: 0,
  checked: null,
  claimedAt: null,
  sent: false,
  finished: false,
};

const apply = (state: PeriodState, event: PastPeriodEvent): PeriodState => {
  switch (event.type) {
    case 'DayChecked':
      return { ...state, checked: event.data };
    case 'ReportClaimed':
      return { ...state, claimedAt: event.ts };
    case 'ReportSent':
      return { ...state, sent: true };
    case 'ReportFinished':
      return { ...state, finished: true };
  }
};

export const evolvePeriod = (state: PeriodState, event: PastPeriodEvent): PeriodState => ({
  ...apply(state, event),
  version: event.version,
});

const displayPeriod = ({ checked, claimedAt, sent, finished }: PeriodState): string => {
  if (sent) return 'sent';
  if (finished) return 'out to everybody';
  if (checked) return 'checked';
  return claimedAt === null ? 'not yet' : 'being made';
};

export const periodAggregate = defineAggregate(types, {
  initial: untouchedPeriod,
  evolve: evolvePeriod,
  display: displayPeriod,
});

// Decisions.
export const endDay = (state: PeriodState, data: HappenedOf<typeof DayChecked>['data']): Decision<PeriodEvent> =>
  state.checked ? alreadySo : accept(happened(DayChecked, data, null));

/** Making and sending a report takes seconds. A claim that led nowhere for so long was cut off, and is taken over. */
export const REPORT_CLAIM_MS = 10 * 60_000;

/** Claimed before it is made: of two runs at once only the one whose event this becomes makes and sends it. */
export const claimReport = (
  state: PeriodState,
  data: HappenedOf<typeof ReportClaimed>['data'],
  sealed: HappenedOf<typeof ReportClaimed>['sealed'],
  now: Date,
): Decision<PeriodEvent, 'BeingMade'> => {
  if (state.sent || state.finished) return alreadySo;
  const age = state.claimedAt === null ? Number.POSITIVE_INFINITY : now.getTime() - Date.parse(state.claimedAt);
  return age < REPORT_CLAIM_MS
    ? refuse('BeingMade', 'another run is making this report')
    : accept(happened(ReportClaimed, data, sealed));
};

export const recordReport = (
  state: PeriodState,
  data: HappenedOf<typeof ReportSent>['data'],
  sealed: HappenedOf<typeof ReportSent>['sealed'],
): Decision<PeriodEvent> => (state.sent ? alreadySo : accept(happened(ReportSent, data, sealed)));

/** The whole run is over: nobody looks at this period again. */
export const finishReport = (
  state: PeriodState,
  data: HappenedOf<typeof ReportFinished>['data'],
): Decision<PeriodEvent> => (state.finished ? alreadySo : accept(happened(ReportFinished, data, null)));
