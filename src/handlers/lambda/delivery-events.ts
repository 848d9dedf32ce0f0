import { deliveryEvents } from '../delivery-events.ts';
import { awsCarryingOn } from './aws-carrying-on.ts';
import { awsPdfReader } from './aws-pdf-reader.ts';
import { awsWordModel } from './aws-word-model.ts';
import { awsWorld } from './aws-world.ts';

/** What SES tells of our mails asks no model; a reply that waits to be labelled is labelled by words. */
export const handler = deliveryEvents(awsWorld({ ...awsCarryingOn(), model: awsWordModel, readPdf: awsPdfReader }));
