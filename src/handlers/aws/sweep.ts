import { sweeper } from '../sweeper.ts';
import { awsModel } from './aws-model.ts';
import { awsWorld } from './aws-world.ts';
import { lambdaLog } from './lambda-log.ts';

const sweep = sweeper(awsWorld({ model: awsModel() }));

export const handler = async (): Promise<void> => {
  const { streams, tasks } = await sweep();
  lambdaLog('info', 'Swept', { streams, tasks });
};
