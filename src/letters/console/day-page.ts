import { addDays, type LocalDate } from '../../kernel/local-date.ts';
import { type Html, html } from '../html/html.ts';
import { factsSheet, field, folded } from '../page/parts.ts';
import type { Fact } from '../views/fact.ts';
import { capital, counted } from '../words/counted.ts';
import { longDate } from '../words/when.ts';
import { type Around, consolePage } from './console-page.ts';
import { paths, withQuery } from './paths.ts';
import { AS_CSV, takeCsv } from './take-all.ts';

/** The quotes that did, or rested for, the same thing on a day. */
export interface DayGroup {
  /** `a draft waits for a decision`, `first nudge offered`. */
  readonly words: string;
  readonly acted: boolean;
  readonly quoteIds: readonly string[];
}

export interface DayPage {
  readonly around: Around;
  readonly day: LocalDate;
  /** What left, and what kept the rest, in sentences; empty for a day to come. */
  readonly told: readonly string[];
  /** From the day's closing event; null when the day was never checked. */
  readonly checked: {
    /** Things done first, then reasons for resting, the largest group first. */
    readonly groups: readonly DayGroup[];
    /** Of the quotes that are named by more than their number: who each is for. */
    readonly customerOf: ReadonlyMap<string, string>;
    /** Which sheet, rules, voice, config and code decided. */
    readonly versions: readonly Fact[];
    readonly root: string;
    readonly streams: number;
    /** In words: `09:00:12`. */
    readonly at: string;
  } | null;
  /** Why there is no closing event: `the day is not over its check yet`. */
  readonly why: string;
}

/** What a day's check did with every open quote, and by which versions: the answer to "why did nothing leave?". */
export const dayPage = ({ around, day, told, checked, why }: DayPage): string =>
  consolePage(around, {
    heading: longDate(day),
    kicker: html`<a href="${paths.trail}">Trail</a> / a day`,
    beside: html`<div class="actions"><a class="button" href="${paths.day(addDays(day, -1))}">The day before</a><a class="button" href="${paths.day(addDays(day, 1))}">The day after</a></div>`,
    body: [
      html`<form class="search" action="${paths.trail}/days">${field({ name: 'day', label: 'Another day', value: day, kind: 'date' })}<div class="actions"><button class="button">Show</button></div></form>`,
      told.length > 0 &&
        html`<section class="sheet"><h2 class="unseen">In short</h2>${told.map(sentence => html`<p>${sentence}</p>`)}</section>`,
      checked === null
        ? html`<div class="sheet empty"><h2>No check of this day</h2><p>${capital(why)}.</p></div>`
        : html`<div class="split"><div class="stack">${checked.groups.length === 0 ? html`<p>No quote was open.</p>` : checked.groups.map(one => group(one, checked.customerOf))}</div>
<div class="stack">${factsSheet('Decided by', [...checked.versions, { label: 'Checked at', value: checked.at }])}
${factsSheet('Root of the log', [
  { label: 'Root', value: checked.root },
  { label: 'Streams', value: String(checked.streams) },
])}</div></div>`,
      takeCsv(withQuery(paths.day(day), AS_CSV)),
    ],
  });

const group = ({ words, acted, quoteIds }: DayGroup, customerOf: ReadonlyMap<string, string>): Html =>
  folded(
    html`<span>${capital(words)}<span class="soft">, ${counted(quoteIds.length, 'quote')}</span></span>`,
    html`<p class="quote-links">${quoteIds.map(id => html`<span><a href="${paths.quote(id)}">${id}</a>${customerOf.has(id) && html` <span dir="auto">${customerOf.get(id)}</span>`}</span> `)}</p>`,
    acted || quoteIds.length <= 12,
  );
