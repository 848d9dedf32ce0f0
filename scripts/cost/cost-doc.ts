import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ASSUMED } from './assumed.ts';
import { type Bill, SIZES } from './bill.ts';
import type { Measured } from './measured.ts';
import { AS_OF, HELD_AGAINST, PRICES, type PriceName, REGION } from './prices.ts';
import { ASSUMED_SIZES, ASSUMED_TIMES } from './usage.ts';

export const COST_DOC = join(import.meta.dirname, '..', '..', 'docs', 'cost.md');
const MEASURED = join(import.meta.dirname, 'measured.json');

/** What the last `npm run cost -- --measure` counted. */
export const savedCounts = (): readonly Measured[] => JSON.parse(readFileSync(MEASURED, 'utf8'));
export { MEASURED };

const usd = (value: number): string => `$${value.toFixed(2)}`;
const amount = (value: number): string =>
  value === 0 ? '0' : value < 10 ? String(Number(value.toPrecision(2))) : Math.round(value).toLocaleString('en-US');

/** A line a thing, a column a number of open quotes. */
export const billTable = (bills: readonly Bill[]): readonly (readonly string[])[] => {
  const names = (bills[0]?.lines ?? []).map(({ name }) => name);
  const costOf = (bill: Bill, name: PriceName): string => usd(bill.lines.find(line => line.name === name)?.usd ?? 0);
  return [
    ['dollars a month', ...bills.map(({ quotes }) => `${quotes.toLocaleString('en-US')} quotes`)],
    ...names.map(name => [PRICES[name].unit, ...bills.map(bill => costOf(bill, name))]),
    ['**together**', ...bills.map(bill => `**${usd(bill.usd)}**`)],
    ['without what is free for ever', ...bills.map(bill => usd(bill.usdWithoutFree))],
    ['together, for each open quote', ...bills.map(bill => `$${(bill.usd / bill.quotes).toFixed(4)}`)],
  ];
};

const amountTable = (bills: readonly Bill[]): readonly (readonly string[])[] => [
  ['used a month', ...bills.map(({ quotes }) => `${quotes.toLocaleString('en-US')} quotes`)],
  ...(bills[0]?.lines ?? []).map(({ name }, at) => [
    PRICES[name].unit,
    ...bills.map(({ lines }) => amount(lines[at]?.used ?? 0)),
  ]),
];

const against: Readonly<Record<string, string | undefined>> = HELD_AGAINST;

const priceTable = (): readonly (readonly string[])[] => [
  ['what', 'price', 'free for ever, a month', 'page', 'held against'],
  ...Object.entries(PRICES).map(([name, { unit, usd: price, per, free, page }]) => [
    unit,
    `$${price}${per === 1 ? '' : ` for ${per.toLocaleString('en-US')}`}`,
    free === 0 ? '' : free.toLocaleString('en-US'),
    page,
    against[name] ?? '',
  ]),
];

/** How straight the line is that larger numbers of quotes are read from. */
const perQuoteTable = (measured: readonly Measured[]): readonly (readonly string[])[] => {
  const each = (one: Measured, field: 'readUnits' | 'writeUnits' | 'gets' | 'puts' | 'mails' | 'tokensIn'): string =>
    amount(Object.values(one.functions).reduce((sum, tally) => sum + tally[field], 0) / one.quotes);
  const fields = ['readUnits', 'writeUnits', 'gets', 'puts', 'mails', 'tokensIn'] as const;
  const names = ['read units', 'write units', 'S3 GET', 'S3 PUT', 'mails', 'tokens in'];
  return [
    ['measured', 'days', ...names.map(name => `${name} a quote`)],
    ...measured.map(one => [`${one.quotes} quotes`, String(one.days), ...fields.map(field => each(one, field))]),
  ];
};

/** What the plan that a new account begins on asks for more. */
const essentials = (bill: Bill | undefined): number =>
  ((bill?.lines.find(({ name }) => name === 'mailsOut')?.used ?? 0) / 1_000) * (ESSENTIALS_USD - PRICES.mailsOut.usd);
const ESSENTIALS_USD = 0.16;

const thousands = (count: number): string => count.toLocaleString('en-US');

const extrapolated = (measured: readonly Measured[]): string => {
  const others = SIZES.filter(size => measured.every(({ quotes }) => quotes !== size));
  return `Not measured: ${others.map(thousands).join(' and ')} quotes, whose counts`;
};

const shorter = (measured: readonly Measured[]): string =>
  measured.some(({ days }) => days < 30) ? ' Counts of fewer days than 30 are scaled to 30.' : '';

const markdown = ([head = [], ...rows]: readonly (readonly string[])[]): string =>
  [head, head.map((_, at) => (at === 0 ? '---' : '---:')), ...rows].map(cells => `| ${cells.join(' | ')} |`).join('\n');

export const costDoc = (bills: readonly Bill[], measured: readonly Measured[]): string => {
  const [, at200] = bills;
  return `# What a month costs

Made by \`npm run cost -- --write\`; a test holds it against the saved counts, the prices and the template. Prices of ${REGION} as known on ${AS_OF}, before tax; no script fetches them. Below, each has the page that it stands on and what it was held against; where that is empty nothing was found to hold it against: look before you rely on it. What is free only in an account's first year is not counted as free.

At 200 open quotes: **${usd(at200?.usd ?? 0)}** a month.

${markdown(billTable(bills))}

Free, and so not in the table: Parameter Store (standard), the budget (it only notifies), the queue of dead letters and the topics (within a million and a thousand), the log's stream (Lambda reads it), encryption with keys of S3 and SQS (no KMS), less than 100 GB a month to the internet.

SES is counted without a pricing plan (\`aws sesv2 put-account-pricing-attributes --plan NONE\`, as in [deploy.md](deploy.md)). Since July 2026 a new account begins on the plan ESSENTIALS, where a thousand mails cost $0.16: ${usd(essentials(at200))} more a month at 200 open quotes.

## What it is computed from

${markdown(amountTable(bills))}

\`npm run cost -- --measure\` lets a business live on the embedded default by its own clock, every port counted, function by function (\`scripts/cost/\`): quotes good for ${ASSUMED.goodForDays} days with nudges at 3 and 7 days and a last call, as many sent each day as end; reps approve each morning; ${ASSUMED.answered * 100} of a hundred nudges are answered, ${ASSUMED.automatic * 100} by a machine; ${ASSUMED.byMail * 100} of a hundred quotes come in by a blind copy. The sheet is read and the sweep runs ${96} times a day: a few runs of each day are measured, one of them quiet, which stands for the others. DynamoDB's units are counted by the size of each item, its entries in the indexes included.

${markdown(perQuoteTable(measured))}

Measured: the sizes above. ${extrapolated(measured)} lie on the straight line through the two largest measured.${shorter(measured)}

Not counted but assumed, on the high side: ${ASSUMED_TIMES.startMs} ms for the start of each call; ${ASSUMED_TIMES.tableMs} ms for a call of a table, ${ASSUMED_TIMES.getMs} and ${ASSUMED_TIMES.putMs} ms for an object read and written, ${ASSUMED_TIMES.mailMs} ms for a mail, ${ASSUMED_TIMES.modelMs} ms for the model, ${ASSUMED_TIMES.googleMs} ms for the sheet, one after another; our own code as slow as this machine was, by the share of a processor that the function's memory gives. Four letters make a token; ${Math.round((ASSUMED_SIZES.modelTries - 1) * 100)} of a hundred drafts are asked for twice. ${ASSUMED_SIZES.logBytesEachCall.toLocaleString('en-US')} bytes of log lines a call. A mail in has ${ASSUMED_SIZES.mailInBytes.toLocaleString('en-US')} bytes. Both readers of the log's stream are called for each event alone. What is stored is that of the twelfth month; ${ASSUMED_SIZES.sheetVersions} versions of the sheet a day are kept.

## Prices

${markdown(priceTable())}
`;
};
