import { functionsOf } from '../template/functions.ts';
import { readTemplate } from '../template/read-template.ts';
import { fixedCost } from './fixed-cost.ts';
import { type Measured, scaledTo } from './measured.ts';
import { PRICES, type PriceName } from './prices.ts';
import { type Install, usageOf } from './usage.ts';

/** One thing that is billed: how much of it, and what that costs beyond what is free for ever. */
export interface BillLine {
  readonly name: PriceName;
  readonly used: number;
  readonly usd: number;
  /** Had nothing been free. */
  readonly usdWithoutFree: number;
}

export interface Bill {
  readonly quotes: number;
  readonly lines: readonly BillLine[];
  readonly usd: number;
  readonly usdWithoutFree: number;
}

/** The sizes of the table: those that were not measured lie on the line through the two largest that were. */
export const SIZES = [50, 200, 2_000, 20_000] as const;

export const billsOf = (measured: readonly Measured[], install = installOf()): readonly Bill[] => {
  const [small, large] = measured.toSorted((a, b) => a.quotes - b.quotes).slice(-2);
  if (!small || !large) throw new Error('two sizes must be measured at least');
  return SIZES.map(quotes =>
    billOf(measured.find(one => one.quotes === quotes) ?? scaledTo(quotes, small, large), install),
  );
};

export const billOf = (measured: Measured, install: Install): Bill => {
  const usage = usageOf(measured, install);
  const lines = (Object.keys(PRICES) as readonly PriceName[]).map(name => {
    const { usd, per, free } = PRICES[name];
    const used = usage[name];
    return { name, used, usd: (Math.max(0, used - free) * usd) / per, usdWithoutFree: (used * usd) / per };
  });
  const sum = (field: 'usd' | 'usdWithoutFree'): number => lines.reduce((total, line) => total + line[field], 0);
  return { quotes: measured.quotes, lines, usd: sum('usd'), usdWithoutFree: sum('usdWithoutFree') };
};

export const installOf = (): Install => {
  const template = readTemplate('template.yaml');
  const resources = Object.values(template.Resources);
  const { secrets, alarmMetrics } = fixedCost(resources);
  return {
    secrets,
    alarmMetrics,
    ownMetrics: resources.filter(({ Type }) => Type === 'AWS::Logs::MetricFilter').length,
    memory: Object.fromEntries(functionsOf(template).map(({ name, memoryMb }) => [name, memoryMb])),
  };
};
