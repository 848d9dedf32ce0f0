import { describe, expect, test } from 'vitest';
import { docOf, understood } from './reading.ts';

const said = (sentence: string) => {
  const { owners: _owners, ...rest } = understood(docOf(sentence));
  return rest;
};

describe('quiet hours from 18:00 to 08:00, said as', () => {
  test.each([
    "Don't send anything between 6pm and 8am",
    'Do not send between 6 p.m. and 8 a.m.',
    'Do not send between 18:00 and 08:00.',
    'Do not send between 18 and 8.',
    'Do not send from 18:00 till 08:00 the next day.',
    'Never send before 8am or after 6 p.m.',
    'Do not send before 8am. Do not send after 6pm.',
    'Nothing goes out after 6pm or before 8am.',
    'No nudges between 18h and 8h',
    'No emails between six in the evening and eight in the morning.',
    'No mail after six pm until eight am',
    'Keep quiet between 6pm and 8am.',
    'Quiet hours are 6pm to 8am.',
    'Quiet hours: 18:00–08:00',
    'Quiet hours from 6 pm until 8 am.',
    'Only send between 8am and 6pm.',
    'Send only between 8am and 6pm.',
    'Send nudges between 8am and 6pm.',
    'Nudges may go out from 8am to 6pm',
    'Nudges only go out between 8am and 6pm.',
    'Do not send outside 8am to 6pm.',
    'Sending hours: 8am to 6pm',
    "Don't contact customers between 6.00pm and 8.00am.",
  ])('%s', sentence => {
    expect(said(sentence)).toEqual({ quiet_hours: ['18:00', '08:00'] });
  });

  test.each([
    'No quiet hours.',
    'There are no quiet hours',
    'Quiet hours: none',
    'Send at any hour.',
    'Nudges may go out at any time of day.',
  ])('none: %s', sentence => {
    expect(said(sentence)).toEqual({ quiet_hours: null });
  });

  test.each(['midnight and noon', '12am and 12pm', '0:00 and 12:00', '24:00 and midday'])('between %s', hours => {
    expect(said(`Do not send between ${hours}.`)).toEqual({ quiet_hours: ['00:00', '12:00'] });
  });
});

describe('weekends', () => {
  test.each([
    'Do not send on weekends.',
    'No nudges at the weekend',
    'Never contact anyone over the weekend',
    "Don't chase people on Saturdays or Sundays.",
    'Skip weekends.',
    'Weekends: skip',
    'Weekends off.',
    'Only send on working days.',
    'Send on weekdays only',
    'Only nudge Monday to Friday.',
    'Nothing on weekends.',
  ])('are skipped: %s', sentence => {
    expect(said(sentence)).toEqual({ skip_weekends: true });
  });

  test.each([
    'Weekends are fine.',
    'Weekends are OK for sending.',
    'Send on weekends too.',
    'It is fine to send on weekends.',
    'Do not skip weekends.',
    'Nudge on any day of the week.',
    'Weekends: ok',
  ])('are not: %s', sentence => {
    expect(said(sentence)).toEqual({ skip_weekends: false });
  });
});

describe('holidays', () => {
  test.each([
    ['Do not send on 25 December 2026 or 26 December.', ['2026-12-25', '--12-26']],
    ['Do not send on Dec. 25, 2026 and Jan. 1, 2027.', ['2026-12-25', '2027-01-01']],
    ['Do not send on 25 December every year or on 1 January 2027.', ['--12-25', '2027-01-01']],
    ['Do not send on the 25th of December or the 1st of January.', ['--12-25', '--01-01']],
    ['Do not send on 25 and 26 December 2026.', ['2026-12-25', '2026-12-26']],
    ['No nudges on December 24, 25 and 26, 2026', ['2026-12-24', '2026-12-25', '2026-12-26']],
    ['Do not send on 24-26 December 2026.', ['2026-12-24', '2026-12-25', '2026-12-26']],
    ['Do not send from 31 December to 1 January.', ['--12-31', '--01-01']],
    ['Do not send from 31 December 2026 to 1 January 2027.', ['2026-12-31', '2027-01-01']],
    ['Do not send on 25/12/2026, 26.12.2026 or 2027-01-01.', ['2026-12-25', '2026-12-26', '2027-01-01']],
    ['Do not send on Friday 25 December 2026.', ['2026-12-25']],
    ['Holidays: 25 December 2026, 1 January 2027', ['2026-12-25', '2027-01-01']],
    ['Public holidays are 25 December 2026 and 1 January 2027.', ['2026-12-25', '2027-01-01']],
    ['Holidays:\n- 25 December\n- 1 January 2027', ['--12-25', '2027-01-01']],
    ["We don't send on public holidays: 1 January, 25 and 26 December 2026.", ['--01-01', '2026-12-25', '2026-12-26']],
    ['No nudges on bank holidays (25 December 2026 and 1 January 2027).', ['2026-12-25', '2027-01-01']],
    ["Don't send anything on Christmas Day 2026 (25 December 2026).", ['2026-12-25']],
    ['Our office is closed on 25 December 2026 and 1 January: do not send then.', ['2026-12-25', '--01-01']],
    ['9 August is a holiday.', ['--08-09']],
    ['Skip 9 August.', ['--08-09']],
    ['Do not send on 29 February.', ['--02-29']],
    ['Do not send on 1 May. Do not send on 1 May.', ['--05-01']],
  ])('%s', (sentence, holidays) => {
    expect(said(sentence)).toEqual({ holidays });
  });

  test('"holidays" alone are those the doc or the config lists', () => {
    expect(said('Do not send on weekends or holidays. 1 May is a holiday.')).toEqual({
      skip_weekends: true,
      holidays: ['--05-01'],
    });
    const configured = understood('Do not send on public holidays.', { holidays: ['--05-01'] });
    expect(configured).toEqual({});
  });
});

describe('several things in one sentence', () => {
  test.each([
    [
      'No nudges between 7pm and 9am, on weekends, or on 26 December.',
      { quiet_hours: ['19:00', '09:00'], skip_weekends: true, holidays: ['--12-26'] },
    ],
    ['Only send between 9am and 7pm on weekdays.', { quiet_hours: ['19:00', '09:00'], skip_weekends: true }],
    ['Weekends and 25 December are off.', { skip_weekends: true, holidays: ['--12-25'] }],
    ['Do not send on weekends and never more than four nudges per quote.', { skip_weekends: true, nudge_cap: 4 }],
    [
      'Do not send between 7pm and 9am and keep three days between nudges.',
      { quiet_hours: ['19:00', '09:00'], min_gap_days: 3 },
    ],
    ['At most four nudges per quote, at least three days apart.', { nudge_cap: 4, min_gap_days: 3 }],
    ['Max. 4 nudges per quote; min. 3 days between nudges', { nudge_cap: 4, min_gap_days: 3 }],
  ])('%s', (sentence, expected) => {
    expect(said(sentence)).toEqual(expected);
  });
});

describe('a cap of four, said as', () => {
  test.each([
    'Never more than four nudges for one quote.',
    'No quote ever gets more than four reminders.',
    'At most 4 nudges per quote',
    'A quote never gets more than four nudges.',
    'No more than four follow-ups per quote.',
    'Maximum of four nudges per quote',
    'Four nudges at most.',
    'Cap nudges at four',
    'The cap is four nudges per quote.',
    'Nudge cap: 4',
    'Limit nudges to four per quote',
    'Do not chase a quote more than four times',
    'Never nudge more than four times.',
    'Each quote is nudged at most 4 times.',
    'Nudge each quote four times at most.',
    'Stop after four nudges.',
    'Four nudges per quote is the limit.',
    'Never exceed four nudges per quote.',
    'We never send more than four follow-ups for the same quote',
  ])('%s', sentence => {
    expect(said(sentence)).toEqual({ nudge_cap: 4 });
  });
});

describe('a gap of three days, said as', () => {
  test.each([
    'Leave at least three days between nudges.',
    'Keep 3 days between reminders',
    'At least 72 hours between nudges',
    'Minimum gap: 3 days',
    'The gap between nudges is at least 3 days.',
    'Nudges must be at least three days apart.',
    'Space nudges at least three days apart',
    'Never closer than three days apart.',
    'No two nudges closer than three days.',
    'Never nudge more often than every three days',
    'Not more than one nudge every three days.',
    'Wait at least three days after the last nudge',
    'Wait at least three days before nudging again',
    'Three days must pass between two nudges.',
    'There should always be three days between any two nudges.',
  ])('%s', sentence => {
    expect(said(sentence)).toEqual({ min_gap_days: 3 });
  });
});
