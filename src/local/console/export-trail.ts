import { searchTrail } from '../../application/search-trail.ts';
import type { StoredEvent } from '../../events/envelope.ts';
import { storedJson } from '../../events/hash-chain.ts';
import { paths } from '../../letters/console/paths.ts';
import type { TrailQuery } from '../../letters/console/trail-page.ts';
import { trailCsvHead, trailCsvLine } from '../../letters/words/trail-csv.ts';
import { seeOther } from './answers.ts';
import { exported, isFormat } from './exported.ts';
import type { ConsoleResponse } from './request.ts';
import { LOOK_AT_ALL, trailQuestion } from './trail-question.ts';
import type { Visit } from './visit.ts';

/** As much as one file holds; a longer answer is asked for in parts. */
const MOST_EVENTS = 100_000;

/** Everything that a search of the trail finds, oldest first, as a file. That it was taken is an event as well. */
export const exportTrail = async (visit: Visit): Promise<ConsoleResponse> => {
  const { world, request } = visit;
  const { query, search, problem } = await trailQuestion(visit, LOOK_AT_ALL);
  const format = request.query.get('format') ?? 'csv';
  if (problem !== null || !isFormat(format)) return seeOther(paths.trail, 'no-export');
  const events: StoredEvent[] = [];
  for await (const event of searchTrail(world.store, search)) {
    if (events.length === MOST_EVENTS) return seeOther(paths.trail, 'too-many');
    events.push(event);
  }
  const body =
    format === 'csv'
      ? `${trailCsvHead()}${events.map(trailCsvLine).join('')}`
      : events.map(event => `${storedJson(event)}\n`).join('');
  return exported(visit, { view: `trail: ${wordsOf(query)}`, name: 'trail', rows: events.length, format, body });
};

/** What was asked for, as the log may hold it: a customer's name is personal and stays out. */
const wordsOf = ({ quote, customer, person, action, since, until }: TrailQuery): string => {
  const parts = [
    quote !== '' && `quote ${quote}`,
    customer !== '' && 'a customer',
    person !== '' && `by ${person}`,
    action !== '' && action,
    since !== '' && `from ${since}`,
    until !== '' && `to ${until}`,
  ].filter(part => part !== false);
  return parts.length === 0 ? 'everything' : parts.join(', ');
};
