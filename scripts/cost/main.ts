import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { billsOf } from './bill.ts';
import { billTable, COST_DOC, costDoc, MEASURED, savedCounts } from './cost-doc.ts';
import type { Measured } from './measured.ts';
import { measureMonth } from './month.ts';
import { FIELDS } from './tally.ts';

const HELP = `usage: npm run cost -- [--json] [--write] [--measure [SIZE...]]

What a month on AWS costs, by line, for 50, 200, 2,000 and 20,000 open quotes, from the saved counts.

  --json     a JSON object a size on stdout
  --measure  counts anew first, over simulated months on the embedded default, and saves the counts: all sizes, or those
             that are named (50 and 200 take minutes, 2000 up to an hour)
  --write    writes docs/cost.md; --measure does so too`;

const BOOLEAN = { type: 'boolean', default: false } as const;
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { json: BOOLEAN, measure: BOOLEAN, write: BOOLEAN, help: BOOLEAN },
});
if (values.help) {
  console.log(HELP);
  process.exit(0);
}

const RUNS = [
  { quotes: 50, warmDays: 16, days: 30 },
  { quotes: 200, warmDays: 16, days: 30 },
  { quotes: 2_000, warmDays: 9, days: 30 },
] as const;

/** Those named, else all; what is saved of the others stays. */
const measureNamed = async (sizes: readonly string[]): Promise<readonly Measured[]> => {
  const asked = RUNS.filter(({ quotes }) => sizes.length === 0 || sizes.includes(String(quotes)));
  if (asked.length < sizes.length) throw new Error(`sizes are ${RUNS.map(({ quotes }) => quotes).join(', ')}`);
  const all = [...savedCounts()].filter(
    ({ quotes }) => RUNS.some(run => run.quotes === quotes) && asked.every(run => run.quotes !== quotes),
  );
  for (const run of asked) {
    const folder = mkdtempSync(join(tmpdir(), 'qf-cost-'));
    try {
      all.push(rounded(await measureMonth(folder, run, line => console.error(line))));
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }
  return all.toSorted((a, b) => a.quotes - b.quotes);
};

const rounded = (measured: Measured): Measured => ({
  ...measured,
  mailsIn: Math.round(measured.mailsIn),
  eventsAMonth: Math.round(measured.eventsAMonth),
  functions: Object.fromEntries(
    Object.entries(measured.functions).map(([name, tally]) => {
      const whole = { ...tally };
      for (const field of FIELDS) whole[field] = Math.round(tally[field]);
      return [name, whole];
    }),
  ),
});

if (values.measure) writeFileSync(MEASURED, `${JSON.stringify(await measureNamed(positionals), null, 2)}\n`);
const measured = savedCounts();
const bills = billsOf(measured);
if (values.measure || values.write) writeFileSync(COST_DOC, costDoc(bills, measured));
if (values.json) for (const bill of bills) console.log(JSON.stringify(bill));
else {
  const table = billTable(bills).map(cells => cells.map(cell => cell.replaceAll('**', '')));
  const widths = (table[0] ?? []).map((_, at) => Math.max(...table.map(cells => cells[at]?.length ?? 0)));
  for (const cells of table)
    console.log(
      cells.map((cell, at) => (at === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[at] ?? 0))).join('  '),
    );
}
