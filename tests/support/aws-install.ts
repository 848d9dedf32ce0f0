import { generateKeyPairSync } from 'node:crypto';
import { CreateBucketCommand } from '@aws-sdk/client-s3';
import { CreateScheduleGroupCommand } from '@aws-sdk/client-scheduler';
import { CreateSecretCommand } from '@aws-sdk/client-secrets-manager';
import { CreateConfigurationSetCommand, CreateEmailIdentityCommand } from '@aws-sdk/client-sesv2';
import { PutParameterCommand } from '@aws-sdk/client-ssm';
import { concrete, environmentOf } from '../../scripts/template/concrete.ts';
import { functionsOf } from '../../scripts/template/functions.ts';
import { readTemplate } from '../../scripts/template/read-template.ts';
import { dynamoDbClient } from '../../src/adapters/aws/dynamodb-client.ts';
import { s3Client } from '../../src/adapters/aws/s3-objects.ts';
import { schedulerClient } from '../../src/adapters/aws/scheduler-one-offs.ts';
import { secretsClient } from '../../src/adapters/aws/secrets.ts';
import { sesClient } from '../../src/adapters/aws/ses-mailer.ts';
import { ssmClient } from '../../src/adapters/aws/ssm-config.ts';
import { createTables } from '../../src/adapters/aws/tables.ts';
import { ACCOUNT, ownName, place, REGION } from './local-aws.ts';
import type { Allowed } from './role-guard.ts';

export const COMPANY = 'harbourline.example';
export const INBOUND = 'quotes.harbourline.example';
export const HOOK_SECRET = 'a-secret-of-quoting-tools';

export interface Install {
  readonly prefix: string;
  /** The environment of a function, as the template sets it. */
  readonly environment: (name: string) => Readonly<Record<string, string>>;
  readonly allowed: (name: string) => readonly Allowed[];
}

/** What `sam deploy` and the first steps of the guide make, in a local AWS, under a prefix of its own. */
export const install = async (
  settings: Readonly<Record<string, string>> & { readonly timezone: string },
): Promise<Install> => {
  const prefix = ownName('i').slice(0, 10);
  const template = readTemplate('template.yaml');
  const parameters = {
    Prefix: prefix,
    Timezone: settings.timezone,
    InboundDomain: INBOUND,
    CompanyDomain: COMPANY,
    BusinessName: 'Harbourline',
    SheetId: 'sheet-1',
    RulesDocId: 'rules-1',
    VoiceDocId: 'voice-1',
  };
  const value = concrete(template, { account: ACCOUNT, region: REGION, parameters });
  const functions = functionsOf(template);
  await createTables(dynamoDbClient(place()), prefix);
  for (const name of ['quotes-source', 'rules-source', 'raw-mime', 'source-pdfs'])
    await s3Client(place()).send(
      new CreateBucketCommand({
        Bucket: `${prefix}-${name}-${ACCOUNT}-${REGION}`,
        CreateBucketConfiguration: { LocationConstraint: REGION },
        ObjectLockEnabledForBucket: name === 'raw-mime',
      }),
    );
  await putSecrets(prefix);
  for (const [name, Value] of Object.entries(settings))
    await ssmClient(place()).send(
      new PutParameterCommand({ Name: `/${prefix}/config/${name}`, Value, Type: 'String' }),
    );
  for (const group of ['recurring', 'one-offs'])
    await schedulerClient(place()).send(new CreateScheduleGroupCommand({ Name: `${prefix}-${group}` }));
  await sesClient(place()).send(new CreateConfigurationSetCommand({ ConfigurationSetName: `${prefix}-events` }));
  for (const EmailIdentity of [COMPANY, INBOUND])
    await sesClient(place())
      .send(new CreateEmailIdentityCommand({ EmailIdentity }))
      .catch(() => {});
  const found = (name: string) => {
    const one = functions.find(each => each.name === name);
    if (!one) throw new Error(`the template has no function ${name}`);
    return one;
  };
  return {
    prefix,
    environment: name =>
      Object.fromEntries(
        Object.entries(environmentOf(template, found(name).id)).map(([key, each]) => {
          const text = String(value(each));
          // AWS adds letters to a secret's ARN; here it is asked for by its name.
          return [key, text.replace(/^arn:aws:secretsmanager:.*:secret:/, '')];
        }),
      ),
    allowed: name =>
      found(name).grants.map(({ action, resources, condition }) => ({
        action,
        resources: resources.map(each => String(value(each))),
        condition: value(condition),
      })),
  };
};

const putSecrets = async (prefix: string): Promise<void> => {
  const { privateKey } = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
    publicKeyEncoding: { type: 'spki', format: 'pem' },
  });
  const key = (byte: number): string => Buffer.alloc(32, byte).toString('base64');
  const secrets = {
    'link-key': { refKey: key(1), linkKeys: [{ kid: 'k1', secret: key(2) }] },
    'webhook/secret': { current: HOOK_SECRET },
    'drive/sa': { client_email: 'qf@project.iam.gserviceaccount.example', private_key: privateKey },
  };
  for (const [name, secret] of Object.entries(secrets))
    await secretsClient(place()).send(
      new CreateSecretCommand({ Name: `${prefix}/${name}`, SecretString: JSON.stringify(secret) }),
    );
};
