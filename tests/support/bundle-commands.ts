import { build } from 'esbuild';
import { bundledFrom, bundleOptions } from '../../scripts/build-lambdas.ts';

/** What a command of the SDK needs of a role. The first action is the command's own; the others go with it. */
const ACTIONS: Readonly<Record<string, readonly string[]>> = {
  'client-dynamodb Query': ['dynamodb:Query'],
  'client-dynamodb GetItem': ['dynamodb:GetItem'],
  'client-dynamodb PutItem': ['dynamodb:PutItem'],
  'client-dynamodb Scan': ['dynamodb:Scan'],
  'client-dynamodb DeleteItem': ['dynamodb:DeleteItem'],
  'client-dynamodb UpdateItem': ['dynamodb:UpdateItem'],
  // Without the right to list, S3 answers 403 where it should say that a key is absent.
  'client-s3 GetObject': ['s3:GetObject', 's3:ListBucket'],
  'client-s3 PutObject': ['s3:PutObject'],
  'client-s3 ListObjectsV2': ['s3:ListBucket'],
  'client-s3 CopyObject': ['s3:GetObject', 's3:PutObject'],
  'client-s3 DeleteObject': ['s3:DeleteObject'],
  // SES checks raw mail as SendRawEmail, whichever command brings it.
  'client-sesv2 SendEmail': ['ses:SendEmail', 'ses:SendRawEmail'],
  'client-scheduler CreateSchedule': ['scheduler:CreateSchedule', 'iam:PassRole'],
  'client-scheduler UpdateSchedule': ['scheduler:UpdateSchedule'],
  'client-scheduler DeleteSchedule': ['scheduler:DeleteSchedule'],
  'client-eventbridge PutEvents': ['events:PutEvents'],
  'client-ssm GetParameter': ['ssm:GetParameter'],
  'client-ssm GetParametersByPath': ['ssm:GetParametersByPath'],
  'client-secrets-manager GetSecretValue': ['secretsmanager:GetSecretValue'],
  'client-bedrock-runtime Converse': ['bedrock:InvokeModel'],
};

/** What the SDK brings along for itself and never calls here. */
const OF_THE_SDK = new Set(['client-dynamodb DescribeEndpoints', 'client-s3 CreateSession']);

/** Packages that know nothing of AWS, and are most of what a bundle holds: left out where only AWS is looked for. */
const WITHOUT_AWS = [
  '@googleapis*',
  '@resvg*',
  'csv-parse*',
  'domhandler',
  'echarts*',
  'htmlparser2',
  'iconv-lite',
  'luxon',
  'nodemailer*',
  'unpdf',
];

/** What a handler can ask of AWS, by what is left in its bundle after unused code is shaken out. */
export interface Reach {
  readonly actions: ReadonlySet<string>;
  /** Of DynamoDB. */
  readonly indexes: ReadonlySet<string>;
  /** Variables that name a secret. */
  readonly secrets: ReadonlySet<string>;
}

const INDEXES = ['by_day', 'by_ts', 'by_message'];
const SECRETS = ['QF_LINK_KEY', 'QF_SHEET_ACCOUNT', 'QF_HOOK_SECRET'];
/** Only what is put once below one of these is locked, which takes a right of its own. */
const LOCKED_FOLDERS = ['claims/', 'roots/'];

/** Bundles a handler as the build does and looks into it. `stdin` stands for the handler's own text. */
export const reachOf = async (name: string, stdin?: { contents: string; resolveDir: string }): Promise<Reach> => {
  const { entryPoints, ...options } = bundleOptions(name, 'test');
  const { metafile, outputFiles } = await build({
    ...options,
    ...(stdin ? { stdin: { ...stdin, loader: 'ts' } } : { entryPoints }),
    outdir: 'dist/never-written',
    write: false,
    minify: false,
    external: WITHOUT_AWS,
  });
  const actions = new Set([...bundledFrom(metafile)].flatMap(actionsOf));
  const text = outputFiles.map(({ text }) => text).join('\n');
  const says = (word: string): boolean => text.includes(`"${word}"`);
  if (LOCKED_FOLDERS.some(says)) actions.add('s3:PutObjectRetention');
  return { actions, indexes: new Set(INDEXES.filter(says)), secrets: new Set(SECRETS.filter(says)) };
};

const actionsOf = (path: string): readonly string[] => {
  const [, client, command] = /@aws-sdk\/([\w-]+)\/.*\/commands\/(\w+)Command\.js$/.exec(path) ?? [];
  const name = `${client} ${command}`;
  if (command === undefined || OF_THE_SDK.has(name)) return [];
  const needed = ACTIONS[name];
  if (!needed) throw new Error(`say in bundle-commands.ts what a role needs for ${name}`);
  return needed;
};
