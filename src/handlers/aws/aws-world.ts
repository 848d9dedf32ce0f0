import { randomBytes } from 'node:crypto';
import { dynamoDbClient } from '../../adapters/aws/dynamodb-client.ts';
import { dynamoDbEventStore } from '../../adapters/aws/dynamodb-event-store.ts';
import { dynamoDbKeyStore } from '../../adapters/aws/dynamodb-key-store.ts';
import { dynamoDbReadModels } from '../../adapters/aws/dynamodb-read-models.ts';
import { s3Client, s3Objects } from '../../adapters/aws/s3-objects.ts';
import { schedulerClient, schedulerOneOffs } from '../../adapters/aws/scheduler-one-offs.ts';
import { awsSecrets, secretsClient } from '../../adapters/aws/secrets.ts';
import { sesClient, sesMailer } from '../../adapters/aws/ses-mailer.ts';
import { readPdf } from '../../adapters/pdf/read-pdf.ts';
import type { Installation, World } from '../../application/world.ts';
import type { LanguageModel } from '../../ports/model.ts';
import type { Clock } from '../../ports/world.ts';
import { awsConfig } from './aws-config.ts';
import { awsMailReader } from './aws-mail-reader.ts';
import { awsSheetWriter } from './aws-sheet-writer.ts';
import { CODE_VERSION } from './code-version.ts';
import { variable } from './environment.ts';
import { lambdaLog } from './lambda-log.ts';

/** Claims outlive a restore of the table: for this long nobody, by any role of ours, replaces or removes one. */
const CLAIM_LOCK_DAYS = 400;
const CLAIMS = 'claims/';
const DAY_MS = 86_400_000;

/** How an entry point's world differs from the others'. */
export interface WorldParts {
  readonly model: LanguageModel;
  /** Only the function that answers the web reads what quoting tools sign with. */
  readonly hookSecrets?: World['hookSecrets'];
  /** Where the function is that answers the web; it alone cannot be told by its own template. */
  readonly publicUrl?: string;
}

/** The whole world on AWS, for the functions that carry quotes on. */
export const awsWorld = ({
  model,
  hookSecrets = async () => [],
  publicUrl = variable('QF_PUBLIC_URL'),
}: WorldParts): World => {
  const clock: Clock = { now: () => new Date() };
  const prefix = variable('QF_PREFIX');
  const tables = dynamoDbClient({});
  return {
    store: dynamoDbEventStore(tables, { prefix }),
    keys: dynamoDbKeyStore(tables, { prefix }),
    readModels: dynamoDbReadModels(tables, { prefix }),
    objects: s3Objects(s3Client({}), {
      buckets: {
        'quotes-source': variable('QF_QUOTES_BUCKET'),
        'rules-source': variable('QF_RULES_BUCKET'),
        'raw-mime': variable('QF_MIME_BUCKET'),
        'source-pdfs': variable('QF_PDFS_BUCKET'),
      },
      lockedUntil: (bucket, key) =>
        bucket === 'raw-mime' && key.startsWith(CLAIMS)
          ? new Date(clock.now().getTime() + CLAIM_LOCK_DAYS * DAY_MS)
          : null,
    }),
    mailer: sesMailer(sesClient({}), { clock, configurationSet: variable('QF_CONFIGURATION_SET') }),
    oneOffs: schedulerOneOffs(schedulerClient({}), {
      clock,
      group: variable('QF_ONE_OFF_GROUP'),
      targetArn: variable('QF_SENDER_ARN'),
      roleArn: variable('QF_SCHEDULER_ROLE'),
      deadLetterArn: variable('QF_DEAD_LETTERS'),
    }),
    model,
    mailReader: awsMailReader(),
    readPdf: bytes => readPdf(bytes, { readerModule: new URL('./reader-process.mjs', import.meta.url) }),
    clock,
    random: length => randomBytes(length),
    secrets: awsSecrets(secretsClient({}), { id: variable('QF_LINK_KEY'), clock }),
    hookSecrets,
    configSource: awsConfig(clock),
    sheetWriter: awsSheetWriter(clock),
    // Moves are published by the function that reads the log's stream, never by whoever decides.
    bus: { publish: () => Promise.reject(new Error('only the publisher publishes')) },
    installation: installationOf(publicUrl),
    log: lambdaLog,
  };
};

export const installationOf = (publicUrl: string): Installation => ({
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
