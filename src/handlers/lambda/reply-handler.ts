import { mailRouter } from '../process-mail.ts';
import { awsCarryingOn } from './aws-carrying-on.ts';
import { awsModel } from './aws-model.ts';
import { awsPdfReader } from './aws-pdf-reader.ts';
import { awsWorld } from './aws-world.ts';
import { timedCall } from './lambda-log.ts';

/** A stored message that may be an answer, as the routing step passes it on. */
export const handler = timedCall(
  mailRouter(awsWorld({ ...awsCarryingOn(), model: awsModel(), readPdf: awsPdfReader })),
);
