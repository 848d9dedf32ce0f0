import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { lambdaNames } from '../../scripts/build-lambdas.ts';
import { concrete, environmentOf } from '../../scripts/template/concrete.ts';
import { functionsOf, referencesIn } from '../../scripts/template/functions.ts';
import { OPEN_RESOURCES, openName } from '../../scripts/template/open-resources.ts';
import { at, isFields, listOf, type Node, ROOT, readTemplate } from '../../scripts/template/read-template.ts';
import { ROLES_DOC, rolesDoc } from '../../scripts/template/roles-doc.ts';
import { tables } from '../../src/adapters/aws/tables.ts';
import { VARIABLES } from '../../src/handlers/lambda/environment.ts';

const template = readTemplate('template.yaml');
const value = concrete(template, { account: '123456789012', region: 'ap-southeast-1', parameters: {} });
const ofType = (type: string) => Object.entries(template.Resources).filter(([, resource]) => resource.Type === type);
const functions = functionsOf(template);

describe('tables', () => {
  it('are those of the code: keys, indexes, stream, time to live, backups, protection', () => {
    const declared = ofType('AWS::DynamoDB::Table').map(([, { Properties }]) => {
      const { ResourcePolicy: _, ...properties } = Properties;
      return value(properties);
    });
    expect(declared).toEqual(Object.values(tables('qf')));
  });

  it('outlive the stack', () => {
    for (const [id, { DeletionPolicy, UpdateReplacePolicy }] of ofType('AWS::DynamoDB::Table'))
      expect([id, DeletionPolicy, UpdateReplacePolicy]).toEqual([id, 'Retain', 'Retain']);
  });

  it('let nobody change or remove an event', () => {
    const [statement] = listOf(
      value(at(template.Resources.Audit?.Properties, 'ResourcePolicy', 'PolicyDocument', 'Statement')),
    );
    expect(statement).toMatchObject({ Effect: 'Deny', Principal: '*' });
    expect(listOf(at(statement, 'Action')).toSorted()).toEqual(
      ['BatchWriteItem', 'DeleteItem', 'PartiQLDelete', 'PartiQLInsert', 'PartiQLUpdate', 'UpdateItem'].map(
        action => `dynamodb:${action}`,
      ),
    );
  });
});

describe('buckets', () => {
  it.each(ofType('AWS::S3::Bucket'))(
    '%s keeps versions, is encrypted, private, and outlives the stack',
    (id, bucket) => {
      const { Properties, DeletionPolicy } = bucket;
      expect(DeletionPolicy).toBe('Retain');
      expect(value(Properties)).toMatchObject({
        BucketName: expect.stringMatching(/^qf-[a-z-]+-123456789012-ap-southeast-1$/),
        VersioningConfiguration: { Status: 'Enabled' },
        BucketEncryption: { ServerSideEncryptionConfiguration: [{}] },
        PublicAccessBlockConfiguration: {
          BlockPublicAcls: true,
          BlockPublicPolicy: true,
          IgnorePublicAcls: true,
          RestrictPublicBuckets: true,
        },
      });
      const statements = listOf(
        value(at(template.Resources[`${id}Policy`]?.Properties, 'PolicyDocument', 'Statement')),
      );
      expect(statements).toContainEqual(
        expect.objectContaining({ Effect: 'Deny', Condition: { Bool: { 'aws:SecureTransport': 'false' } } }),
      );
    },
  );

  it('move nothing that is in force to a class that cannot be read at once', () => {
    for (const [id, { Properties }] of ofType('AWS::S3::Bucket')) {
      for (const rule of listOf(at(Properties, 'LifecycleConfiguration', 'Rules')))
        for (const transition of listOf(at(rule, 'Transitions')))
          expect([id, at(transition, 'StorageClass')]).toEqual([id, 'GLACIER_IR']);
    }
  });
});

describe('functions', () => {
  it('are the entry points of the code, one for one', async () => {
    expect(functions.map(({ name }) => name).toSorted()).toEqual(await lambdaNames());
  });

  it('run on Node 24 and arm64, log JSON, and are not traced', () => {
    expect(at(template.Globals, 'Function')).toMatchObject({
      Runtime: 'nodejs24.x',
      Architectures: ['arm64'],
      Tracing: 'PassThrough',
      LoggingConfig: { LogFormat: 'JSON', LogGroup: { Ref: 'Logs' } },
    });
    expect(at(template.Resources.Logs?.Properties, 'RetentionInDays')).toBe(7);
  });

  // The blueprint's figures, but where the template says why they are others.
  it.each([
    ['drive-sync', 256, 30],
    ['intake-parser', 512, 60],
    ['intake-webhook', 512, 15],
    ['timer', 512, 60],
    ['sender', 512, 60],
    ['reply-handler', 512, 60],
    ['digest', 512, 60],
    ['summary', 512, 60],
  ])('%s has %i MB and %i s', (name, memoryMb, timeoutS) => {
    expect(functions.find(each => each.name === name)).toMatchObject({ memoryMb, timeoutS });
  });

  it('are told exactly the variables that the code knows', () => {
    const known = Object.keys(VARIABLES)
      .filter(name => name.startsWith('QF_'))
      .toSorted();
    for (const { id } of functions) expect(Object.keys(environmentOf(template, id)).toSorted()).toEqual(known);
  });

  it('park what fails for good, all but the one that answers the web', () => {
    const streams = new Set(
      ofType('AWS::Lambda::EventSourceMapping')
        .filter(([, { Properties }]) => at(Properties, 'DestinationConfig', 'OnFailure', 'Destination'))
        .flatMap(([, { Properties }]) => referencesIn(Properties.FunctionName)),
    );
    const unparked = functions.filter(
      ({ id }) =>
        !streams.has(id) &&
        !at(template.Resources[id]?.Properties, 'EventInvokeConfig', 'DestinationConfig', 'OnFailure'),
    );
    expect(unparked.map(({ name }) => name)).toEqual(['intake-webhook']);
  });

  it('that read the log’s stream begin at its beginning, report one failure, and do not try for ever', () => {
    const mappings = ofType('AWS::Lambda::EventSourceMapping');
    expect(mappings).toHaveLength(2);
    for (const [, { Properties }] of mappings)
      expect(Properties).toMatchObject({
        StartingPosition: 'TRIM_HORIZON',
        FunctionResponseTypes: ['ReportBatchItemFailures'],
        BisectBatchOnFunctionError: true,
        MaximumRetryAttempts: 12,
      });
  });
});

describe('schedules', () => {
  it('are the five, in the business’s zone, retried and parked', () => {
    const schedules = ofType('AWS::Scheduler::Schedule').map(([, { Properties }]) => Properties);
    expect(schedules.map(({ Name, ScheduleExpression }) => [value(Name), ScheduleExpression])).toEqual([
      ['qf-daily-check', 'cron(0 9 * * ? *)'],
      ['qf-drive-sync', 'rate(15 minutes)'],
      ['qf-sweep', 'rate(15 minutes)'],
      ['qf-weekly-digest', 'cron(0 8 ? * MON *)'],
      ['qf-monthly-summary', 'cron(0 9 ? * 2#1 *)'],
    ]);
    for (const schedule of schedules)
      expect(schedule).toMatchObject({
        ScheduleExpressionTimezone: { Ref: 'Timezone' },
        FlexibleTimeWindow: { Mode: 'OFF' },
        Target: { DeadLetterConfig: {}, RetryPolicy: {} },
      });
  });

  it('call functions that their role may call', () => {
    const called = ofType('AWS::Scheduler::Schedule').flatMap(([, { Properties }]) =>
      referencesIn(at(Properties, 'Target', 'Arn')),
    );
    const [statement] = listOf(at(template.Resources.SchedulerPolicy?.Properties, 'PolicyDocument', 'Statement'));
    expect(referencesIn(at(statement, 'Resource')).toSorted()).toEqual([...called, 'Sender'].toSorted());
  });
});

describe('rules on the bus', () => {
  it.each(ofType('AWS::Events::Rule'))('%s may call its target, retries and parks', (id, { Properties }) => {
    const [target] = listOf(Properties.Targets);
    expect(target).toMatchObject({ DeadLetterConfig: {}, RetryPolicy: {} });
    expect(template.Resources[`${id}Permission`]?.Properties).toMatchObject({
      FunctionName: { Ref: referencesIn(at(target, 'Arn'))[0] },
      SourceArn: { 'Fn::GetAtt': [id, 'Arn'] },
    });
  });

  it('hear only this install: its source, its bucket, its configuration set', () => {
    const scopes = ofType('AWS::Events::Rule').map(([, { Properties }]) => referencesIn(Properties.EventPattern));
    expect(scopes).toEqual([['Prefix'], ['RawMime'], ['Prefix'], ['Prefix'], ['MailEvents']]);
  });
});

describe('roles', () => {
  const isOpen = (resource: Node): boolean => String(value(resource)).includes('*');

  it('allow no action by a wildcard', () => {
    for (const { name, grants } of functions)
      for (const { action } of grants) expect([name, action]).not.toEqual([name, expect.stringContaining('*')]);
  });

  it('name resources, open only where a reason is given', () => {
    const open = new Set(
      functions.flatMap(({ grants }) =>
        grants.flatMap(({ resources }) => resources.filter(isOpen).map(resource => openName(String(value(resource))))),
      ),
    );
    expect([...open].toSorted()).toEqual(Object.keys(OPEN_RESOURCES).toSorted());
  });

  it('are told in docs/roles.md, which `npm run build:roles` makes', () => {
    expect(readFileSync(ROLES_DOC, 'utf8')).toBe(rolesDoc());
  });

  it('let no function update or delete an item, an object or a secret', () => {
    // A row that stands for no event is taken out of a read model; the log itself is insert only for everybody.
    const forbidden = /:(Update|Delete|BatchWrite|PartiQL|TransactWrite)/;
    for (const { name, grants } of functions)
      for (const { action } of grants)
        if (action !== 'scheduler:UpdateSchedule' && !(action === 'dynamodb:DeleteItem' && name === 'sweep'))
          expect([name, action]).not.toEqual([name, expect.stringMatching(forbidden)]);
  });

  it('ask a model by its profile and by both names of the model behind it', () => {
    const asking = functions.flatMap(({ name, grants }) =>
      grants
        .filter(({ action }) => action === 'bedrock:InvokeModel')
        .map(({ resources }) => [name, value([...resources])]),
    );
    const three = (model: string): readonly string[] => [
      `arn:aws:bedrock:ap-southeast-1:123456789012:inference-profile/global.${model}`,
      `arn:aws:bedrock:ap-southeast-1::foundation-model/${model}`,
      `arn:aws:bedrock:::foundation-model/${model}`,
    ];
    const haiku = three('anthropic.claude-haiku-4-5-20251001-v1:0');
    expect(asking).toEqual([
      ['reply-handler', haiku],
      ['intake-parser', haiku],
      ['intake-webhook', haiku],
      ['sender', haiku],
      ['sweep', haiku],
      ['summary', three('anthropic.claude-sonnet-4-6')],
    ]);
  });

  it('pass on one role, to the Scheduler only', () => {
    for (const { grants } of functions)
      for (const grant of grants.filter(({ action }) => action === 'iam:PassRole'))
        expect(value(grant.condition)).toEqual({ StringEquals: { 'iam:PassedToService': 'scheduler.amazonaws.com' } });
  });
});

/** All that the functions run, to look for the lines that filters count. */
const sourceText = (): string =>
  ['src/workflows', 'src/event-store', 'src/handlers/lambda']
    .flatMap(folder =>
      readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' }).map(file => join(ROOT, folder, file)),
    )
    .filter(file => file.endsWith('.ts'))
    .map(file => readFileSync(file, 'utf8'))
    .join('\n');

describe('alarms', () => {
  it.each(ofType('AWS::CloudWatch::Alarm'))('%s rings, and says when it is over', (_, { Properties }) => {
    expect(Properties).toMatchObject({
      AlarmActions: [{ Ref: 'Alarms' }],
      OKActions: [{ Ref: 'Alarms' }],
      AlarmDescription: expect.stringMatching(/\.$/),
    });
  });

  it('take silence for trouble where silence is trouble', () => {
    const breaching = ofType('AWS::CloudWatch::Alarm').filter(
      ([, { Properties }]) => Properties.TreatMissingData === 'breaching',
    );
    expect(breaching.map(([id]) => id)).toEqual(['DayNotChecked', 'MirrorOld']);
  });

  it('of our own lines count a line that is filtered', () => {
    const filtered = ofType('AWS::Logs::MetricFilter').flatMap(([, { Properties }]) =>
      listOf(Properties.MetricTransformations).map(each => at(each, 'MetricName')),
    );
    const counted = ofType('AWS::CloudWatch::Alarm').flatMap(([, { Properties }]) =>
      isFields(Properties.Namespace) ? [Properties.MetricName] : [],
    );
    expect(counted.toSorted()).toEqual(filtered.toSorted());
  });

  it('count lines that the code writes', () => {
    const written = sourceText();
    const events = ofType('AWS::Logs::MetricFilter').flatMap(([, { Properties }]) =>
      [...String(Properties.FilterPattern).matchAll(/\$\.message\.event = "(\w+)"/g)].map(([, event = '']) => event),
    );
    expect(events).toHaveLength(6);
    for (const event of events) expect([event, written.includes(`'${event}'`)]).toEqual([event, true]);
  });

  it('hear of a throttle in every field in which a line of ours tells of one', () => {
    const pattern = String(template.Resources.ThrottlesFilter?.Properties.FilterPattern);
    for (const field of ['reason', 'why', 'error', 'name'])
      expect(pattern).toContain(`$.message.${field} = "*hrottl*"`);
    expect(pattern).toContain('$.message.outcome = "throttled"');
  });

  it('of the month’s cost ring at 80 and at 100 percent', () => {
    const notices = listOf(template.Resources.Budget?.Properties.NotificationsWithSubscribers);
    expect(notices.map(each => at(each, 'Notification', 'Threshold'))).toEqual([80, 100]);
  });
});

describe('the template as a whole', () => {
  it('refers to nothing that refers back to it', () => {
    const refers = new Map(
      Object.entries(template.Resources).map(([id, resource]) => {
        const isFunction = resource.Type === 'AWS::Serverless::Function';
        const all = isFunction ? { ...resource, Environment: environmentOf(template, id) } : resource;
        return [id, referencesIn(all)];
      }),
    );
    // What SAM makes of a function with an address of its own.
    refers.set('IntakeWebhookUrl', ['IntakeWebhook']);
    const finished = new Set<string>();
    const under: string[] = [];
    const visit = (id: string): void => {
      expect(under.includes(id) ? [...under, id].join(' → ') : '').toBe('');
      if (finished.has(id)) return;
      under.push(id);
      for (const next of refers.get(id) ?? []) visit(next);
      under.pop();
      finished.add(id);
    };
    for (const id of refers.keys()) visit(id);
  });

  it.each(['template.yaml', 'template-ses.yaml'])(
    '%s under another prefix shares no name with the first install',
    file => {
      const read = readTemplate(file);
      const namesUnder = (Prefix: string): readonly string[] => {
        const named = concrete(read, { account: '123456789012', region: 'ap-southeast-1', parameters: { Prefix } });
        return Object.values(read.Resources).flatMap(({ Type, Properties }) =>
          NAMING.flatMap(path => {
            const name = at(Properties, ...path);
            // What is referred to is named where it stands; identities of mail are given, not named.
            return name === undefined || referencesAnother(name) ? [] : [`${Type} ${String(named(name))}`];
          }),
        );
      };
      const first = namesUnder('qf');
      expect(first.length).toBeGreaterThan(file === 'template.yaml' ? 50 : 1);
      expect(new Set(first).size).toBe(first.length);
      expect(namesUnder('other').filter(name => first.includes(name))).toEqual([]);
      expect(first.filter(name => !/[ /]qf[-/]?/.test(name))).toEqual([]);
    },
  );

  it('counts its own lines under its prefix, so that no alarm hears of another install', () => {
    const spaces = ofType('AWS::Logs::MetricFilter').flatMap(([, { Properties }]) =>
      listOf(Properties.MetricTransformations).map(each => at(each, 'MetricNamespace')),
    );
    expect(spaces).toHaveLength(9);
    for (const space of spaces) expect(space).toEqual({ Ref: 'Prefix' });
  });

  it('exports nothing: names of exports would be shared by all stacks of a region', () => {
    for (const file of ['template.yaml', 'template-ses.yaml'])
      expect(readFileSync(join(ROOT, file), 'utf8')).not.toMatch(/^\s+Export:/m);
  });
});

/** Where CloudFormation is told what a resource is called. */
const NAMING: readonly (readonly string[])[] = [
  ...['TableName', 'BucketName', 'FunctionName', 'QueueName', 'TopicName', 'LogGroupName', 'AlarmName', 'RuleSetName'],
  ...['Name', 'ManagedPolicyName', 'RoleName'],
]
  .map((key): readonly string[] => [key])
  .concat([
    ['Budget', 'BudgetName'],
    ['Rule', 'Name'],
  ]);

const referencesAnother = (name: Node): boolean => isFields(name) && ('Ref' in name || 'Fn::GetAtt' in name);
