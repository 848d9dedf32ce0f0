import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { promisify } from 'node:util';
import {
  CreateBackupCommand,
  DeleteTableCommand,
  DescribeTableCommand,
  GetResourcePolicyCommand,
  RestoreTableFromBackupCommand,
  UpdateTableCommand,
} from '@aws-sdk/client-dynamodb';
import { ListEventSourceMappingsCommand } from '@aws-sdk/client-lambda';
import {
  CreateReceiptRuleCommand,
  CreateReceiptRuleSetCommand,
  DescribeActiveReceiptRuleSetCommand,
  DescribeReceiptRuleSetCommand,
  SetActiveReceiptRuleSetCommand,
} from '@aws-sdk/client-ses';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { concrete } from '../../scripts/template/concrete.ts';
import { at, listOf, type Node, ROOT, readTemplate } from '../../scripts/template/read-template.ts';
import { type DoctorClients, doctorClients } from '../../src/doctor/clients.ts';
import { READERS } from '../../src/doctor/streams.ts';
import { commandLines } from '../support/aws-cli.ts';
import { type AwsFront, openFront } from '../support/aws-front.ts';
import { type DoctorInstall, doctorInstall } from '../support/doctor-install.ts';
import { ACCOUNT, localAws, ownName, place, REGION } from '../support/local-aws.ts';

const exec = promisify(execFile);

describe.skipIf(localAws === null || !commandLines)('scripts that a person runs on an install', () => {
  let clients: DoctorClients;
  let qf: DoctorInstall;
  let front: AwsFront;
  const deleted: string[] = [];
  beforeAll(async () => {
    front = await openFront(place().endpoint ?? null);
    // The local AWS deletes no rule.
    front.answer = ({ body }) => {
      const asked = new URLSearchParams(body.toString());
      if (asked.get('Action') !== 'DeleteReceiptRule') return null;
      deleted.push(`${asked.get('RuleSetName')} ${asked.get('RuleName')}`);
      const answer = '<DeleteReceiptRuleResponse><DeleteReceiptRuleResult/></DeleteReceiptRuleResponse>';
      return { status: 200, type: 'text/xml', body: answer };
    };
    clients = doctorClients(place());
    qf = await doctorInstall(clients);
  });
  afterAll(() => front?.close());

  const run = async (script: string, region: string = REGION): Promise<string> => {
    const env = { ...process.env, AWS_ENDPOINT_URL: front.url, AWS_REGION: region };
    return (await exec(`${ROOT}/scripts/${script}`, [qf.prefix], { env })).stdout.trim();
  };

  it('what was changed by hand is brought back by a change set against drift, the parameters as they are', async () => {
    const asked: URLSearchParams[] = [];
    const answers: Readonly<Record<string, string>> = {
      DescribeStacks: `<Stacks><member><StackStatus>UPDATE_COMPLETE</StackStatus><Parameters><member><ParameterKey>Prefix</ParameterKey></member><member><ParameterKey>SheetId</ParameterKey></member></Parameters></member></Stacks>`,
      DescribeChangeSet: `<Status>CREATE_COMPLETE</Status><Changes><member><ResourceChange><Action>Add</Action><LogicalResourceId>DailyCheck</LogicalResourceId></ResourceChange></member></Changes>`,
    };
    const before = front.answer;
    front.answer = call => {
      const asks = new URLSearchParams(call.body.toString());
      const action = asks.get('Action') ?? '';
      if (call.service !== 'cloudformation') return before(call);
      asked.push(asks);
      const body = `<${action}Response><${action}Result>${answers[action] ?? ''}</${action}Result></${action}Response>`;
      return { status: 200, type: 'text/xml', body };
    };
    const said = await run('as-deployed.sh');
    front.answer = before;
    expect(said).toMatch(new RegExp(`^Add\\s+DailyCheck\\n${qf.prefix} is as it was deployed$`));
    const made = Object.fromEntries(asked.find(asks => asks.get('Action') === 'CreateChangeSet') ?? []);
    expect(made).toMatchObject({
      StackName: qf.prefix,
      UsePreviousTemplate: 'true',
      DeploymentMode: 'REVERT_DRIFT',
      'Parameters.member.1.ParameterKey': 'Prefix',
      'Parameters.member.1.UsePreviousValue': 'true',
      'Parameters.member.2.ParameterKey': 'SheetId',
    });
    const executed = asked.find(asks => asks.get('Action') === 'ExecuteChangeSet');
    expect(executed?.get('ChangeSetName')).toBe(made.ChangeSetName);
  });

  describe('mail in', () => {
    // A region has one active set, and other tests look at theirs.
    const elsewhere = 'eu-central-1';
    let ses: DoctorClients['ses'];
    const active = async () => (await ses.send(new DescribeActiveReceiptRuleSetCommand({}))).Metadata?.Name;
    const activate = (RuleSetName?: string) => ses.send(new SetActiveReceiptRuleSetCommand({ RuleSetName }));
    const rulesOf = async (RuleSetName: string) =>
      (await ses.send(new DescribeReceiptRuleSetCommand({ RuleSetName }))).Rules;
    beforeAll(async () => {
      ses = doctorClients({ ...place(), region: elsewhere }).ses;
      await ses.send(new CreateReceiptRuleSetCommand({ RuleSetName: qf.set }));
      await ses.send(new CreateReceiptRuleCommand({ RuleSetName: qf.set, Rule: qf.rule }));
    });

    it('begins and ends with our rule set, where no other is active', async () => {
      await activate();
      expect(await run('activate-mail-in.sh', elsewhere)).toBe(`${qf.set} is active now`);
      expect(await run('activate-mail-in.sh', elsewhere)).toBe(`${qf.set} is active already`);
      expect(await active()).toBe(qf.set);
      expect(await run('stop-mail-in.sh', elsewhere)).toBe('no rule set is active now');
      expect(await active()).toBeUndefined();
      expect(await run('stop-mail-in.sh', elsewhere)).toBe(`${qf.prefix}-quotes takes no mail in`);
    });

    it('comes and goes with our rule in another’s set, which stays active', async () => {
      const theirs = ownName('set');
      await ses.send(new CreateReceiptRuleSetCommand({ RuleSetName: theirs }));
      await activate(theirs);
      expect(await run('activate-mail-in.sh', elsewhere)).toContain(`RuleSet=${theirs}`);
      expect(await rulesOf(theirs)).toEqual(await rulesOf(qf.set));
      expect(await run('stop-mail-in.sh', elsewhere)).toContain(`${theirs}, which stays active`);
      expect(deleted).toEqual([`${theirs} ${qf.prefix}-quotes`]);
      expect(await active()).toBe(theirs);
    });
  });

  describe('a restored log', () => {
    const template = readTemplate('template.yaml');
    const made = (resource: string): Node => {
      const value = concrete(template, { account: ACCOUNT, region: REGION, parameters: { Prefix: qf.prefix } });
      return value(template.Resources[resource]?.Properties);
    };
    const audit = () => `${qf.prefix}-audit`;
    const table = async () => (await clients.dynamodb.send(new DescribeTableCommand({ TableName: audit() }))).Table;
    const feeds = async (name: string) =>
      (await clients.lambda.send(new ListEventSourceMappingsCommand({ FunctionName: `${qf.prefix}-${name}` })))
        .EventSourceMappings ?? [];

    /** By way of a backup, which keeps neither stream nor policy nor protection. */
    const restored = async (): Promise<void> => {
      const TableName = audit();
      const { BackupDetails } = await clients.dynamodb.send(new CreateBackupCommand({ TableName, BackupName: 'seen' }));
      await clients.dynamodb.send(new UpdateTableCommand({ TableName, DeletionProtectionEnabled: false }));
      await clients.dynamodb.send(new DeleteTableCommand({ TableName }));
      const from = { TargetTableName: TableName, BackupArn: BackupDetails?.BackupArn ?? '' };
      await clients.dynamodb.send(new RestoreTableFromBackupCommand(from));
    };

    it('gets what the template gives a new one, and is followed anew', async () => {
      const before = (await table())?.LatestStreamArn;
      await restored();
      await run('adopt-restored-log.sh');
      const log = await table();
      expect(log).toMatchObject({
        DeletionProtectionEnabled: true,
        StreamSpecification: { StreamEnabled: true, StreamViewType: 'NEW_AND_OLD_IMAGES' },
      });
      expect(log?.LatestStreamArn).not.toBe(before);
      const { Policy = '' } = await clients.dynamodb.send(
        new GetResourcePolicyCommand({ ResourceArn: log?.TableArn ?? '' }),
      );
      expect(JSON.parse(Policy)).toEqual(at(made('Audit'), 'ResourcePolicy', 'PolicyDocument'));
      for (const name of READERS) {
        const [feed, ...more] = await feeds(name);
        expect(more).toEqual([]);
        const wanted = made(name === 'projector' ? 'ProjectorFeed' : 'PublisherFeed');
        expect(feed).toMatchObject({
          EventSourceArn: log?.LatestStreamArn,
          ...Object.fromEntries(
            [
              ...['StartingPosition', 'BatchSize', 'BisectBatchOnFunctionError', 'MaximumRetryAttempts'],
              ...['MaximumRecordAgeInSeconds', 'FunctionResponseTypes'],
            ].map(key => [key, at(wanted, key)]),
          ),
          DestinationConfig: {
            OnFailure: { Destination: `arn:aws:sqs:${REGION}:${ACCOUNT}:${qf.prefix}-dead-letters` },
          },
        });
      }
    });

    it('is left alone by a second run', async () => {
      const before = await Promise.all(READERS.map(feeds));
      await run('adopt-restored-log.sh');
      expect(await Promise.all(READERS.map(feeds))).toEqual(before);
    });

    it('may be read by the two functions as the template lets them read the first one', () => {
      const script = readFileSync(`${ROOT}/scripts/adopt-restored-log.sh`, 'utf8');
      const [read] = listOf(at(made('ReadStreamPolicy'), 'PolicyDocument', 'Statement'));
      const actions = listOf(at(read, 'Action')).map(action => `"${String(action)}"`);
      expect(actions).toHaveLength(3);
      expect(script).toContain(`"Action": [${actions.join(', ')}]`);
    });
  });
});
