import { sender } from '../sender.ts';
import { awsCarryingOn } from './aws-carrying-on.ts';
import { awsModel } from './aws-model.ts';
import { awsWorld } from './aws-world.ts';

export const handler = sender(awsWorld({ ...awsCarryingOn(), model: awsModel() }));
