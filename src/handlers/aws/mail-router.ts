import { eventBridgeClient, mailLanes } from '../../adapters/aws/eventbridge-bus.ts';
import { s3Client, s3Objects } from '../../adapters/aws/s3-objects.ts';
import { laneRouter } from '../lane-router.ts';
import { awsConfig } from './aws-config.ts';
import { awsLog } from './aws-log.ts';
import { awsMailReader } from './aws-mail-reader.ts';
import { variable } from './environment.ts';
import { lambdaLog } from './lambda-log.ts';

const clock = { now: () => new Date() };

/** The routing step: looks at a stored message and passes its key on to the function that takes it. */
export const handler = laneRouter(
  {
    objects: s3Objects(s3Client({}), {
      buckets: { 'raw-mime': variable('QF_MIME_BUCKET'), 'rules-source': variable('QF_RULES_BUCKET') },
    }),
    mailReader: awsMailReader(),
    readModels: awsLog().readModels,
    configSource: awsConfig(clock),
    clock,
    log: lambdaLog,
  },
  mailLanes(eventBridgeClient({}), { bus: 'default', source: variable('QF_PREFIX') }),
);
