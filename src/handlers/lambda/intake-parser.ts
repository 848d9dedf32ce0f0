import { readingScans } from '../../quote-intake/reading-scans.ts';
import { mailRouter } from '../process-mail.ts';
import { awsCarryingOn } from './aws-carrying-on.ts';
import { awsModel } from './aws-model.ts';
import { awsPdfReader } from './aws-pdf-reader.ts';
import { awsScanReader } from './aws-scan-reader.ts';
import { awsWorld } from './aws-world.ts';
import { timedCall } from './lambda-log.ts';

/** A rep's own mail, as the routing step passes it on: a sent quote, or a word about one that is open. */
export const handler = timedCall(
  mailRouter(awsWorld({ ...awsCarryingOn(), model: awsModel(), readPdf: readingScans(awsPdfReader, awsScanReader()) })),
);
