import type { EventStore } from '../ports/event-store.ts';
import type { KeyStore } from '../ports/key-store.ts';
import type { ObjectStore } from '../ports/object-store.ts';
import type { ExitCode, Io } from './command.ts';

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
  const { isNoCredentials } = await import('../adapters/aws/doctor/look/look.ts');
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
    import('../adapters/aws/doctor/clients.ts'),
    import('../adapters/aws/doctor/look/functions.ts'),
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
