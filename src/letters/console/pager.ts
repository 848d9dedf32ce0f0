import { html, type Value } from '../html/html.ts';

/** Which part of a long list is shown. Links are null at either end. */
export interface Paging {
  readonly from: number;
  readonly to: number;
  /** How many there are in all; null where nobody counted. */
  readonly total: number | null;
  readonly previous: string | null;
  readonly next: string | null;
}

export const onePage = (count: number): Paging => ({
  from: Math.min(1, count),
  to: count,
  total: count,
  previous: null,
  next: null,
});

/** Links to the pages before and after; nothing where all is on one. */
export const pager = ({ from, to, total, previous, next }: Paging): Value =>
  previous === null && next === null
    ? null
    : html`<nav class="pager" aria-label="Pages"><p class="soft">${from}–${to}${total !== null && ` of ${total.toLocaleString('en-US')}`}</p>
<div class="actions">${previous !== null && html`<a class="button" href="${previous}" rel="prev">Earlier</a>`}${next !== null && html`<a class="button" href="${next}" rel="next">More</a>`}</div></nav>`;
