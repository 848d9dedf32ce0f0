import type { IntakeSettings } from '../../../src/quote-intake/context.ts';
import { linesOfText } from '../../../src/quote-intake/layout/lines-of-text.ts';
import type { QuoteFields } from '../../../src/quote-intake/quote-fields.ts';
import { readQuote } from '../../../src/quote-intake/read-quote.ts';
import type { Envelope } from '../../../src/quote-intake/source.ts';

/** A mail of 2 March 2026 from the business to Anna Berg, as little else as possible. */
export const ENVELOPE: Envelope = {
  from: [{ name: 'Priya Nair', address: 'priya@harbourline.example' }],
  to: [{ name: 'Anna Berg', address: 'anna@nordlicht.example' }],
  cc: [],
  sent: { day: '2026-03-02', words: 'Mon, 2 Mar 2026 09:12:00 +0800' },
};

export const SETTINGS: IntakeSettings = { currency: 'USD', companyDomains: [], ownAddresses: [] };

interface Said {
  readonly subject?: string;
  readonly envelope?: Envelope;
  readonly settings?: Partial<IntakeSettings>;
}

/** The fields of a mail that says this. */
export const readText = (body: string, { subject = '', envelope = ENVELOPE, settings }: Said = {}): QuoteFields =>
  readQuote(
    {
      pieces: [
        { origin: 'subject', lines: linesOfText(subject) },
        { origin: 'body', lines: linesOfText(body) },
      ],
      envelope,
      links: [],
      data: [],
      fileNames: [],
    },
    { ...SETTINGS, ...settings },
  );

/** The fields of a paper of one page that has this text, laid out with blanks. */
export const readPaper = (text: string, settings: Partial<IntakeSettings> = {}): QuoteFields =>
  readQuote(
    {
      pieces: [{ origin: 'pdf:paper.pdf', lines: linesOfText(text) }],
      envelope: null,
      links: [],
      data: [],
      fileNames: ['paper.pdf'],
    },
    { ...SETTINGS, ...settings },
  );
