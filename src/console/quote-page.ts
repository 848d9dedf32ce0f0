import type { LocalDate } from '../kernel/local-date.ts';
import { actionTone, actionWords } from '../presentation/action-words.ts';
import { chip, factsSheet, folded, letter } from '../presentation/components/parts.ts';
import { steps } from '../presentation/components/steps.ts';
import { type Html, html, type Value } from '../presentation/html.ts';
import type { Fact } from '../presentation/view-models/facts.ts';
import {
  groupNames,
  type QuoteGroup,
  type QuoteView,
  quoteFacts,
  type StepDot,
  stepWords,
} from '../presentation/view-models/quote-view.ts';
import type { Tone } from '../presentation/view-models/table.ts';
import { shortMoment } from '../presentation/when.ts';
import { capital } from '../presentation/wording.ts';
import { type Around, consolePage, paths, withQuery } from './console-page.ts';
import { AS_CSV, takeAll, takeCsv } from './exports.ts';

/** One event of a quote as an auditor sees it. */
export interface TimelineItem {
  readonly version: number;
  /** UTC instant, ISO. */
  readonly at: string;
  readonly action: string;
  /** A person's address, or the part of the system that acted. */
  readonly by: string;
  readonly before: string;
  readonly after: string;
  /** What the event says beyond before and after: the reason, the label, how long after the mailing. */
  readonly note: string | null;
  /** The text of the draft, nudge or reply, where it is not erased. */
  readonly letter: { readonly title: string; readonly subject: string; readonly text: string } | null;
  /** The very mail in the mailbox. */
  readonly mailId: string | null;
}

export interface QuotePage {
  readonly around: Around;
  readonly quote: QuoteView;
  readonly today: LocalDate;
  readonly group: QuoteGroup;
  readonly steps: readonly StepDot[];
  /** What comes next and why it rests, in sentences. */
  readonly next: string;
  readonly why: string;
  readonly trouble: string | null;
  /** Oldest first. */
  readonly timeline: readonly TimelineItem[];
  /** Shown as it was at this version; null: as it is. */
  readonly asOf: number | null;
  /** The state at that version, or now, for an auditor. */
  readonly state: readonly Fact[];
  /** The page where a waiting draft is decided; null when none waits. */
  readonly approveUrl: string | null;
}

/** One quote: where it stands, and everything that ever happened to it. */
export const quotePage = (page: QuotePage): string => {
  const { around, quote, today, asOf, approveUrl, timeline, state } = page;
  return consolePage(around, {
    heading: quote.customer,
    kicker: html`<a href="${paths.quotes}">Quotes</a> / ${quote.quoteId}`,
    beside: approveUrl !== null && html`<a class="button main-act" href="${approveUrl}">Read and decide</a>`,
    body: [
      asOf !== null &&
        html`<div class="note info"><p>This is how it stood after event ${asOf}. <a href="${paths.quote(quote.quoteId)}">As it is now</a></p></div>`,
      html`<div class="split"><div class="stack">${standing(page)}${timelineSheet(quote.quoteId, timeline, around.zone, asOf)}</div>
<div class="stack">${factsSheet('The facts', quoteFacts(quote, today))}${state.length > 0 && factsSheet(asOf === null ? 'The chain' : `The chain after event ${asOf}`, state)}${state.length > 0 && takeCsv(withQuery(paths.quote(quote.quoteId), { 'as-of': asOf === null ? '' : String(asOf), ...AS_CSV }))}</div></div>`,
    ],
  });
};

const standing = ({
  group,
  steps: dots,
  next,
  why,
  trouble,
}: QuotePage): Html => html`<section class="sheet"><h2 class="unseen">Where it stands</h2>
<p class="stands">${steps(dots)} ${chip('plain', groupNames[group])}${trouble !== null && html` ${chip('stop', trouble)}`}</p>
<p><strong>${capital(next)}</strong></p><p class="soft">${capital(why)}</p>
${dots.length > 0 && html`<ul class="plain-list soft small">${dots.map(dot => html`<li>${stepWords(dot)}</li>`)}</ul>`}</section>`;

const timelineSheet = (
  quoteId: string,
  items: readonly TimelineItem[],
  zone: string,
  asOf: number | null,
): Html => html`<section class="stack" aria-labelledby="happened"><h2 id="happened">What happened</h2>
<ol class="timeline">${items.map(item => timelineItem(quoteId, item, zone, asOf === item.version))}</ol>
${items.length > 0 && takeAll(format => withQuery(paths.trailExport, { quote: quoteId, format }))}</section>`;

const timelineItem = (quoteId: string, item: TimelineItem, zone: string, here: boolean): Html => {
  const { version, at, action, by, note, mailId } = item;
  const tone: Tone = actionTone(action);
  return html`
<li class="${tone}" id="event-${version}"><h3>${actionWords(action)}</h3>
<p class="meta"><time datetime="${at}">${shortMoment(at, zone)}</time><span>${by}</span><a href="${paths.asOf(quoteId, version)}" aria-current="${here ? 'true' : 'false'}">event ${version}</a></p>
${note !== null && html`<p>${note}</p>`}${change(item)}${letterOf(item)}
${mailId !== null && html`<p><a href="${paths.mail(mailId)}">${action === 'ReplyReceived' ? 'The mail as it came' : 'The mail as it left'}</a></p>`}</li>`;
};

/** Before and after, side by side; nothing where the event changed nothing that can be shown. */
export const change = ({ before, after }: Pick<TimelineItem, 'before' | 'after'>): Value =>
  before === after
    ? null
    : html`<dl class="change"><div><dt>Before</dt><dd>${before === '' ? '–' : before}</dd></div><div><dt>After</dt><dd>${after === '' ? '–' : after}</dd></div></dl>`;

const letterOf = ({ letter: text }: TimelineItem): Value =>
  text === null ? null : folded(text.title, html`<div>${letter(text.title, text.subject, text.text)}</div>`);
