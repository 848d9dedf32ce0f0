import { projector } from '../../application/project.ts';
import { streamBatch } from '../stream-batch.ts';
import { awsLog } from './aws-log.ts';
import { lambdaLog } from './lambda-log.ts';
import { changesOf } from './stream-records.ts';

export const handler = streamBatch(projector({ ...awsLog(), log: lambdaLog }), changesOf);
