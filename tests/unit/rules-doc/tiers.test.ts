import { describe, expect, test } from 'vitest';
import { docOf, understood } from './reading.ts';

const standard = (nudge_days: number[], last_call_days: number | null = 3) => ({
  name: 'standard',
  nudge_days,
  last_call_days,
});

describe('the standard tier: 4 and 9 days, last call 2 days before expiry, said as', () => {
  test.each([
    'Standard quotes: nudge at 4 days and 9 days after sending, then a last call 2 days before the quote expires.',
    'Standard quotes: follow up after 4 days and 9 days, and make a last call 2 days before expiry.',
    'Standard quotes are chased 4 and 9 days after sending, with a last call two days before they expire.',
    'Send a nudge 4 days and 9 days after sending a standard quote, then a last call 2 days before it expires.',
    'We nudge standard quotes at day 4 and day 9, then give a last call 2 days before the quote expires.',
    'For standard quotes: first reminder after 4 days, second reminder after 9 days, final reminder 2 days before the expiry date.',
    'Standard quotes use a 4/9 cadence, then a last call 2 days before the quote expires.',
    'Standard quotes follow a 4-9 rhythm with a last call 2 days before expiry',
    'Standard quotes: 4/9, last call 2 days before expiry',
    'Standard quotes: 4/9 last 2',
    'Standard: 4/9, last call 2 days before expiry',
    'Quotes get a nudge at 4 days and 9 days after they were sent, then a last call 2 days before they expire.',
    'By default, nudge at 4 days and 9 days, then a last call 2 days before the quote expires.',
    'Nudge at 4 days and 9 days after sending, then a last call 2 days before the quote expires.',
    'Every quote: remind on day 4 and day 9, last call 2 days before the expiry date',
    'All other quotes: nudge at 4 and 9 days, last call 2 days before expiry.',
    'The rest: nudge at 4 and 9 days, last call 2 days before expiry.',
    'Everything else: nudge at 4 and 9 days, last call 2 days before expiry.',
    'Standard quotes should be followed up 4 days and 9 days after they are sent. A last call goes out 2 days before they expire.',
    'Standard quotes: nudge 4 days after sending, again 9 days after sending, and finally make a last call 2 days before expiry.',
    'Standard quotes: chase on the 4th and 9th day, last call 2 days before the expiry.',
    'Standard quotes: chase on the fourth day and the ninth day, last call 2 days before the quote runs out.',
    'Standard quotes: nudges @ 4 days & 9 days, last call 2 days before expiry',
    'Standard quotes: nudge at 4d, 9d; last call 2d before expiry.',
    'Standard quotes: a nudge after 96 hours and another after 9 days, last call 48 hours before expiry',
    'Standard quotes: remind the customer after 4 days and 9 days, then make one last call 2 days before the quote expires.',
    'Standard quotes: reach out after 4 days and again after 9 days, last call 2 days before expiry.',
    'Standard quotes: check in at 4 days and 9 days, then a final check-in 2 days before expiry.',
    'Standard quotes: send follow-up emails at 4 days and 9 days after sending, then a last-call email 2 days before the quote expires.',
    'Standard quotes: the first follow-up goes out on day 4, the second on day 9 and the last call 2 days before the quote expires.',
    'Standard quotes: nudge at 4 and 9 days; 2 days before expiry, last call.',
    'Standard quotes have two nudges (4 days and 9 days after sending) and a last call (2 days before expiry).',
    'Standard quotes: nudge at 4 days and 9 days after sending, last call 2 days prior to expiration.',
    'Standard quotes: nudge at 4 days and 9 days, then a last call when 2 days are left.',
    'Standard quotes: nudge at 4 days and 9 days, then a last call with 2 days to go.',
    "Standard quotes: nudge at 4 days and 9 days, with the last call coming 2 days before the quote's expiry date.",
    'Standard quotes: nudge 4 days after the quote goes out and 9 days after it went out, then a last call 2 days before it lapses.',
    'Standard quotes: nudge once 4 days have passed and once 9 days have passed, last call 2 days before expiry.',
    "Standard quotes: nudge 4 days after it's been sent and 9 days after it's been sent; last call 2 days before expiry.",
    'Standard quotes: after 4 days, nudge. After 9 days, nudge again. 2 days before expiry, make a last call.',
    'If there is no reply, nudge standard quotes at 4 days and 9 days, then last call 2 days before expiry.',
    'Standard quotes: nudge at 4 days and 9 days unless they have replied, then a last call 2 days before expiry.',
    'Standard quotes: nudge after 4 days, then 5 days later, with a last call 2 days before expiry.',
    'Standard quotes: nudge at 4 and 9 days, and again 2 days before expiry.',
    'Ping standard quotes at 4 and 9 days, final call 2 days before expiry',
    '**Standard quotes**: nudge at *4 days* and *9 days*, last call 2 days before expiry.',
    'Standard quotes get a nudge at 4 days, a second at 9 days, and a final call 2 days before the expiry date.',
    'A standard quote is nudged after 4 days, then after 9 days, then gets its last call 2 days before it expires.',
    'Standard quotes get their first nudge after 4 days, their second after 9 days and their last call 2 days before expiry.',
    'Standard quotes: nudge at 4 days, and if they stay quiet, again at 9 days. Last call two days before expiry.',
    '“Standard quotes” – nudge at 4 days and 9 days – last call 2 days before expiry!',
  ])('%s', sentence => {
    expect(understood(docOf(sentence)).tiers).toEqual([standard([4, 9], 2)]);
  });
});

describe('days and stops', () => {
  test.each([
    ['Standard quotes: nudge at 3, 7 and 14 days.', [3, 7, 14], 3],
    ['Standard quotes: a 3-7-14 cadence.', [3, 7, 14], 3],
    ['Standard quotes: 3/7/14 cadence, no last call', [3, 7, 14], null],
    ['Standard quotes: nudge at three, seven and fourteen days.', [3, 7, 14], 3],
    ['Standard quotes: nudge three days and a week after sending.', [3, 7], 3],
    ['Standard quotes: nudge after a fortnight and after four weeks, then leave it.', [14, 28], null],
    ['Standard quotes: nudge after twenty-one days.', [21], 3],
    ['Standard quotes: a last call the day before the quote expires.', [3, 7], 1],
    ['Standard quotes: nudge at 5 days, last call on the day it expires.', [5], 0],
    ['Last call five days before expiry.', [3, 7], 5],
    ['No last call.', [3, 7], null],
    ['Standard quotes: only a last call 3 days before expiry.', [], 3],
    ['Standard quotes: nudge at 5 days and a week later.', [5, 12], 3],
  ])('%s', (sentence, days, lastCall) => {
    expect(understood(docOf(sentence)).tiers).toEqual([standard(days, lastCall)]);
  });

  test('a standard tier under another ordinary name keeps that name', () => {
    expect(understood(docOf('Normal quotes: nudge at 4 days.')).tiers).toEqual([{ ...standard([4]), name: 'normal' }]);
  });
});

describe('a tier under 300 with one nudge on day 5 and no last call, said as', () => {
  test.each([
    'Small quotes under $300: one nudge after 5 days, then stop.',
    'Small quotes below $300 get a single nudge after 5 days and nothing more.',
    'Small quotes (less than $300): nudge once, at 5 days, then leave them alone.',
    'Small quotes under $300: nudge once after 5 days. Then stop.',
    'Small quotes under $300: nudge once after 5 days.\nThen stop.',
    'Small quotes under $300: nudge once after 5 days and then let it go.',
    'Small quotes under $300: only one nudge, at 5 days.',
    'Small quotes under $300: just one nudge at 5 days.',
    'Small quotes under $300: a single nudge at 5 days and no last call.',
    'Small quotes under $300: a single nudge at 5 days, without a last call.',
    'Small quotes under $300: nudge at 5 days only.',
    "Small quotes under $300: nudge at 5 days, then don't bother again.",
    "Small quotes under $300: nudge at 5 days and that's it.",
    'Small quotes under $300: nudge at 5 days; after that, stop.',
    'Small quotes under $300 are nudged just once, 5 days after sending.',
    'Small quotes under three hundred dollars: one nudge at 5 days, then stop.',
    'Small quotes < $300: one nudge at 5 days, then stop chasing.',
    'Small quotes under $300: don’t nudge more than once, at 5 days.',
    'Only nudge small quotes under $300 once, at 5 days.',
    'Nudge small quotes under $300 once at 5 days, then stop.',
    'Chase small quotes (under $300) once only, after 5 days.',
    'For small quotes under $300 send a single nudge at 5 days and nothing after that.',
  ])('%s', sentence => {
    expect(understood(docOf(sentence)).tiers).toEqual([
      { name: 'small', under: 300, nudge_days: [5], last_call_days: null },
    ]);
  });
});

describe('a tier that is left alone', () => {
  test.each([
    'Small quotes under $100: no chasing.',
    'Small quotes under $100 need no follow-up.',
    'Small quotes under $100: no need to follow up.',
    'Small quotes under $100: do not nudge.',
    'Small quotes under $100 are left alone.',
    'Leave small quotes under $100 alone.',
    'Never chase small quotes under $100.',
    "We don't follow up on small quotes under $100.",
    "Don't bother chasing small quotes under $100.",
  ])('%s', sentence => {
    expect(understood(docOf(sentence)).tiers).toEqual([
      { name: 'small', under: 100, nudge_days: [], last_call_days: null },
    ]);
  });
});

describe('bounds', () => {
  test.each([
    ['over $20,000', { over: 20_000 }],
    ['above $20,000', { over: 20_000 }],
    ['worth more than $20,000', { over: 20_000 }],
    ['exceeding USD 20,000', { over: 20_000 }],
    ['> US$20,000', { over: 20_000 }],
    ['(over 20k)', { over: 20_000 }],
    ['over 20 000 dollars', { over: 20_000 }],
    ["over $20'000", { over: 20_000 }],
    ['over 20 thousand dollars', { over: 20_000 }],
    ['over $1.5m', { over: 1_500_000 }],
    ['over $499.99', { over: 499.99 }],
    ['over $1.200,50', { over: 1200.5 }],
    ['of at least $20,000', { at_least: 20_000 }],
    ['from $20,000', { at_least: 20_000 }],
    ['of $20,000 or more', { at_least: 20_000 }],
    ['($20,000 and up)', { at_least: 20_000 }],
    ['($20,000+)', { at_least: 20_000 }],
    ['≥ $20,000', { at_least: 20_000 }],
    ['greater than or equal to $20,000', { at_least: 20_000 }],
    ['under $500', { under: 500 }],
    ['below $500', { under: 500 }],
    ['for less than $500', { under: 500 }],
    ['up to $500', { up_to: 500 }],
    ['of $500 or less', { up_to: 500 }],
    ['not exceeding $500', { up_to: 500 }],
    ['at most $500', { up_to: 500 }],
    ['between $5,000 and $20,000', { at_least: 5000, up_to: 20_000 }],
    ['from $5,000 to $20,000', { at_least: 5000, up_to: 20_000 }],
    ['($5k–20k)', { at_least: 5000, up_to: 20_000 }],
    ['over $5,000 and up to $20,000', { over: 5000, up_to: 20_000 }],
    ['over $5,000 but under $20,000', { over: 5000, under: 20_000 }],
  ])('special quotes %s', (bound, expected) => {
    expect(understood(docOf(`Special quotes ${bound}: nudge at 4 days, then stop.`)).tiers).toEqual([
      { name: 'special', ...expected, nudge_days: [4], last_call_days: null },
    ]);
  });

  test.each([
    ['SGD', 'over S$20,000', 20_000],
    ['SGD', 'over $20,000', 20_000],
    ['SGD', 'over SGD 20 000', 20_000],
    ['EUR', 'over €1.200,00', 1200],
    ['EUR', 'over 1200 euros', 1200],
    ['GBP', 'over £5k', 5000],
    ['INR', 'over ₹1,20,000', 120_000],
    ['SEK', 'over 12 000 kr', 12_000],
    ['MYR', 'over RM5,000', 5000],
    ['JPY', 'over ¥500,000', 500_000],
  ])('in %s, "%s" is understood', (currency, bound, over) => {
    const said = understood(docOf(`Big quotes ${bound}: nudge at 4 days.`), { currency });
    expect(said.tiers?.[0]).toMatchObject({ name: 'big', over });
  });

  test('a configured locale breaks the tie of 1.200', () => {
    const german = { currency: 'EUR', locale: 'de-DE', localeConfigured: true };
    expect(understood(docOf('Big quotes over €1.200: nudge at 4 days.'), german).tiers?.[0]).toMatchObject({
      over: 1200,
    });
  });
});

describe('names', () => {
  test.each([
    ['High-value quotes over $20,000: 6/14 cadence.', 'high-value'],
    ['VERY LARGE QUOTES OVER $20,000: 6/14 CADENCE.', 'very large'],
    ['Use a slower 6/14 cadence for key quotes over $20,000.', 'key'],
    ['Large quotations over $20,000: 6/14 cadence.', 'large'],
    ['Anything over $20,000 is large and gets a 6/14 cadence.', 'large'],
    ['Quotes over $20,000 are large: nudge them at 6 and 14 days.', 'large'],
    ['Quotes worth more than $20,000 are high-value quotes: nudge at 6 and 14 days.', 'high-value'],
    ['Large means over $20,000. Large quotes: 6/14 cadence.', 'large'],
    ['Large quotes are those over $20,000. They get a 6/14 cadence.', 'large'],
    ['Large quotes get a 6/14 cadence.\n\nLarge quotes are those over $20,000.', 'large'],
    ['Quotes over $20,000: 6/14 cadence.', 'over 20000'],
    ['If a quote is over $20,000, follow up after 6 and 14 days.', 'over 20000'],
    ['High-value quotes over $20,000: 6/14, gently, so nobody feels pushed.', 'high-value'],
    ['High-value quotes over $20,000 (our best customers): because they need time, 6/14 cadence.', 'high-value'],
  ])('%s', (sentence, name) => {
    expect(understood(docOf(sentence)).tiers).toEqual([{ name, over: 20_000, nudge_days: [6, 14], last_call_days: 3 }]);
  });
});

describe('the last call of a tier that is silent on it', () => {
  const big = 'Big quotes over $9,000: nudge at 6 days.';

  test('is the standard tier’s', () => {
    const said = understood(docOf(big, 'Standard quotes: nudge at 4 days, last call 5 days before expiry.'));
    expect(said.tiers?.map(tier => tier.last_call_days)).toEqual([5, 5]);
  });

  test('is none where the standard tier has none', () => {
    const said = understood(docOf(big, 'Standard quotes: nudge at 4 days, no last call.'));
    expect(said.tiers?.map(tier => tier.last_call_days)).toEqual([null, null]);
  });

  test('is the config’s where the doc has no standard tier', () => {
    const defaultCadence = { nudgeDays: [2], lastCallDays: 9 };
    expect(understood(docOf(big), { defaultCadence }).tiers?.[0]?.last_call_days).toBe(9);
  });
});

test('nested tiers are fine', () => {
  const doc = docOf('Big quotes over $9,000: 5/12.', 'Huge quotes over $90,000: 7/21.', 'Tiny quotes under $90: 4.');
  expect(understood(doc.replace(': 4.', ': one nudge at 4 days.')).tiers?.map(({ name }) => name)).toEqual([
    'big',
    'huge',
    'tiny',
  ]);
});
