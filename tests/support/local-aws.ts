import { randomUUID } from 'node:crypto';
import { CreateBucketCommand, type S3Client } from '@aws-sdk/client-s3';
import type { AwsPlace } from '../../src/adapters/aws/client-options.ts';

/** A region that exists: some services of a local AWS look it up. */
export const REGION = 'ap-southeast-1';
export const ACCOUNT = '123456789012';

const url = process.env.QF_AWS_URL;

/** The local AWS of this run: a moto server at `QF_AWS_URL`, or null where there is none, which is said aloud. */
export const localAws: AwsPlace | null = url === undefined || url === '' ? null : { endpoint: url };

if (localAws === null) {
  process.stderr.write(
    'SKIPPED the tests against a local AWS: start a moto server and set QF_AWS_URL to its address\n',
  );
} else {
  process.env.AWS_REGION = REGION;
  process.env.AWS_ACCESS_KEY_ID = 'test';
  process.env.AWS_SECRET_ACCESS_KEY = 'test';
}

/** The place itself, inside a test that is skipped where there is none. */
export const place = (): AwsPlace => {
  if (localAws === null) throw new Error('QF_AWS_URL is not set');
  return localAws;
};

/** A name nobody else uses: the server outlives the test. */
export const ownName = (kind: string): string => `t-${kind}-${randomUUID().slice(0, 13)}`;

export const newBucket = async (client: S3Client, { lock = false } = {}): Promise<string> => {
  const Bucket = ownName('bucket');
  await client.send(
    new CreateBucketCommand({
      Bucket,
      CreateBucketConfiguration: { LocationConstraint: REGION },
      ObjectLockEnabledForBucket: lock,
    }),
  );
  return Bucket;
};
