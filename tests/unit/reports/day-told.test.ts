import { describe, expect, it } from 'vitest';
import { type DayTold, dayTold } from '../../../src/reports/day-told.ts';

const nothing: DayTold = {
  mail: { sent: [], deferred: [], refused: 0, unknown: 0 },
  outcomes: {},
  isWorkingDay: true,
};
const told = (over: Partial<Omit<DayTold, 'mail'>> & { readonly mail?: Partial<DayTold['mail']> }): string =>
  dayTold({ ...nothing, ...over, mail: { ...nothing.mail, ...over.mail } }).join(' ');

describe('why nothing left on a day', () => {
  it('is said of a day without quotes, and of one that is no working day', () => {
    expect(told({})).toBe('No nudge left on this day. No quote was open.');
    expect(told({ isWorkingDay: false, outcomes: { 'no-working-day': 3 } })).toContain('It was no working day');
  });

  it('tells drafts that were made or still waited from quotes that rested', () => {
    expect(told({ outcomes: { first_nudge: 2, 'draft-waiting': 1, answered: 4 } })).toBe(
      'No nudge left on this day. The check found 2 quotes due and had their drafts written: a draft leaves only once it is approved. 1 draft from days before still waited for a decision.',
    );
    expect(told({ outcomes: { answered: 4 } })).toContain('looked at 4 quotes and found none that was due');
  });

  it('gives the reasons for which approved drafts had to wait, each once', () => {
    expect(told({ mail: { deferred: ['sending is paused', 'sending is paused', 'quiet hours'] } })).toContain(
      '3 approved drafts had to wait: sending is paused and quiet hours.',
    );
  });

  it('says what left, per move, and what went wrong', () => {
    expect(told({ mail: { sent: ['followup', 'first_nudge', 'followup'], refused: 1, unknown: 2 } })).toBe(
      '3 nudges left: 1 first nudge and 2 follow-ups. No quote was open. The mail service refused 1 nudge. Of 2 nudges nobody knows whether it left.',
    );
  });

  it('says nothing of a check that has not ended', () => {
    expect(told({ outcomes: null })).toBe('No nudge left on this day.');
  });
});
