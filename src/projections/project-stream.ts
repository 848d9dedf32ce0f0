import type { PastEvent } from '../events/catalogue.ts';
import type { Model, Rows } from '../ports/read-models.ts';
import { approvalRows } from './approvals.ts';
import { nudgeRows } from './nudges.ts';
import { replyRows } from './replies.ts';

/** The rows of one stream, by model. */
export type StreamRows = { readonly [M in Model]: readonly Rows[M][] };

export const MODELS: readonly Model[] = ['nudges', 'reply', 'approvals'];

/**
 * What the read models show of a stream: a function of its events and of nothing else. Each row carries the version of
 * the last event that changed it, so rows of two folds can be told apart by age.
 */
export const projectStream = (stream: string, events: readonly PastEvent[]): StreamRows => ({
  nudges: nudgeRows(stream, events),
  reply: replyRows(stream, events),
  approvals: approvalRows(stream, events),
});
