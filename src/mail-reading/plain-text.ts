import type { Message } from './message.ts';
import { readHtml } from './quoted-text/html-lines.ts';

const SILENT = new Set(['script', 'style', 'head', 'title', 'template', 'noscript']);
const BLOCKS = new Set(
  (
    'address article aside blockquote br dd div dl dt fieldset footer form h1 h2 h3 h4 h5 h6 header hr li main ol p pre ' +
    'section table tbody tr ul'
  ).split(' '),
);

/** The words of an HTML text, one line a block, for rules that look at wording only. Linear; nothing is hidden or kept out. */
export const htmlToText = (html: string): string => {
  const pieces: string[] = [];
  let silent = 0;
  readHtml(html, {
    open: tag => {
      if (SILENT.has(tag)) silent += 1;
      if (BLOCKS.has(tag)) pieces.push('\n');
      else if (tag === 'td' || tag === 'th') pieces.push(' ');
    },
    text: text => {
      if (silent === 0) pieces.push(text.replace(/\s+/g, ' '));
    },
    close: tag => {
      if (SILENT.has(tag)) silent = Math.max(0, silent - 1);
      if (BLOCKS.has(tag)) pieces.push('\n');
    },
  });
  return pieces
    .join('')
    .replace(/[ \t\u00a0]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
};

/** All the words a mail shows, quotations included: the plain text, else the HTML's. */
export const plainText = ({ text, html }: Pick<Message, 'text' | 'html'>): string =>
  text ?? (html === null ? '' : htmlToText(html));

const RULES_READ_CHARS = 1024 * 1024;

/** The words at the start of a mail, for rules on its kind: of a very long HTML its first megabyte. */
export const openingText = ({ text, html }: Pick<Message, 'text' | 'html'>): string =>
  text ?? (html === null ? '' : htmlToText(html.slice(0, RULES_READ_CHARS)));
