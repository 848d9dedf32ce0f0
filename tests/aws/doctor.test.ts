import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import {
  DisableAlarmActionsCommand,
  EnableAlarmActionsCommand,
  SetAlarmStateCommand,
} from '@aws-sdk/client-cloudwatch';
import { ListEventSourceMappingsCommand, UpdateFunctionConfigurationCommand } from '@aws-sdk/client-lambda';
import {
  CreateScheduleCommand,
  DeleteScheduleCommand,
  GetScheduleCommand,
  UpdateScheduleCommand,
} from '@aws-sdk/client-scheduler';
import {
  CreateSecretCommand,
  DeleteSecretCommand,
  GetSecretValueCommand,
  PutSecretValueCommand,
  RestoreSecretCommand,
} from '@aws-sdk/client-secrets-manager';
import {
  CreateReceiptRuleCommand,
  CreateReceiptRuleSetCommand,
  type ReceiptRule,
  SetActiveReceiptRuleSetCommand,
  UpdateReceiptRuleCommand,
} from '@aws-sdk/client-ses';
import {
  CreateTopicCommand,
  DeleteTopicCommand,
  ListSubscriptionsByTopicCommand,
  SubscribeCommand,
  UnsubscribeCommand,
} from '@aws-sdk/client-sns';
import { DeleteParameterCommand, PutParameterCommand } from '@aws-sdk/client-ssm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { lambdaNames } from '../../scripts/build-lambdas.ts';
import { ROOT } from '../../scripts/template/read-template.ts';
import { googleAccess } from '../../src/adapters/google/google-signer.ts';
import { type DoctorClients, doctorClients } from '../../src/doctor/clients.ts';
import { type DoctorWorld, examine } from '../../src/doctor/doctor.ts';
import type { Check, Finding } from '../../src/doctor/finding.ts';
import { FUNCTIONS } from '../../src/doctor/functions.ts';
import { commandLines, refusedByAws, unknownToSam } from '../support/aws-cli.ts';
import { type Answer, type AwsCall, type AwsFront, openFront } from '../support/aws-front.ts';
import { COMPANY, INBOUND } from '../support/aws-install.ts';
import { ADMIN, type DoctorInstall, doctorInstall } from '../support/doctor-install.ts';
import { type FakeBedrock, failed, said, startFakeBedrock } from '../support/fake-bedrock.ts';
import { driveError, type FakeGoogle, sheetsError, startFakeGoogle, tokenError } from '../support/fake-google.ts';
import { ACCOUNT, localAws, ownName, place, REGION } from '../support/local-aws.ts';

const MX = `inbound-smtp.${REGION}.amazonaws.com`;
const IDENTITY = { VerifiedForSendingStatus: true, DkimAttributes: { SigningEnabled: true, Status: 'SUCCESS' } };
const SES_ACCOUNT = {
  ProductionAccessEnabled: true,
  SendingEnabled: true,
  EnforcementStatus: 'HEALTHY',
  SendQuota: { Max24HourSend: 50_000 },
};

const AS_DEPLOYED = /^AWS_REGION=ap-southeast-1 scripts\/as-deployed\.sh t-\S+$/;

/** A command's words, after the shell took quotes and comment away; its program first. The programs are not run. */
const asTheShellReads = (command: string): readonly (readonly string[])[] => {
  const programs = ['aws', 'sam', 'sudo', 'npm'].map(name => `${name}() { printf '%s\\n' ${name} "$@" ''; }`);
  const read = execFileSync('bash', ['-euc', `${programs.join('; ')}; ${command}`], { cwd: ROOT, encoding: 'utf8' });
  return read
    .split('\n\n')
    .filter(call => call !== '')
    .map(call => call.split('\n'));
};
/** None is a gap for the reader to fill, or prose that would be taken for an argument. */
const wordsThatCanBeRun: readonly string[] = expect.not.arrayContaining([expect.stringMatching(/[…<>]|[,;:)]$|^\(/)]);

/** The shell finds no gap in it, and AWS's own command lines know each option. */
const canBeTyped = async (command: string): Promise<void> => {
  for (const [program = '', ...words] of asTheShellReads(command)) {
    expect(words).toEqual(wordsThatCanBeRun);
    if (commandLines && program === 'aws') expect(await refusedByAws(words)).toBeNull();
    if (commandLines && program === 'sam') expect(await unknownToSam(words)).toEqual([]);
  }
};

it('the doctor knows every function that is deployed', async () => {
  expect([...FUNCTIONS]).toEqual(await lambdaNames());
});

describe.skipIf(localAws === null)('qf doctor on a local AWS', () => {
  let front: AwsFront;
  let google: FakeGoogle;
  let bedrock: FakeBedrock;
  let clients: DoctorClients;
  let qf: DoctorInstall;
  let mx: { exchange: string; priority: number }[];
  let skewMs: number;
  let behind: boolean;
  /** What the local AWS does not know is answered here, and what it answers with a fault. */
  let answers: Record<string, (call: AwsCall) => Answer | null>;

  beforeAll(async () => {
    [front, google, bedrock] = await Promise.all([
      openFront(place().endpoint ?? null),
      startFakeGoogle(),
      startFakeBedrock(),
    ]);
    clients = doctorClients({ endpoint: front.url, modelEndpoint: bedrock.url });
    qf = await doctorInstall(clients);
    await clients.ses.send(new SetActiveReceiptRuleSetCommand({ RuleSetName: qf.set }));
    google.docs['rules-1'] = 'Standard quotes: nudge at 3 days.';
    google.docs['voice-1'] = 'Warm and plain.';
    google.tabs = { Quotes: [['Quote number'], ['HL-1'], ['HL-2']], Closed: [['Quote number']] };
    front.answer = call => Object.entries(answers).find(([path]) => call.path.startsWith(path))?.[1](call) ?? null;
  }, 120_000);
  afterAll(async () => {
    await Promise.all([front?.close(), google?.close(), bedrock?.close()]);
  });
  beforeEach(() => {
    mx = [{ exchange: MX, priority: 10 }];
    skewMs = 0;
    behind = false;
    google.fault = () => null;
    google.unshared.clear();
    bedrock.answers(said('y'));
    answers = {
      '/v2/email/account': () => json(SES_ACCOUNT),
      '/v2/email/identities/': ({ method }) => (method === 'GET' ? json(IDENTITY) : null),
      '/2016-08-19/account-settings': () => json({ AccountLimit: { ConcurrentExecutions: 1000 } }),
    };
  });

  const json = (body: unknown, status = 200, type = ''): Answer => ({
    status,
    ...(type === '' ? {} : { headers: { 'x-amzn-errortype': type } }),
    body: JSON.stringify(body),
  });
  const world = (): DoctorWorld => ({
    clients,
    region: REGION,
    clock: { now: () => new Date(Date.now() + skewMs) },
    resolveMx: async domain => (domain === INBOUND ? mx : []),
    isLogBehind: async () => behind,
    google: account =>
      googleAccess(account, {
        fetch: (input, init) => {
          const url = new URL(input instanceof Request ? input.url : String(input));
          return fetch(new URL(`${url.pathname}${url.search}`, google.url), init);
        },
        pause: async () => {},
      }),
  });
  const findings = (prefix = qf.prefix): Promise<readonly Finding[]> => examine(world(), prefix);
  const bad = async (): Promise<readonly Finding[]> => (await findings()).filter(({ status }) => status !== 'good');

  it('has nothing to say against an install as the template makes it', async () => {
    const found = await findings();
    expect(found.filter(({ status }) => status !== 'good')).toEqual([]);
    expect([...new Set(found.map(({ check }) => check))]).toEqual([
      ...['functions', 'settings', 'identities', 'sandbox', 'rule-set', 'mx-record', 'model-access', 'secrets'],
      ...['sheet', 'schedules', 'streams', 'log', 'alarms', 'clock'],
    ]);
    expect(found.find(({ check }) => check === 'sheet')?.says).toContain('2 rows');
  });

  it('changes nothing: it only asks', async () => {
    const before = front.calls.length;
    await findings();
    const changing = front.calls
      .slice(before)
      .filter(({ method, target, body }) =>
        target === null
          ? method !== 'GET' && !/Action=(Describe|List)/.test(body.toString())
          : !/^(Get|Describe|List)/.test(target),
      );
    expect(changing.map(({ service, method, path, target }) => [service, method, path, target])).toEqual([]);
  });

  it('says so where the prefix names no install', async () => {
    const found = await findings('zz');
    expect(found).toMatchObject([
      { check: 'functions', status: 'wrong', says: `there is no install with the prefix zz in ${REGION}` },
      { check: 'clock', status: 'good' },
    ]);
  });

  it('tells what it may not look at, and takes it for unknown, never for good', async () => {
    answers['/v2/email/account'] = () => json({ message: 'not authorized' }, 403, 'AccessDeniedException');
    expect(await bad()).toMatchObject([
      {
        check: 'sandbox',
        status: 'unsure',
        says: expect.stringContaining('AccessDeniedException'),
        mend: expect.stringContaining('ReadOnlyAccess'),
      },
    ]);
  });

  it('does not begin where the credentials are refused', async () => {
    answers['/2015-03-31/functions'] = () => json({ message: 'expired' }, 403, 'ExpiredTokenException');
    await expect(findings()).rejects.toThrow('expired');
  });

  /** A fault: how it is planted, undone by what planting gives; what is said of it, and what mends it. */
  interface Fault {
    readonly check: Check;
    readonly plant: () => Promise<() => unknown> | (() => unknown);
    readonly says: RegExp;
    readonly mend: RegExp;
    /** Checks that tell of it too. */
    readonly also?: readonly Check[];
    readonly status?: 'wrong' | 'note';
  }
  const nothing = (): void => {};
  const parameter = async (name: string, Value: string): Promise<() => Promise<unknown>> => {
    const Name = `/${qf.prefix}/config/${name}`;
    const before = { timezone: 'Asia/Singapore', currency: 'SGD', admin: ADMIN, company_domains: `["${COMPANY}"]` };
    const set = (value: string) =>
      clients.ssm.send(new PutParameterCommand({ Name, Value: value, Type: 'String', Overwrite: true }));
    await set(Value);
    const old = Object.entries(before).find(([key]) => key === name)?.[1];
    return async () => (old === undefined ? clients.ssm.send(new DeleteParameterCommand({ Name })) : set(old));
  };
  const identity = (found: unknown) => (): (() => void) => {
    // The longer path stands first.
    answers = { [`/v2/email/identities/${COMPANY}`]: () => json(found), ...answers };
    return nothing;
  };
  const rule = async (changes: Partial<ReceiptRule>): Promise<() => Promise<unknown>> => {
    const put = (Rule: ReceiptRule) => clients.ses.send(new UpdateReceiptRuleCommand({ RuleSetName: qf.set, Rule }));
    await put({ ...qf.rule, ...changes });
    return () => put(qf.rule);
  };
  const schedule = async (name: string, changes: Readonly<Record<string, string>>): Promise<() => Promise<unknown>> => {
    const key = { GroupName: `${qf.prefix}-recurring`, Name: `${qf.prefix}-${name}` };
    const old = await clients.scheduler.send(new GetScheduleCommand(key));
    const of = (over: object) =>
      new UpdateScheduleCommand({
        ...key,
        ScheduleExpression: old.ScheduleExpression,
        ScheduleExpressionTimezone: old.ScheduleExpressionTimezone,
        State: 'ENABLED',
        FlexibleTimeWindow: { Mode: 'OFF' },
        Target: { Arn: old.Target?.Arn, RoleArn: old.Target?.RoleArn },
        ...over,
      });
    await clients.scheduler.send(of(changes));
    return () => clients.scheduler.send(of({}));
  };
  const secret = async (name: string, SecretString: string): Promise<() => Promise<unknown>> => {
    const SecretId = `${qf.prefix}/${name}`;
    const old = await clients.secrets.send(new GetSecretValueCommand({ SecretId }));
    await clients.secrets.send(new PutSecretValueCommand({ SecretId, SecretString }));
    return () => clients.secrets.send(new PutSecretValueCommand({ SecretId, SecretString: old.SecretString }));
  };
  /** Gone for good; made again by whoever undoes it. `then` is what stands there instead. */
  const secretGone = async (name: string, then: 'nothing' | 'an empty one'): Promise<() => Promise<unknown>> => {
    const SecretId = `${qf.prefix}/${name}`;
    const { SecretString } = await clients.secrets.send(new GetSecretValueCommand({ SecretId }));
    const gone = () => clients.secrets.send(new DeleteSecretCommand({ SecretId, ForceDeleteWithoutRecovery: true }));
    await gone();
    if (then === 'an empty one') await clients.secrets.send(new CreateSecretCommand({ Name: SecretId }));
    return async () => {
      if (then === 'an empty one') await gone();
      await clients.secrets.send(new CreateSecretCommand({ Name: SecretId, SecretString }));
    };
  };
  const secretMarked = async (name: string): Promise<() => Promise<unknown>> => {
    const SecretId = `${qf.prefix}/${name}`;
    await clients.secrets.send(new DeleteSecretCommand({ SecretId, RecoveryWindowInDays: 7 }));
    return () => clients.secrets.send(new RestoreSecretCommand({ SecretId }));
  };
  const topicArn = (name: string): string => `arn:aws:sns:${REGION}:${ACCOUNT}:${qf.prefix}-${name}`;
  const mapping = async (name: string) => {
    const FunctionName = `${qf.prefix}-${name}`;
    const { EventSourceMappings = [] } = await clients.lambda.send(
      new ListEventSourceMappingsCommand({ FunctionName }),
    );
    return EventSourceMappings[0];
  };
  /** The local AWS keeps few of a mapping's states: the answer of the list is put in its place. */
  const mappings = (name: string, change: (one: object) => readonly object[]) => async (): Promise<() => void> => {
    const one = await mapping(name);
    answers['/2015-03-31/event-source-mappings'] = ({ path }) =>
      path.includes(`${qf.prefix}-${name}`) ? json({ EventSourceMappings: change({ ...one, LastModified: 0 }) }) : null;
    return nothing;
  };

  const faults: Record<string, Fault> = {
    'a function is missing': {
      check: 'functions',
      plant: () => {
        answers[`/2015-03-31/functions/${qf.prefix}-sweep`] = () =>
          json({ message: 'not found' }, 404, 'ResourceNotFoundException');
        return nothing;
      },
      says: /the function \S+-sweep is missing/,
      mend: AS_DEPLOYED,
    },
    'an update of a function failed': {
      check: 'functions',
      plant: () => {
        const failure = { LastUpdateStatus: 'Failed', LastUpdateStatusReason: 'no such bundle', FunctionArn: 'a:b' };
        answers[`/2015-03-31/functions/${qf.prefix}-timer`] = () =>
          json({ ...failure, Environment: { Variables: { QF_TIMEZONE: 'Asia/Singapore' } } });
        return nothing;
      },
      says: /the last update of \S+-timer \(no such bundle\) failed/,
      mend: /^npm run build:lambdas && sam deploy .*--stack-name \S+ /,
    },
    'functions of two deployments': {
      check: 'functions',
      plant: async () => {
        const of = (zone: string) =>
          new UpdateFunctionConfigurationCommand({
            FunctionName: `${qf.prefix}-timer`,
            Environment: { Variables: { ...qf.environment('timer'), QF_TIMEZONE: zone } },
          });
        await clients.lambda.send(of('UTC'));
        return () => clients.lambda.send(of('Asia/Singapore'));
      },
      says: /different time zones: Asia\/Singapore, UTC/,
      mend: AS_DEPLOYED,
    },
    'ten functions at a time': {
      check: 'functions',
      status: 'note',
      plant: () => {
        answers['/2016-08-19/account-settings'] = () => json({ AccountLimit: { ConcurrentExecutions: 10 } });
        return nothing;
      },
      says: /only 10 functions at a time/,
      mend: /request-service-quota-increase/,
    },
    'a setting that cannot be used': {
      check: 'settings',
      plant: () => parameter('nudge_cap', 'three'),
      says: /config\/nudge_cap: a text of 5 characters is not a whole number/,
      mend: /^aws --region ap-southeast-1 ssm put-parameter --name \S+nudge_cap --type String --overwrite --value '3'$/,
    },
    'a misspelt setting': {
      check: 'settings',
      plant: () => parameter('quiet-hours', 'null'),
      says: /did you mean quiet_hours/,
      mend: /ssm delete-parameter --name \S+quiet-hours/,
    },
    'a zone that the schedules do not have': {
      check: 'settings',
      plant: () => parameter('timezone', 'Europe/Berlin'),
      says: /config\/timezone is Europe\/Berlin, the functions were deployed for Asia\/Singapore: they refuse to run/,
      mend: /&& sam deploy .* --parameter-overrides Timezone=Europe\/Berlin$/,
      also: ['schedules'],
    },
    'no company domain': {
      check: 'settings',
      plant: () => parameter('company_domains', '[]'),
      says: /nobody counts as a rep/,
      mend: /ssm put-parameter .*company_domains/,
    },
    'the switch says pause': {
      check: 'settings',
      status: 'note',
      plant: () => parameter('paused', 'true'),
      says: /sending is paused/,
      mend: /put-parameter --name \S+paused .*--value false/,
    },
    'an identity unknown to SES': {
      check: 'identities',
      plant: () => {
        answers = {
          [`/v2/email/identities/${COMPANY}`]: () => json({ message: 'none' }, 404, 'NotFoundException'),
          ...answers,
        };
        return nothing;
      },
      says: /does not know the domain harbourline.example/,
      mend: /create-email-identity --email-identity harbourline.example/,
    },
    'an identity that is not verified': {
      check: 'identities',
      plant: identity({
        VerifiedForSendingStatus: false,
        DkimAttributes: { SigningEnabled: true, Status: 'PENDING', Tokens: ['abc', 'def'] },
      }),
      says: /harbourline.example is not verified \(DKIM PENDING\)/,
      mend: /abc\._domainkey\.harbourline\.example CNAME abc\.dkim\.amazonses\.com; def/,
    },
    'an identity that does not sign': {
      check: 'identities',
      plant: identity({ VerifiedForSendingStatus: true, DkimAttributes: { SigningEnabled: false, Status: 'SUCCESS' } }),
      says: /not signed: DKIM is off/,
      mend: /put-email-identity-dkim-attributes/,
    },
    'a MAIL FROM that the DNS does not know': {
      check: 'identities',
      status: 'note',
      plant: identity({
        ...IDENTITY,
        MailFromAttributes: { MailFromDomain: `bounce.${COMPANY}`, MailFromDomainStatus: 'FAILED' },
      }),
      says: /bounce.harbourline.example of harbourline.example is FAILED/,
      mend: /InboundMailFrom/,
    },
    'the sandbox': {
      check: 'sandbox',
      plant: () => {
        answers['/v2/email/account'] = () =>
          json({ ...SES_ACCOUNT, ProductionAccessEnabled: false, SendQuota: { Max24HourSend: 200 } });
        return nothing;
      },
      says: /in its sandbox: .* 200 mails a day/,
      mend: /put-account-details --production-access-enabled/,
    },
    'sending stopped by SES': {
      check: 'sandbox',
      plant: () => {
        answers['/v2/email/account'] = () => json({ ...SES_ACCOUNT, EnforcementStatus: 'SHUTDOWN' });
        return nothing;
      },
      says: /stopped sending/,
      mend: /Support Center/,
    },
    'a pricing plan of SES': {
      check: 'sandbox',
      status: 'note',
      plant: () => {
        answers['/v2/email/account'] = () => json({ ...SES_ACCOUNT, PricingAttributes: { CurrentPlan: 'ESSENTIALS' } });
        return nothing;
      },
      says: /charges by the plan ESSENTIALS/,
      mend: /sesv2 put-account-pricing-attributes --plan NONE$/,
    },
    'no rule set is active': {
      check: 'rule-set',
      plant: async () => {
        await clients.ses.send(new SetActiveReceiptRuleSetCommand({}));
        return () => clients.ses.send(new SetActiveReceiptRuleSetCommand({ RuleSetName: qf.set }));
      },
      says: /no rule set is active/,
      mend: /scripts\/activate-mail-in\.sh t-/,
    },
    'the rule is off': {
      check: 'rule-set',
      plant: () => rule({ Enabled: false }),
      says: /is switched off/,
      mend: /activate-mail-in/,
    },
    'the rule does not scan': {
      check: 'rule-set',
      plant: () => rule({ ScanEnabled: false }),
      says: /does not scan/,
      mend: /activate-mail-in/,
    },
    'the rule is for another address': {
      check: 'rule-set',
      plant: () => rule({ Recipients: [`quotes@${COMPANY}`] }),
      says: /is not for quotes@quotes\.harbourline\.example/,
      mend: /activate-mail-in/,
    },
    'the rule stores elsewhere': {
      check: 'rule-set',
      plant: () => rule({ Actions: [{ S3Action: { BucketName: 'another', ObjectKeyPrefix: 'inbound/' } }] }),
      says: /does not store into \S+-raw-mime-/,
      mend: /activate-mail-in/,
    },
    'no MX record': {
      check: 'mx-record',
      plant: () => {
        mx = [];
        return nothing;
      },
      says: /has no MX record/,
      mend: /quotes\.harbourline\.example\. 300 IN MX 10 inbound-smtp\.ap-southeast-1\.amazonaws\.com\./,
    },
    'an MX record of another region': {
      check: 'mx-record',
      plant: () => {
        mx = [{ exchange: 'inbound-smtp.us-east-1.amazonaws.com', priority: 10 }];
        return nothing;
      },
      says: /10 inbound-smtp\.us-east-1\.amazonaws\.com, not inbound-smtp\.ap-southeast-1/,
      mend: /IN MX 10/,
    },
    'another MX record first': {
      check: 'mx-record',
      plant: () => {
        mx = [{ exchange: 'mail.other.example', priority: 1 }, ...mx];
        return nothing;
      },
      says: /has other MX records before/,
      mend: /IN MX 10/,
    },
    'no access to the model': {
      check: 'model-access',
      plant: () => {
        bedrock.answers(failed(403, 'AccessDeniedException'));
        return nothing;
      },
      says: /global\.anthropic\.claude-\S+ does not answer \(drafts and labels\): AccessDeniedException/,
      mend: /use-case form .* get-foundation-model-availability --model-id anthropic\.claude/,
    },
    'a model that is no more': {
      check: 'model-access',
      plant: () => {
        bedrock.answersBy(({ modelId }) =>
          modelId.includes('sonnet') ? failed(404, 'ResourceNotFoundException') : said('y'),
        );
        return nothing;
      },
      says: /sonnet\S+ does not answer \(summary\)/,
      mend: /list-inference-profiles .*SummaryModel=/,
    },
    'a secret that nobody filled': {
      check: 'secrets',
      plant: () => secret('link-key', 'not json'),
      says: /link-key cannot be used: it is a text of 8 characters and no JSON/,
      mend: /put-secret-value --secret-id \S+link-key --secret-string "\$\(scripts\/new-link-key\.sh\)"/,
    },
    'a link key without a key': {
      check: 'secrets',
      plant: () => secret('link-key', JSON.stringify({ refKey: Buffer.alloc(32).toString('base64'), linkKeys: [] })),
      says: /holds no link key/,
      mend: /a new install only/,
    },
    'a hook secret that can be guessed': {
      check: 'secrets',
      plant: () => secret('webhook/secret', '{"current":"secret"}'),
      says: /current is shorter than 16 characters/,
      mend: /openssl rand -hex 20/,
    },
    'a service account that is none': {
      check: 'secrets',
      plant: () => secret('drive/sa', '{"client_email":"qf@project.example","private_key":"x"}'),
      says: /drive\/sa cannot be used: private_key is no private key in PEM/,
      mend: /file:\/\/service-account\.json/,
    },
    'a log that was restored to before its newest send': {
      check: 'log',
      plant: () => {
        behind = true;
        return nothing;
      },
      says: /restored to before its newest send: nothing leaves/,
      mend: /^npx qf reconcile --prefix \S+ --region ap-southeast-1/,
    },
    'a hook secret that is no JSON': {
      check: 'secrets',
      plant: () => secret('webhook/secret', 'sesame open'),
      says: /webhook\/secret cannot be used: it is a text of 11 characters and no JSON/,
      mend: /put-secret-value --secret-id \S+webhook\/secret /,
    },
    'a service account that is no JSON': {
      check: 'secrets',
      plant: () => secret('drive/sa', 'MIIE'),
      says: /drive\/sa cannot be used: it is a text of 4 characters and no JSON/,
      mend: /put-secret-value --secret-id \S+drive\/sa /,
    },
    ...Object.fromEntries(
      ['link-key', 'webhook/secret', 'drive/sa'].flatMap((name): [string, Fault][] => [
        [
          `no secret ${name}`,
          {
            check: 'secrets',
            plant: () => secretGone(name, 'nothing'),
            says: new RegExp(`${name} cannot be used: there is no such secret`),
            mend: new RegExp(`create-secret --name \\S+${name} --secret-string `),
          },
        ],
        [
          `nothing in the secret ${name}`,
          {
            check: 'secrets',
            plant: () => secretGone(name, 'an empty one'),
            says: new RegExp(`${name} cannot be used: there is nothing in it`),
            mend: new RegExp(`put-secret-value --secret-id \\S+${name} --secret-string `),
          },
        ],
        [
          `the secret ${name} marked for deletion`,
          {
            check: 'secrets',
            plant: () => secretMarked(name),
            says: new RegExp(`${name} cannot be used: it is marked for deletion`),
            mend: new RegExp(`restore-secret --secret-id \\S+${name}`),
          },
        ],
      ]),
    ),
    'the sheet is not shared': {
      check: 'sheet',
      plant: () => {
        google.unshared.add('sheet-1');
        return nothing;
      },
      says: /qf@project\.iam\.gserviceaccount\.example/,
      mend: /spreadsheets\/d\/sheet-1, Share, add qf@project\.iam\.gserviceaccount\.example as Editor/,
    },
    'the sheet may only be read': {
      check: 'sheet',
      plant: () => {
        google.fault = call =>
          call === 'GET /drive/v3/files/sheet-1'
            ? { status: 200, body: { version: '7', capabilities: { canEdit: false } } }
            : null;
        return nothing;
      },
      says: /may read the sheet but not write/,
      mend: /as Editor/,
    },
    'a doc that is not shared': {
      check: 'sheet',
      plant: () => {
        google.fault = call =>
          call.includes('voice-1') ? driveError(404, 'notFound', 'File not found: voice-1.') : null;
        return nothing;
      },
      says: /voice doc cannot be found/,
      mend: /docs\.google\.com/,
    },
    'a tab of another name': {
      check: 'sheet',
      plant: () => {
        google.fault = call =>
          call.includes('values:batchGet')
            ? sheetsError(400, 'INVALID_ARGUMENT', 'Unable to parse range: Quotes')
            : null;
        return nothing;
      },
      says: /has no tab named/,
      mend: /docs\.google\.com/,
    },
    'a key that Google has deleted': {
      check: 'sheet',
      plant: () => {
        google.fault = call => (call === 'POST /token' ? tokenError('invalid_grant', 'Invalid JWT Signature.') : null);
        return nothing;
      },
      says: /Google does not accept the service account qf@project/,
      mend: /docs\.google\.com/,
    },
    'a schedule is missing': {
      check: 'schedules',
      plant: async () => {
        const key = { GroupName: `${qf.prefix}-recurring`, Name: `${qf.prefix}-weekly-digest` };
        const old = await clients.scheduler.send(new GetScheduleCommand(key));
        await clients.scheduler.send(new DeleteScheduleCommand(key));
        return () =>
          clients.scheduler.send(
            new CreateScheduleCommand({
              ...key,
              ScheduleExpression: old.ScheduleExpression,
              ScheduleExpressionTimezone: old.ScheduleExpressionTimezone,
              FlexibleTimeWindow: { Mode: 'OFF' },
              State: 'ENABLED',
              Target: { Arn: old.Target?.Arn, RoleArn: old.Target?.RoleArn },
            }),
          );
      },
      says: /the schedule \S+-weekly-digest is missing/,
      mend: AS_DEPLOYED,
    },
    'a schedule is off': {
      check: 'schedules',
      plant: () => schedule('daily-check', { State: 'DISABLED' }),
      says: /daily-check is switched off/,
      mend: AS_DEPLOYED,
    },
    'a schedule in another zone': {
      check: 'schedules',
      plant: () => schedule('daily-check', { ScheduleExpressionTimezone: 'UTC' }),
      says: /daily-check runs in UTC, the business in Asia\/Singapore/,
      mend: AS_DEPLOYED,
    },
    'a schedule at another hour': {
      check: 'schedules',
      plant: () => schedule('daily-check', { ScheduleExpression: 'cron(0 10 * * ? *)' }),
      says: /runs at cron\(0 10 \* \* \? \*\), not at cron\(0 9/,
      mend: AS_DEPLOYED,
    },
    'a reader of the stream is off': {
      check: 'streams',
      plant: mappings('projector', one => [{ ...one, State: 'Disabled' }]),
      says: /-projector is cut off/,
      mend: /update-event-source-mapping --uuid \S+ --enabled/,
    },
    'a reader of the stream of a table that was replaced': {
      check: 'streams',
      plant: mappings('publisher', one => [{ ...one, EventSourceArn: 'arn:aws:dynamodb:r:1:table/t/stream/old' }]),
      says: /-publisher reads no stream of the log, only one that is no longer/,
      mend: /^AWS_REGION=ap-southeast-1 scripts\/adopt-restored-log\.sh t-/,
    },
    'a reader that cannot go on': {
      check: 'streams',
      plant: mappings('projector', one => [{ ...one, LastProcessingResult: 'PROBLEM: Function call failed' }]),
      says: /cannot work through the log's stream: PROBLEM: Function call failed/,
      mend: /^sam logs .*--cw-log-group \/aws\/lambda\/t-/,
    },
    'a subscription not confirmed': {
      check: 'alarms',
      plant: () => {
        const pending = `<member><TopicArn>${topicArn('alarms')}</TopicArn><Protocol>email</Protocol><SubscriptionArn>PendingConfirmation</SubscriptionArn><Owner>1</Owner><Endpoint>${ADMIN}</Endpoint></member>`;
        answers = {
          ...answers,
          '/': ({ service, body }) =>
            service === 'sns' && body.toString().includes(encodeURIComponent(topicArn('alarms')))
              ? {
                  status: 200,
                  type: 'text/xml',
                  body: `<ListSubscriptionsByTopicResponse><ListSubscriptionsByTopicResult><Subscriptions>${pending}</Subscriptions></ListSubscriptionsByTopicResult></ListSubscriptionsByTopicResponse>`,
                }
              : null,
        };
        return nothing;
      },
      says: /owner@harbourline\.example has not confirmed the subscription to \S+-alarms/,
      mend: /sns subscribe --topic-arn \S+-alarms --protocol email --notification-endpoint .owner@harbourline\.example/,
    },
    'a topic that was deleted': {
      check: 'alarms',
      plant: async () => {
        const TopicArn = topicArn('cost-alarm');
        await clients.sns.send(new DeleteTopicCommand({ TopicArn }));
        return async () => {
          await clients.sns.send(new CreateTopicCommand({ Name: TopicArn.split(':').at(-1) }));
          await clients.sns.send(new SubscribeCommand({ TopicArn, Protocol: 'email', Endpoint: ADMIN }));
        };
      },
      says: /the topic \S+-cost-alarm is missing/,
      mend: AS_DEPLOYED,
    },
    'nobody subscribed to the budget': {
      check: 'alarms',
      plant: async () => {
        const TopicArn = topicArn('cost-alarm');
        const { Subscriptions = [] } = await clients.sns.send(new ListSubscriptionsByTopicCommand({ TopicArn }));
        for (const { SubscriptionArn } of Subscriptions)
          await clients.sns.send(new UnsubscribeCommand({ SubscriptionArn }));
        return () => clients.sns.send(new SubscribeCommand({ TopicArn, Protocol: 'email', Endpoint: ADMIN }));
      },
      says: /nobody is subscribed to \S+-cost-alarm/,
      mend: /sns subscribe/,
    },
    'an alarm switched off': {
      check: 'alarms',
      plant: async () => {
        const AlarmNames = [`${qf.prefix}-day-not-checked`];
        await clients.cloudwatch.send(new DisableAlarmActionsCommand({ AlarmNames }));
        return () => clients.cloudwatch.send(new EnableAlarmActionsCommand({ AlarmNames }));
      },
      says: /-day-not-checked is switched off/,
      mend: /enable-alarm-actions --alarm-names \S+-day-not-checked/,
    },
    'an alarm that rings': {
      check: 'alarms',
      plant: async () => {
        const of = (StateValue: 'ALARM' | 'OK') =>
          new SetAlarmStateCommand({ AlarmName: `${qf.prefix}-mirror-old`, StateValue, StateReason: 'test' });
        await clients.cloudwatch.send(of('ALARM'));
        return () => clients.cloudwatch.send(of('OK'));
      },
      says: /-mirror-old is on: The sheet was not read for two hours/,
      mend: /docs\/operations\.md, "mirror-old"/,
    },
    'a clock that is ahead': {
      check: 'clock',
      plant: () => {
        skewMs = 90_000;
        return nothing;
      },
      says: /clock is (89|9\d) s ahead of AWS's/,
      mend: /timedatectl set-ntp true/,
    },
    'a clock that is behind': {
      check: 'clock',
      plant: () => {
        skewMs = -600_000;
        return nothing;
      },
      says: /s behind AWS's/,
      mend: /timedatectl/,
    },
  };

  it.each(Object.entries(faults))(
    '%s',
    async (_, { check, plant, says, mend, status = 'wrong', also = check === 'secrets' ? ['sheet'] : [] }) => {
      const undo = await plant();
      const found = await bad();
      await undo();
      const hit = found.find(finding => finding.check === check && says.test(finding.says));
      expect(hit, JSON.stringify(found, null, 1)).toMatchObject({ status });
      expect(hit?.mend).toMatch(mend);
      const [program = ''] = /^(aws|sam|sudo|npm)(?= )|(?<=^AWS_REGION=\S+ )scripts\/\S+/.exec(hit?.mend ?? '') ?? [];
      if (program.startsWith('scripts/')) expect(existsSync(`${ROOT}/${program}`), program).toBe(true);
      else if (program !== '') await canBeTyped(hit?.mend ?? '');
      // What hangs on it may be told too; nothing else is.
      const told: readonly Check[] = [check, ...also];
      expect(found.filter(finding => !told.includes(finding.check))).toEqual([]);
    },
  );

  it('a rule of others that ends before ours is told', async () => {
    const set = ownName('set');
    await clients.ses.send(new CreateReceiptRuleSetCommand({ RuleSetName: set }));
    const theirs: ReceiptRule = {
      Name: 'everything',
      Enabled: true,
      Recipients: ['.harbourline.example'],
      Actions: [{ StopAction: { Scope: 'RuleSet' } }],
    };
    await clients.ses.send(new CreateReceiptRuleCommand({ RuleSetName: set, Rule: theirs }));
    await clients.ses.send(new CreateReceiptRuleCommand({ RuleSetName: set, Rule: qf.rule, After: theirs.Name }));
    await clients.ses.send(new SetActiveReceiptRuleSetCommand({ RuleSetName: set }));
    const found = await bad();
    await clients.ses.send(new SetActiveReceiptRuleSetCommand({ RuleSetName: qf.set }));
    expect(found).toMatchObject([{ check: 'rule-set', status: 'wrong' }]);
    expect(found[0]?.says).toMatch(/the rule everything stands before ours/);
    expect(found[0]?.mend).toMatch(/set-receipt-rule-position/);
  });
});
