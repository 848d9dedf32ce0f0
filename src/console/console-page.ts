import type { FlashMessage } from '../presentation/components/flash.ts';
import { note } from '../presentation/components/parts.ts';
import { type Html, html, type Value } from '../presentation/html.ts';
import { document } from '../presentation/pages/page.ts';
import { longMoment } from '../presentation/when.ts';
import { counted, listed } from '../presentation/wording.ts';

/** Where the console's pages are. Values inside a path are percent-encoded. */
export const paths = {
  quotes: '/quotes',
  quote: (quoteId: string): string => `/quotes/${encodeURIComponent(quoteId)}`,
  asOf: (quoteId: string, version: number): string => `/quotes/${encodeURIComponent(quoteId)}?as-of=${version}`,
  approve: '/approve',
  mailbox: '/mailbox',
  mail: (id: string): string => `/mailbox/${encodeURIComponent(id)}`,
  rules: '/rules',
  clock: '/clock',
  proposals: '/proposals',
  proposal: (id: string): string => `/proposals/${encodeURIComponent(id)}`,
  trail: '/trail',
  trailExport: '/trail/export',
  /** The list of quotes as a file. */
  quotesExport: '/quotes.csv',
  day: (day: string): string => `/trail/days/${encodeURIComponent(day)}`,
} as const;

/** A path with a query; empty values are left out. */
export const withQuery = (path: string, query: Readonly<Record<string, string | null>>): string => {
  const pairs = Object.entries(query).flatMap(([name, value]) =>
    value === null || value === '' ? [] : [`${encodeURIComponent(name)}=${encodeURIComponent(value.toWellFormed())}`],
  );
  return pairs.length === 0 ? path : `${path}?${pairs.join('&')}`;
};

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

export const PAGE = 'page';
const ROWS = 50;

/** The rows of the page that the address asks for, and the links to those beside it. */
export const pageOf = <T>(
  all: readonly T[],
  asked: string | null,
  path: string,
  query: Readonly<Record<string, string>>,
): { readonly rows: readonly T[]; readonly paging: Paging } => {
  const pages = Math.max(1, Math.ceil(all.length / ROWS));
  const page = Math.min(pages, Math.max(1, /^\d{1,6}$/.test(asked ?? '') ? Number(asked) : 1));
  const from = (page - 1) * ROWS;
  const rows = all.slice(from, from + ROWS);
  const link = (to: number): string | null =>
    to < 1 || to > pages ? null : withQuery(path, { ...query, [PAGE]: to === 1 ? '' : String(to) });
  return {
    rows,
    paging: {
      from: Math.min(from + 1, all.length),
      to: from + rows.length,
      total: all.length,
      previous: link(page - 1),
      next: link(page + 1),
    },
  };
};

export type Place = 'quotes' | 'approve' | 'mailbox' | 'rules' | 'clock' | 'proposals' | 'trail';

/** What stands around every console page. */
export interface Around {
  readonly place: Place;
  /** How much waits there; shown where it is more than nothing. */
  readonly waiting: Readonly<Partial<Record<Place, number>>>;
  /** UTC instant (ISO) of the clock that the system goes by. */
  readonly now: string;
  readonly zone: string;
  /** The clock was moved away from the real one. */
  readonly moved: boolean;
  /** The pause switch is on: nothing leaves. */
  readonly paused: boolean;
  /** What this release cannot read; absent: nothing. */
  readonly unreadable?: { readonly settings: boolean; readonly quotes: number };
  /** Where the log was changed behind its back and nobody has answered for it: the first few places, and how many there are. */
  readonly changedLog: { readonly places: readonly string[]; readonly count: number } | null;
  readonly said: FlashMessage | null;
}

export interface ConsolePage {
  readonly heading: string;
  readonly kicker?: Value;
  /** Stands at the end of the heading's line. */
  readonly beside?: Value;
  readonly body: Value;
}

const PLACES: readonly (readonly [Place, string])[] = [
  ['quotes', 'Quotes'],
  ['approve', 'To approve'],
  ['mailbox', 'Mailbox'],
  ['rules', 'Rules'],
  ['clock', 'Clock'],
  ['proposals', 'Proposals'],
  ['trail', 'Trail'],
];

/** A page of the console under its bar. */
export const consolePage = (around: Around, { heading, kicker, beside, body }: ConsolePage): string =>
  document(
    `${heading} – Quote follow-up`,
    html`<a class="skip" href="#main">Skip to the page</a>
<header class="bar"><div><a class="brand" href="${paths.quotes}">Quote follow-up</a>
<nav aria-label="Console"><ul>${PLACES.map(([place, name]) => navItem(place, name, around))}</ul></nav></div></header>
${strip(around)}
<main class="console main" id="main" tabindex="-1">
<div class="title"><div class="head">${kicker !== undefined && html`<p class="kicker">${kicker}</p>`}
<h1>${heading}</h1></div>${beside}</div>
${around.said !== null && note(around.said.tone, around.said.text)}
${body}
</main>`,
  );

const navItem = (place: Place, name: string, { place: here, waiting }: Around): Html => {
  const count = waiting[place] ?? 0;
  const current = place === here ? 'page' : 'false';
  return html`
<li><a href="${paths[place]}" aria-current="${current}">${name}${
    count > 0 && html` <span class="count">${count}<span class="unseen"> waiting</span></span>`
  }</a></li>`;
};

/** What is not as it usually is: said on every page. */
const strip = ({ moved, paused, changedLog, unreadable, now, zone }: Around): readonly Value[] => [
  changedLog !== null &&
    html`<div class="strip"><p role="alert"><strong>The log was changed behind its back</strong>: ${counted(changedLog.count, 'fault')} (${listed(changedLog.places)}). Nothing is sent for what is concerned until the admin has answered by the link in their mail.</p></div>`,
  moved &&
    html`<div class="strip"><p>The clock was moved: here it is <strong>${longMoment(now, zone)}</strong>. <a href="${paths.clock}">Clock</a></p></div>`,
  paused &&
    html`<div class="strip"><p><strong>Sending is paused.</strong> Drafts are made and may be approved; nothing leaves.</p></div>`,
  unreadable?.settings === true &&
    html`<div class="strip"><p><strong>Nothing is planned or sent.</strong> This version of the program cannot read the log of the settings. Mail is recorded.</p></div>`,
  unreadable !== undefined &&
    unreadable.quotes > 0 &&
    html`<div class="strip"><p>This version of the program cannot read the log of <strong>${counted(unreadable.quotes, 'quote')}</strong>: nothing is planned or sent for ${unreadable.quotes === 1 ? 'it' : 'them'}.</p></div>`,
];
