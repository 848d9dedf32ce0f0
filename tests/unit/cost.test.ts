import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { billOf, billsOf, SIZES } from '../../scripts/cost/bill.ts';
import { COST_DOC, costDoc, savedCounts } from '../../scripts/cost/cost-doc.ts';
import { type Measured, scaledTo } from '../../scripts/cost/measured.ts';
import { PRICES } from '../../scripts/cost/prices.ts';
import { emptyTally } from '../../scripts/cost/tally.ts';

const install = { secrets: 3, alarmMetrics: 14, ownMetrics: 8, memory: { sender: 512, sweep: 512 } };
const measured = (quotes: number, sender: Partial<ReturnType<typeof emptyTally>>): Measured => ({
  quotes,
  days: 30,
  warmDays: 16,
  meanOpen: quotes,
  mailsIn: 0,
  eventsAMonth: 0,
  functions: {
    sender: { ...emptyTally(), ...sender },
    sweep: { ...emptyTally(), calls: 2_880, gets: 10 * quotes },
  },
});
const costOf = (quotes: number, sender: Partial<ReturnType<typeof emptyTally>>, name: keyof typeof PRICES): number =>
  billOf(measured(quotes, sender), install).lines.find(line => line.name === name)?.usd ?? Number.NaN;

describe('the bill of a month', () => {
  test('docs/cost.md says what the saved counts, the prices and the template come to', () => {
    expect(readFileSync(COST_DOC, 'utf8')).toBe(costDoc(billsOf(savedCounts()), savedCounts()));
  });

  test('at 200 open quotes it is three dollars at most', () => {
    expect(billsOf(savedCounts())[SIZES.indexOf(200)]?.usd).toBeLessThanOrEqual(3);
  });

  // Dollars as AWS's pages had them for ap-southeast-1 in November 2026; whoever changes a price looks them up again.
  test('a million read units, a thousand mails, a million tokens cost what AWS’s pages say', () => {
    expect(costOf(50, { readUnits: 1e6 }, 'reads')).toBeCloseTo(0.1425, 6);
    expect(costOf(50, { mails: 1_000 }, 'mailsOut')).toBeCloseTo(0.1, 6);
    expect(costOf(50, { summaryTokensOut: 1e6 }, 'summaryTokensOut')).toBeCloseTo(15, 6);
  });

  test('what is free for ever is taken off, and shown beside', () => {
    const bill = billOf(measured(50, { calls: 1_500_000 }), install);
    const line = bill.lines.find(({ name }) => name === 'requests');
    expect(line?.usd).toBeCloseTo((502_880 * 0.2) / 1e6);
    expect(line?.usdWithoutFree).toBeCloseTo((1_502_880 * 0.2) / 1e6);
  });

  test('every line has a price and its page', () => {
    for (const { usd, per, page } of Object.values(PRICES)) {
      expect(usd).toBeGreaterThan(0);
      expect(per).toBeGreaterThan(0);
      expect(page).toMatch(/^https:\/\/aws\.amazon\.com\/[a-z0-9-]+\/pricing\//);
    }
  });

  test('more quotes lie on the line through two measured sizes; what the clock calls is called as often', () => {
    const large = scaledTo(400, measured(100, { calls: 110 }), measured(200, { calls: 210 }));
    expect(large.functions.sender?.calls).toBe(410);
    expect(large.functions.sweep).toMatchObject({ calls: 2_880, gets: 4_000 });
  });
});
