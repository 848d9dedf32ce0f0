import type { World } from '../../application/world.ts';
import type { StoredEvent } from '../../events/envelope.ts';
import { isQuoteStream, quoteStream, streamSubject } from '../../events/stream-name.ts';
import { addDays, type LocalDate } from '../../kernel/local-date.ts';
import { consolePage } from '../../letters/console/console-page.ts';
import { paths } from '../../letters/console/paths.ts';
import { type Html, html, type Value } from '../../letters/html/html.ts';
import { dataTable, type PageCell } from '../../letters/page/data-table.ts';
import { field, note } from '../../letters/page/parts.ts';
import { actionWords } from '../../letters/words/action-words.ts';
import { shortMoment } from '../../letters/words/when.ts';
import { shown } from './answers.ts';
import type { ConsoleResponse } from './request.ts';
import { aroundOf, type Visit } from './visit.ts';

const MOST_EVENTS = 100;
const MOST_DAYS_BACK = 31;

/** The newest events over all streams; a quote's number leads to everything that happened to it. */
export const showTrail = async (visit: Visit): Promise<ConsoleResponse> => {
  const { request, world, business } = visit;
  const asked = (request.query.get('quote') ?? '').trim().slice(0, 200);
  if (asked !== '' && (await isKnown(visit, asked)))
    return { status: 303, headers: { Location: paths.quote(asked), 'Cache-Control': 'no-store' }, body: '' };
  const events = await newestEvents(world, business.now.toISOString().slice(0, 10));
  return shown(
    consolePage(aroundOf('trail', visit), {
      heading: 'Trail',
      beside: html`<a href="${paths.day(business.today)}">Why did nothing leave today?</a>`,
      body: [
        html`<section class="sheet">${searchForm(asked)}</section>`,
        asked !== '' && note('wait', `No quote has the number “${asked}”.`),
        events.length === 0
          ? html`<div class="sheet empty"><h2>Nothing happened yet</h2><p>Every act becomes one event here.</p></div>`
          : html`<section class="sheet">${eventTable(events, business.policy.timezone)}</section>`,
        html`<p class="soft">These are the newest events, at most ${MOST_EVENTS}. All of a quote’s are on its page, and <code>npx qf trail</code> prints them.</p>`,
      ],
    }),
  );
};

const isKnown = async ({ world }: Visit, asked: string): Promise<boolean> => {
  const key = quoteStream(asked);
  return isQuoteStream(key) && (await world.store.head(key)) !== null;
};

const searchForm = (asked: string): Html => html`<form class="search" role="search" action="${paths.trail}">
${field({ name: 'quote', label: 'Quote', value: asked, kind: 'search' })}
<div class="actions"><button class="button main-act">Search</button></div></form>`;

/** Walks back day by day until enough is found. */
const newestEvents = async ({ store }: Pick<World, 'store'>, today: LocalDate): Promise<readonly StoredEvent[]> => {
  const found: StoredEvent[] = [];
  for (let back = 0; back < MOST_DAYS_BACK && found.length < MOST_EVENTS; back++) {
    const page = await store.byDay(addDays(today, -back), { newestFirst: true, limit: MOST_EVENTS - found.length });
    found.push(...page.items);
  }
  return found;
};

const eventTable = (events: readonly StoredEvent[], zone: string): Html =>
  dataTable({
    caption: 'Events, the newest first',
    quietCaption: true,
    columns: [{ name: 'What' }, { name: 'When' }, { name: 'Who' }, { name: 'Before' }, { name: 'After' }],
    rows: events.map(event => eventCells(event, zone)),
  });

const eventCells = (event: StoredEvent, zone: string): readonly PageCell[] => [
  { body: actionWords(event.action), under: ofWhat(event) },
  { body: html`<time class="nowrap" datetime="${event.ts}">${shortMoment(event.ts, zone)}</time>` },
  { body: event.by_user ?? event.by_system ?? '' },
  { body: event.before },
  { body: event.after },
];

const ofWhat = ({ quote_id, version }: StoredEvent): Value =>
  isQuoteStream(quote_id)
    ? html`<a href="${`${paths.quote(quote_id)}#event-${version}`}">${quote_id}</a>, event ${version}`
    : `${kindOf(quote_id)}, event ${version}`;

/** References and ids of streams say nothing to a reader; a report's name and day do. */
const kindOf = (stream: string): string => {
  const kind = stream.slice(1).split('/')[0] ?? '';
  switch (kind) {
    case 'contact':
      return 'a contact';
    case 'mail':
      return 'a mail that came in';
    case 'proposal':
      return 'a proposal';
    case 'period':
      return streamSubject(stream).split('/').slice(0, 2).join(' of ');
    default:
      return 'settings';
  }
};
