import { dynamoDbNudgesByMessage } from '../../adapters/aws/dynamodb-read-models.ts';
import { eventBridgeClient, mailLanes } from '../../adapters/aws/eventbridge-bus.ts';
import { s3Client, s3Reading } from '../../adapters/aws/s3-objects.ts';
import { laneRouter } from '../route-mail.ts';
import { awsSettings } from './aws-config.ts';
import { awsMailReader } from './aws-mail-reader.ts';
import { awsTables } from './aws-tables.ts';
import { variable } from './environment.ts';
import { lambdaLog } from './lambda-log.ts';
import { NO_OBJECTS, NO_READ_MODELS, unavailable } from './left-out.ts';

const clock = { now: () => new Date() };

/** The routing step: looks at a stored message and passes its key on to the function that takes it. */
export const handler = laneRouter(
  {
    objects: {
      ...NO_OBJECTS,
      ...s3Reading(s3Client({}), {
        buckets: { 'raw-mime': variable('QF_MIME_BUCKET'), 'rules-source': variable('QF_RULES_BUCKET') },
      }),
    },
    mailReader: awsMailReader,
    readModels: { ...NO_READ_MODELS, ...dynamoDbNudgesByMessage(...awsTables()) },
    configSource: { ...awsSettings(clock), paused: unavailable('the pause switch') },
    clock,
    log: lambdaLog,
  },
  mailLanes(eventBridgeClient({}), { bus: 'default', source: variable('QF_PREFIX') }),
);
