import type { ScanReader } from '../../ports/model.ts';
import { variable } from './environment.ts';

/** Scans at Bedrock, whose client is loaded with the first of them: most PDFs are text. */
export const awsScanReader = (): ScanReader => {
  const modelId = variable('QF_MODEL');
  let opened: Promise<ScanReader> | null = null;
  return async (...ask) => {
    opened ??= import('./bedrock.ts').then(({ bedrockScans }) => bedrockScans(modelId));
    return (await opened)(...ask);
  };
};
