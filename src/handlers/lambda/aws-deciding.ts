import { randomBytes } from 'node:crypto';
import { dynamoDbAppending, dynamoDbStreams } from '../../adapters/aws/dynamodb-event-store.ts';
import { dynamoDbKeyStore } from '../../adapters/aws/dynamodb-key-store.ts';
import { s3Client, s3Objects } from '../../adapters/aws/s3-objects.ts';
import { awsSecrets, secretsClient } from '../../adapters/aws/secrets.ts';
import type { Clock } from '../../ports/world.ts';
import type { Dependencies, Installation } from '../../workflows/dependencies.ts';
import { awsSettings } from './aws-config.ts';
import { awsTables } from './aws-tables.ts';
import { CODE_VERSION } from './code-version.ts';
import { variable } from './environment.ts';
import { lambdaLog } from './lambda-log.ts';
import { unavailable } from './left-out.ts';

/**
 * Claims and the roots of days outlive a restore of the table, and whoever would put another log in its place: for this
 * long nobody, by any role of ours, replaces or removes one.
 */
const LOCK_DAYS = 400;
const DAY_MS = 86_400_000;

export const clock: Clock = { now: () => new Date() };

/** What deciding takes: the log by its streams, the keys of what is sealed, what is in force. It writes to nobody. */
export type Deciding = Pick<
  Dependencies,
  'store' | 'keys' | 'objects' | 'clock' | 'random' | 'secrets' | 'configSource' | 'installation' | 'log'
>;

export interface DecidingParts {
  /** Readings of the log beyond single streams. */
  readonly store?: Partial<Pick<Dependencies['store'], 'byDay' | 'scan'>>;
  /** Folders in the bucket of mail of which what is put once is locked. */
  readonly locked?: readonly string[];
  /** Where the function is that answers the web; it alone cannot be told by its own template. */
  readonly publicUrl?: string;
}

export const awsDeciding = ({
  store = {},
  locked = [],
  publicUrl = variable('QF_PUBLIC_URL'),
}: DecidingParts = {}): Deciding => ({
  store: {
    ...dynamoDbStreams(...awsTables()),
    ...dynamoDbAppending(...awsTables()),
    byDay: unavailable('the index by day'),
    scan: unavailable('the scan of the log'),
    ...store,
  },
  keys: dynamoDbKeyStore(...awsTables()),
  objects: s3Objects(s3Client({}), {
    buckets: {
      'quotes-source': variable('QF_QUOTES_BUCKET'),
      'rules-source': variable('QF_RULES_BUCKET'),
      'raw-mime': variable('QF_MIME_BUCKET'),
      'source-pdfs': variable('QF_PDFS_BUCKET'),
    },
    lockedUntil: (bucket, key) =>
      bucket === 'raw-mime' && locked.some(folder => key.startsWith(folder))
        ? new Date(clock.now().getTime() + LOCK_DAYS * DAY_MS)
        : null,
  }),
  clock,
  random: length => randomBytes(length),
  secrets: awsSecrets(secretsClient({}), { id: variable('QF_LINK_KEY'), clock }),
  configSource: { ...awsSettings(clock), paused: unavailable('the pause switch') },
  installation: installationOf(publicUrl),
  log: lambdaLog,
});

const installationOf = (publicUrl: string): Installation => ({
  quotesAddress: variable('QF_QUOTES_ADDRESS'),
  systemAddress: variable('QF_SYSTEM_ADDRESS'),
  publicUrl: publicUrl.replace(/\/$/, ''),
  codeVersion: CODE_VERSION,
  businessName: variable('QF_BUSINESS_NAME'),
  messageIdHost: messageIdHost(variable('AWS_REGION')),
});

/** SES replaces a Message-ID by one of its own, under this name. */
export const messageIdHost = (region: string): string =>
  region === 'us-east-1' ? 'email.amazonses.com' : `${region}.amazonses.com`;
