import { createHmac, timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { ConsoleRequest, ConsoleResponse } from '../console/request.ts';
import { hookTooLarge, MAX_HOOK_BYTES } from '../handlers/http/hook.ts';
import type { WebRequest, WebResponse } from '../handlers/http/web-request.ts';
import { errorPage } from '../presentation/pages/error-page.ts';
import { pageHeaders } from '../presentation/pages/page.ts';

export interface ServerOptions {
  readonly port: number;
  /** Opens the console: stands in the printed address once, then becomes a cookie. */
  readonly secret: string;
  readonly web: (request: WebRequest) => Promise<WebResponse>;
  readonly console: (request: ConsoleRequest) => Promise<ConsoleResponse>;
  /** What keeps the system from working, in words; null when nothing does. */
  readonly unwell: () => Promise<string | null>;
  readonly onError: (error: unknown) => void;
}

export interface LocalServer {
  readonly port: number;
  readonly close: () => Promise<void>;
}

const COOKIE = 'qf-console';
/** A dropped mail may be as large as one that comes by SMTP. */
const MAX_BYTES = 41 * 1024 * 1024;
const MAX_FORM_BYTES = 256 * 1024;
const REQUEST_MS = 60_000;

/**
 * One HTTP server on loopback for the console and the token pages. A name that is not ours in `Host` (a rebound DNS
 * name) and a post from a foreign page are refused before anything is read.
 */
export const listenHttp = async (options: ServerOptions): Promise<LocalServer> => {
  const underWay = new Set<Promise<void>>();
  const server = createServer(
    { requestTimeout: REQUEST_MS, headersTimeout: 15_000, maxHeaderSize: 32 * 1024 },
    (request, response) => {
      const answering = answer(options, hostsOf(server), request, response)
        .catch((error: unknown) => {
          // The visitor left in the middle of a request: nothing of ours is unwell.
          if (!request.destroyed || request.complete) options.onError(error);
          if (!response.headersSent) reply(response, page(500, errorPage({ kind: 'try-again', link: null })));
          else response.destroy();
        })
        .finally(() => underWay.delete(answering));
      underWay.add(answering);
    },
  );
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port, '127.0.0.1', () => resolve());
  });
  return {
    port: portOf(server),
    close: async () => {
      await new Promise<void>(resolve => {
        server.close(() => resolve());
        server.closeAllConnections();
      });
      await Promise.allSettled(underWay);
    },
  };
};

const portOf = (server: Server): number => {
  const address = server.address();
  return address !== null && typeof address === 'object' ? address.port : 0;
};

const hostsOf = (server: Server): ReadonlySet<string> => {
  const port = portOf(server);
  return new Set([`127.0.0.1:${port}`, `localhost:${port}`, `[::1]:${port}`]);
};

type Answer = ConsoleResponse | WebResponse;

const page = (status: number, html: string, headers: Readonly<Record<string, string>> = {}): ConsoleResponse => ({
  status,
  headers: { ...pageHeaders(), ...headers },
  body: html,
});
const plain = (status: number, text: string): ConsoleResponse => ({
  status,
  headers: { 'Content-Type': 'text/plain; charset=utf-8', 'X-Content-Type-Options': 'nosniff' },
  body: `${text}\n`,
});

const reply = (response: ServerResponse, { status, headers, body }: Answer): void => {
  response.writeHead(status, { ...headers });
  response.end(body);
};

const answer = async (
  options: ServerOptions,
  hosts: ReadonlySet<string>,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> => {
  const host = request.headers.host ?? '';
  if (!hosts.has(host.toLowerCase()))
    return reply(response, plain(421, 'This server answers on 127.0.0.1 and localhost only.'));
  const url = urlOf(request.url ?? '/', host);
  if (url === null) return reply(response, plain(400, 'This is no address of a page.'));
  if (url.pathname === '/healthz') {
    const why = await options.unwell();
    return reply(response, why === null ? plain(200, 'ok') : plain(503, why));
  }
  const method = request.method ?? 'GET';
  if (method === 'POST' && isForeign(request, hosts))
    return reply(response, plain(403, 'A page of another site cannot post here.'));
  if (url.pathname.startsWith('/t/')) return tokenPage(options, request, response, url, method);
  if (url.pathname === '/hook') return hookCall(options, request, response, url, method);
  return consolePage(options, request, response, url, method);
};

/**
 * What the request line asks for; null where it is no path. The host is put in front of it as text: resolved against
 * it, a path that begins with two slashes would be read as the name of another host.
 */
const urlOf = (target: string, host: string): URL | null =>
  target.startsWith('/') ? URL.parse(`http://${host}${target}`) : null;

/**
 * Browsers say where a post comes from, and a page cannot forge `Sec-Fetch-Site`. Our pages send no referrer, so their
 * own posts carry `Origin: null`: that header alone decides only where a browser does not send the other.
 */
const isForeign = ({ headers }: IncomingMessage, hosts: ReadonlySet<string>): boolean => {
  const site = headers['sec-fetch-site'];
  if (typeof site === 'string') return site !== 'same-origin' && site !== 'none';
  const { origin } = headers;
  if (origin === undefined) return false;
  return !URL.canParse(origin) || !hosts.has(new URL(origin).host.toLowerCase());
};

const tokenPage = async (
  { web }: ServerOptions,
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
  method: string,
): Promise<void> => {
  const body = await readBody(request, MAX_FORM_BYTES);
  if (body === null) return reply(response, page(413, errorPage({ kind: 'too-large', most: '256 KB' })));
  const headers = { 'content-type': request.headers['content-type'], 'user-agent': request.headers['user-agent'] };
  return reply(
    response,
    await web({ method, path: url.pathname, headers, body, address: request.socket.remoteAddress ?? '' }),
  );
};

/** Quoting tools sign what they send: they have no cookie, and every header may count. */
const hookCall = async (
  { web }: ServerOptions,
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
  method: string,
): Promise<void> => {
  const body = await readBody(request, MAX_HOOK_BYTES);
  if (body === null) return reply(response, hookTooLarge());
  const headers = Object.fromEntries(
    Object.entries(request.headers).map(([name, value]) => [name, typeof value === 'object' ? value.join(',') : value]),
  );
  const query = url.search.slice(1);
  const address = request.socket.remoteAddress ?? '';
  return reply(response, await web({ method, path: url.pathname, query, headers, body, address }));
};

const consolePage = async (
  options: ServerOptions,
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
  method: string,
): Promise<void> => {
  const key = url.searchParams.get('key');
  if (key !== null && same(key, options.secret)) {
    const cookie = `${COOKIE}=${cookieOf(options.secret)}; HttpOnly; SameSite=Strict; Path=/`;
    return reply(response, {
      status: 303,
      headers: { Location: '/', 'Set-Cookie': cookie, 'Cache-Control': 'no-store', 'Referrer-Policy': 'no-referrer' },
      body: '',
    });
  }
  if (!hasCookie(request, options.secret)) return reply(response, page(403, errorPage({ kind: 'locked' })));
  if (method !== 'GET' && method !== 'HEAD' && method !== 'POST')
    return reply(response, page(405, errorPage({ kind: 'wrong-method' })));
  const body = await readBody(request, MAX_BYTES);
  if (body === null) return reply(response, page(413, errorPage({ kind: 'too-large', most: '40 MB' })));
  const contentType = request.headers['content-type'] ?? '';
  const form = contentType.startsWith('application/x-www-form-urlencoded')
    ? Object.fromEntries(new URLSearchParams(body.toString('utf8')))
    : {};
  const answered = await options.console({
    method,
    path: url.pathname,
    query: url.searchParams,
    form,
    body,
    contentType,
  });
  return reply(response, method === 'HEAD' ? { ...answered, body: '' } : answered);
};

const cookieOf = (secret: string): string => createHmac('sha256', secret).update('console cookie').digest('base64url');

const same = (a: string, b: string): boolean => {
  const left = Buffer.from(a);
  const right = Buffer.from(b);
  return left.length === right.length && timingSafeEqual(left, right);
};

const hasCookie = ({ headers }: IncomingMessage, secret: string): boolean =>
  (headers.cookie ?? '').split(';').some(part => {
    const [name, value = ''] = part.trim().split('=');
    return name === COOKIE && same(value, cookieOf(secret));
  });

/** A sender that is told so before it has sent all hears nothing but a broken connection: so much is let run through. */
const MAX_DROPPED_BYTES = 64 * 1024 * 1024;

/** Null when it is larger than allowed; what is too much is dropped as it comes. */
const readBody = async (request: IncomingMessage, most: number): Promise<Buffer | null> => {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    const bytes = Buffer.isBuffer(chunk) ? chunk : Buffer.from(String(chunk));
    size += bytes.length;
    if (size > most + MAX_DROPPED_BYTES) return null;
    if (size > most) chunks.length = 0;
    else chunks.push(bytes);
  }
  return size > most ? null : Buffer.concat(chunks);
};
