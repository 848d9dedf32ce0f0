import type { DraftFacts } from '../ports/model.ts';
import type { Placeholder } from './read-voice.ts';

const factOf = (facts: DraftFacts, name: Placeholder): string | null => {
  switch (name) {
    case 'customer':
      return facts.customer;
    case 'quote':
      return facts.quoteId;
    case 'amount':
      return facts.amount;
    case 'sent':
      return facts.sent;
    case 'expires':
      return facts.expires;
    case 'link':
      return facts.link;
    case 'rep':
      return facts.rep;
  }
};

const NAMES: Readonly<Record<string, Placeholder>> = {
  customer: 'customer',
  quote: 'quote',
  amount: 'amount',
  sent: 'sent',
  expires: 'expires',
  link: 'link',
  rep: 'rep',
};

/** A sentence and the space after it; a line without a full stop is one sentence. */
const SENTENCES = /[^.!?]*(?:[.!?](?!\s|$)[^.!?]*)*(?:[.!?]+(?=\s|$)\s*|$)/g;

/**
 * The template with the quote's facts. A sentence that names a fact which this quote does not have (no expiry, no
 * link) is left out whole: half a sentence must not reach a customer.
 */
export const fillTemplate = (template: string, facts: DraftFacts): string =>
  template
    .split('\n')
    .map(line => fillLine(line, facts))
    .filter((line): line is string => line !== null)
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();

const fillLine = (line: string, facts: DraftFacts): string | null => {
  if (!line.includes('{')) return line;
  const kept = (line.match(SENTENCES) ?? [line]).filter(sentence => !lacks(sentence, facts));
  const filled = kept.join('').replace(/\{\s*(\w+)\s*\}/g, (whole, name: string) => {
    const known = NAMES[name.toLowerCase()];
    return known === undefined ? whole : (factOf(facts, known) ?? '');
  });
  return filled.trim() === '' ? null : filled.trimEnd();
};

const lacks = (sentence: string, facts: DraftFacts): boolean =>
  [...sentence.matchAll(/\{\s*(\w+)\s*\}/g)].some(([, name = '']) => {
    const known = NAMES[name.toLowerCase()];
    return known !== undefined && factOf(facts, known) === null;
  });
