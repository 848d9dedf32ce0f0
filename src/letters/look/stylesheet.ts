import { createHash } from 'node:crypto';
import { baseStyle } from './base-style.ts';
import { consoleStyle } from './console-style.ts';
import { partStyle } from './part-style.ts';
import { tableStyle } from './table-style.ts';

/** The one style sheet of every page, in the page itself: nothing is fetched. */
export const stylesheet = [baseStyle, partStyle, tableStyle, consoleStyle].join('').trim();

/** What the Content-Security-Policy names it by; any other style is refused by the browser. */
export const stylesheetSource = `'sha256-${createHash('sha256').update(stylesheet).digest('base64')}'`;
