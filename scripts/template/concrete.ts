import { at, type Fields, isFields, type Node, type Template } from './read-template.ts';

/** Where a template is thought to be deployed, for whoever compares it with what functions call. */
export interface Place {
  readonly account: string;
  readonly region: string;
  /** Beside the defaults. */
  readonly parameters: Readonly<Record<string, string>>;
}

const NAMES = [
  'TableName',
  'BucketName',
  'FunctionName',
  'QueueName',
  'TopicName',
  'LogGroupName',
  'RuleSetName',
  'Name',
];

/** Gives the template's values as they would be: names, ARNs, and texts with both put in. */
export const concrete = (template: Template, place: Place): ((node: Node | undefined) => Node) => {
  const { account, region } = place;
  const pseudo: Readonly<Record<string, string>> = {
    'AWS::AccountId': account,
    'AWS::Region': region,
    'AWS::Partition': 'aws',
    'AWS::NoValue': '',
  };
  const value = (node: Node | undefined): Node => {
    if (Array.isArray(node)) return node.map(value);
    if (!isFields(node)) return node ?? null;
    if (typeof node.Ref === 'string') return named(node.Ref);
    const getAtt = node['Fn::GetAtt'];
    if (Array.isArray(getAtt)) return attribute(String(getAtt[0]), String(getAtt[1]));
    const sub = node['Fn::Sub'];
    if (Array.isArray(sub)) return substituted(String(sub[0]), isFields(sub[1]) ? sub[1] : {});
    if (sub !== undefined) return substituted(String(sub));
    const choice = node['Fn::If'];
    if (Array.isArray(choice)) return value(holds(String(choice[0])) ? choice[1] : choice[2]);
    return Object.fromEntries(Object.entries(node).map(([key, each]) => [key, value(each)]));
  };
  const parameter = (name: string): string | undefined => {
    const declared = template.Parameters[name];
    return declared === undefined ? undefined : (place.parameters[name] ?? String(declared.Default ?? `<${name}>`));
  };
  const holds = (name: string): boolean => condition(template.Conditions?.[name]);
  const condition = (node: Node | undefined): boolean => {
    const equals = at(node, 'Fn::Equals');
    if (Array.isArray(equals)) return value(equals[0]) === value(equals[1]);
    const not = at(node, 'Fn::Not');
    if (Array.isArray(not)) return !condition(not[0]);
    throw new Error(`no such condition: ${JSON.stringify(node)}`);
  };
  const substituted = (text: string, own: Fields = {}): string =>
    text.replace(/\$\{([^}]+)\}/g, (_, name: string) => {
      if (name in own) return String(value(own[name]));
      const [id = '', ...path] = name.split('.');
      return path.length === 0 ? named(name) : attribute(id, path.join('.'));
    });
  const resource = (id: string): { readonly type: string; readonly fields: Fields } => {
    const found = template.Resources[id];
    if (!found) throw new Error(`the template has no ${id}`);
    return { type: found.Type, fields: found.Properties };
  };
  const nameOf = (id: string): string => {
    const { fields } = resource(id);
    const key = NAMES.find(name => name in fields);
    return key === undefined ? id : String(value(fields[key]));
  };
  const named = (name: string): string => {
    const given = pseudo[name] ?? parameter(name);
    if (given !== undefined) return given;
    const { type } = resource(name);
    // What `Ref` gives of these is their ARN.
    return /::(Secret|Topic|ManagedPolicy)$/.test(type) ? attribute(name, 'Arn') : nameOf(name);
  };
  const attribute = (id: string, name: string): string => {
    if (name === 'FunctionUrl') return 'https://pages.lambda-url.test/';
    if (name === 'QueueName') return nameOf(id);
    if (name === 'StreamArn') return `${attribute(id, 'Arn')}/stream/2026-01-01T00:00:00.000`;
    const { type } = resource(id);
    const arn = ARNS[type];
    if (arn === undefined || name !== 'Arn') throw new Error(`${id}.${name} of ${type} is not known here`);
    return arn({ account, region, name: nameOf(id) });
  };
  return value;
};

type Arn = (of: { readonly account: string; readonly region: string; readonly name: string }) => string;

const ARNS: Readonly<Record<string, Arn>> = {
  'AWS::DynamoDB::Table': ({ account, region, name }) => `arn:aws:dynamodb:${region}:${account}:table/${name}`,
  'AWS::S3::Bucket': ({ name }) => `arn:aws:s3:::${name}`,
  'AWS::Serverless::Function': ({ account, region, name }) => `arn:aws:lambda:${region}:${account}:function:${name}`,
  'AWS::SQS::Queue': ({ account, region, name }) => `arn:aws:sqs:${region}:${account}:${name}`,
  'AWS::SNS::Topic': ({ account, region, name }) => `arn:aws:sns:${region}:${account}:${name}`,
  // AWS adds six letters of its own; what is compared here asks by name.
  'AWS::SecretsManager::Secret': ({ account, region, name }) =>
    `arn:aws:secretsmanager:${region}:${account}:secret:${name}`,
  'AWS::Logs::LogGroup': ({ account, region, name }) => `arn:aws:logs:${region}:${account}:log-group:${name}:*`,
  'AWS::IAM::Role': ({ account, name }) => `arn:aws:iam::${account}:role/${name}`,
  'AWS::IAM::ManagedPolicy': ({ account, name }) => `arn:aws:iam::${account}:policy/${name}`,
  'AWS::Events::Rule': ({ account, region, name }) => `arn:aws:events:${region}:${account}:rule/${name}`,
};

/** The variables of a function as the template sets them: its own over those of all. */
export const environmentOf = (template: Template, id: string): Fields => {
  const common = at(template.Globals, 'Function', 'Environment', 'Variables');
  const own = at(template.Resources[id]?.Properties, 'Environment', 'Variables');
  return { ...(isFields(common) ? common : {}), ...(isFields(own) ? own : {}) };
};
