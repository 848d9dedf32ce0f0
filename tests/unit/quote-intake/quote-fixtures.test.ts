import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import * as E from 'fp-ts/lib/Either.js';
import { afterAll, describe, expect, it } from 'vitest';
import { quoteFixtures } from '../../../scripts/make-quote-fixtures.ts';
import type { Expected } from '../../../scripts/quote-fixtures/expected.ts';
import { parseMessage } from '../../../src/adapters/mail/parse-message.ts';
import { paperData } from '../../../src/quote-intake/embedded-data.ts';
import { intakeJson, intakeTable } from '../../../src/quote-intake/intake-json.ts';
import { pdfOriginal } from '../../../src/quote-intake/original-parts.ts';
import type { QuoteFields } from '../../../src/quote-intake/quote-fields.ts';
import { readQuoteMail, readQuotePdf } from '../../../src/quote-intake/read-quote-mail.ts';
import { pdfThread } from '../../support/pdf-thread.ts';

const FOLDER = join(import.meta.dirname, '../../fixtures/quotes');
const SETTINGS = { currency: 'USD', companyDomains: [], ownAddresses: [] };
const pdfs = pdfThread();
afterAll(() => pdfs.close());
const right = <L, R>(either: E.Either<L, R>): R => {
  if (E.isLeft(either)) throw new Error(JSON.stringify(either.left));
  return either.right;
};

const read = async (file: string): Promise<QuoteFields> => {
  const bytes = await readFile(join(FOLDER, file));
  if (file.endsWith('.pdf')) return readQuotePdf(basename(file), right(await pdfs.read(bytes)), SETTINGS);
  return (await readQuoteMail(right(await parseMessage(bytes)), pdfs.read, SETTINGS)).fields;
};

const all: (Expected & { file: string })[] = JSON.parse(await readFile(join(FOLDER, 'expected.json'), 'utf8'));

describe('a sent quote is read, field by field, from what was sent', () => {
  it.each(all)('$file', async ({ file, ...expected }) => {
    expect(intakeJson(await read(file))).toMatchObject(expected);
  });

  it('on at least thirty papers and mails in ten languages', () => {
    expect(all.length).toBeGreaterThanOrEqual(30);
  });

  it('and every field that is read has words of the original for it', async () => {
    const fields = await read('harbourline.pdf');
    expect(intakeJson(fields).sources).toEqual({
      customer: 'Bill to Brightwater Café Pte Ltd',
      contact_email: 'Bill to huimin@brightwater-cafe.example',
      quote_id: 'Quotation No. HL-Q-2041',
      amount_minor: 'Total (SGD) 4,523.06',
      currency: 'Total (SGD) 4,523.06',
      sent_date: 'Date 3 March 2026',
      expiry_date: 'Valid until 2 April 2026',
    });
    expect(fields.evidence.quote_id).toEqual({
      words: 'Quotation No. HL-Q-2041',
      marks: ['Quotation No.', 'HL-Q-2041'],
      origin: 'pdf:harbourline.pdf',
    });
  });

  it('and a field with two answers is empty, marked, and says why', async () => {
    const fields = await read('unclear.pdf');
    expect(fields.missing).toEqual(['contact_email', 'quote_id', 'sent_date', 'expiry_date']);
    expect(fields.doubts.quote_id).toBe('either A-5501 or A-5510');
    expect(fields.doubts.sent_date).toBe('either 2026-06-05 or 2026-05-06');
  });
});

describe('a PDF that carries its own data', () => {
  it('is surer of what both say, and shows both', async () => {
    const { sources } = intakeJson(await read('order-x.pdf'));
    expect(sources.amount_minor).toBe(
      "Grand total: 2380.00 EUR (in the PDF's embedded invoice data) Gesamtbetrag: 2.380,00 €",
    );
  });

  it('is believed over its print, with what is printed shown as a doubt', async () => {
    const fields = await read('data-against-print.pdf');
    expect(fields.doubts).toEqual({ amount_minor: 'what is printed says EUR 2,380.00' });
    expect(intakeTable(fields).join('\n')).toContain('– in doubt: what is printed says');
    expect(fields.missing).not.toContain('amount_minor');
  });

  it('is not read when its data would bring entities of their own', () => {
    const xml = (head: string) =>
      `${head}<Invoice><ID>Q-1</ID><AccountingCustomerParty><Party><PartyName><Name>Hotel Berg</Name></PartyName></Party></AccountingCustomerParty></Invoice>`;
    expect(paperData(xml(''))?.number?.value).toBe('Q-1');
    expect(paperData(xml('<!DOCTYPE x [<!ENTITY a "aaaa">]>'))).toBeNull();
    expect(paperData(`${'<a>'.repeat(100_000)}`)).toBeNull();
  });

  it('has it shown beside its pages, the words of each field marked', async () => {
    const pages = right(await pdfs.read(await readFile(join(FOLDER, 'order-x.pdf'))));
    const parts = pdfOriginal({ fileName: 'order-x.pdf', pages });
    expect(parts.map(({ title }) => title)).toEqual(['order-x.pdf', 'order-x.pdf, embedded invoice data']);
    const marks = Object.values((await read('order-x.pdf')).evidence).flatMap(found => found.marks);
    for (const words of marks)
      expect(
        parts.some(({ text }) => text.includes(words)),
        words,
      ).toBe(true);
  });
});

describe('the fixtures', () => {
  it('are what the script makes, byte for byte', async () => {
    for (const { file, make } of quoteFixtures) {
      expect(Buffer.compare(await readFile(join(FOLDER, file)), Buffer.from(await make())), file).toBe(0);
    }
  });
});
