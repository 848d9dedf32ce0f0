import type { Metafile } from 'esbuild';
import { bundledFrom } from '../../scripts/build-lambdas.ts';

/** What a command of the SDK needs of a role. The first action is the command's own; the others go with it. */
const ACTIONS: Readonly<Record<string, readonly string[]>> = {
  'client-dynamodb Query': ['dynamodb:Query'],
  'client-dynamodb GetItem': ['dynamodb:GetItem'],
  'client-dynamodb PutItem': ['dynamodb:PutItem'],
  'client-dynamodb Scan': ['dynamodb:Scan'],
  'client-dynamodb DeleteItem': ['dynamodb:DeleteItem'],
  // Without the right to list, S3 answers 403 where it should say that a key is absent.
  'client-s3 GetObject': ['s3:GetObject', 's3:ListBucket'],
  'client-s3 PutObject': ['s3:PutObject', 's3:PutObjectRetention'],
  'client-s3 ListObjectsV2': ['s3:ListBucket'],
  'client-s3 CopyObject': ['s3:PutObject'],
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
const OF_THE_SDK = new Set([
  'client-dynamodb DescribeEndpoints',
  'client-s3 CreateSession',
  'nested-clients CreateToken',
]);

/** Actions that a bundle can reach: those of the commands that are left in it after unused code is shaken out. */
export const actionsIn = (metafile: Metafile): ReadonlySet<string> => {
  const actions = new Set<string>();
  for (const path of bundledFrom(metafile)) {
    const [, client, command] = /@aws-sdk\/([\w-]+)\/.*\/commands\/(\w+)Command\.js$/.exec(path) ?? [];
    const name = `${client} ${command}`;
    if (command === undefined || OF_THE_SDK.has(name)) continue;
    const needed = ACTIONS[name];
    if (!needed) throw new Error(`say in bundle-commands.ts what a role needs for ${name}`);
    for (const action of needed) actions.add(action);
  }
  return actions;
};
