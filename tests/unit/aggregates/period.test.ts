import * as E from 'fp-ts/lib/Either.js';
import { describe, expect, it } from 'vitest';
import type { Decision } from '../../../src/aggregates/decider.ts';
import {
  claimReport,
  endDay,
  evolveReportRun,
  finishReport,
  initialReportRun,
  type ReportRunEvent,
  type ReportRunState,
  recordReport,
  reportRunAggregate,
} from '../../../src/aggregates/report-run.ts';

const NOON = new Date('2026-03-16T00:00:00.000Z');
const later = (minutes: number): Date => new Date(NOON.getTime() + minutes * 60_000);

const of = { report: 'digest', date: '2026-03-16' };
const claim = (state: ReportRunState, now = NOON) =>
  claimReport(state, { ...of, recipientRef: 'r', tokenHash: 't', expiresAt: null }, { to: 'a@b.example' }, now);
const record = (state: ReportRunState) =>
  recordReport(
    state,
    { ...of, recipientRef: 'r', bodyKey: 'k', tokenHash: 't', expiresAt: null },
    { to: 'a@b.example' },
  );
const finish = (state: ReportRunState) => finishReport(state, { ...of, letters: 2 });

/** What the state becomes when the decision is taken into the log at `at`. */
const taken = (state: ReportRunState, decision: Decision<ReportRunEvent>, at = NOON): ReportRunState => {
  if (E.isLeft(decision)) throw new Error(decision.left.refusal);
  if (decision.right === null) return state;
  const past = { version: state.version + 1, ts: at.toISOString(), by: { system: 'digest' } };
  return evolveReportRun(state, { ...decision.right, ...past });
};

const claimed = taken(initialReportRun, claim(initialReportRun));

describe('a report to one person', () => {
  it('is claimed by one run only', () => {
    expect(claim(initialReportRun)).toMatchObject({ right: { type: 'ReportClaimed' } });
    expect(claim(claimed, later(1))).toEqual(
      E.left({ refusal: 'BeingMade', because: 'another run is making this report' }),
    );
    expect(claimed).toEqual({ ...initialReportRun, version: 1, claimedAt: '2026-03-16T00:00:00.000Z' });
  });

  it('is taken over from a run that was cut off', () => {
    expect(claim(claimed, later(9.9))).toMatchObject({ left: { refusal: 'BeingMade' } });
    expect(claim(claimed, later(10))).toMatchObject({ right: { type: 'ReportClaimed' } });
  });

  it('is sent once, whoever asks again and when', () => {
    const sent = taken(claimed, record(claimed));
    expect(claim(sent, later(60))).toEqual(E.right(null));
    expect(record(sent)).toEqual(E.right(null));
  });
});

describe('a whole run of a report', () => {
  it('is over once', () => {
    const finished = taken(claimed, finish(claimed));
    expect(finish(finished)).toEqual(E.right(null));
    expect(claim(finished, later(60))).toEqual(E.right(null));
  });
});

const checked: Parameters<typeof endDay>[1] = {
  checked: '2026-03-16',
  versions: { sheet: 's', rules: 'r', voice: 'v', config: 'c', code: 'k' },
  counts: { offered: 1 },
  quotes: { offered: ['Q-1'] },
  detailKey: 'k',
  detailHash: 'h',
  until: 'u',
  root: 'r',
  streams: 1,
};

describe('a day’s check', () => {
  it('is closed once, and what it found is kept', () => {
    const closed = taken(initialReportRun, endDay(initialReportRun, checked));
    expect(closed).toEqual({ ...initialReportRun, version: 1, checked });
    expect(endDay(closed, { ...checked, root: 'other' })).toEqual(E.right(null));
  });
});

describe('an auditor reads of a period', () => {
  const shown = (state: ReportRunState): string => reportRunAggregate.summarize(state, {} as never);
  it('how far it is', () => {
    expect(shown(initialReportRun)).toBe('not yet');
    expect(shown(claimed)).toBe('being made');
    expect(shown(taken(claimed, record(claimed)))).toBe('sent');
    expect(shown(taken(claimed, finish(claimed)))).toBe('out to everybody');
    expect(shown(taken(initialReportRun, endDay(initialReportRun, checked)))).toBe('checked');
  });
});
