import { summary } from '../summary.ts';
import { awsModel } from './aws-model.ts';
import { awsWorld } from './aws-world.ts';

export const handler = summary(awsWorld({ model: awsModel('QF_SUMMARY_MODEL') }));
