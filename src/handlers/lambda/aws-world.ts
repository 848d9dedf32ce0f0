import { sesClient, sesMailer } from '../../adapters/aws/ses-mailer.ts';
import type { Dependencies } from '../../workflows/dependencies.ts';
import { awsDeciding, clock, type DecidingParts } from './aws-deciding.ts';
import { variable } from './environment.ts';
import { NO_READ_MODELS, unavailable } from './left-out.ts';

type Whole = 'model' | 'oneOffs' | 'mailReader' | 'readPdf' | 'sheetWriter' | 'hookSecrets' | 'charts';

/** What an entry point adds to deciding and to writing to people. What it leaves out its bundle does not hold. */
export interface WorldParts extends DecidingParts, Partial<Pick<Dependencies, Whole>> {
  readonly readModels?: Partial<Dependencies['readModels']>;
  readonly configSource?: Pick<Dependencies['configSource'], 'paused'>;
}

/** The world of a function on AWS that decides and writes to people. */
export const awsWorld = ({
  store = {},
  locked = [],
  publicUrl = variable('QF_PUBLIC_URL'),
  readModels = {},
  configSource = { paused: unavailable('the pause switch') },
  ...parts
}: WorldParts): Dependencies => {
  const deciding = awsDeciding({ store, locked, publicUrl });
  return {
    ...deciding,
    configSource: { ...deciding.configSource, ...configSource },
    mailer: sesMailer(sesClient({}), { clock, configurationSet: variable('QF_CONFIGURATION_SET') }),
    // Moves are published by the function that reads the log's stream, never by whoever decides.
    bus: { publish: unavailable('the bus') },
    readModels: { ...NO_READ_MODELS, ...readModels },
    model: { draft: unavailable('the model'), label: unavailable('the model'), paragraph: unavailable('the model') },
    oneOffs: { at: unavailable('the Scheduler'), cancel: unavailable('the Scheduler') },
    mailReader: {
      parse: unavailable('reading mail'),
      answer: unavailable('reading mail'),
      safe: unavailable('reading mail'),
      receivers: [],
    },
    readPdf: unavailable('reading PDFs'),
    sheetWriter: {
      write: unavailable('the sheet'),
      appendRow: unavailable('the sheet'),
      changeRow: unavailable('the sheet'),
      rowOf: unavailable('the sheet'),
    },
    hookSecrets: unavailable('the hook'),
    ...parts,
  };
};
