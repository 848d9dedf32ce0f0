import { eventBridgeBus, eventBridgeClient } from '../../adapters/aws/eventbridge-bus.ts';
import { publisher } from '../../event-store/outbox.ts';
import { streamBatch } from '../stream-batch.ts';
import { variable } from './environment.ts';
import { lambdaLog } from './lambda-log.ts';
import { changesOf } from './stream-records.ts';

const bus = eventBridgeBus(eventBridgeClient({}), { bus: 'default', source: variable('QF_PREFIX') });

/** The outbox and the tripwire. The alarm hangs on the line that the tripwire logs. */
export const handler = streamBatch(publisher({ bus, log: lambdaLog }), changesOf);
