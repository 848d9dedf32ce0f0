import { pageHeaders } from '../../presentation/pages/page.ts';
import type { Dependencies } from '../../workflows/dependencies.ts';
import { openPage } from '../../workflows/token-pages/open-page.ts';
import { hook } from './hook.ts';
import type { WebRequest, WebResponse } from './web-request.ts';

const MAX_BODY_BYTES = 256 * 1024;
const FORM = 'application/x-www-form-urlencoded';

/** The pages that mailed links open, where GET and HEAD show and POST acts, and the webhook; anything else is told so. */
export const web =
  (deps: Dependencies) =>
  async (request: WebRequest): Promise<WebResponse> => {
    if (request.path === '/hook') return hook(deps)(request);
    const asked = placeOf(request.path);
    if (asked === null) return plain(404, 'There is no such page.');
    if (request.method !== 'GET' && request.method !== 'HEAD' && request.method !== 'POST') {
      return {
        ...plain(405, 'This page can be opened and its buttons pressed, nothing else.'),
        headers: { ...textHeaders, Allow: 'GET, HEAD, POST' },
      };
    }
    if (request.body.length > MAX_BODY_BYTES) return plain(413, 'This form is larger than any of ours.');
    const isForm = (request.headers['content-type'] ?? '').startsWith(FORM);
    if (request.method === 'POST' && !isForm) return plain(415, 'Only the forms of this page are taken.');
    const { status, html } = await openPage(deps, {
      method: request.method,
      ...asked,
      form: request.method === 'POST' ? formOf(request.body) : {},
      address: request.address,
      agent: request.headers['user-agent'] ?? '',
    });
    return { status, headers: pageHeaders(), body: request.method === 'HEAD' ? '' : html };
  };

/** The token and what follows it; null for a path that no mail links. */
const placeOf = (path: string): { readonly token: string; readonly place: readonly string[] } | null => {
  const parts = /^\/t\/([^/?#]{1,200})((?:\/[^/?#]{1,600}){0,3})$/.exec(path);
  const [, token, below = ''] = parts ?? [];
  if (token === undefined) return null;
  try {
    return { token, place: below.split('/').slice(1).map(decodeURIComponent) };
  } catch {
    return null;
  }
};

/** The last of a repeated field counts, as browsers send them in order. */
const formOf = (body: Uint8Array): Readonly<Record<string, string>> =>
  Object.fromEntries(new URLSearchParams(new TextDecoder().decode(body)));

const textHeaders = {
  'Content-Type': 'text/plain; charset=utf-8',
  'Cache-Control': 'no-store',
  'X-Content-Type-Options': 'nosniff',
};
const plain = (status: number, body: string): WebResponse => ({ status, headers: textHeaders, body: `${body}\n` });
