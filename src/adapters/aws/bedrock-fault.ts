import { BedrockRuntimeServiceException } from '@aws-sdk/client-bedrock-runtime';
import type { ModelFailure } from '../../ports/model.ts';

export interface BedrockFault {
  readonly failure: ModelFailure;
  /** May it pass by itself? */
  readonly again: boolean;
}

const LONGEST_REASON = 200;
/** Timeout, a failing model behind the service, throttling; beside all of 5xx. */
const PASSING_STATUS = new Set([408, 424, 429]);

/** What a failed call means. Only the error's own words are told, never what was sent. */
export const bedrockFault = (error: unknown): BedrockFault => {
  if (!(error instanceof Error)) return unavailable(String(error), false);
  const reason = `${error.name}: ${error.message}`;
  if (error instanceof SyntaxError)
    return { failure: { kind: 'malformed', reason: 'the service did not answer in JSON' }, again: true };
  if (error instanceof BedrockRuntimeServiceException) {
    const status = error.$metadata.httpStatusCode ?? 500;
    return unavailable(reason, status >= 500 || PASSING_STATUS.has(status));
  }
  // Sockets fail with a system's code (ECONNRESET); missing credentials or region have none, and stay missing.
  const code = 'code' in error ? error.code : undefined;
  return unavailable(reason, error.name === 'TimeoutError' || (typeof code === 'string' && /^E[A-Z]+$/.test(code)));
};

const unavailable = (reason: string, again: boolean): BedrockFault => ({
  failure: { kind: 'unavailable', reason: reason.slice(0, LONGEST_REASON) },
  again,
});
