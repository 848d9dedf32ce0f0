import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { lambdaNames } from '../../scripts/build-lambdas.ts';
import { concrete, environmentOf } from '../../scripts/template/concrete.ts';
import { functionsOf, type LambdaFunction, referencesIn } from '../../scripts/template/functions.ts';
import { at, ROOT, readTemplate } from '../../scripts/template/read-template.ts';
import { reachOf } from '../support/bundle-commands.ts';

/*
 * What a function may do is what its code can do: no more, so that a fault or an intruder finds nothing else, and no less,
 * so that nothing is found out in production. Both are derived: the one from the template, the other from the bundle.
 */

const template = readTemplate('template.yaml');
const value = concrete(template, { account: '123456789012', region: 'ap-southeast-1', parameters: {} });
const functions = functionsOf(template);
const names = await lambdaNames();

const named = (name: string): LambdaFunction => {
  const found = functions.find(each => each.name === name);
  if (!found) throw new Error(`the template has no function ${name}`);
  return found;
};

const grantedTo = (name: string) => {
  const { id, grants } = named(name);
  const all = grants.flatMap(({ action, resources }) => resources.map(each => ({ action, on: String(value(each)) })));
  const on = (wanted: string): readonly string[] => all.filter(({ action }) => action === wanted).map(({ on }) => on);
  const environment = environmentOf(template, id);
  return {
    actions: new Set(all.map(({ action }) => action)),
    indexes: on('dynamodb:Query').flatMap(arn => arn.split('/index/').slice(1)),
    secrets: Object.keys(environment).filter(key =>
      on('secretsmanager:GetSecretValue').includes(String(value(environment[key]))),
    ),
  };
};

/** What Lambda itself does in the function's name. */
const forLambda = (name: string): readonly string[] => {
  const { id } = named(name);
  const feeds = Object.values(template.Resources).filter(
    ({ Type, Properties }) =>
      Type === 'AWS::Lambda::EventSourceMapping' && referencesIn(Properties.FunctionName).includes(id),
  );
  const parks = [template.Resources[id]?.Properties.EventInvokeConfig, ...feeds.map(({ Properties }) => Properties)]
    .map(node => at(node, 'DestinationConfig', 'OnFailure'))
    .some(node => node !== undefined);
  return [
    'logs:CreateLogStream',
    'logs:PutLogEvents',
    ...(parks ? ['sqs:SendMessage'] : []),
    ...(feeds.length > 0 ? ['DescribeStream', 'GetRecords', 'GetShardIterator', 'ListStreams'] : []).map(action =>
      action.includes(':') ? action : `dynamodb:${action}`,
    ),
  ];
};

const sorted = (words: Iterable<string>): readonly string[] => [...new Set(words)].toSorted();

describe.each(names)('%s', name => {
  it('may do what its bundle can ask for, and nothing else', async () => {
    const reach = await reachOf(name);
    const granted = grantedTo(name);
    expect(sorted(granted.actions)).toEqual(sorted([...reach.actions, ...forLambda(name)]));
    expect(sorted(granted.indexes)).toEqual(sorted(reach.indexes));
    expect(sorted(granted.secrets)).toEqual(sorted(reach.secrets));
  });
});

describe('what a bundle can ask for', () => {
  const resolveDir = join(ROOT, 'src/handlers/lambda');
  const reachOfText = (contents: string) => reachOf('', { contents, resolveDir });

  it('shows a command as soon as the code has it, also where it is loaded late or comes by an adapter', async () => {
    const direct = await reachOfText(
      `import { DeleteObjectCommand } from '@aws-sdk/client-s3'; export const handler = () => new DeleteObjectCommand({});`,
    );
    expect(sorted(direct.actions)).toEqual(['s3:DeleteObject']);
    const late = await reachOfText(
      `export const handler = async () => (await import('../../adapters/aws/dynamodb-read-models.ts')).dynamoDbReadModels;`,
    );
    expect(sorted(late.actions)).toEqual(expect.arrayContaining(['dynamodb:DeleteItem', 'dynamodb:Scan']));
  });

  it('leaves out what is imported and never used', async () => {
    const { actions } = await reachOfText(
      `import { dynamoDbApprovals, dynamoDbReadModels } from '../../adapters/aws/dynamodb-read-models.ts';
       export const handler = dynamoDbApprovals;`,
    );
    expect(sorted(actions)).toEqual(['dynamodb:GetItem']);
  });

  it('is not guessed for a command nobody described', async () => {
    const unknown = reachOfText(
      `import { DeleteBucketCommand } from '@aws-sdk/client-s3'; export const handler = () => new DeleteBucketCommand({});`,
    );
    await expect(unknown).rejects.toThrow('say in bundle-commands.ts what a role needs for client-s3 DeleteBucket');
  });
});
