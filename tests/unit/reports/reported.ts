import { standingOf } from '../../../src/aggregates/contact.ts';
import type { Policy } from '../../../src/cadence/policy.ts';
import { wallClock } from '../../../src/cadence/sending-hours.ts';
import type { LocalDate } from '../../../src/kernel/local-date.ts';
import { type QuoteReport, quoteReport } from '../../../src/reports/quote-report.ts';
import { all } from '../../support/given.ts';
import { type Act, start } from '../../support/scene.ts';

export const ZONE = 'Asia/Singapore';
export const PRIYA = 'priya@harbourline.example';

export const policy: Policy = {
  timezone: ZONE,
  currency: 'SGD',
  admin: 'owner@harbourline.example',
  locale: 'en-SG',
  quietHours: ['18:00', '08:00'],
  skipWeekends: true,
  holidays: [],
  nudgeCap: 3,
  minGapDays: 2,
  tiers: [{ name: 'standard', bound: {}, nudgeDays: [3, 7], lastCallDays: 3 }],
  teams: {},
  people: { Priya: PRIYA },
  away: [],
  companyDomains: [],
  knownReps: [],
};

export const dayOf = (ts: string): LocalDate => wallClock(new Date(ts), ZONE).date;

/** A quote after the given acts, as reports of `today` see it. */
export const reported = (today: LocalDate, ...acts: readonly Act[]): QuoteReport => {
  const scene = all(...acts)(start);
  if (scene.refused !== null) throw new Error(`an act was refused: ${scene.refused}`);
  const report = quoteReport(scene.events, {
    key: scene.quote.facts?.number ?? '',
    customer: `Customer of ${scene.quote.facts?.number}`,
    contact: standingOf(scene.contact),
    policy,
    dayOf,
    asked: { today, checked: true, passedOver: null, faults: [] },
  });
  if (!report) throw new Error('the quote was never listed');
  return report;
};
