import { sender } from '../sender.ts';
import { awsModel } from './aws-model.ts';
import { awsWorld } from './aws-world.ts';

export const handler = sender(awsWorld({ model: awsModel() }));
