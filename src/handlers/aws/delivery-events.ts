import { templateModel } from '../../adapters/local/template-model.ts';
import { deliveryEvents } from '../delivery-events.ts';
import { awsWorld } from './aws-world.ts';

export const handler = deliveryEvents(awsWorld({ model: templateModel }));
