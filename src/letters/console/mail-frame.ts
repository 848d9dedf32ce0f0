import { type Html, html, raw } from '../html/html.ts';

/**
 * A mail of ours as a mail program would show it, in a frame without scripts, forms or an origin. Its links open in a
 * tab of their own. The page needs `pageHeaders({ framesMail: true })`.
 */
export const mailFrame = (title: string, markup: string): Html =>
  html`<iframe class="frame" title="${title}" sandbox="allow-popups allow-popups-to-escape-sandbox" referrerpolicy="no-referrer" srcdoc="${raw(withTarget(markup))}"></iframe>`;

const HEAD = /<head[^>]*>/i;

const withTarget = (markup: string): string => {
  const base = '<base target="_blank">';
  return HEAD.test(markup) ? markup.replace(HEAD, head => `${head}${base}`) : `${base}${markup}`;
};
