import { byValue } from '../cadence/one-per-contact.ts';
import type { QuoteReport } from './quote-report.ts';

type Worth = Pick<QuoteReport, 'key' | 'amount'>;

/** The most valuable first, as everywhere where quotes are ranked. */
export const byWorth = (a: Worth, b: Worth): number => byValue(a, b);
