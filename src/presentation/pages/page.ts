import { type Html, html, raw, type Value } from '../html.ts';
import { stylesheet, stylesheetSource } from '../styles/stylesheet.ts';

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

const style = raw(`<style>${stylesheet}</style>`);

/** A whole HTML document around a body. Ready to be sent as it is. */
export const document = (title: string, body: Html): string =>
  html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex, nofollow">
<meta name="format-detection" content="telephone=no, date=no, address=no">
<title>${title}</title>
${style}
</head>
<body>
${body}
</body>
</html>
`.toString();

export interface Page {
  /** What the page is about, for the window and the first heading. */
  readonly heading: string;
  /** A line over the heading: which quote. */
  readonly kicker?: string;
  readonly body: Value;
  /** For whom the link is and how long it is good, or what to do next. */
  readonly foot?: string;
}

/** A page that a mailed link opens: one column, for a phone first. */
export const linkPage = ({ heading, kicker, body, foot }: Page): string =>
  document(
    `${heading} – Quote follow-up`,
    html`<div class="page">
<header><span class="brand">Quote follow-up</span></header>
<main class="main">
<div class="head">${kicker !== undefined && html`<p class="kicker">${kicker}</p>`}
<h1>${heading}</h1></div>
${body}
</main>
<footer><p>${foot ?? 'Opening this page changes nothing. Only its buttons do.'}</p></footer>
</div>`,
  );
