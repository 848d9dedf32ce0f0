import { createServer, request as forward, type IncomingMessage } from 'node:http';

/** One call of an SDK, as it crossed the wire. */
export interface AwsCall {
  /** The access key that signed it: tests give each function one of its own. */
  readonly caller: string;
  /** As in the signature: `s3`, `ses`, `dynamodb`, `scheduler`, `events`, `ssm`, `secretsmanager`. */
  readonly service: string;
  readonly method: string;
  /** Path and query, still encoded. */
  readonly path: string;
  /** `X-Amz-Target` without its version, where the service has one. */
  readonly target: string | null;
  readonly headers: IncomingMessage['headers'];
  readonly body: Buffer;
}

export interface Answer {
  readonly status: number;
  readonly type?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: string;
}

export interface AwsFront {
  readonly url: string;
  readonly calls: readonly AwsCall[];
  /** Asked before a call goes on: null lets it through, `silence` never answers, else this is the answer. */
  answer: (call: AwsCall) => Answer | 'silence' | null;
  readonly close: () => Promise<void>;
}

/** Stands before a local AWS: remembers every call, and answers in its place where a test wants a fault or a refusal. */
export const openFront = async (behind: string | null): Promise<AwsFront> => {
  const calls: AwsCall[] = [];
  const front = { calls, answer: (_: AwsCall): Answer | 'silence' | null => null };
  const server = createServer(async (incoming, outgoing) => {
    const chunks: Buffer[] = [];
    for await (const chunk of incoming) chunks.push(chunk);
    const body = Buffer.concat(chunks);
    const call = callOf(incoming, body);
    calls.push(call);
    const answer = front.answer(call);
    if (answer === 'silence') return;
    if (answer !== null) {
      outgoing.writeHead(answer.status, { 'content-type': answer.type ?? 'application/json', ...answer.headers });
      outgoing.end(answer.body);
      return;
    }
    if (behind === null) {
      outgoing.writeHead(500);
      outgoing.end();
      return;
    }
    const { hostname, port } = new URL(behind);
    const onward = forward(
      { hostname, port, method: incoming.method, path: incoming.url, headers: incoming.headers },
      response => {
        outgoing.writeHead(response.statusCode ?? 500, response.headers);
        response.pipe(outgoing);
      },
    );
    onward.on('error', () => outgoing.destroy());
    onward.end(body);
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = address !== null && typeof address === 'object' ? address.port : 0;
  return Object.assign(front, {
    url: `http://127.0.0.1:${port}`,
    close: async () => {
      server.closeAllConnections();
      await new Promise(resolve => server.close(resolve));
    },
  });
};

const callOf = ({ headers, method = 'GET', url = '/' }: IncomingMessage, body: Buffer): AwsCall => {
  const [, caller = '', , , service = ''] =
    /Credential=([^/]+)\/(\d+)\/([^/]+)\/([^/]+)\//.exec(headers.authorization ?? '') ?? [];
  const target = headers['x-amz-target'];
  return {
    caller,
    service,
    method,
    path: url,
    headers,
    target: typeof target === 'string' ? (target.split('.').at(-1) ?? null) : null,
    body,
  };
};

/** The MIME of every mail that was handed to SES here. */
export const mailsIn = (calls: readonly AwsCall[]): readonly string[] =>
  calls
    .filter(({ service, path }) => service === 'ses' && path.startsWith('/v2/email/outbound-emails'))
    .map(({ body }) => Buffer.from(JSON.parse(body.toString()).Content.Raw.Data, 'base64').toString());
