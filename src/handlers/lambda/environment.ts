/** The environment variables of the functions. The template sets for each function those that it reads. */
export const VARIABLES = {
  /** Prefix of tables, source on the bus, and whatever else has a name: another prefix is another install. */
  QF_PREFIX: 'qf',
  QF_QUOTES_BUCKET: 'qf-quotes-source-123456789012-ap-southeast-1',
  QF_RULES_BUCKET: 'qf-rules-source-123456789012-ap-southeast-1',
  QF_MIME_BUCKET: 'qf-raw-mime-123456789012-ap-southeast-1',
  QF_PDFS_BUCKET: 'qf-source-pdfs-123456789012-ap-southeast-1',
  QF_CONFIG_PATH: '/qf/config/',
  /** The zone that the schedules run in; the configured one must be the same. */
  QF_TIMEZONE: 'Asia/Singapore',
  QF_LINK_KEY: 'qf/link-key',
  QF_HOOK_SECRET: 'qf/webhook/secret',
  QF_SHEET_ACCOUNT: 'qf/drive/sa',
  QF_SHEET_ID: '1AbC…',
  QF_QUOTES_TAB: 'Quotes',
  /** Empty: there is no such tab or doc. */
  QF_CLOSED_TAB: 'Closed',
  QF_RULES_DOC: '1AbC…',
  QF_VOICE_DOC: '1AbC…',
  QF_QUOTES_ADDRESS: 'quotes@quotes.your-company.com',
  QF_SYSTEM_ADDRESS: 'follow-up@quotes.your-company.com',
  QF_BUSINESS_NAME: 'Your Company',
  /** Empty: the address at which this very function was called. */
  QF_PUBLIC_URL: 'https://abc.lambda-url.ap-southeast-1.on.aws',
  QF_CONFIGURATION_SET: 'qf-events',
  QF_MODEL: 'global.anthropic.claude-haiku-4-5-20251001-v1:0',
  QF_SUMMARY_MODEL: 'global.anthropic.claude-sonnet-4-6',
  QF_ONE_OFF_GROUP: 'qf-one-offs',
  QF_SENDER_ARN: 'arn:aws:lambda:ap-southeast-1:123456789012:function:qf-sender',
  QF_SCHEDULER_ROLE: 'arn:aws:iam::123456789012:role/qf-scheduler',
  QF_DEAD_LETTERS: 'arn:aws:sqs:ap-southeast-1:123456789012:qf-dead-letters',
  /** Set by Lambda itself. */
  AWS_REGION: 'ap-southeast-1',
} as const;

export type Variable = keyof typeof VARIABLES;

/** Reads variables of the environment; one that is not set fails at the start, by its name and with an example. */
export const variable = (
  name: Variable,
  environment: Readonly<Record<string, string | undefined>> = process.env,
): string => {
  const value = environment[name];
  if (value === undefined) throw new Error(`the variable ${name} is not set; for example ${VARIABLES[name]}`);
  return value;
};
