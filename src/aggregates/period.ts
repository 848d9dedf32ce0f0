import { defineAggregate } from '../events/aggregate.ts';
import { type HappenedOf, happened, type PastOf } from '../events/define-event.ts';
import {
  DayChecked,
  type periodEventTypes,
  ReportClaimed,
  ReportSent,
  periodEventTypes as types,
} from '../events/other-events.ts';
import { accept, alreadySo, type Decision } from './decision.ts';

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
  readonly claimedAt: string | null;
  readonly sent: boolean;
}

export const untouchedPeriod: PeriodState = { version: 0, checked: null, claimedAt: null, sent: false };

const apply = (state: PeriodState, event: PastPeriodEvent): PeriodState => {
  switch (event.type) {
    case 'DayChecked':
      return { ...state, checked: event.data };
    case 'ReportClaimed':
      return { ...state, claimedAt: event.ts };
    case 'ReportSent':
      return { ...state, sent: true };
  }
};

export const evolvePeriod = (state: PeriodState, event: PastPeriodEvent): PeriodState => ({
  ...apply(state, event),
  version: event.version,
});

export const periodAggregate = defineAggregate(types, {
  initial: untouchedPeriod,
  evolve: evolvePeriod,
  display: (state: PeriodState) =>
    state.sent ? 'sent' : state.checked ? 'checked' : state.claimedAt ? 'being made' : 'not yet',
});

// Decisions.
export const endDay = (state: PeriodState, data: HappenedOf<typeof DayChecked>['data']): Decision<PeriodEvent> =>
  state.checked ? alreadySo : accept(happened(DayChecked, data, null));

/** Claimed before it is made, so that two runs at once do not both send. A claim that led nowhere is taken over. */
export const claimReport = (
  state: PeriodState,
  data: HappenedOf<typeof ReportClaimed>['data'],
): Decision<PeriodEvent> => (state.sent ? alreadySo : accept(happened(ReportClaimed, data, null)));

export const recordReport = (
  state: PeriodState,
  data: HappenedOf<typeof ReportSent>['data'],
  sealed: HappenedOf<typeof ReportSent>['sealed'],
): Decision<PeriodEvent> => (state.sent ? alreadySo : accept(happened(ReportSent, data, sealed)));
