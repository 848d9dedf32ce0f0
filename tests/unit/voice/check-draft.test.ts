import { describe, expect, test } from 'vitest';
import type { DraftFacts } from '../../../src/ports/model.ts';
import { faultOfDraft } from '../../../src/voice/check-draft.ts';

const facts: DraftFacts = {
  quoteId: 'Q-1',
  customer: 'Northwind',
  amount: 'SGD 1,200.00',
  sent: '3 March 2026',
  expires: null,
  link: 'https://files.harbourline.example/Q-1.pdf',
  rep: 'Priya',
};
const template = 'Hello, our quote {quote} is at shop.harbourline.example.';
const fault = (text: string): string | null => faultOfDraft(text, template, facts);

describe('5.2 what a model writes is shown only if it says nothing of its own', () => {
  test('the facts and the template’s own words may stand in it', () => {
    expect(
      fault('Our quote Q-1 of 3 March 2026 over SGD 1,200.00: https://files.harbourline.example/Q-1.pdf'),
    ).toBeNull();
    expect(fault('See shop.harbourline.example, please. Kind regards')).toBeNull();
  });

  test.each([
    ['a link', 'Pay at https://pay.elsewhere.example/now'],
    ['a link without a scheme', 'Pay at pay.elsewhere.example, please'],
    ['a link without a scheme at the end of a sentence', 'More at elsewhere.example.'],
    ['an address', 'Write to boss@elsewhere.example'],
    ['an amount', 'Now 12,345.67 only'],
    ['a percentage', 'Now 77 % off'],
    ['a telephone number', 'Call 0900 666 111'],
    ['a discount', 'We give you a discount'],
    ['nothing', ' '],
  ])('%s that is made up may not', (_, text) => {
    expect(fault(`Hello Northwind, about Q-1. ${text}`.replace(/^.* {2}$/, ''))).not.toBeNull();
  });

  test('an abbreviation is no link', () => {
    expect(fault('We are open in the morning, e.g. at a.m. hours, i.e. before noon.')).toBeNull();
  });
});
