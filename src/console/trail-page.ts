import type { LocalDate } from '../kernel/local-date.ts';
import { actionWords, allActions } from '../presentation/action-words.ts';
import { dataTable, type PageCell } from '../presentation/components/data-table.ts';
import { field } from '../presentation/components/parts.ts';
import { flags, type Html, html, type Value } from '../presentation/html.ts';
import { longDate, shortMoment } from '../presentation/when.ts';
import { type Around, consolePage, type Paging, pager, paths, withQuery } from './console-page.ts';
import { takeAll } from './exports.ts';

/** What is searched for; empty strings ask for anything. Dates are local. */
export interface TrailQuery {
  readonly quote: string;
  readonly customer: string;
  readonly person: string;
  readonly action: string;
  readonly since: LocalDate | '';
  readonly until: LocalDate | '';
}

export interface TrailRow {
  /** A quote number, else the stream's name. */
  readonly stream: string;
  readonly isQuote: boolean;
  readonly version: number;
  /** UTC instant, ISO. */
  readonly at: string;
  readonly action: string;
  readonly by: string;
  readonly before: string;
  readonly after: string;
}

export interface TrailPage {
  readonly around: Around;
  readonly query: TrailQuery;
  /** Newest first; null before anything was asked. */
  readonly rows: readonly TrailRow[] | null;
  readonly paging: Paging;
  readonly today: LocalDate;
  /** What is wrong with the question, e.g. a date that is none. */
  readonly problem: string | null;
  /** Where no first day was asked for: how far back the search goes. */
  readonly backTo: LocalDate | null;
  /** A customer was asked for and not every quote was looked at: of how many that ended, and the page that looks further. */
  readonly names: { readonly looked: number; readonly ended: number; readonly more: string } | null;
}

/** Every event there ever was, by quote, customer, person, action and time. */
export const trailPage = (page: TrailPage): string => {
  const { around, rows, query, today, problem } = page;
  return consolePage(around, {
    heading: 'Trail',
    beside: html`<a href="${paths.day(today)}">Why did nothing leave on a day?</a>`,
    body: [
      html`<section class="sheet">${searchForm(query)}${problem !== null && html`<p class="field"><span class="problem">${problem}</span></p>`}</section>`,
      rows === null
        ? null
        : rows.length === 0
          ? [none(page), pager(page.paging)]
          : [exports(query), html`<section class="sheet">${table(rows, around.zone)}</section>`, pager(page.paging)],
      page.names !== null && lookFurther(page.names),
      page.backTo !== null &&
        html`<p class="soft">Goes back to ${longDate(page.backTo)}; name a first day to go further. <code>npx qf trail</code> prints the same.</p>`,
    ],
  });
};

const searchForm = ({
  quote,
  customer,
  person,
  action,
  since,
  until,
}: TrailQuery): Html => html`<form class="search" role="search" action="${paths.trail}">
${field({ name: 'quote', label: 'Quote', value: quote, kind: 'search' })}
${field({ name: 'customer', label: 'Customer', value: customer, kind: 'search' })}
${field({ name: 'person', label: 'Person or part', value: person, kind: 'search' })}
<div class="field"><label for="field-action">Action</label><select id="field-action" name="action"><option value="">Any</option>${allActions.map(
  ({ action: name, words }) => html`<option value="${name}" ${flags({ selected: name === action })}>${words}</option>`,
)}</select></div>
${field({ name: 'since', label: 'From', value: since, kind: 'date' })}
${field({ name: 'until', label: 'To', value: until, kind: 'date' })}
<div class="actions"><button class="button main-act">Search</button></div>
</form>`;

const lookFurther = ({ looked, ended, more }: NonNullable<TrailPage['names']>): Html =>
  html`<div class="note info"><p>Customers’ names are sealed. All quotes in the sheet were looked at, and the newest ${looked.toLocaleString('en-US')} of ${ended.toLocaleString('en-US')} that ended. <a href="${more}">Look further back</a></p></div>`;

const none = ({ paging: { next }, names }: TrailPage): Html =>
  html`<div class="sheet empty"><h2>${next === null && names === null ? 'No such event' : 'None so far'}</h2><p>${next === null && names === null ? 'Ask for less: a part of a customer’s name, or a longer time.' : 'There is more to look through.'}</p></div>`;

const exports = (query: TrailQuery): Html => takeAll(format => withQuery(paths.trailExport, { ...query, format }));

const table = (rows: readonly TrailRow[], zone: string): Html =>
  dataTable({
    caption: 'Events, the newest first',
    quietCaption: true,
    columns: [{ name: 'What' }, { name: 'When' }, { name: 'Who' }, { name: 'Before' }, { name: 'After' }],
    rows: rows.map(row => cells(row, zone)),
  });

const cells = (
  { stream, isQuote, version, at, action, by, before, after }: TrailRow,
  zone: string,
): readonly PageCell[] => {
  const of: Value = isQuote
    ? html`<a href="${withHash(paths.quote(stream), version)}">${stream}</a>, event ${version}`
    : `${stream}, event ${version}`;
  return [
    { body: actionWords(action), under: of },
    { body: html`<time class="nowrap" datetime="${at}">${shortMoment(at, zone)}</time>` },
    { body: by },
    { body: before },
    { body: after },
  ];
};

const withHash = (path: string, version: number): string => `${path}#event-${version}`;
