import { dayStream } from '../../application/day-record.ts';
import { inParallel } from '../../application/in-parallel.ts';
import { loadQuote, personalFacts } from '../../application/quotes.ts';
import { readable } from '../../application/reports/read-quote-reports.ts';
import type { RestReason } from '../../cadence/due.ts';
import { isWorkingDay } from '../../cadence/working-day.ts';
import type { StoredEvent } from '../../events/envelope.ts';
import { DayChecked } from '../../events/other-events.ts';
import { isLocalDate, type LocalDate } from '../../kernel/local-date.ts';
import { type DayGroup, type DayPage, dayPage } from '../../letters/console/day-page.ts';
import { paths } from '../../letters/console/paths.ts';
import { restReasonText } from '../../letters/words/rest-reason.ts';
import { exactMoment } from '../../letters/words/when.ts';
import { dayTold } from '../../reports/day-told.ts';
import { notFound, shown } from './answers.ts';
import { exportedPage, factLines, type SaidLine, wantsCsv } from './exported.ts';
import { mailOfDay } from './mail-of-day.ts';
import type { ConsoleResponse } from './request.ts';
import { aroundOf, type Visit } from './visit.ts';

/** What a day's check did with every open quote, from its closing event. */
export const showDay = async (visit: Visit, day: string): Promise<ConsoleResponse> => {
  if (!isLocalDate(day)) return notFound();
  const { world, business } = visit;
  const event = (await world.store.read(dayStream(day))).findLast(({ action }) => action === DayChecked.name);
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

const checkedOf = async ({ world, business }: Visit, { data, ts }: StoredEvent): Promise<DayPage['checked']> => {
  if (!DayChecked.data.is(data)) return null;
  const { versions, root, streams, detailKey } = data;
  const quotes = data.quotes ?? (await detailOf(world.objects, detailKey));
  const groups = Object.entries(quotes).map(
    ([outcome, quoteIds]): DayGroup => ({ ...outcomeWords(outcome), quoteIds }),
  );
  const ranked = groups.sort((a, b) => Number(b.acted) - Number(a.acted) || b.quoteIds.length - a.quoteIds.length);
  const named = ranked.flatMap(({ quoteIds }) => quoteIds).slice(0, MOST_NAMED);
  return {
    groups: ranked,
    customerOf: await customersNamed(world, named),
    versions: Object.entries(versions).map(([label, value]) => ({ label, value })),
    root,
    streams,
    at: exactMoment(ts, business.policy.timezone),
  };
};

/** Names are sealed, each with a key of its own: past these a quote stands by its number. */
const MOST_NAMED = 60;
const AT_ONCE = 16;

const customersNamed = async (
  world: Visit['world'],
  quoteIds: readonly string[],
): Promise<ReadonlyMap<string, string>> => {
  const named = await inParallel(quoteIds, AT_ONCE, async id => {
    const loaded = await readable(loadQuote(world, id));
    const personal = loaded && (await personalFacts(world, loaded));
    return personal === null || personal === 'erased' ? null : ([id, personal.customer] as const);
  });
  return new Map(named.filter(one => one !== null));
};

/** A list too long for one event lies beside the log. */
const detailOf = async (
  objects: Visit['world']['objects'],
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
