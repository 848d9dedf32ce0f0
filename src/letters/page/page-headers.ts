import { stylesheetSource } from '../look/stylesheet.ts';

/**
 * Response headers of every page: no script runs, nothing is fetched, nobody frames it, no address leaks onwards, no
 * copy is kept. `framesMail`: the page shows mails in frames of its own, whose styles stand in the mail and whose
 * pictures are data; a frame inside the page inherits the page's policy, so it has to allow them.
 */
export const pageHeaders = ({
  framesMail = false,
}: {
  readonly framesMail?: boolean;
} = {}): Readonly<Record<string, string>> => ({
  'Content-Type': 'text/html; charset=utf-8',
  'Content-Security-Policy': [
    "default-src 'none'",
    framesMail ? "style-src 'unsafe-inline'" : `style-src ${stylesheetSource}`,
    ...(framesMail ? ['img-src data:'] : []),
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; '),
  'Referrer-Policy': 'no-referrer',
  'Cache-Control': 'no-store',
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'X-Robots-Tag': 'noindex, nofollow',
  'Permissions-Policy': 'interest-cohort=()',
});
