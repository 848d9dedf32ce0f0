import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

/** What Converse is sent, as far as tests look at it. */
export interface ConverseBody {
  readonly system: readonly { readonly text: string }[];
  readonly messages: readonly { readonly role: string; readonly content: readonly { readonly text: string }[] }[];
  readonly inferenceConfig: Readonly<Record<string, unknown>>;
  readonly toolConfig?: unknown;
  readonly outputConfig: {
    readonly textFormat: {
      readonly type: string;
      readonly structure: { readonly jsonSchema: { readonly name: string; readonly schema: string } };
    };
  };
}

export interface ConverseRequest {
  readonly modelId: string;
  readonly body: ConverseBody;
}

/** How one request is answered. */
export type FakeAnswer =
  | { readonly kind: 'said'; readonly text: string; readonly stopReason: string; readonly cited?: readonly string[] }
  | { readonly kind: 'error'; readonly status: number; readonly type: string }
  | { readonly kind: 'raw'; readonly status: number; readonly body: string }
  | { readonly kind: 'silent' }
  | { readonly kind: 'hang-up' };

export const said = (answer: unknown, stopReason = 'end_turn'): FakeAnswer => ({
  kind: 'said',
  text: typeof answer === 'string' ? answer : JSON.stringify(answer),
  stopReason,
});
/** The words come in pieces, each with the place in a document that it was taken from. */
export const cited = (pieces: readonly string[]): FakeAnswer => ({
  kind: 'said',
  text: '',
  stopReason: 'end_turn',
  cited: pieces,
});
export const failed = (status: number, type: string): FakeAnswer => ({ kind: 'error', status, type });

export interface FakeBedrock {
  readonly url: string;
  readonly requests: readonly ConverseRequest[];
  /** Answers in this order; the last again and again. Forgets earlier requests. */
  readonly answers: (...next: readonly [FakeAnswer, ...FakeAnswer[]]) => void;
  readonly answersBy: (answer: (request: ConverseRequest) => FakeAnswer) => void;
  readonly close: () => Promise<void>;
}

export const USAGE = { inputTokens: 100, outputTokens: 20, totalTokens: 120 };

/** A server that speaks Converse's JSON over HTTP/1.1, at a port of its own. */
export const startFakeBedrock = async (): Promise<FakeBedrock> => {
  let answer: (request: ConverseRequest) => FakeAnswer = () => failed(500, 'InternalServerException');
  let requests: ConverseRequest[] = [];
  const server = createServer(async (message, response) => {
    const request = await readRequest(message);
    requests.push(request);
    reply(response, answer(request));
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    get requests() {
      return requests;
    },
    answers: (...next) => {
      requests = [];
      const left = [...next];
      answer = () => (left.length > 1 ? left.shift() : left[0]) ?? next[0];
    },
    answersBy: by => {
      requests = [];
      answer = by;
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise(resolve => server.close(resolve));
    },
  };
};

const readRequest = async (message: IncomingMessage): Promise<ConverseRequest> => ({
  modelId: decodeURIComponent(/^\/model\/([^/]+)\/converse$/.exec(message.url ?? '')?.[1] ?? ''),
  body: JSON.parse(await text(message)),
});

const reply = (response: ServerResponse, answer: FakeAnswer): void => {
  switch (answer.kind) {
    case 'said':
      json(response, 200, {
        output: { message: { role: 'assistant', content: contentOf(answer) } },
        stopReason: answer.stopReason,
        usage: USAGE,
        metrics: { latencyMs: 1 },
      });
      return;
    case 'error':
      response.setHeader('x-amzn-errortype', answer.type);
      json(response, answer.status, { message: `${answer.type} for a test` });
      return;
    case 'raw':
      response.writeHead(answer.status, { 'content-type': 'application/json' });
      response.end(answer.body);
      return;
    case 'silent':
      return;
    case 'hang-up':
      response.destroy();
  }
};

const contentOf = ({ text, cited }: Extract<FakeAnswer, { kind: 'said' }>): readonly unknown[] =>
  cited?.map(piece => ({
    citationsContent: {
      content: [{ text: piece }],
      citations: [{ title: 'document-1', location: { documentPage: { documentIndex: 0, start: 1, end: 1 } } }],
    },
  })) ?? [{ text }];

const json = (response: ServerResponse, status: number, body: unknown): void => {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(JSON.stringify(body));
};
