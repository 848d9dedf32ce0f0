import { resolve } from 'node:path';
import { isReadOnly } from '../adapters/sqlite/open-database.ts';
import { CannotStart } from '../local/data-folder.ts';
import type { OpenEngine } from '../local/engine.ts';
import { copyFirst, openExisting } from '../local/open-engine.ts';
import { currentJourney } from '../local/time-travel.ts';
import type { EventStore } from '../ports/event-store.ts';
import type { KeyStore } from '../ports/key-store.ts';
import type { ObjectStore } from '../ports/object-store.ts';
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

/** The log of an install on AWS, its keys, and the bucket of mail. */
export interface Install {
  readonly store: EventStore;
  readonly keys: KeyStore;
  readonly objects: ObjectStore;
}

/**
 * Runs a command on the install with a prefix. Credentials and region come from the environment, as for any AWS tool; the
 * bucket's name from the sender. Exit 2, with a sentence, where there is no such install or nothing to reach it with.
 */
export const withInstall = async (
  io: Io,
  { prefix, region }: { readonly prefix: string; readonly region: string | undefined },
  use: (install: Install) => Promise<ExitCode>,
): Promise<ExitCode> => {
  const { isNoCredentials } = await import('../doctor/finding.ts');
  try {
    const install = await openInstall({ prefix, region, endpoint: io.env.AWS_ENDPOINT_URL || undefined });
    if (install !== null) return await use(install);
    io.err(`there is no function ${prefix}-sender here: is --prefix right, and the region?`);
    return 2;
  } catch (error) {
    if (!isNoCredentials(error)) throw error;
    io.err(
      `${error.message}: set AWS_PROFILE, or AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, and AWS_REGION or --region`,
    );
    return 2;
  }
};

interface Where {
  readonly prefix: string;
  readonly region: string | undefined;
  readonly endpoint: string | undefined;
}

/** Loaded only when it is used: the clients of AWS take longer than most commands. */
export const openInstall = async ({ prefix, region, endpoint }: Where): Promise<Install | null> => {
  const [{ doctorClients }, { lookAtFunction }, { dynamoDbEventStore }, { dynamoDbKeyStore }, s3] = await Promise.all([
    import('../doctor/clients.ts'),
    import('../doctor/functions.ts'),
    import('../adapters/aws/dynamodb-event-store.ts'),
    import('../adapters/aws/dynamodb-key-store.ts'),
    import('../adapters/aws/s3-objects.ts'),
  ]);
  const place = { region, ...(endpoint === undefined ? {} : { endpoint }) };
  const { lambda, dynamodb } = doctorClients(place);
  const bucket = (await lookAtFunction(lambda, prefix, 'sender')).found?.variables.QF_MIME_BUCKET;
  if (bucket === undefined) return null;
  return {
    store: dynamoDbEventStore(dynamodb, { prefix }),
    keys: dynamoDbKeyStore(dynamodb, { prefix }),
    objects: s3.s3Objects(s3.s3Client(place), { buckets: { 'raw-mime': bucket } }),
  };
};
