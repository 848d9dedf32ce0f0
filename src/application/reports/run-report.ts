import * as E from 'fp-ts/lib/Either.js';
import { claimReport, finishReport, periodAggregate } from '../../aggregates/period.ts';
import { periodStream } from '../../events/stream-name.ts';
import { byItself } from '../by-itself.ts';
import { EVERYBODY } from '../day-mail.ts';
import { inParallel } from '../in-parallel.ts';
import { load } from '../load.ts';
import { transact } from '../transact.ts';
import type { World } from '../world.ts';
import { type Delivered, deliverReport, type ReportLetter, type ReportOf } from './deliver-report.ts';

const AT_ONCE = 4;

export type RunOutcome =
  | { readonly kind: 'already' | 'being-made' }
  | { readonly kind: 'ran'; readonly letters: number; readonly sent: number; readonly failed: number };

const streamOf = ({ report, date }: ReportOf): string => periodStream(report, date, EVERYBODY);

/** One whose record cannot be read counts as finished: a report is rather left out than sent twice. */
export const isFinished = async (world: Pick<World, 'store' | 'log'>, of: ReportOf): Promise<boolean> => {
  const loaded = await byItself(() => load(world, streamOf(of), periodAggregate));
  return E.isLeft(loaded) || loaded.right.state.finished;
};

/**
 * One run of a report to everybody who is to get it. Only when each has it the run is recorded as over; until then the
 * sweep comes back, and whoever has theirs gets no second one.
 */
export const runReport = async (
  world: World,
  of: ReportOf,
  lettersOf: () => Promise<readonly ReportLetter[]>,
): Promise<RunOutcome> => {
  const period = {
    stream: streamOf(of),
    aggregate: periodAggregate,
    actor: { system: of.report },
    sealRef: () => null,
  };
  const link = { recipientRef: EVERYBODY, tokenHash: null, expiresAt: null };
  const claimed = await transact(world, {
    ...period,
    decide: state => claimReport(state, { ...of, ...link }, null, world.clock.now()),
  });
  if (E.isLeft(claimed)) return { kind: 'being-made' };
  if (claimed.right.events.length === 0) return { kind: 'already' };
  const letters = await lettersOf();
  const results = await inParallel(letters, AT_ONCE, letter => delivered(world, of, letter));
  const count = (wanted: readonly (Delivered | 'failed')[]): number =>
    results.filter(result => wanted.includes(result)).length;
  const failed = count(['not-sent', 'being-made', 'failed']);
  if (failed === 0)
    await transact(world, { ...period, decide: state => finishReport(state, { ...of, letters: letters.length }) });
  return { kind: 'ran', letters: letters.length, sent: count(['sent']), failed };
};

/** One person's report that fails keeps no other back. */
const delivered = async (world: World, of: ReportOf, letter: ReportLetter): Promise<Delivered | 'failed'> => {
  try {
    return await deliverReport(world, of, letter);
  } catch (error) {
    world.log('error', 'ReportFailed', { report: of.report, error: error instanceof Error ? error.name : 'unknown' });
    return 'failed';
  }
};
