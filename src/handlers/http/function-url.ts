import * as E from 'fp-ts/lib/Either.js';
import * as t from 'io-ts';
import type { WebRequest, WebResponse } from './web-request.ts';

/** A request as a Lambda function URL brings it (payload format 2.0). Header names come in lower case. */
const Request = t.intersection([
  t.type({
    rawPath: t.string,
    headers: t.record(t.string, t.string),
    isBase64Encoded: t.boolean,
    requestContext: t.type({
      domainName: t.string,
      http: t.type({ method: t.string, sourceIp: t.string }),
    }),
  }),
  t.partial({ body: t.string, rawQueryString: t.string }),
]);

export interface UrlResponse {
  readonly statusCode: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** Answers at a function URL. Form posts arrive base64-encoded: what is signed or parsed are the decoded bytes. */
export const functionUrl =
  (site: (host: string) => (request: WebRequest) => Promise<WebResponse>) =>
  async (event: unknown): Promise<UrlResponse> => {
    const decoded = Request.decode(event);
    if (E.isLeft(decoded)) throw new TypeError('expected the request of a function URL, payload format 2.0');
    const { rawPath, rawQueryString = '', headers, isBase64Encoded, requestContext, body = '' } = decoded.right;
    const {
      status,
      headers: answered,
      body: text,
    } = await site(requestContext.domainName)({
      method: requestContext.http.method,
      path: rawPath,
      query: rawQueryString,
      headers,
      body: Buffer.from(body, isBase64Encoded ? 'base64' : 'utf8'),
      address: requestContext.http.sourceIp,
    });
    return { statusCode: status, headers: answered, body: text };
  };
