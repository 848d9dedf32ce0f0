import { paths, withQuery } from '../../letters/console/paths.ts';
import { errorPage, type Trouble } from '../../letters/page/error-page.ts';
import { pageHeaders } from '../../letters/page/page-headers.ts';
import type { ConsoleResponse, TakingIn } from './request.ts';
import { SAID, type SaidCode } from './said-codes.ts';

/** A page. `framesMail`: it shows a mail of ours in a frame. */
export const shown = (html: string, { framesMail = false } = {}): ConsoleResponse => ({
  status: 200,
  headers: pageHeaders({ framesMail }),
  body: html,
});

export const troubled = (status: number, trouble: Trouble): ConsoleResponse => ({
  status,
  headers: pageHeaders(),
  body: errorPage(trouble),
});

/** A list would be read beside the sync that is filling it: the page says how far that is, and looks again by itself. */
export const takingIn = ({ done, of }: TakingIn): ConsoleResponse => {
  const { headers, ...page } = troubled(503, { kind: 'taking-in', done, of });
  return { ...page, headers: { ...headers, Refresh: '3', 'Retry-After': '3' } };
};

export const notFound = (): ConsoleResponse => troubled(404, { kind: 'not-found', link: paths.quotes });

/** After an act: to a page that says what was done, so that a reload repeats nothing. */
export const seeOther = (path: string, said: SaidCode): ConsoleResponse => ({
  status: 303,
  headers: {
    Location: path.includes('?') ? `${path}&${SAID}=${said}` : withQuery(path, { [SAID]: said }),
    'Cache-Control': 'no-store',
  },
  body: '',
});

/** A mail as a file to keep; never shown by the browser itself. */
export const mailFile = (name: string, mime: Uint8Array): ConsoleResponse => ({
  status: 200,
  headers: {
    'Content-Type': 'message/rfc822',
    'Content-Disposition': `attachment; filename="${name.replace(/[^\w.-]/g, '_')}.eml"`,
    'Content-Security-Policy': "default-src 'none'; sandbox",
    'X-Content-Type-Options': 'nosniff',
    'Cache-Control': 'no-store',
  },
  body: mime,
});
