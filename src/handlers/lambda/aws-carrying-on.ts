import { dynamoDbNudgesByMessage } from '../../adapters/aws/dynamodb-read-models.ts';
import { schedulerClient, schedulerSetting } from '../../adapters/aws/scheduler-one-offs.ts';
import type { Dependencies } from '../../workflows/dependencies.ts';
import { CLAIMS } from '../../workflows/nudges/send-ledger.ts';
import { awsPause } from './aws-config.ts';
import { clock } from './aws-deciding.ts';
import { awsMailReader } from './aws-mail-reader.ts';
import { awsSheetWriter } from './aws-sheet-writer.ts';
import { awsTables } from './aws-tables.ts';
import { variable } from './environment.ts';
import { unavailable } from './left-out.ts';

/**
 * What carrying a quote on may come to, beside deciding and mailing: an approval waits for its minute, a stored reply is
 * read, and what a person decided goes into the sheet.
 */
export const awsCarryingOn = (): Pick<Dependencies, 'oneOffs' | 'mailReader' | 'sheetWriter'> & {
  readonly readModels: Pick<Dependencies['readModels'], 'nudgeByMessage'>;
  readonly configSource: Pick<Dependencies['configSource'], 'paused'>;
  readonly locked: readonly string[];
} => ({
  oneOffs: {
    ...schedulerSetting(schedulerClient({}), {
      clock,
      group: variable('QF_ONE_OFF_GROUP'),
      targetArn: variable('QF_SENDER_ARN'),
      roleArn: variable('QF_SCHEDULER_ROLE'),
      deadLetterArn: variable('QF_DEAD_LETTERS'),
    }),
    cancel: unavailable('cancelling one-offs'),
  },
  mailReader: awsMailReader,
  sheetWriter: awsSheetWriter(clock),
  readModels: dynamoDbNudgesByMessage(...awsTables()),
  configSource: awsPause(),
  locked: [CLAIMS],
});
