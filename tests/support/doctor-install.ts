import { PutMetricAlarmCommand } from '@aws-sdk/client-cloudwatch';
import { DescribeTableCommand } from '@aws-sdk/client-dynamodb';
import { CreateEventSourceMappingCommand, CreateFunctionCommand } from '@aws-sdk/client-lambda';
import { CreateScheduleCommand } from '@aws-sdk/client-scheduler';
import { CreateReceiptRuleCommand, CreateReceiptRuleSetCommand, type ReceiptRule } from '@aws-sdk/client-ses';
import { CreateTopicCommand, SubscribeCommand } from '@aws-sdk/client-sns';
import { concrete } from '../../scripts/template/concrete.ts';
import { at, readTemplate } from '../../scripts/template/read-template.ts';
import type { DoctorClients } from '../../src/doctor/clients.ts';
import { FUNCTIONS } from '../../src/doctor/functions.ts';
import { READERS } from '../../src/doctor/streams.ts';
import { COMPANY, INBOUND, install } from './aws-install.ts';
import { ACCOUNT, place, REGION } from './local-aws.ts';

export const ADMIN = `owner@${COMPANY}`;

/** The whole install as the doctor looks at it, in a local AWS: what the template makes, by the template's own words. */
export const doctorInstall = async (clients: DoctorClients) => {
  const qf = await install({
    timezone: 'Asia/Singapore',
    currency: 'SGD',
    admin: ADMIN,
    company_domains: JSON.stringify([COMPANY]),
  });
  const { prefix } = qf;
  const role = await roleFor(`${prefix}-any`);
  for (const name of FUNCTIONS)
    await clients.lambda.send(
      new CreateFunctionCommand({
        FunctionName: `${prefix}-${name}`,
        Role: role,
        Runtime: 'nodejs24.x',
        Handler: 'index.handler',
        Code: { ZipFile: new Uint8Array([80, 75, 5, 6, ...new Array<number>(18).fill(0)]) },
        Environment: { Variables: qf.environment(name) },
      }),
    );
  const { Table } = await clients.dynamodb.send(new DescribeTableCommand({ TableName: `${prefix}-audit` }));
  for (const name of READERS)
    await clients.lambda.send(
      new CreateEventSourceMappingCommand({
        FunctionName: `${prefix}-${name}`,
        EventSourceArn: Table?.LatestStreamArn,
        StartingPosition: 'TRIM_HORIZON',
      }),
    );
  const resources = resourcesOf(prefix);
  for (const schedule of resources('AWS::Scheduler::Schedule'))
    await clients.scheduler.send(
      new CreateScheduleCommand({
        Name: String(at(schedule, 'Name')),
        GroupName: String(at(schedule, 'GroupName')),
        ScheduleExpression: String(at(schedule, 'ScheduleExpression')),
        ScheduleExpressionTimezone: String(at(schedule, 'ScheduleExpressionTimezone')),
        FlexibleTimeWindow: { Mode: 'OFF' },
        State: 'ENABLED',
        Target: { Arn: String(at(schedule, 'Target', 'Arn')), RoleArn: role },
      }),
    );
  for (const topic of resources('AWS::SNS::Topic')) {
    const { TopicArn } = await clients.sns.send(new CreateTopicCommand({ Name: String(at(topic, 'TopicName')) }));
    await clients.sns.send(new SubscribeCommand({ TopicArn, Protocol: 'email', Endpoint: ADMIN }));
  }
  for (const alarm of resources('AWS::CloudWatch::Alarm'))
    await clients.cloudwatch.send(
      new PutMetricAlarmCommand({
        AlarmName: String(at(alarm, 'AlarmName')),
        AlarmDescription: String(at(alarm, 'AlarmDescription')),
        AlarmActions: [`arn:aws:sns:${REGION}:${ACCOUNT}:${prefix}-alarms`],
        Namespace: prefix,
        MetricName: 'Any',
        Statistic: 'Sum',
        Period: 300,
        Threshold: 1,
        ComparisonOperator: 'GreaterThanThreshold',
        EvaluationPeriods: 1,
      }),
    );
  const rule: ReceiptRule = {
    Name: `${prefix}-quotes`,
    Enabled: true,
    ScanEnabled: true,
    Recipients: [`quotes@${INBOUND}`],
    Actions: [
      { S3Action: { BucketName: `${prefix}-raw-mime-${ACCOUNT}-${REGION}`, ObjectKeyPrefix: 'inbound/' } },
      { StopAction: { Scope: 'RuleSet' } },
    ],
  };
  const set = `${prefix}-inbound-rules`;
  await clients.ses.send(new CreateReceiptRuleSetCommand({ RuleSetName: set }));
  await clients.ses.send(new CreateReceiptRuleCommand({ RuleSetName: set, Rule: rule }));
  return { ...qf, set, rule, role };
};
export type DoctorInstall = Awaited<ReturnType<typeof doctorInstall>>;

const resourcesOf = (prefix: string) => {
  const template = readTemplate('template.yaml');
  const parameters = { Prefix: prefix, Timezone: 'Asia/Singapore', AdminEmail: ADMIN };
  const value = concrete(template, { account: ACCOUNT, region: REGION, parameters });
  return (type: string) =>
    Object.values(template.Resources)
      .filter(({ Type }) => Type === type)
      .map(({ Properties }) => value(Properties));
};

/** The local AWS wants a function's role to exist; no client of ours makes roles. */
export const roleFor = async (RoleName: string): Promise<string> => {
  const trust = { Version: '2012-10-17', Statement: [] };
  await fetch(place().endpoint ?? '', {
    method: 'POST',
    headers: {
      authorization: `AWS4-HMAC-SHA256 Credential=test/20260101/us-east-1/iam/aws4_request, SignedHeaders=host, Signature=0`,
      'content-type': 'application/x-www-form-urlencoded',
    },
    body: new URLSearchParams({
      Action: 'CreateRole',
      Version: '2010-05-08',
      RoleName,
      AssumeRolePolicyDocument: JSON.stringify(trust),
    }),
  });
  return `arn:aws:iam::${ACCOUNT}:role/${RoleName}`;
};
