import { newestOf } from '../../application/search-trail.ts';
import { type Unsealer, unsealer } from '../../application/unseal.ts';
import type { StoredEvent } from '../../events/envelope.ts';
import { ReportClaimed, ReportSent } from '../../events/other-events.ts';
import { isQuoteStream, streamSubject } from '../../events/stream-name.ts';
import { paths, withQuery } from '../../letters/console/paths.ts';
import { type TrailRow, trailPage } from '../../letters/console/trail-page.ts';
import { shown } from './answers.ts';
import type { ConsoleResponse } from './request.ts';
import { NAMES, placeOf, placeText, trailQuestion, waitedFor } from './trail-question.ts';
import { aroundOf, type Visit } from './visit.ts';

const ROWS = 50;
/** A page that finds little among much ends here and offers to go on: nobody waits for longer than a second. */
const MOST_LOOKED_AT = 20_000;
const LONGEST_LOOK_MS = 600;

/** The events that are asked for, newest first; a quote's number alone leads to everything that happened to it. */
export const showTrail = async (visit: Visit): Promise<ConsoleResponse> => {
  const { request, world, business } = visit;
  const enough = waitedFor(visit, LONGEST_LOOK_MS);
  const { query, search, problem, onlyQuote, backTo, looked } = await trailQuestion(visit);
  if (onlyQuote !== null)
    return { status: 303, headers: { Location: paths.quote(onlyQuote), 'Cache-Control': 'no-store' }, body: '' };
  const from = placeOf(request.query.get('before'));
  const before = from === null ? 0 : shownBefore(request.query.get('shown'));
  const { events, next } = await newestOf(world.store, search, {
    size: ROWS,
    most: MOST_LOOKED_AT,
    from,
    enough,
  });
  const to = before + events.length;
  const open = unsealer(world.keys);
  const asked = { ...query, [NAMES]: looked !== null && looked.looked > 0 ? String(looked.looked) : '' };
  return shown(
    trailPage({
      around: aroundOf('trail', visit),
      query,
      rows: problem === null ? await Promise.all(events.map(event => rowOf(event, open))) : [],
      paging: {
        from: Math.min(before + 1, to),
        to,
        total: null,
        previous: from === null ? null : withQuery(paths.trail, asked),
        next: next && withQuery(paths.trail, { ...asked, before: placeText(next), shown: String(to) }),
      },
      today: business.today,
      problem,
      backTo,
      names:
        looked === null || looked.looked >= looked.ended
          ? null
          : { ...looked, more: withQuery(paths.trail, { ...query, [NAMES]: String(looked.looked) }) },
    }),
  );
};

const shownBefore = (text: string | null): number => (/^\d{1,7}$/.test(text ?? '') ? Number(text) : 0);

const rowOf = async (event: StoredEvent, open: Unsealer): Promise<TrailRow> => {
  const { quote_id, version, ts, action, by_user, by_system, before, after } = event;
  const isQuote = isQuoteStream(quote_id);
  return {
    stream: isQuote ? quote_id : `${kindOf(quote_id)}${await toWhom(event, open)}`,
    isQuote,
    version,
    at: ts,
    action,
    by: by_user ?? by_system ?? '',
    before,
    after,
  };
};

/** Of a report to one person, that person: a day has one for each. */
const toWhom = async (event: StoredEvent, open: Unsealer): Promise<string> => {
  const sealed = await addresseeOf(event, open);
  if (sealed === null) return '';
  return sealed === 'erased' ? ' to somebody whose name is erased' : ` to ${sealed.to}`;
};

const addresseeOf = async (event: StoredEvent, open: Unsealer) => {
  switch (event.action) {
    case ReportSent.name:
      return open(ReportSent, event);
    case ReportClaimed.name:
      return open(ReportClaimed, event);
    default:
      return null;
  }
};

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
