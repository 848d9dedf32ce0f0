import { withoutAccount } from '../../adapters/offline-model.ts';
import { readingThread } from './aws-mail-reader.ts';

/** What needs no model, by templates and words; the words of many languages are known to the thread that reads mail. */
export const awsWordModel = withoutAccount(async text => (await readingThread()).label(text));
