import { describe, expect, test } from 'vitest';
import { docOf, errorsOf, readingOf } from './reading.ts';

const WITHOUT_NUMBERS = [
  'We love our customers.',
  'Be polite and friendly.',
  'Priya likes tea.',
  'Priya and Sam run the shop.',
  'Thank you!',
  "That's all.",
  'Our standard is high.',
  'We judge each case on its merits.',
  'Spend wisely and lend a hand.',
  'Judges and phases, empires and remainders.',
  'Weekends are busy.',
  'Ask Priya if anything is unclear.',
  'If in doubt, ask.',
  'Our bank is closed on public holidays.',
  'The catering team is great.',
  'The events team is Priya, Sam and Mei Lin.',
  'The catering team goes to Italy.',
  'Priya handles events.',
  'Sam is off sugar.',
  'Most quotes are small.',
  'Every quote is numbered.',
  'Weekends are off limits for parking.',
  'Please call before noon.',
  'Do not contact us on weekends.',
  'No parking on weekends.',
  'Author: Priya',
  'The rest is history.',
  'Nothing is free.',
];

const WITH_NUMBERS = [
  'Our office is at 12 High Street.',
  'Our office is open from 9am to 6pm, Monday to Friday.',
  'Quotes are valid for 30 days.',
  'Every quote carries a 10% deposit.',
  'We give a 5% discount on orders over $10,000.',
  "Quotes over $50,000 need the director's signature.",
  'Write to us at hello@x.example with questions.',
  'The catering team cooks for 200 guests.',
  'Priya joined in 2019.',
  'Closed on 25 December 2026.',
  'Last updated 3 March 2026.',
  'The phone number is +65 6123 4567.',
  'The remainder is due within fourteen days, in two parts.',
  'Two of us speak Malay.',
  'Staff get 14 days of leave.',
  'Staff holidays: 14 days.',
  'Delivery: 3 days.',
  'Anything over $500 ships free.',
  'The limit is 40 guests.',
  'At most 3 guests per table.',
  'Keep 2 metres between tables.',
  'Leave at least two days for printing.',
  'The team meets on Mondays at 10am.',
];

describe('prose that is not about following up is let be', () => {
  test.each(WITHOUT_NUMBERS)('%s', sentence => {
    expect(readingOf(docOf(sentence)).notUsed).toEqual([]);
  });

  test.each(WITH_NUMBERS)('and listed as not used, having a number, a date or money: %s', sentence => {
    expect(readingOf(docOf(sentence)).notUsed).toEqual([{ line: 1, sentence }]);
  });

  test('and between rules it takes nothing from them', () => {
    const plain = docOf('Standard quotes: nudge at 4 days.', 'Do not send on weekends.');
    const wordy = docOf(
      ...WITHOUT_NUMBERS,
      'Standard quotes: nudge at 4 days.',
      ...WITH_NUMBERS,
      'Do not send on weekends.',
    );
    expect(readingOf(wordy).rules).toEqual(readingOf(plain).rules);
  });
});

describe('titles and headings are let be', () => {
  test.each([
    'Quote follow-up rules',
    'Follow-up rules for Harbourline',
    'How we chase our quotes',
    'FOLLOW-UP RULES',
    'Reminders',
    'Sending times',
    'Who covers',
    'When we send',
    'Cadence:',
    '# Follow-ups',
    '## Nudges and last calls',
    'Follow-ups\n==========',
  ])('%s', title => {
    expect(errorsOf(`${title}\n\n${docOf('Standard quotes: nudge at 4 days.')}`)).toEqual([]);
  });

  test.each(['Chase VIPs first', '# Never chase VIPs', 'Send quotes', 'Follow up daily'])(
    '%s is no title',
    sentence => {
      expect(errorsOf(docOf(sentence))).toHaveLength(1);
    },
  );
});

test('a tier that is only described is not used', () => {
  const reading = readingOf(docOf('Big quotes are those over $9,000.'));
  expect(reading.rules.tiers).toEqual([]);
  expect(reading.notUsed).toEqual([{ line: 1, sentence: 'Big quotes are those over $9,000.' }]);
});

test('an empty doc says nothing', () => {
  for (const text of ['', '\ufeff', '\r\n\r\n', '   \n\t\n']) {
    expect(readingOf(text)).toEqual({
      rules: { tiers: [], teams: {}, people: {}, away: [] },
      sentences: {},
      notUsed: [],
    });
  }
});
