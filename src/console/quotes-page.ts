import type { LocalDate } from '../kernel/local-date.ts';
import { formatMoney } from '../kernel/money.ts';
import { dataTable, type PageCell } from '../presentation/components/data-table.ts';
import { chip } from '../presentation/components/parts.ts';
import { steps } from '../presentation/components/steps.ts';
import { type Html, html, type Value } from '../presentation/html.ts';
import type { QuoteRow } from '../presentation/view-models/quote-row.ts';
import { groupNames, type QuoteGroup } from '../presentation/view-models/quote-view.ts';
import type { Tone } from '../presentation/view-models/table.ts';
import { relativeDay, shortDate } from '../presentation/when.ts';
import { counted } from '../presentation/wording.ts';
import { type Around, consolePage, type Paging, pager, paths, withQuery } from './console-page.ts';

export interface QuotesPage {
  readonly around: Around;
  readonly today: LocalDate;
  readonly rows: readonly QuoteRow[];
  readonly counts: Readonly<Record<QuoteGroup, number>>;
  /** The group shown; `open`: all that is not closed. */
  readonly shown: QuoteGroup | 'open';
  readonly words: string;
  readonly paging: Paging;
  /** Where the sheet is, to say so when it is empty. */
  readonly sheetPlace: string;
}

/** What is open, where each chain stands, what comes next and when, and why it rests. */
export const quotesPage = (page: QuotesPage): string => {
  const { around, rows, words, shown } = page;
  const total = Object.values(page.counts).reduce((sum, count) => sum + count, 0);
  return consolePage(around, {
    heading: 'Quotes',
    beside: total > 0 && searchBox(words, shown),
    body:
      total === 0
        ? empty(page.sheetPlace)
        : [
            filters(page),
            rows.length === 0 ? none(words) : table(page),
            pager(page.paging),
            rows.length > 0 &&
              html`<p class="soft"><a href="${withQuery(paths.quotesExport, { show: shown, q: words })}" download>Take this list as CSV</a></p>`,
          ],
  });
};

const searchBox = (
  words: string,
  shown: QuotesPage['shown'],
): Html => html`<form class="actions" role="search" action="${paths.quotes}">
<input type="hidden" name="show" value="${shown}">
<label class="unseen" for="find">Find a quote</label><input id="find" type="search" name="q" value="${words}" placeholder="Number or customer">
</form>`;

const filters = ({ counts, shown, words }: QuotesPage): Html => {
  const groups = Object.entries(counts).filter((entry): entry is [QuoteGroup, number] => entry[0] in groupNames);
  const open = groups.reduce((sum, [group, count]) => (group === 'closed' ? sum : sum + count), 0);
  const item = (value: QuotesPage['shown'], name: string, count: number): Html =>
    html`<li><a href="${withQuery(paths.quotes, { show: value, q: words })}" aria-current="${value === shown ? 'true' : 'false'}">${name} <span class="number">${count}</span></a></li>`;
  return html`<nav aria-label="Show"><ul class="filters">${item('open', 'All open', open)}${groups
    .filter(([group, count]) => count > 0 || group === shown)
    .map(([group, count]) => item(group, groupNames[group], count))}</ul></nav>`;
};

const GROUP_TONES: Readonly<Record<QuoteGroup, Tone>> = {
  approve: 'wait',
  leaving: 'good',
  following: 'plain',
  answered: 'info',
  held: 'wait',
  quiet: 'plain',
  expired: 'stop',
  closed: 'plain',
};

const table = ({ rows, today, paging }: QuotesPage): Html =>
  html`<div class="sheet quotes">${dataTable({
    caption: counted(paging.total ?? rows.length, 'quote'),
    quietCaption: true,
    columns: [
      { name: 'Quote' },
      { name: 'Amount', end: true },
      { name: 'Stands' },
      { name: 'Next' },
      { name: 'Owner' },
    ],
    rows: rows.map(row => cells(row, today)),
  })}</div>`;

const cells = (row: QuoteRow, today: LocalDate): readonly PageCell[] => [
  { body: html`<a href="${paths.quote(row.quoteId)}">${row.quoteId}</a>`, under: row.customer },
  { body: row.amount === null ? null : html`<span class="nowrap">${formatMoney(row.amount)}</span>` },
  {
    body: html`<span class="stands">${steps(row.steps)} ${chip(GROUP_TONES[row.group], groupNames[row.group])}${
      row.trouble !== null && html` ${chip('stop', row.trouble)}`
    }</span>`,
    under: row.why,
  },
  nextCell(row, today),
  { body: html`<span class="nowrap">${row.owner}</span>` },
];

const nextCell = ({ next, expires }: QuoteRow, today: LocalDate): PageCell => {
  const body: Value = next === null ? html`<span class="soft">Nothing</span>` : nextWords(next, today);
  return expires === null
    ? { body, under: 'no expiry' }
    : { body, under: `${expires < today ? 'expired' : 'expires'} ${shortDate(expires)}` };
};

const nextWords = ({ what, on }: NonNullable<QuoteRow['next']>, today: LocalDate): Value =>
  on === null ? what : html`${what} <span class="nowrap">${relativeDay(on, today)}</span>`;

const none = (words: string): Html =>
  html`<div class="sheet empty"><p>No quote here${words !== '' && html` with “${words}”`}.</p><p><a href="${paths.quotes}">Show all open quotes</a></p></div>`;

const empty = (sheetPlace: string): Html => html`<div class="sheet empty"><h2>No quotes yet</h2>
<p>List a quote in the sheet (${sheetPlace}) and save it: it appears here within moments. Or send a copy of a quote to the quotes address, and it is proposed as a row.</p></div>`;
