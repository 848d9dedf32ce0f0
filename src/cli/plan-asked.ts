import * as E from 'fp-ts/lib/Either.js';
import { COMPARED_DAYS } from '../application/compare-rules.ts';
import { addDays, daysBetween, isLocalDate, type LocalDate } from '../kernel/local-date.ts';
import { type NotRun, parse } from './command.ts';

/** What a command line of `qf plan` asks for. */
export interface PlanAsked {
  readonly quotes: string;
  readonly rules: string;
  /** The rules doc that the other is compared with; null: one plan is asked for. */
  readonly against: string | null;
  readonly config: string | undefined;
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly json: boolean;
}

const text = { type: 'string' } as const;
const options = {
  quotes: text,
  rules: text,
  against: text,
  config: text,
  from: text,
  to: text,
  json: { type: 'boolean' },
} as const;

/** Five years: longer than any quote is followed, short enough to end. */
const MOST_DAYS = 1827;

/** The line taken apart and checked. A comparison is of thirty days unless `--to` says otherwise. */
export const planAsked = (args: readonly string[]): E.Either<NotRun, PlanAsked> => {
  const parsed = parse(args, { options, operands: [] });
  if (E.isLeft(parsed)) return parsed;
  const { quotes, rules, against, config, from, to, json = false } = parsed.right.values;
  if (quotes === undefined) return usageError('--quotes is missing');
  if (rules === undefined) return usageError('--rules is missing');
  const files = { '--quotes': quotes, '--rules': rules, '--against': against };
  const stdin = Object.entries(files).flatMap(([name, file]) => (file === '-' ? [name] : []));
  if (stdin.length > 1) return usageError(`only one of ${stdin.join(' and ')} can be standard input`);
  if (from === undefined) return usageError('--from is missing');
  const fault = faultOfDate('--from', from);
  if (fault !== null) return usageError(fault);
  const last = to ?? (against === undefined ? null : addDays(from, COMPARED_DAYS - 1));
  if (last === null) return usageError('--to is missing');
  const otherFault = faultOfDate('--to', last) ?? faultOfPeriod(from, last);
  if (otherFault !== null) return usageError(otherFault);
  return E.right({ quotes, rules, against: against ?? null, config, from, to: last, json });
};

const usageError = (message: string): E.Either<NotRun, never> => E.left({ kind: 'usage', message });

const faultOfDate = (option: string, date: string): string | null =>
  isLocalDate(date) ? null : `${option} ${JSON.stringify(date)} is no date; write YYYY-MM-DD, such as 2026-03-09`;

const faultOfPeriod = (from: LocalDate, to: LocalDate): string | null => {
  if (from > to) return `--from ${from} is after --to ${to}`;
  const days = daysBetween(from, to) + 1;
  return days > MOST_DAYS ? `${from} to ${to} are ${days} days; plan at most ${MOST_DAYS} (five years) at once` : null;
};
