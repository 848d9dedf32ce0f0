import { auth } from '@googleapis/sheets';

/** A service account, as Google hands it out: the parts that are used. */
export interface ServiceAccount {
  readonly client_email: string;
  readonly private_key: string;
}

/** Whatever gives the header of a request: the service account's own signer, or a test's. */
export type Signer = InstanceType<typeof auth.JWT>;

/** Everything that talks to Google as one service account. */
export interface GoogleAccess {
  readonly signer: Signer;
  /** With whom sheet and docs must be shared. */
  readonly account: string;
  /** A local server's, in tests. */
  readonly rootUrl?: string;
}

const SCOPES = ['https://www.googleapis.com/auth/spreadsheets', 'https://www.googleapis.com/auth/drive.readonly'];
const ANSWER_MS = 10_000;
const RETRIES = 3;

export const googleAccess = ({ client_email, private_key }: ServiceAccount): GoogleAccess => ({
  signer: new auth.JWT({ email: client_email, key: private_key, scopes: SCOPES }),
  account: client_email,
});

/** How Google's own clients are made: reads are tried again on 429 and 5xx, with growing pauses. */
export const clientOptions = ({ signer, rootUrl }: GoogleAccess) => ({
  auth: signer,
  timeout: ANSWER_MS,
  retryConfig: {
    retry: RETRIES,
    httpMethodsToRetry: ['GET'],
    statusCodesToRetry: [
      [429, 429],
      [500, 599],
    ],
  },
  ...(rootUrl === undefined ? {} : { rootUrl }),
});
