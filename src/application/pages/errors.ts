import { errorPage } from '../../letters/page/error-page.ts';
import type { PageResponse } from './page-request.ts';

/** Unknown, altered, or so new that the read model has not got it: the person is told what helps. */
export const notKnown = (): PageResponse => ({ status: 404, html: errorPage({ kind: 'unknown-link' }) });

/** What the page is about cannot be read by this release: nothing is decided on half of it. */
export const unreadable = (): PageResponse => ({
  status: 503,
  html: errorPage({
    kind: 'refused',
    because:
      'this version of the program cannot read the log of this quote. The admin knows; open the page again later',
    link: null,
  }),
});

/** The token's seven days are over. */
export const gone = (): PageResponse => ({ status: 410, html: errorPage({ kind: 'expired-link' }) });

/** The form was not ours, or of a page that has changed since: open it again. */
export const stale = (token: string): PageResponse => ({
  status: 403,
  html: errorPage({ kind: 'stale-page', link: `/t/${token}` }),
});
