import { isQuoteStream, streamSubject } from '../events/stream-id.ts';
import { capital } from './wording.ts';

/** What a fault is about, as the admin knows it: `Q-1042, event 3`, `mail 0100…, event 1`, `the whole log`. */
export const faultPlace = ({ stream, version }: { readonly stream: string; readonly version: number | null }): string =>
  `${placeOf(stream)}${version === null || version === 0 ? '' : `, event ${version}`}`;

const placeOf = (stream: string): string => {
  if (stream === '') return 'The whole log';
  if (isQuoteStream(stream)) return stream;
  const [kind = ''] = stream.slice(1).split('/', 1);
  return streamSubject(stream) === stream ? stream : `${capital(kind)} ${streamSubject(stream)}`;
};

const KINDS: Readonly<Record<string, string>> = {
  hash: 'An event was changed',
  gap: 'An event is missing or was slipped in',
  link: 'An event does not follow the one before it',
  time: 'The time of an event was changed',
  id: 'An event stands in another place than its own',
  actor: 'Who acted was changed',
  day: 'The day of an event was changed',
  head: 'The newest event was removed or replaced',
  root: 'The root of a day does not hold',
  heads: 'The list of newest events is gone',
  tripwire: 'Somebody changed or removed an event, or tried to',
  guard: 'A guard of the log was taken away',
  sequence: 'The log is shorter than it was',
  key: 'A key is gone or was replaced',
  'row altered': 'A row of a read model was altered',
  'row planted': 'A row of a read model was slipped in',
  flood: 'Too many faults to list',
};

/** What kind of fault it is, in a few words; one that this release does not know keeps its name. */
export const faultKind = (kind: string): string => KINDS[kind] ?? kind;
