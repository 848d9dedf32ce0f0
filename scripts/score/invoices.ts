import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import * as E from 'fp-ts/lib/Either.js';
import { parseMessage } from '../../src/adapters/mail/parse-message.ts';
import { readPdf } from '../../src/adapters/pdf/read-pdf.ts';
import { minorDigits } from '../../src/kernel/money.ts';
import { withoutTitle } from '../../src/quote-intake/fields/party-name.ts';
import type { PdfPages } from '../../src/quote-intake/pdf-pages.ts';
import type { QuoteFields } from '../../src/quote-intake/quote-fields.ts';
import { type PdfReader, readQuoteMail, readQuotePdf } from '../../src/quote-intake/read-quote-mail.ts';
import type { Score } from './score.ts';

const GOALS = { number: 0.9, total: 0.9, date: 0.9, customer: 0.85, expiry: 0.85 } as const;
type Field = keyof typeof GOALS;
const FIELDS = Object.keys(GOALS) as Field[];

/** What a paper says, in the same words for both sets; null: it does not say, or nobody noted it. */
interface Paper {
  readonly file: string;
  readonly wanted: Readonly<Record<Field, string | null>>;
}
type Tally = Record<Field, { all: number; right: number; wrong: number }>;

const SETTINGS = { currency: 'USD', companyDomains: [], ownAddresses: [] };
const OWN = join(import.meta.dirname, '../../tests/fixtures/quotes');

/**
 * Number, total, date, customer and expiry read from business papers: those of `FOLDER/invoices`, whose expectations come
 * from the XML inside them (so they are scored by their print alone as well), and our own made-up quotes. Wrong values are counted apart from empty ones. The goal is over
 * both sets together.
 */
export const score = async (folder: string): Promise<Score> => {
  const lines: string[] = [];
  const invoices = await scoreSet(join(folder, 'invoices'), invoicePapers, lines);
  const printed = await scoreSet(join(folder, 'invoices'), invoicePapers, [], withoutData);
  const own = await scoreSet(OWN, ownPapers, lines);
  for (const [name, tally] of [
    ['invoices', invoices],
    ['invoices, by their print alone', printed],
    ['made-up quotes', own],
  ] as const) {
    const parts = FIELDS.filter(field => tally[field].all > 0).map(
      field => `${field} ${tally[field].right}/${tally[field].all} (${tally[field].wrong} wrong)`,
    );
    lines.push(`${name}: ${parts.join(', ')}`);
  }
  const ok = FIELDS.every(f => invoices[f].right + own[f].right >= GOALS[f] * (invoices[f].all + own[f].all));
  return { name: 'invoices', lines, ok };
};

const scoreSet = async (
  root: string,
  papersIn: (json: unknown) => readonly Paper[],
  lines: string[],
  reader: PdfReader = readPdf,
): Promise<Tally> => {
  const tally = Object.fromEntries(FIELDS.map(field => [field, { all: 0, right: 0, wrong: 0 }])) as Tally;
  const list = join(root, 'expected.json');
  if (!existsSync(list)) return tally;
  for (const { file, wanted } of papersIn(JSON.parse(await readFile(list, 'utf8')))) {
    const got = gotOf(await read(join(root, file), reader));
    for (const field of FIELDS) {
      const want = wanted[field];
      if (want === null) continue;
      const value = got[field];
      tally[field].all += 1;
      if (value === want) tally[field].right += 1;
      else {
        if (value !== null) tally[field].wrong += 1;
        lines.push(`${file}: ${field} is ${want}, ${value === null ? 'not found' : `read as ${value}`}`);
      }
    }
  }
  return tally;
};

const withoutData: PdfReader = async bytes =>
  E.map(({ embedded: _, ...pages }: PdfPages): PdfPages => pages)(await readPdf(bytes));

const read = async (path: string, reader: PdfReader): Promise<QuoteFields | null> => {
  const bytes = await readFile(path);
  if (path.endsWith('.pdf')) {
    const pages = await reader(bytes);
    return E.isRight(pages) ? readQuotePdf(basename(path), pages.right, SETTINGS) : null;
  }
  const message = await parseMessage(bytes);
  return E.isRight(message) ? (await readQuoteMail(message.right, reader, SETTINGS)).fields : null;
};

const gotOf = (fields: QuoteFields | null): Record<Field, string | null> => ({
  number: fields?.quoteId ?? null,
  total: amountText(fields?.amountMinor ?? null, fields?.currency ?? 'EUR'),
  date: fields?.sentDate ?? null,
  customer: plain(fields?.customer ?? null),
  expiry: fields?.expiryDate ?? null,
});

const amountText = (minor: number | null, currency: string): string | null =>
  minor === null ? null : (minor / 10 ** minorDigits(currency)).toFixed(2);

/** A form of address is no part of the name a person would write in the sheet. */
const plain = (name: string | null): string | null =>
  name === null ? null : withoutTitle(name.replace(/\s+/g, ' ').trim()).toLowerCase();

const invoicePapers = (json: unknown): readonly Paper[] =>
  (json as { path: string; id: string; date: string | null; total: string; buyer: string }[]).map(paper => ({
    file: paper.path,
    wanted: {
      number: paper.id,
      total: Number(paper.total).toFixed(2),
      date: paper.date?.replace(/^(\d{4})(\d\d)(\d\d)$/, '$1-$2-$3') ?? null,
      customer: plain(paper.buyer),
      expiry: null,
    },
  }));

const ownPapers = (json: unknown): readonly Paper[] =>
  (
    json as {
      file: string;
      quote_id: string | null;
      amount_minor: number | null;
      currency: string | null;
      sent_date: string | null;
      customer: string | null;
      expiry_date: string | null;
    }[]
  ).map(paper => ({
    file: paper.file,
    wanted: {
      number: paper.quote_id,
      total: amountText(paper.amount_minor, paper.currency ?? 'EUR'),
      date: paper.sent_date,
      customer: plain(paper.customer),
      expiry: paper.expiry_date,
    },
  }));
