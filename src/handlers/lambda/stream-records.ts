import { type StreamRecord, toChange } from '../../adapters/aws/log-stream.ts';
import type { Change } from '../../ports/change-feed.ts';

/**
 * The records of an invocation by the log's stream. Lambda hands bytes over as base64 text; our items hold none but what
 * is sealed, which neither the projector nor the publisher opens.
 */
export const changesOf = (records: readonly unknown[]): readonly Change[] =>
  records.map(record => toChange(record as StreamRecord));
