import * as E from 'fp-ts/lib/Either.js';
import type { Model } from '../../ports/read-models.ts';
import { MODELS } from '../../projections/projector.ts';
import { type Rebuilt, rebuild } from '../../projections/rebuild.ts';
import { answerNotRun, type Command, type ExitCode, type Io, parse } from '../command.ts';
import { IN_FOLDER, withEngine } from '../with-engine.ts';
import { givingWay } from '../yielding-store.ts';

const usage = `usage: qf rebuild [nudges|reply|approvals] [--json]

Makes the read models (or the named one) what the log says: fills in rows that are missing or old, mends rows that say
something else, removes rows that no event accounts for. Reads the table, never the change feed, while the system runs.
${IN_FOLDER}`;

const options = { json: { type: 'boolean' } } as const;

const run = async (args: readonly string[], io: Io): Promise<ExitCode> => {
  const parsed = parse(args, { options, operands: [], optional: ['MODEL'] });
  if (E.isLeft(parsed)) return answerNotRun(parsed.left, rebuildCommand, io);
  const { values, operands } = parsed.right;
  const [named] = operands;
  const models = named === undefined ? MODELS : MODELS.filter(model => model === named);
  if (models.length === 0) {
    return answerNotRun({ kind: 'usage', message: `there is no read model "${named}"` }, rebuildCommand, io);
  }
  return withEngine(io, async ({ store, readModels }) => {
    const done = await rebuild(
      { store: givingWay(store), readModels, clock: { now: () => new Date() } },
      { models, signal: io.signal, onProgress: progress(io) },
    );
    io.out(values.json ? JSON.stringify({ models, ...done }) : summary(models, done));
    return 0;
  });
};

/** A line each 10,000 events, for whoever watches. */
const progress = (io: Io): ((soFar: Rebuilt) => void) => {
  let next = 10_000;
  return ({ events, streams }) => {
    if (!io.isTty || events < next) return;
    next = events + 10_000;
    io.err(`… ${events.toLocaleString('en-US')} events in ${streams.toLocaleString('en-US')} streams`);
  };
};

const summary = (models: readonly Model[], { streams, events, filled, mended, removed }: Rebuilt): string =>
  [
    `${models.map(model => `qf-${model}`).join(', ')}: ${filled + mended + removed === 0 ? 'were what the log says' : 'are what the log says now'}`,
    `read ${events.toLocaleString('en-US')} events in ${streams.toLocaleString('en-US')} streams`,
    `rows filled in ${filled}, mended ${mended}, removed ${removed}`,
  ].join('\n');

export const rebuildCommand: Command = {
  name: 'rebuild',
  summary: 'refills the read models from the log, while the system runs',
  usage,
  run,
};
