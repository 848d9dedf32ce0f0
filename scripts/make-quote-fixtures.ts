import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { companyMails } from './quote-fixtures/company-mails.ts';
import { customersAndTerms } from './quote-fixtures/customers-and-terms.ts';
import { dataPapers } from './quote-fixtures/data-papers.ts';
import { englishPapers } from './quote-fixtures/english-papers.ts';
import { europeanPapers } from './quote-fixtures/european-papers.ts';
import type { Fixture } from './quote-fixtures/expected.ts';
import { housesAndLimits } from './quote-fixtures/houses-and-limits.ts';
import { labelsAndHomes } from './quote-fixtures/labels-and-homes.ts';
import { librariesAndTitles } from './quote-fixtures/libraries-and-titles.ts';
import { namesInMails } from './quote-fixtures/names-in-mails.ts';
import { organisations } from './quote-fixtures/organisations.ts';
import { printedAbroad } from './quote-fixtures/printed-abroad.ts';
import { quoteMails } from './quote-fixtures/quote-mails.ts';
import { townsAndCouples } from './quote-fixtures/towns-and-couples.ts';
import { typedPapers } from './quote-fixtures/typed-papers.ts';
import { unicodePapers } from './quote-fixtures/unicode-papers.ts';

/** Every made-up quote the intake is measured on. */
export const quoteFixtures: readonly Fixture[] = [
  ...englishPapers,
  ...europeanPapers,
  ...unicodePapers,
  ...dataPapers,
  ...typedPapers,
  ...companyMails,
  ...quoteMails,
  ...organisations,
  ...customersAndTerms,
  ...housesAndLimits,
  ...librariesAndTitles,
  ...printedAbroad,
  ...namesInMails,
  ...townsAndCouples,
  ...labelsAndHomes,
];

/** Writes them, with what they say, to a folder. The same bytes every time. */
export const makeQuoteFixtures = async (folder: string): Promise<void> => {
  await mkdir(folder, { recursive: true });
  for (const { file, make } of quoteFixtures) await writeFile(join(folder, file), await make());
  const said = quoteFixtures.map(({ file, expected }) => ({ file, ...expected }));
  await writeFile(join(folder, 'expected.json'), `${JSON.stringify(said, null, 2)}\n`);
};

if (process.argv[1] === import.meta.filename) {
  await makeQuoteFixtures(join(import.meta.dirname, '..', 'tests', 'fixtures', 'quotes'));
}
