import { setTimeout } from 'node:timers/promises';
import { auth } from '@googleapis/sheets';
import { isPassing } from './google-fault.ts';

/** A service account, as Google hands it out: the parts that are used. */
export interface ServiceAccount {
  readonly client_email: string;
  readonly private_key: string;
}

/** Whatever gives the header of a request: the service account's own signer. */
export type Signer = InstanceType<typeof auth.JWT>;

/** What talking to Google takes of the world. */
export interface GoogleNet {
  readonly fetch?: typeof fetch;
  readonly pause: (ms: number) => Promise<void>;
}

/** Everything that talks to Google as one service account. */
export interface GoogleAccess {
  readonly signer: Signer;
  /** With whom sheet and docs must be shared. */
  readonly account: string;
  readonly pause: GoogleNet['pause'];
}

const SCOPES = ['https://www.googleapis.com/auth/spreadsheets', 'https://www.googleapis.com/auth/drive.readonly'];
const ANSWER_MS = 10_000;
const MAX_ATTEMPTS = 5;
const FIRST_PAUSE_MS = 500;
const MAX_PAUSE_MS = 8_000;

const THE_NET: GoogleNet = { pause: ms => setTimeout(ms) };

export const googleAccess = (
  { client_email, private_key }: ServiceAccount,
  { fetch, pause }: GoogleNet = THE_NET,
): GoogleAccess => ({
  signer: new auth.JWT({
    email: client_email,
    key: private_key,
    scopes: SCOPES,
    ...(fetch === undefined ? {} : { transporterOptions: { fetchImplementation: fetch } }),
  }),
  account: client_email,
  pause,
});

/** How Google's own clients are made. They try nothing again by themselves: `persistent` does, with our pauses. */
export const clientOptions = ({ signer }: GoogleAccess) => ({
  auth: signer,
  timeout: ANSWER_MS,
  retry: false,
  retryConfig: { retry: 0, noResponseRetries: 0 },
});

/**
 * Reads from Google, again on 429, 5xx and a connection that breaks: at most five times, the pauses doubling from half a
 * second, or as long as Google asks for. Only for what changes nothing.
 */
export const persistent = async <T>({ pause }: GoogleAccess, read: () => Promise<T>): Promise<T> => {
  for (let tries = 1; ; tries++) {
    try {
      return await read();
    } catch (error) {
      if (!isPassing(error) || tries === MAX_ATTEMPTS) throw error;
      await pause(askedFor(error) ?? Math.min(MAX_PAUSE_MS, FIRST_PAUSE_MS * 2 ** (tries - 1)));
    }
  }
};

/** `Retry-After` in seconds, as far as a call of ours can wait. */
const askedFor = (error: unknown): number | null => {
  if (!(error instanceof Error && 'response' in error)) return null;
  const { headers } = (error.response ?? {}) as { readonly headers?: Headers };
  const seconds = Number(headers?.get?.('retry-after') ?? Number.NaN);
  return Number.isFinite(seconds) && seconds > 0 ? Math.min(MAX_PAUSE_MS, seconds * 1000) : null;
};
