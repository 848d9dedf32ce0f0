import type { RestReason } from '../cadence/due.ts';
import { isWorkingDay } from '../cadence/working-day.ts';
import { eachOfDays } from '../event-store/read-by-day.ts';
import { NudgeSent, SendDeferred, SendRefused, SendUnknown } from '../events/quote-events.ts';
import { DayChecked } from '../events/report-events.ts';
import type { StoredEvent } from '../events/stored-event.ts';
import { inParallel } from '../kernel/in-parallel.ts';
import { addDays, isLocalDate, type LocalDate } from '../kernel/local-date.ts';
import { restReasonText } from '../presentation/action-words.ts';
import { factsSheet, field, folded } from '../presentation/components/parts.ts';
import { type Html, html } from '../presentation/html.ts';
import type { Fact } from '../presentation/view-models/facts.ts';
import { exactMoment, localDateOf, longDate } from '../presentation/when.ts';
import { capital, counted } from '../presentation/wording.ts';
import { dayTold, type MailOfDay } from '../reports/day-told.ts';
import { dayStream } from '../workflows/daily-check/day-record.ts';
import { loadQuote, personalFacts } from '../workflows/quotes.ts';
import { readable } from '../workflows/reports/read-quote-reports.ts';
import { type Around, consolePage, paths, withQuery } from './console-page.ts';
import { AS_CSV, exportedPage, factLines, type SaidLine, takeCsv, wantsCsv } from './exports.ts';
import { type ConsoleResponse, notFound, shown } from './request.ts';
import { aroundOf, type Visit } from './visit.ts';

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

/** What left, was put off, refused or lost sight of on a local day, by the day index. */
export const mailOfDay = async ({ deps, business }: Visit, day: LocalDate): Promise<MailOfDay> => {
  const events: StoredEvent[] = [];
  // A local day lies in two UTC days at most, and so near them that one on either side is enough.
  await eachOfDays(deps, addDays(day, -1), addDays(day, 1), event => {
    if (TOLD.has(event.action) && localDateOf(event.ts, business.policy.timezone) === day) events.push(event);
  });
  const deferred = new Map<string, string>();
  for (const { action, quote_id, data } of events)
    if (action === SendDeferred.name && SendDeferred.data.is(data))
      deferred.set(`${quote_id}/${data.draftId}`, data.reason);
  return {
    sent: events.flatMap(({ action, data }) =>
      action === NudgeSent.name && NudgeSent.data.is(data) ? [data.move] : [],
    ),
    deferred: [...deferred.values()],
    refused: events.filter(({ action }) => action === SendRefused.name).length,
    unknown: events.filter(({ action }) => action === SendUnknown.name).length,
  };
};

const TOLD: ReadonlySet<string> = new Set([NudgeSent.name, SendDeferred.name, SendRefused.name, SendUnknown.name]);

/** What a day's check did with every open quote, from its closing event. */
export const showDay = async (visit: Visit, day: string): Promise<ConsoleResponse> => {
  if (!isLocalDate(day)) return notFound();
  const { deps, business } = visit;
  const event = (await deps.store.read(dayStream(day))).findLast(({ action }) => action === DayChecked.name);
  const page = {
    day,
    told: day > business.today ? [] : await toldOf(visit, day, event),
    checked: event ? await checkedOf(visit, event) : null,
    why: whyUnchecked(day, business.today),
  };
  return wantsCsv(visit)
    ? exportedPage(visit, { view: `day ${day}`, name: `day-${day}`, lines: linesOf(page) })
    : shown(dayPage({ ...page, around: aroundOf('trail', visit) }));
};

const linesOf = ({ told, checked, why }: Omit<DayPage, 'around'>): readonly SaidLine[] => [
  ...told.map((sentence): SaidLine => ['In short', '', sentence]),
  ...(checked === null
    ? [['No check of this day', '', why] as const]
    : [
        ...checked.groups.flatMap(({ words, quoteIds }) => quoteIds.map((id): SaidLine => ['Quotes', id, words])),
        ...factLines('Decided by', [...checked.versions, { label: 'Checked at', value: checked.at }]),
        ...factLines('Root of the log', [
          { label: 'Root', value: checked.root },
          { label: 'Streams', value: String(checked.streams) },
        ]),
      ]),
];

const toldOf = async (visit: Visit, day: LocalDate, event: StoredEvent | undefined): Promise<readonly string[]> =>
  dayTold({
    mail: await mailOfDay(visit, day),
    outcomes: event && DayChecked.data.is(event.data) ? event.data.counts : null,
    isWorkingDay: isWorkingDay(day, visit.business.policy),
  });

/** The form that asks for another day. */
export const otherDay = ({ request, business }: Visit): ConsoleResponse => {
  const asked = request.query.get('day') ?? '';
  const day = isLocalDate(asked) ? asked : business.today;
  return { status: 303, headers: { Location: paths.day(day), 'Cache-Control': 'no-store' }, body: '' };
};

const whyUnchecked = (day: LocalDate, today: LocalDate): string => {
  if (day > today) return 'the day is still to come';
  return day === today ? 'its check has not ended yet' : 'nothing ran on that day; the next check caught up';
};

const checkedOf = async ({ deps, business }: Visit, { data, ts }: StoredEvent): Promise<DayPage['checked']> => {
  if (!DayChecked.data.is(data)) return null;
  const { versions, root, streams, detailKey } = data;
  const quotes = data.quotes ?? (await detailOf(deps.objects, detailKey));
  const groups = Object.entries(quotes).map(
    ([outcome, quoteIds]): DayGroup => ({ ...outcomeWords(outcome), quoteIds }),
  );
  const ranked = groups.sort((a, b) => Number(b.acted) - Number(a.acted) || b.quoteIds.length - a.quoteIds.length);
  const named = ranked.flatMap(({ quoteIds }) => quoteIds).slice(0, MAX_NAMED);
  return {
    groups: ranked,
    customerOf: await customersNamed(deps, named),
    versions: Object.entries(versions).map(([label, value]) => ({ label, value })),
    root,
    streams,
    at: exactMoment(ts, business.policy.timezone),
  };
};

/** Names are sealed, each with a key of its own: past these a quote stands by its number. */
const MAX_NAMED = 60;
const AT_ONCE = 16;

const customersNamed = async (
  deps: Visit['deps'],
  quoteIds: readonly string[],
): Promise<ReadonlyMap<string, string>> => {
  const named = await inParallel(quoteIds, AT_ONCE, async id => {
    const loaded = await readable(loadQuote(deps, id));
    const personal = loaded && (await personalFacts(deps, loaded));
    return personal === null || personal === 'erased' ? null : ([id, personal.customer] as const);
  });
  return new Map(named.filter(one => one !== null));
};

/** A list too long for one event lies beside the log. */
const detailOf = async (
  objects: Visit['deps']['objects'],
  key: string,
): Promise<Readonly<Record<string, readonly string[]>>> => {
  const stored = await objects.get('quotes-source', key);
  const detail: Readonly<Record<string, readonly string[]>> = stored
    ? JSON.parse(new TextDecoder().decode(stored.body))
    : {};
  return detail;
};

const ACTS: Readonly<Record<string, string>> = {
  first_nudge: 'first nudge offered',
  followup: 'follow-up offered',
  last_call: 'last call offered',
  expire: 'closed out as expired',
};

const outcomeWords = (outcome: string): Pick<DayGroup, 'words' | 'acted'> => {
  const act = ACTS[outcome];
  if (act !== undefined) return { words: act, acted: true };
  if (outcome === 'row-refused') return { words: 'its row has a mistake that must be mended first', acted: false };
  return { words: isReason(outcome) ? restReasonText(outcome) : outcome, acted: false };
};

const REASONS: Readonly<Record<RestReason, true>> = {
  'not-listed': true,
  closed: true,
  held: true,
  expired: true,
  answered: true,
  'contact-stopped': true,
  'contact-bounced': true,
  'contact-complained': true,
  'reply-unread': true,
  'sent-later': true,
  deferred: true,
  'send-approved': true,
  'send-unknown': true,
  'draft-waiting': true,
  'cap-reached': true,
  'too-close': true,
  'no-working-day': true,
  'last-call-done': true,
  'last-call-too-soon': true,
  'step-done': true,
  'no-step-yet': true,
  'contact-had-its-turn': true,
  'cannot-leave-in-time': true,
  'log-changed': true,
  unreadable: true,
  'contact-unreadable': true,
  'system-unreadable': true,
};
const isReason = (outcome: string): outcome is RestReason => Object.hasOwn(REASONS, outcome);
