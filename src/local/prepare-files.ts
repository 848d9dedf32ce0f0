import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { wallClock } from '../cadence/next-allowed-minute.ts';
import { CannotStart, copyExamples, EDITED } from './data-folder.ts';

/** The files that a person edits, from the examples at the first start. With a relay real people are written to: example data must not be there. */
export const prepareFiles = async (folder: string, smtpUrl: string | null, now: Date): Promise<void> => {
  if (smtpUrl === null) {
    await copyExamples(folder, wallClock(now, 'UTC').date);
    return;
  }
  const isThere = (name: string): Promise<boolean> =>
    stat(join(folder, name)).then(
      () => true,
      () => false,
    );
  const missing = (
    await Promise.all(
      [EDITED.quotes, EDITED.rules, EDITED.voice, EDITED.config].map(async name =>
        (await isThere(name)) ? null : name,
      ),
    )
  ).filter(name => name !== null);
  if (missing.length > 0)
    throw new CannotStart(
      `with QF_SMTP_URL mail really leaves, so no examples are copied: put ${missing.join(', ')} into ${folder} first`,
    );
  if (await isThere('examples.json'))
    throw new CannotStart(
      `${folder} began with example data, and with QF_SMTP_URL mail really leaves: set QF_DATA to a folder of your own`,
    );
};
