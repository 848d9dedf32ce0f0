import { standingOf as contactStandingOf } from '../../aggregates/contact/contact.ts';
import type { QuoteState } from '../../aggregates/quote/state.ts';
import { quoteViewOf } from '../../application/draft-view.ts';
import type { Loaded } from '../../application/load.ts';
import { ownershipOf } from '../../application/ownership-of.ts';
import { loadContact, loadQuote, personalFacts } from '../../application/quotes.ts';
import { cadenceWords } from '../../application/understood.ts';
import type { ContactStanding } from '../../cadence/due.ts';
import type { StoredEvent } from '../../events/envelope.ts';
import { StreamFault } from '../../events/stream-fault.ts';
import { isQuoteStream, quoteStream } from '../../events/stream-name.ts';
import { consolePage } from '../../letters/console/console-page.ts';
import { paths } from '../../letters/console/paths.ts';
import { quotePage } from '../../letters/console/quote-page.ts';
import { html } from '../../letters/html/html.ts';
import { dataTable, shownTable } from '../../letters/page/data-table.ts';
import { note } from '../../letters/page/parts.ts';
import { groupNames, stepWords } from '../../letters/views/chain-view.ts';
import type { Fact } from '../../letters/views/fact.ts';
import { type QuoteView, quoteFacts } from '../../letters/views/quote-view.ts';
import { rowFaultTable } from '../../letters/views/sheet-fault.ts';
import { actionWords } from '../../letters/words/action-words.ts';
import { holdWords } from '../../letters/words/hold-words.ts';
import { localDateOf, longDate, relativeDay, shortMoment } from '../../letters/words/when.ts';
import { type Standing, standingOf } from '../../reports/standing.ts';
import { notFound, shown } from './answers.ts';
import { approveLink } from './approve-link.ts';
import { exportedPage, factLines, type SaidLine, wantsCsv } from './exported.ts';
import type { ConsoleResponse } from './request.ts';
import { timelineOf } from './timeline.ts';
import { aroundOf, askedOf, type Visit } from './visit.ts';

/** The number of the event after which the quote is to be shown. */
export const AS_OF = 'as-of';

/** One quote: where it stands or stood, and all that ever happened to it. */
export const showQuote = async (visit: Visit, asked: string): Promise<ConsoleResponse> => {
  const { world, business, request, faultsOf } = visit;
  const key = quoteStream(asked);
  if (key === '' || !isQuoteStream(key)) return notFound();
  const all = await world.store.read(key);
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
  { world }: Visit,
  key: string,
  all: readonly StoredEvent[],
  version: number | null,
): Promise<Loaded<QuoteState>> => {
  const then = version === null ? all : all.filter(event => event.version <= version);
  const read = async (stream: string): Promise<readonly StoredEvent[]> =>
    stream === key ? then : world.store.read(stream);
  return loadQuote({ store: { ...world.store, read }, log: world.log }, key);
};

const contactThen = async (
  { world }: Visit,
  { state, lastTs }: Loaded<QuoteState>,
  version: number | null,
): Promise<ContactStanding> => {
  const read = async (stream: string): Promise<readonly StoredEvent[]> => {
    const events = await world.store.read(stream);
    return version === null ? events : events.filter(({ ts }) => ts <= (lastTs ?? ''));
  };
  const contact = await loadContact({ store: { ...world.store, read }, log: world.log }, state.facts?.contactRef ?? '');
  return contactStandingOf(contact.state);
};

const wholeQuote = async (
  visit: Visit,
  key: string,
  loaded: Loaded<QuoteState>,
  all: readonly StoredEvent[],
  version: number | null,
): Promise<ConsoleResponse> => {
  const { world, business } = visit;
  const { state } = loaded;
  const zone = business.policy.timezone;
  const today = version === null || loaded.lastTs === null ? business.today : localDateOf(loaded.lastTs, zone);
  const asked = askedOf(visit, key, await contactThen(visit, loaded, version));
  // A past state is read by that day; what today's check and today's sheet say is not of then.
  const then = { ...asked, today, checked: false, passedOver: null, faults: [] };
  const standing = standingOf(state, version === null ? asked : then);
  const ownership = ownershipOf(state, business);
  const personal = await personalFacts(world, loaded);
  const quote = quoteViewOf(state, personal, ownership, business);
  const facts = stateFacts(loaded, standing, asked.contact, business.policy.nudgeCap);
  if (wantsCsv(visit)) {
    const at = version ?? loaded.version;
    const lines = standingLines({ quote, today, standing, facts });
    return exportedPage(visit, { view: `quote ${key} after event ${at}`, name: `${fileName(key)}-${at}`, lines });
  }
  const [timeline, approveUrl] = await Promise.all([
    timelineOf(world, all, zone),
    version === null ? approveLink(world, loaded) : null,
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
  readonly standing: Standing;
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

const nextWords = (next: Standing['next'], today: string): string => {
  if (next === null) return 'nothing comes next';
  return next.on === null ? next.what : `${next.what} ${relativeDay(next.on, today)}`;
};

const stateFacts = (
  { state, lastHash, version }: Loaded<QuoteState>,
  { tier, cadence }: Standing,
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
