import { sesClient, sesMailer } from '../../adapters/aws/ses-mailer.ts';
import type { World } from '../../application/world.ts';
import { awsDeciding, clock, type DecidingParts } from './aws-deciding.ts';
import { variable } from './environment.ts';
import { leftOut, NO_READ_MODELS } from './left-out.ts';

type Whole = 'model' | 'oneOffs' | 'mailReader' | 'readPdf' | 'sheetWriter' | 'hookSecrets' | 'charts';

/** What an entry point adds to deciding and to writing to people. What it leaves out its bundle does not hold. */
export interface WorldParts extends DecidingParts, Partial<Pick<World, Whole>> {
  readonly readModels?: Partial<World['readModels']>;
  readonly configSource?: Pick<World['configSource'], 'paused'>;
}

/** The world of a function on AWS that decides and writes to people. */
export const awsWorld = ({
  store = {},
  locked = [],
  publicUrl = variable('QF_PUBLIC_URL'),
  readModels = {},
  configSource = { paused: leftOut('the pause switch') },
  ...parts
}: WorldParts): World => {
  const deciding = awsDeciding({ store, locked, publicUrl });
  return {
    ...deciding,
    configSource: { ...deciding.configSource, ...configSource },
    mailer: sesMailer(sesClient({}), { clock, configurationSet: variable('QF_CONFIGURATION_SET') }),
    // Moves are published by the function that reads the log's stream, never by whoever decides.
    bus: { publish: leftOut('the bus') },
    readModels: { ...NO_READ_MODELS, ...readModels },
    model: { draft: leftOut('the model'), label: leftOut('the model'), paragraph: leftOut('the model') },
    oneOffs: { at: leftOut('the Scheduler'), cancel: leftOut('the Scheduler') },
    mailReader: {
      parse: leftOut('reading mail'),
      answer: leftOut('reading mail'),
      safe: leftOut('reading mail'),
      receivers: [],
    },
    readPdf: leftOut('reading PDFs'),
    sheetWriter: {
      write: leftOut('the sheet'),
      appendRow: leftOut('the sheet'),
      changeRow: leftOut('the sheet'),
      rowOf: leftOut('the sheet'),
    },
    hookSecrets: leftOut('the hook'),
    ...parts,
  };
};
