import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import * as E from 'fp-ts/lib/Either.js';
import { readPdf } from '../../src/adapters/pdf/read-pdf.ts';
import { explainPdfRefusal } from '../../src/intake/pdf-pages.ts';
import { readQuotePdf } from '../../src/intake/read-quote-mail.ts';
import { minorDigits } from '../../src/kernel/money.ts';

interface Expected {
  readonly path: string;
  readonly id: string;
  /** `YYYYMMDD` */
  readonly date: string | null;
  readonly total: string;
  readonly cur: string;
  readonly buyer: string;
}

export interface Score {
  readonly name: string;
  readonly lines: string[];
  readonly ok: boolean;
}

const GOALS = { number: 0.9, total: 0.9, date: 0.9, customer: 0.85 } as const;
type Field = keyof typeof GOALS;

/**
 * Reads a folder of business papers (`invoices/expected.json` beside its PDFs) and counts number, total, date and buyer,
 * wrong values apart from empty ones.
 */
export const score = async (folder: string): Promise<Score> => {
  const root = join(folder, 'invoices');
  const expected: Expected[] = JSON.parse(await readFile(join(root, 'expected.json'), 'utf8'));
  const tally = { number: tallied(), total: tallied(), date: tallied(), customer: tallied() };
  const lines: string[] = [];
  for (const paper of expected) {
    const pages = await readPdf(await readFile(join(root, paper.path)));
    if (E.isLeft(pages)) lines.push(`${paper.path}: ${explainPdfRefusal(pages.left)}`);
    const read = E.isRight(pages)
      ? readQuotePdf(basename(paper.path), pages.right, { currency: 'EUR', companyDomains: [], ownAddresses: [] })
      : null;
    const currency = read?.currency ?? 'EUR';
    const total = read?.amountMinor == null ? null : (read.amountMinor / 10 ** minorDigits(currency)).toFixed(2);
    const checks: [Field, string | null, string | null][] = [
      ['number', read?.quoteId ?? null, paper.id],
      ['total', total, Number(paper.total).toFixed(2)],
      ['date', read?.sentDate?.replaceAll('-', '') ?? null, paper.date],
      ['customer', plain(read?.customer ?? null), plain(paper.buyer)],
    ];
    for (const [field, got, want] of checks) {
      if (want === null) continue;
      tally[field].all += 1;
      if (got === want) tally[field].right += 1;
      else {
        if (got !== null) tally[field].wrong += 1;
        lines.push(`${paper.path}: ${field} is ${want}, ${got === null ? 'not found' : `read as ${got}`}`);
      }
    }
  }
  const fields = Object.keys(GOALS) as Field[];
  lines.push(
    ...fields.map(field => `${field} ${tally[field].right} of ${tally[field].all}, ${tally[field].wrong} wrong`),
  );
  return { name: 'invoices', lines, ok: fields.every(f => tally[f].right >= GOALS[f] * tally[f].all) };
};

const tallied = () => ({ all: 0, right: 0, wrong: 0 });

const plain = (name: string | null): string | null => name?.replace(/\s+/g, ' ').trim().toLowerCase() ?? null;
