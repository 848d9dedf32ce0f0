import { sender } from '../sender.ts';
import { awsCarryingOn } from './aws-carrying-on.ts';
import { awsModel } from './aws-model.ts';
import { awsWorld } from './aws-world.ts';
import { timedCall } from './lambda-log.ts';

export const handler = timedCall(sender(awsWorld({ ...awsCarryingOn(), model: awsModel() })));
