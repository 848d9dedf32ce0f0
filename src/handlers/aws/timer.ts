import { templateModel } from '../../adapters/local/template-model.ts';
import { timer } from '../timer.ts';
import { awsWorld } from './aws-world.ts';
import { lambdaLog } from './lambda-log.ts';

/** The daily check has no right to ask a model: what it has to label is labelled by words. */
const world = awsWorld({ model: templateModel });
const check = timer(world);

/** The heartbeat: an alarm goes off when no such line came for a day. */
export const handler = async (): Promise<Awaited<ReturnType<typeof check>>> => {
  const outcome = await check();
  lambdaLog('info', 'DayChecked', { ...outcome });
  return outcome;
};
