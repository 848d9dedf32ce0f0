import * as E from 'fp-ts/lib/Either.js';
import type { Looked } from '../finding.ts';

const LONGEST_REASON = 300;

/** Looks something up. Faults of credentials and region are thrown on: without those nothing can be looked at. */
export const look = async <T>(ask: () => Promise<T>): Promise<Looked<T>> => {
  try {
    return E.right(await ask());
  } catch (error) {
    if (isNoCredentials(error)) throw error;
    return E.left(reasonOf(error));
  }
};

export const reasonOf = (error: unknown): string => {
  if (!(error instanceof Error)) return String(error);
  // A refused connection to several addresses has no message of its own.
  const message = error.message || ('code' in error ? String(error.code) : '');
  return `${error.name}: ${message}`.slice(0, LONGEST_REASON);
};

const NO_CREDENTIALS = new Set([
  'CredentialsProviderError',
  'UnrecognizedClientException',
  'InvalidClientTokenId',
  'InvalidSignatureException',
  'SignatureDoesNotMatch',
  'ExpiredToken',
  'ExpiredTokenException',
  'TokenProviderError',
]);

/** The credentials are missing, wrong or over; or nobody said which region. */
export const isNoCredentials = (error: unknown): error is Error =>
  error instanceof Error && (NO_CREDENTIALS.has(error.name) || error.message === 'Region is missing');
