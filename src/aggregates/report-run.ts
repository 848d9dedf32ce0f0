import { type NewEventOf, newEvent, type RecordedEventOf } from '../events/event-type.ts';
import {
  DayChecked,
  ReportClaimed,
  ReportFinished,
  ReportSent,
  type reportEventTypes,
  reportEventTypes as types,
} from '../events/report-events.ts';
import { type Decision, defineAggregate, emit, noChange, refuse } from './decider.ts';

// Events: what is done once per period (a day's check, a recipient's digest of a week).
type PeriodEventType = (typeof reportEventTypes)[number];
type HappenedOfEach<T> = T extends PeriodEventType ? NewEventOf<T> : never;
type PastOfEach<T> = T extends PeriodEventType ? RecordedEventOf<T> : never;
export type ReportRunEvent = HappenedOfEach<PeriodEventType>;
export type RecordedReportEvent = PastOfEach<PeriodEventType>;

// Fold.
export interface ReportRunState {
  readonly version: number;
  readonly checked: RecordedEventOf<typeof DayChecked>['data'] | null;
  /** UTC instant, ISO, of the newest claim. */
  readonly claimedAt: string | null;
  readonly sent: boolean;
  readonly finished: boolean;
}

export const initialReportRun: ReportRunState = {
  version: 0,
  checked: null,
  claimedAt: null,
  sent: false,
  finished: false,
};

const apply = (state: ReportRunState, event: RecordedReportEvent): ReportRunState => {
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

export const evolveReportRun = (state: ReportRunState, event: RecordedReportEvent): ReportRunState => ({
  ...apply(state, event),
  version: event.version,
});

const displayPeriod = ({ checked, claimedAt, sent, finished }: ReportRunState): string => {
  if (sent) return 'sent';
  if (finished) return 'out to everybody';
  if (checked) return 'checked';
  return claimedAt === null ? 'not yet' : 'being made';
};

export const reportRunAggregate = defineAggregate(types, {
  initial: initialReportRun,
  evolve: evolveReportRun,
  summarize: displayPeriod,
});

// Decisions.
export const endDay = (state: ReportRunState, data: NewEventOf<typeof DayChecked>['data']): Decision<ReportRunEvent> =>
  state.checked ? noChange : emit(newEvent(DayChecked, data, null));

/** Making and sending a report takes seconds. A claim that led nowhere for so long was cut off, and is taken over. */
export const REPORT_CLAIM_MS = 10 * 60_000;

/** Claimed before it is made: of two runs at once only the one whose event this becomes makes and sends it. */
export const claimReport = (
  state: ReportRunState,
  data: NewEventOf<typeof ReportClaimed>['data'],
  sealed: NewEventOf<typeof ReportClaimed>['sealed'],
  now: Date,
): Decision<ReportRunEvent, 'BeingMade'> => {
  if (state.sent || state.finished) return noChange;
  const age = state.claimedAt === null ? Number.POSITIVE_INFINITY : now.getTime() - Date.parse(state.claimedAt);
  return age < REPORT_CLAIM_MS
    ? refuse('BeingMade', 'another run is making this report')
    : emit(newEvent(ReportClaimed, data, sealed));
};

export const recordReport = (
  state: ReportRunState,
  data: NewEventOf<typeof ReportSent>['data'],
  sealed: NewEventOf<typeof ReportSent>['sealed'],
): Decision<ReportRunEvent> => (state.sent ? noChange : emit(newEvent(ReportSent, data, sealed)));

/** The whole run is over: nobody looks at this period again. */
export const finishReport = (
  state: ReportRunState,
  data: NewEventOf<typeof ReportFinished>['data'],
): Decision<ReportRunEvent> => (state.finished ? noChange : emit(newEvent(ReportFinished, data, null)));
