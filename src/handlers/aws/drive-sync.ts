import { templateModel } from '../../adapters/local/template-model.ts';
import { driveSync, type Sources } from '../sync.ts';
import { awsWorld } from './aws-world.ts';
import { variable } from './environment.ts';
import { lambdaLog } from './lambda-log.ts';

const world = awsWorld({ model: templateModel });

const orNull = (value: string): string | null => (value === '' ? null : value);

/** Google's clients are read beside the first call's own work, not before it. */
const sources = async (): Promise<Sources> => {
  const [{ googleSources }, { awsGoogle }] = await Promise.all([
    import('../../adapters/google/google-sources.ts'),
    import('./aws-google.ts'),
  ]);
  return googleSources({
    access: awsGoogle(world.clock),
    sheetId: variable('QF_SHEET_ID'),
    quotesTab: variable('QF_QUOTES_TAB'),
    closedTab: orNull(variable('QF_CLOSED_TAB')),
    rulesDocId: orNull(variable('QF_RULES_DOC')),
    voiceDocId: orNull(variable('QF_VOICE_DOC')),
    now: world.clock.now,
  });
};
const opened = sources();

/** Its line is looked for by an alarm: a mirror older than two hours defers every send. */
export const handler = async (): Promise<void> => {
  await driveSync(world, await opened)();
  lambdaLog('info', 'Synced');
};
