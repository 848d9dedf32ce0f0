import { type Html, html, type Value } from '../html/html.ts';
import { document } from '../page/page.ts';
import { note } from '../page/parts.ts';
import type { Said } from '../page/said.ts';
import { counted, listed } from '../words/counted.ts';
import { longMoment } from '../words/when.ts';
import { paths } from './paths.ts';

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
  readonly said: Said | null;
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
