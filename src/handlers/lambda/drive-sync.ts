import { dynamoDbDays } from '../../adapters/aws/dynamodb-event-store.ts';
import { MIRROR } from '../../workflows/business-context.ts';
import { driveSync, type Sources } from '../sync.ts';
import { awsCarryingOn } from './aws-carrying-on.ts';
import { awsTables } from './aws-tables.ts';
import { awsWordModel } from './aws-word-model.ts';
import { awsWorld } from './aws-world.ts';
import { variable } from './environment.ts';
import { lambdaLog } from './lambda-log.ts';

const deps = awsWorld({ ...awsCarryingOn(), store: dynamoDbDays(...awsTables()), model: awsWordModel });

const orNull = (value: string): string | null => (value === '' ? null : value);

/** Google's clients are loaded with the first call. */
const sources = async (): Promise<Sources> => {
  const [{ googleSources }, { awsGoogle }] = await Promise.all([
    import('../../adapters/google/google-sources.ts'),
    import('./aws-google.ts'),
  ]);
  return googleSources({
    access: awsGoogle(deps.clock),
    sheetId: variable('QF_SHEET_ID'),
    quotesTab: variable('QF_QUOTES_TAB'),
    closedTab: orNull(variable('QF_CLOSED_TAB')),
    rulesDocId: orNull(variable('QF_RULES_DOC')),
    voiceDocId: orNull(variable('QF_VOICE_DOC')),
    now: deps.clock.now,
  });
};
let opened: Promise<Sources> | null = null;

/** S3 dates by its own clock, in whole seconds. */
const CLOCKS_APART_MS = 60_000;

/**
 * Its line is looked for by an alarm: a mirror older than two hours defers every send. So it is written only where this
 * run found the sheet readable, and not where the last good mirror stays in force.
 */
export const handler = async (): Promise<void> => {
  const begun = deps.clock.now().getTime();
  opened ??= sources();
  await driveSync(deps, await opened)();
  const mirror = await deps.objects.get('quotes-source', MIRROR.manifest);
  const renewed = mirror !== null && Date.parse(mirror.modified) >= begun - CLOCKS_APART_MS;
  lambdaLog(renewed ? 'info' : 'warn', renewed ? 'Synced' : 'MirrorNotRenewed');
};
