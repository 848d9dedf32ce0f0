import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { linesOfHtml } from '../../src/quote-intake/layout/lines-of-html.ts';
import { linesOfText } from '../../src/quote-intake/layout/lines-of-text.ts';
import type { FieldName, QuoteFields } from '../../src/quote-intake/quote-fields.ts';
import { readPaper, readText } from '../unit/quote-intake/read-text.ts';

/** Words that rules look for, in any order, with what may stand between them. */
const words = fc
  .array(
    fc.constantFrom(
      'Quote',
      'No.',
      'Angebot',
      'Nr.',
      'Q-1042',
      'Total',
      'incl.',
      'VAT',
      '1,200.00',
      '€1.200',
      '1 200,00',
      '3 March 2026',
      '03/04/2026',
      'valid until',
      'gültig bis',
      '30 days',
      'Bill to',
      'Nordlicht GmbH',
      'Kunde:',
      '\n',
      '   ',
      '(',
      ')',
      '%',
      '合計',
    ),
    { maxLength: 60 },
  )
  .map(parts => parts.join(' '));

const VALUE: Readonly<Record<FieldName, (fields: QuoteFields) => unknown>> = {
  customer: fields => fields.customer,
  contact_email: fields => fields.contactEmail,
  quote_id: fields => fields.quoteId,
  amount_minor: fields => fields.amountMinor,
  currency: fields => fields.currency,
  sent_date: fields => fields.sentDate,
  expiry_date: fields => fields.expiryDate,
  pdf: fields => fields.pdf,
};

describe('whatever a mail says', () => {
  it('it is read without a crash, and a field is missing if and only if it has no value', () => {
    fc.assert(
      fc.property(fc.oneof(words, fc.string({ unit: 'grapheme', maxLength: 400 })), text => {
        const fields = readText(text);
        for (const [name, value] of Object.entries(VALUE)) {
          expect(fields.missing.some(missing => missing === name)).toBe(value(fields) === null);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('each word of evidence stands in the original', () => {
    fc.assert(
      fc.property(words, text => {
        const { evidence } = readPaper(text);
        const original = text.replace(/\s+/g, ' ');
        for (const { marks } of Object.values(evidence)) {
          for (const mark of marks) expect(original).toContain(mark.replace(/\s+/g, ' '));
        }
      }),
      { numRuns: 300, examples: [['3 March 2026 gültig bis']] },
    );
  });

  it('a quote never ends before it was sent', () => {
    fc.assert(
      fc.property(words, text => {
        const { sentDate, expiryDate } = readPaper(text);
        expect(sentDate === null || expiryDate === null || expiryDate > sentDate).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it('HTML loses none of its visible letters', () => {
    const html = fc.array(
      fc.constantFrom('<td>', '</td>', '<tr>', '</tr>', '<table>', '</table>', '<p>', '</div>', 'a', 'b c', '<br>'),
      { maxLength: 40 },
    );
    fc.assert(
      fc.property(html, parts => {
        const letters = (text: string): string => [...text.replace(/[^abc]/g, '')].sort().join('');
        const wanted = letters(parts.filter(part => !part.startsWith('<')).join(''));
        const got = letters(
          linesOfHtml(parts.join(''))
            .lines.flatMap(line => line.cells.map(cell => cell.text))
            .join(''),
        );
        expect(got).toBe(wanted);
      }),
    );
  });

  it('plain text keeps its order', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 200 }), text => {
        const cells = linesOfText(text).flatMap(line => line.cells);
        expect(cells.every(cell => cell.right > cell.x && cell.text.trim() === cell.text)).toBe(true);
      }),
    );
  });
});
