import { resolve } from 'node:path';
import { isReadOnly } from '../adapters/sqlite/open-database.ts';
import { CannotStart } from '../local/data-folder.ts';
import type { OpenEngine } from '../local/engine.ts';
import { currentJourney } from '../local/journey.ts';
import { copyFirst, openExisting } from '../local/open-engine.ts';
import type { Log } from '../ports/world.ts';
import type { ExitCode, Io } from './command.ts';

export const IN_FOLDER = 'The data is that of the folder QF_DATA (default .qf); the system may be running on it.';

/**
 * Runs a command on the data of the folder that QF_DATA names; `now` is of the clock that its system goes by, `folder`
 * where its data lies. Exit 2, with a sentence, when there is none.
 */
export const withEngine = async (
  io: Io,
  use: (engine: OpenEngine, now: Date, folder: string) => Promise<ExitCode>,
): Promise<ExitCode> => {
  let engine: OpenEngine;
  let now: Date;
  let folder = resolve(io.env.QF_DATA || '.qf');
  try {
    const journey = await currentJourney(folder);
    now = new Date(Date.now() + (journey?.offsetMs ?? 0));
    if (journey) io.err('the clock is on a journey: what follows is what happened on it');
    folder = journey?.dataFolder ?? folder;
    engine = await openExisting(folder, logTo(io));
  } catch (error) {
    if (!(error instanceof CannotStart)) throw error;
    io.err(error.message);
    return 2;
  }
  try {
    return await use(engine, now, folder);
  } catch (error) {
    if (!isReadOnly(error)) throw error;
    io.err(copyFirst(folder));
    return 2;
  } finally {
    await engine.close();
  }
};

/** What an adapter has to say goes to stderr; only errors are worth a person's eye here. */
const logTo =
  (io: Io): Log =>
  (level, message, fields = {}) => {
    if (level === 'error') io.err(JSON.stringify({ level, message, ...fields }));
  };
