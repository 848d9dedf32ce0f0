import { listOf, type Node } from '../../scripts/template/read-template.ts';
import type { AwsCall } from './aws-front.ts';

/** What IAM asks before a call: may it do this, on that, under these circumstances? */
export interface Need {
  readonly action: string;
  readonly resource: string;
  readonly context: Readonly<Record<string, string>>;
}

/** A permission with its names filled in. */
export interface Allowed {
  readonly action: string;
  readonly resources: readonly string[];
  readonly condition: Node;
}

export interface Where {
  readonly account: string;
  readonly region: string;
}

/** What a call needs, service by service, as AWS documents it. Throws for a call that is not known here. */
export const needsOf = (call: AwsCall, where: Where): readonly Need[] => {
  const needs = READERS[call.service];
  if (!needs) throw new Error(`no rule for a call of ${call.service}`);
  return needs(call, where);
};

/** Whether every need is met by one of the permissions, as IAM compares them. */
export const unmet = (needs: readonly Need[], allowed: readonly Allowed[]): readonly Need[] =>
  needs.filter(
    need =>
      !allowed.some(
        ({ action, resources, condition }) =>
          action === need.action &&
          resources.some(pattern => matches(pattern, need.resource)) &&
          holds(condition, need.context),
      ),
  );

const matches = (pattern: string, text: string): boolean =>
  new RegExp(
    `^${pattern
      .replace(/[.+^${}()|[\]\\]/g, '\\$&')
      .replaceAll('*', '.*')
      .replaceAll('?', '.')}$`,
  ).test(text);

const holds = (condition: Node, context: Readonly<Record<string, string>>): boolean => {
  if (typeof condition !== 'object' || condition === null || Array.isArray(condition)) return true;
  return Object.entries(condition).every(([operator, keys]) =>
    Object.entries(keys as Readonly<Record<string, Node>>).every(([key, wanted]) => {
      const given = context[key];
      if (given === undefined) return false;
      return listOf(wanted).some(each =>
        operator === 'StringLike' ? matches(String(each), given) : String(each) === given,
      );
    }),
  );
};

type Reader = (call: AwsCall, where: Where) => readonly Need[];
const plain = (action: string, resource: string, context: Need['context'] = {}): Need => ({
  action,
  resource,
  context,
});
const json = (call: AwsCall) => JSON.parse(call.body.toString() || '{}');

const READERS: Readonly<Record<string, Reader>> = {
  dynamodb: (call, { account, region }) => {
    const { TableName, IndexName } = json(call);
    const table = `arn:aws:dynamodb:${region}:${account}:table/${TableName}`;
    return [plain(`dynamodb:${call.target}`, IndexName ? `${table}/index/${IndexName}` : table)];
  },
  s3: call => {
    const url = new URL(call.path, 'http://s3');
    const [, bucket = '', ...rest] = url.pathname.split('/').map(decodeURIComponent);
    const key = rest.join('/');
    const object = `arn:aws:s3:::${bucket}/${key}`;
    if (key === '') return [plain('s3:ListBucket', `arn:aws:s3:::${bucket}`)];
    if (call.method !== 'PUT') return [plain('s3:GetObject', object), plain('s3:ListBucket', `arn:aws:s3:::${bucket}`)];
    const locked = call.headers['x-amz-object-lock-mode'] !== undefined;
    return [plain('s3:PutObject', object), ...(locked ? [plain('s3:PutObjectRetention', object)] : [])];
  },
  ses: (call, { account, region }) => {
    const { FromEmailAddress, ConfigurationSetName } = json(call);
    const from = { 'ses:FromAddress': String(FromEmailAddress) };
    const domain = String(FromEmailAddress).split('@').at(-1);
    return ['ses:SendEmail', 'ses:SendRawEmail'].flatMap(action => [
      plain(action, `arn:aws:ses:${region}:${account}:identity/${domain}`, from),
      plain(action, `arn:aws:ses:${region}:${account}:configuration-set/${ConfigurationSetName}`, from),
    ]);
  },
  scheduler: (call, { account, region }) => {
    const name = decodeURIComponent(call.path.split('/').at(-1)?.split('?')[0] ?? '');
    const { GroupName, Target } = json(call);
    const action = { POST: 'CreateSchedule', PUT: 'UpdateSchedule', DELETE: 'DeleteSchedule' }[call.method];
    return [
      plain(`scheduler:${action}`, `arn:aws:scheduler:${region}:${account}:schedule/${GroupName}/${name}`),
      plain('iam:PassRole', String(Target?.RoleArn), { 'iam:PassedToService': 'scheduler.amazonaws.com' }),
    ];
  },
  events: (call, { account, region }) =>
    json(call).Entries.map((entry: { readonly EventBusName: string; readonly Source: string }) =>
      plain('events:PutEvents', `arn:aws:events:${region}:${account}:event-bus/${entry.EventBusName}`, {
        'events:source': entry.Source,
      }),
    ),
  ssm: (call, { account, region }) => {
    const { Path, Name } = json(call);
    return [plain(`ssm:${call.target}`, `arn:aws:ssm:${region}:${account}:parameter${Path ?? Name}`)];
  },
  secretsmanager: (call, { account, region }) => {
    const { SecretId } = json(call);
    const arn = String(SecretId).startsWith('arn:')
      ? SecretId
      : `arn:aws:secretsmanager:${region}:${account}:secret:${SecretId}`;
    return [plain(`secretsmanager:${call.target}`, arn)];
  },
};
