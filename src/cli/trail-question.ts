import * as E from 'fp-ts/lib/Either.js';
import { NO_END, NO_START, type TrailSearch } from '../application/search-trail.ts';
import { catalogue } from '../events/catalogue.ts';
import { isQuoteStream, quoteStream } from '../events/stream-name.ts';
import { editDistance } from '../kernel/edit-distance.ts';
import { addDays } from '../kernel/local-date.ts';
import { instantOf } from './instant.ts';

export const TRAIL_FORMATS = ['table', 'jsonl', 'csv'] as const;
export type TrailFormat = (typeof TRAIL_FORMATS)[number];

/** The options as they were typed. */
export interface TrailValues {
  readonly json?: boolean | undefined;
  readonly since?: string | undefined;
  readonly until?: string | undefined;
  readonly actor?: string | undefined;
  readonly action?: string | undefined;
  readonly format?: string | undefined;
  readonly limit?: string | undefined;
  readonly flow?: string | undefined;
}

export interface TrailQuestion {
  readonly search: TrailSearch;
  readonly format: TrailFormat;
  readonly limit: number;
  /** The stream that is asked for; null: of all quotes. */
  readonly stream: string | null;
  /** Nobody said when to begin; the search goes back so far. Null where it was said, or is of one quote. */
  readonly backTo: string | null;
  /** An event whose flow is asked for; null: of a quote, or of all. */
  readonly flow: string | null;
}

/** How far a question over all quotes goes back that does not say. */
const BACK_DAYS = 92;
const AHEAD_DAYS = 366;
/** As long as an engine takes a key, and longer than any number. */
const LONGEST_NUMBER = 500;

/** What a line of `qf trail` asks. Left: what is wrong with it. */
export const trailQuestion = (
  values: TrailValues,
  quote: string | undefined,
  now: Date,
): E.Either<string, TrailQuestion> => {
  const wrong = faultOf(values, quote);
  if (wrong !== null) return E.left(wrong);
  const { json = false, actor = '', limit } = values;
  const stream = quote === undefined ? null : streamOf(quote);
  const until = values.until === undefined ? NO_END : (instantOf(values.until, true) ?? NO_END);
  const flow = values.flow?.trim() ?? null;
  const end = stream === null && flow === null ? earlier(until, soonAfter(now)) : until;
  const said = values.since === undefined ? null : instantOf(values.since);
  const backTo =
    stream === null && flow === null && said === null
      ? addDays(earlier(end, now.toISOString()).slice(0, 10), -BACK_DAYS)
      : null;
  const since = said ?? (backTo === null ? NO_START : `${backTo}T00:00:00.000Z`);
  if (since >= until) return E.left(`--until ${values.until} is not after --since ${values.since ?? since}`);
  return E.right({
    search: { streams: stream === null ? null : [stream], since, until: end, actor, actions: actionsOf(values) },
    format: formatOf(values.format ?? (json ? 'jsonl' : 'table')) ?? 'table',
    limit: limit === undefined ? Number.POSITIVE_INFINITY : Number(limit),
    stream,
    backTo,
    flow,
  });
};

const faultOf = (values: TrailValues, quote: string | undefined): string | null => {
  const { since, until, format, limit, actor, flow } = values;
  if (quote !== undefined && (quote.trim() === '' || quote.length > LONGEST_NUMBER))
    return `"${quote.slice(0, 40)}" is no quote's number`;
  if (flow !== undefined && quote !== undefined) return '--flow is over all quotes: leave the number out';
  if (flow !== undefined && !/^.{1,500}\/[1-9]\d{0,9}$/s.test(flow.trim()))
    return `--flow ${flow.slice(0, 40)} is no event's id; one looks like Q-1042/7`;
  if (since !== undefined && instantOf(since) === null) return `--since ${since} is no time`;
  if (until !== undefined && instantOf(until) === null) return `--until ${until} is no time`;
  if (actor?.trim() === '') return '--actor names nobody';
  if (format !== undefined && formatOf(format) === null)
    return `--format ${format} is none of ${TRAIL_FORMATS.join(', ')}`;
  if (limit !== undefined && !/^[1-9]\d{0,8}$/.test(limit)) return `--limit ${limit} is no count`;
  if (values.action !== undefined && actionsOf(values).length === 0) return '--action names no event';
  const unknown = actionsOf(values).find(action => !known.has(action.toLowerCase()));
  return unknown === undefined ? null : `--action ${unknown} is no event's name${nearest(unknown)}`;
};

const formatOf = (text: string): TrailFormat | null => TRAIL_FORMATS.find(format => format === text) ?? null;

const actionsOf = ({ action = '' }: TrailValues): readonly string[] =>
  action
    .split(',')
    .map(name => name.trim())
    .filter(name => name !== '');

const known: ReadonlyMap<string, string> = new Map([...catalogue.types.keys()].map(name => [name.toLowerCase(), name]));

const nearest = (unknown: string): string => {
  const asked = unknown.toLowerCase();
  const [name] = [...known.keys()].toSorted((a, b) => editDistance(asked, a, 99) - editDistance(asked, b, 99));
  const near = name === undefined ? undefined : known.get(name);
  return near === undefined ? '' : `; the nearest is ${near}`;
};

const streamOf = (asked: string): string => (isQuoteStream(asked.trim()) ? quoteStream(asked) : asked.trim());

const earlier = (a: string, b: string): string => (a < b ? a : b);

/** Without an end, or with a far one, days would be asked for up to the year 9999. The clock that wrote the log may have been ahead of ours. */
const soonAfter = (now: Date): string => new Date(now.getTime() + AHEAD_DAYS * 86_400_000).toISOString();
