import { type Html, html } from '../html/html.ts';

/** In a page's address: the view as a file. */
export const AS_CSV = { format: 'csv' } as const;

/** The link to the view that is shown, whole, as a file. */
export const takeCsv = (address: string): Html =>
  html`<p class="soft"><a href="${address}" download>Take this as CSV</a>. An export is itself recorded.</p>`;

/** Links to a view as a file. */
export const takeAll = (address: (format: 'csv' | 'jsonl') => string): Html =>
  html`<p class="soft">Take all of it: <a href="${address('csv')}" download>CSV</a>, <a href="${address('jsonl')}" download>JSON lines</a>. An export is itself recorded.</p>`;
