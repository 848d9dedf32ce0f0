import { CloudWatchClient } from '@aws-sdk/client-cloudwatch';
import { LambdaClient } from '@aws-sdk/client-lambda';
import { SESClient } from '@aws-sdk/client-ses';
import { SESv2Client } from '@aws-sdk/client-sesv2';
import { SNSClient } from '@aws-sdk/client-sns';
import { bedrockClient } from '../adapters/aws/bedrock-client.ts';
import { type AwsPlace, clientOptions } from '../adapters/aws/client-options.ts';
import { dynamoDbClient } from '../adapters/aws/dynamodb-client.ts';
import { schedulerClient } from '../adapters/aws/scheduler-one-offs.ts';
import { secretsClient } from '../adapters/aws/secrets.ts';
import { ssmClient } from '../adapters/aws/ssm-config.ts';

export interface DoctorPlace extends AwsPlace {
  /** A local model's, which speaks HTTP/1.1. */
  readonly modelEndpoint?: string | undefined;
}

/** Everything that is asked; region and credentials come from the environment, as for any AWS tool. */
export const doctorClients = (place: DoctorPlace) => ({
  lambda: new LambdaClient(clientOptions(place)),
  sns: new SNSClient(clientOptions(place)),
  cloudwatch: new CloudWatchClient(clientOptions(place)),
  ses: new SESClient(clientOptions(place)),
  sesv2: new SESv2Client(clientOptions(place)),
  ssm: ssmClient(place),
  secrets: secretsClient(place),
  scheduler: schedulerClient(place),
  dynamodb: dynamoDbClient(place),
  bedrock: bedrockClient({
    region: place.region,
    ...(place.modelEndpoint === undefined ? {} : { endpoint: place.modelEndpoint }),
  }),
});

export type DoctorClients = ReturnType<typeof doctorClients>;

/** The region that the clients speak to, whoever named it: option, environment, or the profile. Throws where nobody did. */
export const regionOf = ({ lambda }: DoctorClients): Promise<string> => lambda.config.region();
