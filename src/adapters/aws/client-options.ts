import { NodeHttpHandler } from '@smithy/node-http-handler';

const SOCKETS = { keepAlive: true, maxSockets: 64 };
const CONNECT_MS = 3_000;
const ANSWER_MS = 15_000;

/** Where the services are: on AWS (region and credentials from the environment) or at an engine's own URL. */
export interface AwsPlace {
  readonly endpoint?: string;
  /** Where the environment does not say it. */
  readonly region?: string | undefined;
  /** Local engines take any region and key, but want some. */
  readonly local?: boolean;
}

/** How every client here talks: sockets kept, a limit on connecting and on answering. The SDK's own defaults have none. */
export const clientOptions = ({ endpoint, region, local = false }: AwsPlace, { answerMs = ANSWER_MS } = {}) => ({
  ...(endpoint === undefined ? {} : { endpoint }),
  ...(region === undefined ? {} : { region }),
  ...(local ? { region: 'local', credentials: { accessKeyId: 'local', secretAccessKey: 'local' } } : {}),
  requestHandler: new NodeHttpHandler({
    connectionTimeout: CONNECT_MS,
    requestTimeout: answerMs,
    throwOnRequestTimeout: true,
    httpAgent: SOCKETS,
    httpsAgent: SOCKETS,
  }),
});
