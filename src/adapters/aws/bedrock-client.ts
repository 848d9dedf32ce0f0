import { BedrockRuntimeClient } from '@aws-sdk/client-bedrock-runtime';
import { NodeHttpHandler } from '@smithy/node-http-handler';

/** Where the model is: on AWS (region and credentials from the environment) or at a local server's own URL. */
export interface BedrockPlace {
  readonly endpoint?: string;
  /** Where the environment does not say it. */
  readonly region?: string | undefined;
}

const LOCAL = { region: 'local', credentials: { accessKeyId: 'local', secretAccessKey: 'local' } } as const;

/**
 * One try a call: whoever calls knows how much time is left, the SDK does not. The SDK speaks HTTP/2 to Bedrock, which no
 * local server understands: an `http:` endpoint gets HTTP/1.1, and any region and key.
 */
export const bedrockClient = ({ endpoint, region }: BedrockPlace): BedrockRuntimeClient =>
  new BedrockRuntimeClient({
    maxAttempts: 1,
    ...(endpoint === undefined ? {} : { endpoint }),
    ...(region === undefined ? {} : { region }),
    ...(endpoint?.startsWith('http:') ? { ...LOCAL, requestHandler: new NodeHttpHandler() } : {}),
  });
