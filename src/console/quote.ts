import { standingOf as contactStandingOf } from '../aggregates/contact.ts';
import type { QuoteState } from '../aggregates/quote/state.ts';
import type { ContactStanding } from '../cadence/due.ts';
import type { Loaded } from '../event-store/load.ts';
import type { StoredEvent } from '../events/stored-event.ts';
import { StreamFault } from '../events/stream-fault.ts';
import { isQuoteStream, quoteStream } from '../events/stream-id.ts';
import { actionWords } from '../presentation/action-words.ts';
import { dataTable, shownTable } from '../presentation/components/data-table.ts';
import { note } from '../presentation/components/parts.ts';
import { html } from '../presentation/html.ts';
import type { Fact } from '../presentation/view-models/facts.ts';
import { groupNames, type QuoteView, quoteFacts, stepWords } from '../presentation/view-models/quote-view.ts';
import { rowFaultTable } from '../presentation/view-models/understood.ts';
import { localDateOf, longDate, relativeDay, shortMoment } from '../presentation/when.ts';
import { holdWords } from '../presentation/wording.ts';
import { type QuoteStatus, standingOf } from '../reports/quote-status.ts';
import { ownershipOf } from '../workflows/business-context.ts';
import { cadenceWords } from '../workflows/notifications/understood.ts';
import { quoteViewOf } from '../workflows/nudges/draft-view.ts';
import { loadContact, loadQuote, personalFacts } from '../workflows/quotes.ts';
import { approveLink } from './approve.ts';
import { consolePage, paths } from './console-page.ts';
import { exportedPage, factLines, type SaidLine, wantsCsv } from './exports.ts';
import { quotePage } from './quote-page.ts';
import { type ConsoleResponse, notFound, shown } from './request.ts';
import { timelineOf } from './timeline.ts';
import { aroundOf, askedOf, type Visit } from './visit.ts';

/** The number of the event after which the quote is to be shown. */
export const AS_OF = 'as-of';

/** One quote: where it stands or stood, and all that ever happened to it. */
export const showQuote = async (visit: Visit, asked: string): Promise<ConsoleResponse> => {
  const { deps, business, request, faultsOf } = visit;
  const key = quoteStream(asked);
  if (key === '' || !isQuoteStream(key)) return notFound();
  const all = await deps.store.read(key);
  const isListed = business.mirror.rows.has(key) || faultsOf(key).length > 0;
  if (all.length === 0 && !isListed) return notFound();
  const version = versionAsked(request.query.get(AS_OF), all.length);
  try {
    const loaded = await loadAsOf(visit, key, all, version);
    if (!loaded.state.facts) return bareQuote(visit, asked, all);
    return await wholeQuote(visit, key, loaded, all, version);
  } catch (error) {
    if (error instanceof StreamFault) return bareQuote(visit, asked, all);
    throw error;
  }
};

/** Null: as it is now. */
const versionAsked = (text: string | null, versions: number): number | null => {
  const version = /^\d{1,9}$/.test(text ?? '') ? Number(text) : 0;
  return version >= 1 && version <= versions ? version : null;
};

/** The first events of the stream, folded as if the rest had not happened yet. */
const loadAsOf = (
  { deps }: Visit,
  key: string,
  all: readonly StoredEvent[],
  version: number | null,
): Promise<Loaded<QuoteState>> => {
  const then = version === null ? all : all.filter(event => event.version <= version);
  const read = async (stream: string): Promise<readonly StoredEvent[]> =>
    stream === key ? then : deps.store.read(stream);
  return loadQuote({ store: { ...deps.store, read }, log: deps.log }, key);
};

const contactThen = async (
  { deps }: Visit,
  { state, lastTs }: Loaded<QuoteState>,
  version: number | null,
): Promise<ContactStanding> => {
  const read = async (stream: string): Promise<readonly StoredEvent[]> => {
    const events = await deps.store.read(stream);
    return version === null ? events : events.filter(({ ts }) => ts <= (lastTs ?? ''));
  };
  const contact = await loadContact({ store: { ...deps.store, read }, log: deps.log }, state.facts?.contactRef ?? '');
  return contactStandingOf(contact.state);
};

const wholeQuote = async (
  visit: Visit,
  key: string,
  loaded: Loaded<QuoteState>,
  all: readonly StoredEvent[],
  version: number | null,
): Promise<ConsoleResponse> => {
  const { deps, business } = visit;
  const { state } = loaded;
  const zone = business.policy.timezone;
  const today = version === null || loaded.lastTs === null ? business.today : localDateOf(loaded.lastTs, zone);
  const asked = askedOf(visit, key, await contactThen(visit, loaded, version));
  // A past state is read by that day; what today's check and today's sheet say is not of then.
  const then = { ...asked, today, checked: false, passedOver: null, faults: [] };
  const standing = standingOf(state, version === null ? asked : then);
  const ownership = ownershipOf(state, business);
  const personal = await personalFacts(deps, loaded);
  const quote = quoteViewOf(state, personal, ownership, business);
  const facts = stateFacts(loaded, standing, asked.contact, business.policy.nudgeCap);
  if (wantsCsv(visit)) {
    const at = version ?? loaded.version;
    const lines = standingLines({ quote, today, standing, facts });
    return exportedPage(visit, { view: `quote ${key} after event ${at}`, name: `${fileName(key)}-${at}`, lines });
  }
  const [timeline, approveUrl] = await Promise.all([
    timelineOf(deps, all, zone),
    version === null ? approveLink(deps, loaded) : null,
  ]);
  return shown(
    quotePage({
      around: aroundOf('quotes', visit),
      quote,
      today,
      group: standing.group,
      steps: standing.steps,
      next: nextWords(standing.next, today),
      why: standing.why,
      trouble: standing.trouble,
      timeline,
      asOf: version,
      state: facts,
      approveUrl,
    }),
  );
};

const standingLines = ({
  quote,
  today,
  standing,
  facts,
}: {
  readonly quote: QuoteView;
  readonly today: string;
  readonly standing: QuoteStatus;
  readonly facts: readonly Fact[];
}): readonly SaidLine[] => [
  ...factLines('The facts', quoteFacts(quote, today)),
  ['Where it stands', 'Group', groupNames[standing.group]],
  ['Where it stands', 'Next', nextWords(standing.next, today)],
  ['Where it stands', 'Why', standing.why],
  ...(standing.trouble === null ? [] : [['Where it stands', 'Trouble', standing.trouble] as const]),
  ...standing.steps.map((dot): SaidLine => ['Steps', '', stepWords(dot)]),
  ...factLines('The chain', facts),
];

/** Safe in a file's name and in the header that carries it. */
const fileName = (key: string): string => key.replace(/[^A-Za-z0-9_-]/g, '_').slice(0, 60);

const nextWords = (next: QuoteStatus['next'], today: string): string => {
  if (next === null) return 'nothing comes next';
  return next.on === null ? next.what : `${next.what} ${relativeDay(next.on, today)}`;
};

const stateFacts = (
  { state, lastHash, version }: Loaded<QuoteState>,
  { tier, cadence }: QuoteStatus,
  contact: ContactStanding,
  cap: number,
): readonly Fact[] => [
  { label: 'Tier', value: tier },
  { label: 'Cadence', value: cadenceWords(cadence) },
  { label: 'Chain', value: String(state.chain) },
  { label: 'Nudges sent', value: `${state.sentInChain} of at most ${cap}` },
  ...(state.lastNudge === null ? [] : [{ label: 'Last nudge', value: longDate(state.lastNudge) }]),
  ...(state.holds.length === 0 ? [] : [{ label: 'On hold', value: state.holds.map(holdWords).join('; ') }]),
  ...(state.deferUntil === null ? [] : [{ label: 'Put off to', value: longDate(state.deferUntil) }]),
  ...(contact === 'fine' ? [] : [{ label: 'Contact', value: contact }]),
  { label: 'Events', value: String(version) },
  { label: 'Hash of the last', value: lastHash.slice(0, 16) },
];

/** A quote that was never listed rightly, or whose log this program cannot fold: what can be said without a guess. */
const bareQuote = (visit: Visit, asked: string, all: readonly StoredEvent[]): ConsoleResponse => {
  const key = quoteStream(asked);
  const { business, faultsOf } = visit;
  const faults = faultsOf(key);
  const zone = business.policy.timezone;
  return shown(
    consolePage(aroundOf('quotes', visit), {
      heading: faults[0]?.quoteId ?? asked.trim(),
      kicker: html`<a href="${paths.quotes}">Quotes</a>`,
      body: [
        faults.length > 0
          ? html`<section class="sheet">${shownTable(rowFaultTable(faults))}</section>`
          : note(
              'wait',
              all.length > 0
                ? 'Its log holds an event that this version of the program does not know.'
                : 'It stands in the sheet and is taken in at the next sync.',
            ),
        all.length > 0 &&
          html`<section class="sheet">${dataTable({
            caption: 'What happened',
            columns: [{ name: 'What' }, { name: 'When' }, { name: 'Who' }],
            rows: all.map(({ action, ts, by_user, by_system }) => [
              { body: actionWords(action) },
              { body: shortMoment(ts, zone) },
              { body: by_user ?? by_system ?? '' },
            ]),
          })}</section>`,
      ],
    }),
  );
};
