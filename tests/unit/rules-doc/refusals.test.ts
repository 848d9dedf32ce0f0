import { describe, expect, test } from 'vitest';
import { docOf, errorsOf } from './reading.ts';

/** Every sentence is the doc's first line; the expectation is part of what was expected in its place. */
const refused = (sentence: string, expected: string, line = 1) => {
  const errors = errorsOf(docOf(sentence));
  expect(errors).toHaveLength(1);
  expect(errors[0]?.line).toBe(line);
  expect(errors[0]?.expected).toContain(expected);
};

describe('a cadence that is not wholly understood', () => {
  test.each([
    ['Nudge at 3 dyas.', '"dyas" is not understood'],
    ['Standard quotes: nudge at 3 days and on Fridays.', '"fridays" is not understood'],
    ['Standard quotes: nudge at 3 days, except for VIPs.', '"except for vips" is not understood'],
    ['Standard quotes: nudge at 3 days unless the customer is a friend.', 'unless'],
    ['Standard quotes: nudge at 3 days\nunless the customer is a friend.', 'unless'],
    ['STANDARD QUOTES: NUDGE AT 3 DAYS\nUNLESS THE CUSTOMER IS A FRIEND', 'unless'],
    ['Standard quotes: nudge at 3 days if the amount is large.', 'nudge days'],
    ['Standard quotes: nudge at 3 days for new customers.', 'nudge days'],
    ['Standard quotes: nudge after 3 months.', 'months'],
    ['Standard quotes: nudge after 3 working days.', 'working days'],
    ['Standard quotes: nudge at 3 days, a third at 9 days.', 'the first nudge, then the second'],
    ['Standard quotes: nudge weekly.', 'weekly'],
    ['Standard quotes: nudge every 3 days.', 'every'],
    ['Standard quotes: nudge once a week.', 'after a week'],
    ['Standard quotes: nudge a few days after sending.', 'few days'],
    ['Standard quotes: nudge soon.', 'soon'],
    ['Standard quotes: nudge within 3 days.', 'within'],
    ['Standard quotes: nudge between 3 and 7 days after sending.', 'between'],
    ['Standard quotes: nudge 3-7 days after sending.', 'nudge days'],
    ['Standard quotes: nudge at 3 or 7 days.', 'or'],
    ['Standard quotes: nudge at least 3 days after sending.', 'nudge days'],
    ['Standard quotes: nudge at about 3 days.', 'about'],
    ['Standard quotes: nudge at 3.5 days.', 'nudge days'],
    ['Standard quotes: nudge at -3 days.', 'nudge days'],
    ['Standard quotes: nudge 3 days before sending.', 'nudge days'],
    ['Standard quotes: nudge at 3 days in the morning.', 'morning'],
    ['Standard quotes: nudge at 3 days and 7 days after the first meeting.', 'meeting'],
    ['Standard quotes: call the customer at 3 days.', 'call customer'],
    ['Small quotes in Singapore under $500: one nudge at 4 days.', 'nudge days'],
    ['Small quotes under 500 apples: one nudge at 4 days.', 'apples'],
    ['Quotes over $20,000 or from VIPs: nudge at 3 days.', 'nudge days'],
    ['Quotes from the events team: nudge at 2 days.', 'such as'],
    ['Do not use a 5/12 cadence for quotes over $20,000.', 'not use'],
    ['Please chase late payers.', 'late payers'],
    ['We send quotes by e-mail.', 'nudge days'],
    ['Reminders are annoying.', 'annoying'],
    ['Nudge.', 'nudge days'],
    ['Never nudge.', 'nudge days'],
    ['Quotes expire after 30 days.', 'nudge days'],
    ['Small quotes under $500: nudge at 4 days, and do not send on weekends.', 'part this sentence in two'],
    ['Do not nudge quotes under $500 and send on weekends.', 'part this sentence in two'],
    ['Do not send between 6pm and 8am and send on weekends.', 'part this sentence in two'],
    ['Standard quotes: nudge at 4 days\nwhen you feel like it.', 'feel like it'],
  ])('%s', refused);
});

describe('a cadence that can’t stand', () => {
  test.each([
    ['Standard quotes: nudge at 7 days and 3 days.', 'rise'],
    ['Standard quotes: nudge at 3 days and 3 days.', 'rise'],
    ['Standard quotes: nudge at 0 days.', '1 to 365'],
    ['Standard quotes: nudge at 400 days.', '1 to 365'],
    ['Standard quotes: nudge after 36 hours.', 'whole days'],
    ['Standard quotes: nudge at 3 days, then a last call.', 'in days before expiry'],
    ['Standard quotes: nudge at 3 days, last call at 3 days.', 'in days before expiry'],
    ['Standard quotes: nudge at 3 days, then a last call 3 days after expiry.', 'nudge days'],
    ['Standard quotes: nudge at 3 days, last call 400 days before expiry.', '365'],
    ['Standard quotes: last call 3 days and 5 days before expiry.', 'expiry'],
    ['Standard quotes: 3 days and 7 days before expiry.', 'before expiry'],
    ['Standard quotes: two nudges at 3, 7 and 14 days.', 'as many days as nudges'],
    ['Standard quotes: a single nudge at 3 and 7 days.', 'as many days as nudges'],
    ['Standard quotes: second nudge at 3 days, first nudge at 7 days.', 'the first nudge, then the second'],
    ['Standard quotes: stop after 30 days.', 'before the stop'],
    ['Do not nudge at 3 days.', 'nudge days before the stop'],
    ['Standard quotes over $500: nudge at 3 days.', 'no bound on the standard tier'],
    ['Small quotes: nudge at 4 days.', 'a bound on the amount'],
    ['Do not nudge small quotes.', 'a bound on the amount'],
    ['Big quotes between $900 and $100: nudge at 4 days.', 'the smaller number first'],
    ['Big quotes under $0: nudge at 4 days.', 'some amount can meet'],
    ['Big quotes over $900: no last call.', 'the nudge days of big quotes'],
    ['Small quotes under €500: nudge at 4 days.', 'an amount in USD'],
    ['Small quotes under S$500: nudge at 4 days.', 'an amount in USD'],
    ['Small quotes under 500 EUR: nudge at 4 days.', 'an amount in USD'],
    ['Small quotes under five hundred euros: nudge at 4 days.', 'an amount in USD'],
    ['Small quotes under 1.200: nudge at 4 days.', 'one reading'],
  ])('%s', refused);
});

describe('misspellings', () => {
  test.each([
    ['nugde at 3 days', '"nudge" in place of "nugde"'],
    ['Nuddge at 3 days', '"nudge" in place of "nuddge"'],
    ['Chsae at 3 days', '"chase" in place of "chsae"'],
    ['Remnider at 3 days.', '"reminder" in place of "remnider"'],
    ['Folow up at 3 days.', '"follow-up" in place of "folow up"'],
    ['Lst call 3 days before expiry', '"last call" in place of "lst call"'],
    ['A 3/7 cadance for all quotes.', '"cadence" in place of "cadance"'],
    ['Sned nothing on weekends.', '"send" in place of "sned"'],
    ['Standard quotes: nudge at 3 days, last call 3 days before expirey.', '"expiry" in place of "expirey"'],
    ['Quotes from the events team defualt to Priya.', '"default" in place of "defualt"'],
    ['Priya is away 3-4 May 2027, Sam coverz.', '"covers" in place of "coverz"'],
    ['Standrad quotes: nudge at 3 days and 7 days.', '"standard quotes" in place of "standrad quotes"'],
    ['Standrad quotes: 3/7.', '"standard quotes" in place of "standrad quotes"'],
    ['Standrad quotes over $500: nudge at 3 days.', '"standard quotes" in place of "standrad quotes"'],
    [
      'Small quotes under $500: once at 4 days.\nSmal quotes: no last call.',
      '"small quotes" in place of "smal quotes"',
      2,
    ],
    ['Priya is away 3–14 August 2026, Smam covers.', 'did you mean Sam?'],
    ['Pirya is away 3–14 August 2026, Sam covers.', 'did you mean Priya?'],
    ['Quotes from the events team default to Priyaa.', 'did you mean Priya?'],
  ])('%s', refused);
});

describe('when to send', () => {
  test.each([
    ['Do not send between 8am and 8am.', 'leave part of the day open'],
    ['Do not send after 6pm.', 'both ends'],
    ['Do not send before 8am.', 'both ends'],
    ['Do not send between 25pm and 8am.', 'a time of day'],
    ['Do not send between 6 and 8.', 'a time of day'],
    ['Do not send after 6 o’clock or before 8am.', 'am or pm'],
    ['Do not send between 6pm and 8am on weekends.', 'such as'],
    ['Do not send between 6pm and 8am Singapore time.', 'such as'],
    ['Do not send on Fridays.', 'such as'],
    ['Do not send at night.', 'such as'],
    ['Do not send late.', 'such as'],
    ['Do not send to VIPs.', 'such as'],
    ['No mails on Fridays.', 'such as'],
    ['Do not send on public holidays.', 'dates of the holidays'],
    ['Do not send on public holidays: Christmas Day.', 'a date in place of "christmas day"'],
    ['Do not send on public holidays: 31 February 2026.', 'a date that exists'],
    ['Do not send on public holidays: 25 December 2026 before 10am.', 'such as'],
    ['Do not send on public holidays before 25 December 2026.', 'such as'],
    ['Do not send on public holidays except 25 December 2026.', 'such as'],
    ['Send only on public holidays: 25 December 2026.', 'such as'],
    ['Do not send on Christmas Day.', 'a date in place of "christmas day"'],
    ['Holidays: Good Friday', 'a date in place of "good friday"'],
    ['Do not send on 31 February 2026.', 'a date that exists'],
    ['Do not send on Monday 25 December 2026.', 'a weekday and a date that agree'],
    ['Do not send on 03/04/2026.', 'write the month as a word'],
    ['Do not send on 25 December 2026 every year.', 'a day of one year'],
    ['Do not send from 1 January 2026 to 31 December 2026.', 'at most 62 days'],
    ['Send on weekends. Do not send on weekends.', 'one rule for weekends'],
    ['Do not send between 6pm and 8am. Quiet hours are 7pm to 8am.', 'the same quiet hours'],
    ['No quiet hours. Do not send between 6pm and 8am.', 'the same quiet hours'],
  ])('%s', refused);
});

describe('limits', () => {
  test.each([
    ['Never more than three nudges for one quote. Never more than four nudges for one quote.', 'one cap on nudges'],
    ['Never more than three nudges per customer.', 'a limit'],
    ['Never more than three nudges per week.', 'a limit'],
    ['Never more than three nudges a day.', 'a limit'],
    ['Never more than three nudges for two quotes.', 'a limit'],
    ['Never more than a few nudges.', 'a limit'],
    ['Never more than zero nudges.', 'from 1 to 100'],
    ['Never more than one last call per quote.', 'a limit'],
    ['Never more than three nudges for one quote, except large ones.', 'a limit'],
    ['Leave three days between nudges. Leave four days between nudges.', 'one gap'],
    ['Leave two working days between nudges.', 'a limit'],
    ['Leave 36 hours between nudges.', 'whole days'],
    ['Leave some time between nudges.', 'a limit'],
    ['Leave two days between them, if possible.', 'a limit'],
  ])('%s', refused);
});

describe('people', () => {
  test.each([
    ['Quotes from the events team default to Bob.', '"Bob is bob@your-company.com"'],
    ['Quotes from the events team default to Priya. Quotes from the events team default to Sam.', 'one default person'],
    ['Quotes default to Sam.', 'one team by its name'],
    ['All other quotes default to Sam.', 'one team by its name'],
    ['All quotes belong to Sam.', 'one team by its name'],
    ['All but catering quotes belong to Sam.', 'one team by its name'],
    ['Not all catering quotes belong to Sam.', 'one team by its name'],
    ['All open catering quotes belong to Sam.', 'one team by its name'],
    ['All big quotes belong to Sam.', 'one team by its name'],
    ['All these quotes belong to Sam.', 'one team by its name'],
    ['All non-catering quotes belong to Sam.', 'one team by its name'],
    ['Quotes without an owner default to Sam.', 'one team by its name'],
    ['Standard quotes default to Sam.', 'only teams have a default person'],
    ['Big quotes over $900: 5/12.\nBig quotes default to Sam.', 'only teams have a default person', 2],
    ['Quotes from the events team default to Priya on Mondays.', 'a team and its person'],
    ['Quotes from the events team over $500 default to Sam.', 'a team and its person'],
    ['Priya is away 3–14 August 2026, Bob covers.', '"Bob is bob@your-company.com"'],
    ['Bob is away 3–14 August 2026, Sam covers.', '"Bob is bob@your-company.com"'],
    ['Priya is away 3–14 August 2026.', 'who covers for Priya'],
    ['Priya is away 3–14 August 2026, nobody covers.', 'who covers'],
    ['Priya is away 3–14 August 2026, Priya covers.', 'someone else'],
    ['Priya is away 14–3 August 2026, Sam covers.', 'not after the last'],
    ['Priya is away 3–14 August, Sam covers.', 'the year of every date'],
    ['Priya is away in August, Sam covers.', 'who is away'],
    ['Priya is away until 14 August 2026, Sam covers.', 'the first and the last day'],
    ['Priya is away next week, Sam covers.', 'who is away'],
    ['Priya is away until Friday.', 'who is away'],
    ['Priya is away 03/08/2026 to 04/08/2026, Sam covers.', 'write the month as a word'],
    ['Priya is away 1 May 2027 to 1 June 2030, Sam covers.', 'at most two years'],
    ['Priya is away 3–14 August 2026, Sam covers only the big ones.', 'who covers'],
    ['Sam covers for Priya.', 'the days away'],
    ['Our insurance covers damage.', 'who covers'],
  ])('%s', refused);

  test('a person with two addresses', () => {
    const errors = errorsOf('Priya is priya@x.example.\nSam is sam@x.example.\nPriya is priya@y.example.');
    expect(errors).toEqual([
      { line: 3, sentence: 'Priya is priya@y.example.', expected: expect.stringContaining('one address for Priya') },
    ]);
  });

  test('two who cover for each other on one day', () => {
    const errors = errorsOf(
      docOf('Priya is away 3–14 August 2026, Sam covers.', 'Sam is away 14–20 August 2026, Priya covers.'),
    );
    expect(errors.map(({ line }) => line)).toEqual([1, 3]);
    expect(errors[0]?.expected).toContain('it comes back to Priya');
  });

  test('one absence with two covers', () => {
    const errors = errorsOf(
      docOf('Priya is away 3–14 August 2026, Sam covers.', 'Priya is away 14–20 August 2026, Mei Lin covers.'),
    );
    expect(errors).toEqual([
      expect.objectContaining({ line: 3, expected: expect.stringContaining('one cover for Priya') }),
    ]);
  });
});

describe('tiers against each other', () => {
  test.each([
    ['Small quotes under $500: once at 4 days.', 'Tiny quotes under $500: once at 5 days.', 'are for the same amounts'],
    [
      'Small quotes under $500: once at 4 days.',
      'Mid quotes between $400 and $900: once at 5 days.',
      'overlap in part',
    ],
    ['Small quotes up to $500: once at 4 days.', 'Mid quotes from $500 to $900: once at 5 days.', 'overlap in part'],
    [
      'Small quotes under $500: once at 4 days.',
      'Small quotes under $600: once at 4 days.',
      'one bound for small quotes',
    ],
    ['Small quotes under $500: once at 4 days.', 'Small quotes: once at 5 days.', 'the same nudge days'],
    ['Standard quotes: nudge at 4 days.', 'Normal quotes: nudge at 5 days.', 'the same nudge days'],
    ['Nudge at 4 days, no last call.', 'Last call 3 days before expiry.', 'the same last call'],
  ])('%s / %s', (one, other, expected) => {
    const errors = errorsOf(docOf(one, other));
    expect(errors).toEqual([{ line: 3, sentence: other, expected: expect.stringContaining(expected) }]);
  });
});

describe('words that change the sentence before them', () => {
  test.each([
    ['Standard quotes: nudge at 3 days. Except for VIPs.', 'Except for VIPs.'],
    ['Standard quotes: nudge at 3 days. Unless they are friends.', 'Unless they are friends.'],
    ['Standard quotes: nudge at 3 days. This does not apply to VIPs.', 'This does not apply to VIPs.'],
    ['Do not send on weekends. Except for VIPs.', 'Except for VIPs.'],
    ['Small quotes under $500: once at 4 days.\n\nThen stop.', 'Then stop.'],
    ['Small quotes under $500: once at 4 days.\nNo last call.', 'No last call.'],
    ['Small quotes under $500: once at 4 days, then stop. Nudge at 3 and 7 days.', 'Nudge at 3 and 7 days.'],
    ['High-value quotes over $20,000 matter most. Nudge at 5 and 12 days.', 'Nudge at 5 and 12 days.'],
  ])('%s', (text, sentence) => {
    expect(errorsOf(docOf(text))).toEqual([expect.objectContaining({ sentence })]);
  });
});

test('every fault of the doc is listed, by line, with the sentence as it is written', () => {
  const doc = 'Nudge  at 3 dyas.\n\n- “Small quotes”: nudge once\n- All is well.\n\nPriya is away,\nSam covers.';
  expect(errorsOf(doc).map(({ line, sentence }) => [line, sentence])).toEqual([
    [1, 'Nudge at 3 dyas.'],
    [3, '“Small quotes”: nudge once'],
    [6, 'Priya is away, Sam covers.'],
  ]);
});
