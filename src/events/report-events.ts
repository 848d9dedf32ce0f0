import * as t from 'io-ts';
import { defineEvent, nullable } from './event-type.ts';
import { day } from './scalars.ts';

// ~period/<report>/<date>/<recipient ref>: what happens once per period.
export const DayChecked = defineEvent(
  'DayChecked',
  t.intersection([
    t.type({
      checked: day,
      versions: t.type({ sheet: t.string, rules: t.string, voice: t.string, config: t.string, code: t.string }),
      counts: t.record(t.string, t.number),
      /** Reason or move → quote numbers; null when too long for one item, then it lies at `detailKey`. */
      quotes: nullable(t.record(t.string, t.array(t.string))),
      detailKey: t.string,
      detailHash: t.string,
      /** Root over the heads of all streams as of this instant, hex. */
      until: t.string,
      root: t.string,
      streams: t.number,
    }),
    /** Quotes that rested because a stream (theirs, or their contact's) cannot be read or written; not all of very many. */
    t.partial({
      faults: t.array(t.type({ quote: t.string, stream: t.string, version: nullable(t.number), kind: t.string })),
    }),
  ]),
);
export const ReportSent = defineEvent(
  'ReportSent',
  t.type({
    report: t.string,
    date: day,
    recipientRef: t.string,
    bodyKey: t.string,
    tokenHash: nullable(t.string),
    expiresAt: nullable(t.string),
  }),
  t.type({ to: t.string }),
);
/** A report to one person is being made, and whoever appended this makes it. Its token's hash stands here before the mail leaves. */
export const ReportClaimed = defineEvent(
  'ReportClaimed',
  t.type({
    report: t.string,
    date: day,
    recipientRef: t.string,
    tokenHash: nullable(t.string),
    expiresAt: nullable(t.string),
  }),
  nullable(t.type({ to: t.string })),
  2,
);
/** Everybody who is to get the report of this date has it. */
export const ReportFinished = defineEvent('ReportFinished', t.type({ report: t.string, date: day, letters: t.number }));
export const reportEventTypes = [DayChecked, ReportSent, ReportClaimed, ReportFinished] as const;
