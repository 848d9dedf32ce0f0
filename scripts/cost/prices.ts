/**
 * US dollars in ap-southeast-1 before tax, as they were known in November 2026. No script fetches them, for AWS's
 * pages fill their tables by script: whoever changes one changes `AS_OF` too, after a look at the page named.
 */
export const AS_OF = '2026-11-24';
export const REGION = 'ap-southeast-1';

export interface Price {
  readonly usd: number;
  /** For so many units. */
  readonly per: number;
  readonly unit: string;
  /** Units a month that are free for ever. What is free only in an account's first year is not counted. */
  readonly free: number;
  readonly page: string;
}

const MILLION = 1_000_000;
const DYNAMODB = 'https://aws.amazon.com/dynamodb/pricing/on-demand/';
const S3 = 'https://aws.amazon.com/s3/pricing/';
const LAMBDA = 'https://aws.amazon.com/lambda/pricing/';
const SES = 'https://aws.amazon.com/ses/pricing/';
const EVENTBRIDGE = 'https://aws.amazon.com/eventbridge/pricing/';
const BEDROCK = 'https://aws.amazon.com/bedrock/pricing/';
const SECRETS = 'https://aws.amazon.com/secrets-manager/pricing/';
const CLOUDWATCH = 'https://aws.amazon.com/cloudwatch/pricing/';

export const PRICES = {
  reads: { usd: 0.1425, per: MILLION, unit: 'read request units', free: 0, page: DYNAMODB },
  writes: { usd: 0.7125, per: MILLION, unit: 'write request units', free: 0, page: DYNAMODB },
  tableGb: { usd: 0.285, per: 1, unit: 'GB in tables', free: 25, page: DYNAMODB },
  backupGb: { usd: 0.228, per: 1, unit: 'GB kept for point-in-time recovery', free: 0, page: DYNAMODB },
  gets: { usd: 0.0004, per: 1_000, unit: 'S3 GET', free: 0, page: S3 },
  puts: { usd: 0.005, per: 1_000, unit: 'S3 PUT, COPY and LIST', free: 0, page: S3 },
  objectGb: { usd: 0.025, per: 1, unit: 'GB in S3', free: 0, page: S3 },
  requests: { usd: 0.2, per: MILLION, unit: 'calls of functions', free: MILLION, page: LAMBDA },
  gbSeconds: { usd: 0.0000133334, per: 1, unit: 'GB-seconds (arm64)', free: 400_000, page: LAMBDA },
  mailsOut: { usd: 0.1, per: 1_000, unit: 'mails out', free: 0, page: SES },
  attachmentGb: { usd: 0.12, per: 1, unit: 'GB of attachments', free: 0, page: SES },
  mailsIn: { usd: 0.1, per: 1_000, unit: 'mails in', free: 0, page: SES },
  chunksIn: { usd: 0.09, per: 1_000, unit: 'chunks of 256 KB of mail in', free: 0, page: SES },
  busEvents: { usd: 1, per: MILLION, unit: 'events on the bus', free: 0, page: EVENTBRIDGE },
  schedules: { usd: 1, per: MILLION, unit: 'calls by the Scheduler', free: 14 * MILLION, page: EVENTBRIDGE },
  tokensIn: { usd: 1, per: MILLION, unit: 'tokens in (Claude Haiku 4.5, global)', free: 0, page: BEDROCK },
  tokensOut: { usd: 5, per: MILLION, unit: 'tokens out (Claude Haiku 4.5, global)', free: 0, page: BEDROCK },
  summaryTokensIn: { usd: 3, per: MILLION, unit: 'tokens in (Claude Sonnet 4.6, global)', free: 0, page: BEDROCK },
  summaryTokensOut: { usd: 15, per: MILLION, unit: 'tokens out (Claude Sonnet 4.6, global)', free: 0, page: BEDROCK },
  secrets: { usd: 0.4, per: 1, unit: 'secrets', free: 0, page: SECRETS },
  secretCalls: { usd: 0.05, per: 10_000, unit: 'readings of secrets', free: 0, page: SECRETS },
  alarms: { usd: 0.1, per: 1, unit: 'metrics that alarms read', free: 10, page: CLOUDWATCH },
  metrics: { usd: 0.3, per: 1, unit: 'metrics of our own', free: 10, page: CLOUDWATCH },
  logGb: { usd: 0.7, per: 1, unit: 'GB of log lines', free: 5, page: CLOUDWATCH },
} as const satisfies Readonly<Record<string, Price>>;

export type PriceName = keyof typeof PRICES;

const SUMMER = 'of the price list of the region, as quoted in August 2026';
const MODELS = 'clauder-navi.com/en/bedrock-claude-cost, 2026: global profiles, whatever the region';
const BUS = 'cloudburn.io/blog/amazon-eventbridge-pricing, March 2026: the same in most regions';
/** Pricing plans of SES came in July 2026; what was paid before is the plan NONE. */
const MAILS = 'the page as others quote it in 2026, for the plan NONE';
const JULY = 'of the price list of the region, as quoted in July 2026';

/** What a price was held against beside its page. Those that are missing here were found nowhere for this region. */
export const HELD_AGAINST: Readonly<Partial<Record<PriceName, string>>> = {
  gets: `APS1-Requests-Tier2 ${JULY}`,
  puts: `APS1-Requests-Tier1 ${JULY}`,
  objectGb: `APS1-TimedStorage-ByteHrs ${JULY}`,
  requests: `APS1-Request-ARM ${SUMMER}`,
  gbSeconds: `APS1-Lambda-GB-Second-ARM ${SUMMER}`,
  mailsOut: MAILS,
  attachmentGb: MAILS,
  busEvents: BUS,
  schedules: BUS,
  tokensIn: MODELS,
  tokensOut: MODELS,
  summaryTokensIn: MODELS,
  summaryTokensOut: MODELS,
  secrets: `APS1-AWSSecretsManager-Secret ${SUMMER}`,
  secretCalls: `APS1-AWSSecretsManagerAPIRequest ${SUMMER}`,
  alarms: `APS1-CW:AlarmMonitorUsage ${SUMMER}`,
  logGb: `APS1-DataProcessing-Bytes ${SUMMER}`,
};
