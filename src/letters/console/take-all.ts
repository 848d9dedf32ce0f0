import { type Html, html } from '../html/html.ts';

/** Links to a view as a file. */
export const takeAll = (address: (format: 'csv' | 'jsonl') => string): Html =>
  html`<p class="soft">Take all of it: <a href="${address('csv')}" download>CSV</a>, <a href="${address('jsonl')}" download>JSON lines</a>. An export is itself recorded.</p>`;
